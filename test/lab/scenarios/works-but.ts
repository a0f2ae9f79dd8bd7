/** Logins that work, with something in them that is worth a remark. */
import { sendHtml } from '../http.ts';
import { page } from '../page.ts';
import { answerAt, callbackOf, check, requestAt, scenario } from './define.ts';

const works = { family: 'healthy', headline: null, outcome: 'completed', thirdPartyCookies: 'block', ends: 'signed-in' } as const;

export const worksBut = [
  scenario({
    ...works,
    id: 'state-is-a-word',
    title: '`state` is a fixed word',
    story: 'Healthy so far: the login works, and its `state` is the word from the example in the documentation.',
    also: ['one-time-value-weak'],
    app: { kind: 'server', state: () => 'some-state', nonce: false, pkce: false },
    proof: (_page, lab) => check(answerAt(lab, 'state-is-a-word').get('state') === 'some-state', 'The state is another.'),
  }),
  scenario({
    ...works,
    id: 'state-names-person',
    title: 'An e-mail address in `state`',
    story: 'Healthy so far: the app writes readable data into `state`, the e-mail address of the user among them.',
    also: ['sensitive-data-in-url'],
    app: { kind: 'server', state: () => JSON.stringify({ id: crypto.randomUUID(), mail: 'CANARY-alice@users.example' }) },
    proof: (_page, lab) =>
      check(requestAt(lab, lab.site('state-names-person')).get('state')?.includes('@') === true, 'The state names nobody.'),
  }),
  scenario({
    ...works,
    id: 'answer-of-many-headers',
    title: 'A callback that answers with 8 KB of headers',
    story: 'Healthy so far: the callback sets large cookies; many a proxy in front of it would give up.',
    also: ['response-headers-too-large'],
    app: { kind: 'server', session: { bytes: 4_000 } },
    appFault: (site) => (req, res) => {
      if (req.url?.startsWith(new URL(site.callbackUrl).pathname))
        res.appendHeader('Set-Cookie', `app_roles=${'CANARYrole'.repeat(395)}; Path=/; Secure`);
      return false;
    },
    proof: (_page, lab) => check(callbackOf(lab, 'answer-of-many-headers').status === 302, 'The callback failed.'),
  }),
  scenario({
    ...works,
    id: 'answer-unused',
    title: 'A callback page without its script',
    story: 'The single-page app asked for the metadata itself; its callback page comes without the script that would redeem the code.',
    also: ['answer-unused'],
    app: { kind: 'spa' },
    appFault: (site) => (req, res) => {
      if (!req.url?.startsWith(new URL(site.callbackUrl).pathname)) return false;
      sendHtml(res, 200, page({ title: 'Welcome back', site: site.host, outcome: 'signed-out', body: '<p>One moment …</p>' }));
      return true;
    },
    ends: 'signed-out',
    proof: (_page, lab) => check(callbackOf(lab, 'answer-unused').target.includes('code='), 'The code did not arrive.'),
  }),
];
