/** The answer reached the app, and the app failed on its own; or the answer was never asked for. */
import { evilOrigin } from '../hosts.ts';
import type { Scenario } from '../model.ts';
import { callbackOf, check, scenario, shows } from './define.ts';

const broken = {
  family: 'callback',
  headline: 'callback-http-error',
  thirdPartyCookies: 'block',
  outcome: 'failed',
  ends: 'error',
} as const;

/** The callback never gets to the app's login code. */
function instead(status: number, words: string): NonNullable<Scenario['appFault']> {
  return (site) => {
    const { pathname } = new URL(site.callbackUrl);
    return (req, res) => {
      if (req.url?.split('?')[0] !== pathname) return false;
      res.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' });
      res.end(`<!doctype html><title>${words}</title><main data-outcome="error"><h1>${words}</h1></main>`);
      return true;
    };
  };
}

const answers = (id: Scenario['id'], status: number): NonNullable<Scenario['proof']> => {
  return (_page, lab) => check(callbackOf(lab, id).status === status, `The callback did not answer ${status}.`);
};

export const callbacks = [
  scenario({
    ...broken,
    id: 'callback-not-found',
    title: 'No page at the callback',
    story: 'The static host lacks the rule that leads every path to the app: 404.',
    app: { kind: 'server' },
    appFault: instead(404, 'Not found'),
    proof: answers('callback-not-found', 404),
  }),
  scenario({
    ...broken,
    id: 'callback-crash',
    title: 'Exception in the callback',
    story: 'The app’s callback fails at once with 500.',
    app: { kind: 'server' },
    appFault: instead(500, 'Internal server error'),
    proof: answers('callback-crash', 500),
  }),
  scenario({
    ...broken,
    id: 'callback-wrong-secret',
    title: 'Wrong client secret',
    story: 'The app redeems the code with an old secret; the provider refuses, and the app answers 500.',
    app: { kind: 'server', secret: 'CANARY-last-years-secret' },
    proof: (page) => shows(page, /could not be redeemed/),
  }),
  scenario({
    ...broken,
    id: 'callback-slow-exchange',
    title: 'Token endpoint out of order',
    story: 'The provider’s token endpoint takes its time and answers 503; the app answers 500 after that.',
    app: { kind: 'server' },
    tenant: { token: { delayMs: 1_500, status: 503 } },
    proof: answers('callback-slow-exchange', 500),
  }),
  scenario({
    ...broken,
    id: 'callback-error-page',
    title: 'The app’s own error page',
    story: 'The app redeems the code with an old secret and redirects to its error page.',
    app: { kind: 'server', secret: 'CANARY-last-years-secret', onError: 'address' },
    proof: (page) => page.waitForUrl(/\/error\?reason=/),
  }),
  scenario({
    ...broken,
    id: 'callback-csrf-filter',
    title: 'CSRF filter against the posted answer',
    story: 'The app’s framework refuses posted forms from other sites with 403, and the answer is one.',
    app: { kind: 'server', responseMode: 'form_post', transaction: { sameSite: 'None' } },
    appFault: () => (req, res) => {
      if (req.method !== 'POST') return false;
      res.writeHead(403, { 'Content-Type': 'text/html; charset=utf-8' });
      res.end(
        '<!doctype html><title>Forbidden</title><main data-outcome="error"><h1>Cross-site POST form submissions are forbidden</h1></main>',
      );
      return true;
    },
    proof: answers('callback-csrf-filter', 403),
  }),
  scenario({
    ...broken,
    id: 'callback-proxy-buffer',
    title: 'Answer of the app too large for its proxy',
    story:
      'The callback sets two session cookies of 4000 bytes each; nginx in front of the app has no buffer for such headers and answers 502.',
    needs: 'nginx',
    app: { kind: 'server', session: { bytes: 4_000 } },
    place: 'nginx',
    appFault: (site) => (req, res) => {
      if (req.url?.startsWith(new URL(site.callbackUrl).pathname))
        res.appendHeader('Set-Cookie', `app_roles=${'CANARYrole'.repeat(395)}; Path=/; Secure`);
      return false;
    },
    ends: 'elsewhere',
    proof: (page) => page.waitFor(() => document.body.textContent?.includes('502 Bad Gateway') ?? false),
  }),
  scenario({
    ...broken,
    id: 'planted-answer',
    title: 'A stranger’s answer is planted',
    story: 'Another site sends the browser to the callback with a code for the stranger’s account; the app never asked and takes it.',
    headline: 'callback-without-request',
    app: { kind: 'server', state: false, nonce: false, pkce: false, credulous: true },
    start: (lab) => `${evilOrigin(lab.ports)}/plant?app=planted-answer`,
    steps: ['Press the link'],
    drive: (page) => page.click('#bait'),
    ends: 'signed-in',
    proof: (page) => shows(page, /mallory/),
  }),
  scenario({
    ...broken,
    id: 'foreign-answer',
    title: 'A foreign answer is refused',
    story: 'The same, but the app compares `state` and refuses the answer: worth a warning, nothing is broken.',
    headline: null,
    also: ['callback-without-request'],
    outcome: 'unknown',
    app: { kind: 'server' },
    start: (lab) => `${evilOrigin(lab.ports)}/plant?app=foreign-answer&state=CANARY-a-state-nobody-sent`,
    steps: ['Press the link'],
    drive: (page) => page.click('#bait'),
  }),
];
