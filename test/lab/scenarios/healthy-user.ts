/** People do all sorts of things, and the login works all the same. */
import { callbackOf, check, enterPassword, says, scenario, signIn } from './define.ts';
import { rawValue } from './faults.ts';

const calm = { family: 'healthy', headline: null, thirdPartyCookies: 'block' } as const;
const healthy = { ...calm, outcome: 'completed', ends: 'signed-in' } as const;

export const healthyUser = [
  scenario({
    ...healthy,
    id: 'consent-denied',
    title: 'The user says no',
    story: 'Healthy: the user denies access, and the app takes it well.',
    app: { kind: 'server' },
    also: ['user-cancelled'],
    outcome: 'denied',
    ends: 'denied',
    steps: ['Sign in', 'Deny'],
    drive: async (page) => {
      await page.click('#sign-in');
      await enterPassword(page);
      await page.click('#deny');
    },
  }),
  scenario({
    ...healthy,
    id: 'wrong-password',
    title: 'Wrong password first',
    story: 'Healthy: the first password is wrong, the provider’s form comes again with 401, the second one is right.',
    app: { kind: 'server' },
    steps: ['Sign in with the password “wrong”', 'Sign in with any other'],
    drive: async (page) => {
      await page.click('#sign-in');
      await page.type('#user', 'alice');
      await page.type('#password', 'wrong');
      await page.click('#continue');
      await page.waitFor('[role=alert]');
      await enterPassword(page);
      await page.click('#allow');
    },
  }),
  scenario({
    ...healthy,
    id: 'two-tabs',
    title: 'Two tabs at once',
    story: 'Healthy: two logins run side by side and end in reverse order; the app keeps a cookie for each.',
    app: { kind: 'server', transaction: { perLogin: true } },
    steps: ['Open “Sign in” in a new tab', 'Sign in here', 'Then sign in in the new tab'],
    drive: async (page) => {
      const first = await page.openLinkInNewTab('#sign-in');
      await first.waitFor('#user');
      await signIn(page);
      await page.waitFor(says('signed-in'));
      await enterPassword(first);
      await first.waitFor(says('signed-in'));
    },
  }),
  scenario({
    ...healthy,
    id: 'callback-opened-again',
    title: 'Finished callback opened again',
    story: 'Healthy: somebody who is signed in opens the old callback address; the app leads them to their account.',
    app: { kind: 'server', forgivesReload: true },
    steps: ['Sign in', 'Open the callback address from the history once more'],
    drive: async (page, lab) => {
      await signIn(page);
      await page.waitFor(says('signed-in'));
      const { target } = callbackOf(lab, 'callback-opened-again');
      await page.goto(new URL(target, lab.site('callback-opened-again').callbackUrl).href);
    },
    proof: (_page, lab) => {
      const site = lab.site('callback-opened-again');
      const loads = lab.seen.at(site.host).filter((seen) => seen.target.startsWith('/callback?'));
      check(
        loads.length === 2 && loads.every((seen) => seen.status === 302),
        'The callback was not loaded twice with a redirect each time.',
      );
    },
  }),
  scenario({
    ...healthy,
    id: 'back-and-again',
    title: 'Back, and again',
    story: 'Healthy: at the sign-in page the user goes back to the app, starts once more and finishes the second login.',
    app: { kind: 'server' },
    steps: ['Sign in', 'Press Back at the provider', 'Sign in again and finish'],
    drive: async (page) => {
      await page.click('#sign-in');
      await page.waitFor('#user');
      await page.back();
      await signIn(page);
    },
  }),
  scenario({
    ...healthy,
    id: 'facebook-fragment',
    title: 'A `#_=_` at the end',
    story: 'Healthy: the provider appends `#_=_` to the answer, as a large one does; it means nothing.',
    app: { kind: 'server' },
    fault: { answer: (location) => (location.includes('/callback?') ? `${location}#_=_` : location) },
  }),
  scenario({
    ...healthy,
    id: 'state-reencoded',
    title: 'State encoded in another way',
    story: 'Healthy: the provider percent-encodes every character of `state`; decoded it is the same value.',
    app: { kind: 'server' },
    fault: {
      answer: rawValue('state', (raw) => [...raw].map((c) => `%${c.charCodeAt(0).toString(16).padStart(2, '0')}`).join('')),
    },
  }),
  scenario({
    ...calm,
    id: 'shop-voucher',
    title: 'A shop voucher',
    story: 'Healthy: a shop that has no login at all, opened with `?code=SAVE20&state=CA`.',
    app: {
      kind: 'plain',
      pages: (_req, res) => {
        res.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
        res.end(
          '<!doctype html><title>Shop</title><main data-outcome="signed-out"><h1>Your voucher SAVE20</h1><a id="more" href="/shoes?code=SAVE20&amp;state=CA">Shoes</a></main>',
        );
      },
    },
    ends: 'signed-out',
    steps: ['Press the link'],
    start: (lab) => `${lab.site('shop-voucher').origin}/?code=SAVE20&state=CA`,
    drive: async (page) => {
      await page.click('#more');
      await page.waitForUrl(/shoes/);
    },
  }),
];
