/** The answer was fine, and the app does not know the user all the same. Some of these go round in circles. */
import { callbackOf, check, scenario } from './define.ts';

const broken = { family: 'cookies', thirdPartyCookies: 'block', outcome: 'failed' } as const;

export const sessions = [
  scenario({
    ...broken,
    id: 'session-forgotten',
    title: 'Session lost on the server',
    story: 'Two servers without a common session store: the one that shows the account never saw the login.',
    headline: 'session-not-established',
    app: { kind: 'server', session: { forgets: true } },
    ends: 'error',
    proof: (_page, lab) => {
      const account = lab.seen.last(lab.site('session-forgotten').host, '/account');
      check(
        account?.cookies.includes('app_session') === true && account.status === 401,
        'The session cookie was not sent, or the page let the user in.',
      );
    },
  }),
  scenario({
    ...broken,
    id: 'session-never-set',
    title: 'No session cookie, round and round',
    story: 'The callback sets no session cookie, so the account page sends the user to sign in again, until the app gives up.',
    headline: 'session-not-established',
    also: ['login-loop'],
    app: { kind: 'server', session: false, guard: 'script' },
    ends: 'stopped',
  }),
  scenario({
    ...broken,
    id: 'session-too-large',
    title: 'Session cookie over 4096 bytes',
    story: 'The session cookie has 5000 bytes; browsers drop it without a word, and the app starts over until it gives up.',
    headline: 'set-cookie-rejected',
    also: ['login-loop'],
    app: { kind: 'server', session: { bytes: 5_000 }, guard: 'script' },
    ends: 'stopped',
    proof: (_page, lab) => {
      const account = lab.seen.last(lab.site('session-too-large').host, '/account');
      check(account?.cookies.includes('app_session') === false, 'The session cookie came back.');
    },
  }),
  scenario({
    ...broken,
    id: 'session-redirect-loop',
    family: 'loop',
    title: 'Redirects in a circle',
    story:
      'The app runs on http and marks its session cookie `Secure`; account, provider and callback redirect to each other until the browser stops.',
    headline: 'set-cookie-rejected',
    also: ['cleartext-hop', 'login-loop'],
    app: { kind: 'server', session: { secure: true }, guard: 'redirect' },
    place: 'http',
    ends: 'elsewhere',
    proof: async (page, lab) => {
      await page.waitForUrl(/^(?!.*interaction)/);
      const seen = () => lab.seen.at(lab.site('session-redirect-loop').host).filter((one) => one.target.startsWith('/callback?'));
      check(seen().length >= 3, `The callback was only reached ${seen().length} times.`);
      check(callbackOf(lab, 'session-redirect-loop').status === 302, 'The callback failed.');
    },
  }),
  scenario({
    ...broken,
    id: 'redirect-ping-pong',
    family: 'loop',
    title: 'Two pages send each other on',
    story: 'The login works, but the account page and a check in front of it redirect to each other until the browser stops.',
    headline: 'redirect-loop',
    app: { kind: 'server' },
    appFault: () => (req, res) => {
      const path = req.url?.split('?')[0];
      if (path !== '/account' && path !== '/terms') return false;
      res.writeHead(302, { Location: path === '/account' ? '/terms' : '/account' });
      res.end();
      return true;
    },
    ends: 'elsewhere',
    proof: async (page, lab) => {
      await page.waitForUrl(/^(?!.*interaction)/);
      const visits = () => lab.seen.at(lab.site('redirect-ping-pong').host).filter((one) => one.target === '/account').length;
      check(visits() >= 5, `The account page was only asked for ${visits()} times.`);
    },
  }),
  scenario({
    ...broken,
    id: 'silent-loop',
    family: 'loop',
    title: 'Asking quietly for ever',
    story: 'At every load the app asks with `prompt=none` and takes `login_required` for a reason to ask again.',
    headline: 'login-loop',
    app: { kind: 'spa', asksForEver: true },
    steps: ['Open the page and wait'],
    drive: async () => undefined,
    ends: 'stopped',
  }),
];
