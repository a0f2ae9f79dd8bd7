/** Cookies the browser does not keep or does not send, by its own rules. */
import { sleep } from '../../drivers/wait.ts';
import { callbackOf, check, enterPassword, scenario, signInBesideWorker } from './define.ts';

const broken = { family: 'cookies', thirdPartyCookies: 'block', outcome: 'failed', ends: 'error' } as const;

/** The login cookie did not come with the answer. */
const withoutCookie = (id: string, name = 'login_state'): NonNullable<Parameters<typeof scenario>[0]['proof']> => {
  return (_page, lab) => check(!callbackOf(lab, id).cookies.includes(name), 'The login cookie came with the answer.');
};

export const cookies = [
  scenario({
    ...broken,
    id: 'form-post-lax',
    title: 'Posted answer, Lax cookie',
    story: 'The answer is posted from another site, and the login cookie is `SameSite=Lax`, which stays at home then.',
    headline: 'samesite-form-post',
    app: { kind: 'server', responseMode: 'form_post' },
    proof: withoutCookie('form-post-lax'),
  }),
  scenario({
    ...broken,
    id: 'form-post-unset',
    title: 'Posted answer, slow user',
    story:
      'The login cookie says nothing about SameSite: Chromium sends it with a posted answer for two minutes only, Firefox always does.',
    headline: { chromium: 'samesite-form-post', firefox: null },
    outcome: { chromium: 'failed', firefox: 'completed' },
    slow: true,
    app: { kind: 'server', responseMode: 'form_post', transaction: { sameSite: null } },
    ends: { chromium: 'error', firefox: 'signed-in' },
    steps: ['Press “Sign in”', 'Wait for more than two minutes', 'Sign in'],
    drive: async (page) => {
      await page.click('#sign-in');
      await page.waitFor('#user');
      // RFC 6265bis, "Lax-allowing-unsafe": cookies younger than two minutes are sent.
      await sleep(125_000);
      await enterPassword(page);
      await page.click('#allow');
    },
  }),
  scenario({
    ...broken,
    family: 'healthy',
    id: 'form-post-unset-quick',
    title: 'Posted answer, quick user',
    story: 'Healthy so far: the login cookie says nothing about SameSite and is young enough to come along.',
    headline: null,
    outcome: 'completed',
    ends: 'signed-in',
    app: { kind: 'server', responseMode: 'form_post', transaction: { sameSite: null } },
  }),
  scenario({
    ...broken,
    id: 'strict-transaction',
    title: 'Strict login cookie',
    story: 'The login cookie is `SameSite=Strict`, and the answer always comes from another site.',
    headline: 'samesite-strict-callback',
    app: { kind: 'server', transaction: { sameSite: 'Strict' } },
    proof: withoutCookie('strict-transaction'),
  }),
  scenario({
    ...broken,
    id: 'strict-session-lost',
    title: 'Strict session cookie',
    story:
      'The session cookie is `SameSite=Strict`; the page after the callback still belongs to the chain from the provider and does not get it.',
    headline: 'samesite-strict-callback',
    also: ['session-not-established'],
    app: { kind: 'server', session: { sameSite: 'Strict' } },
  }),
  scenario({
    ...broken,
    id: 'none-without-secure',
    title: 'SameSite=None without Secure',
    story: 'The login cookie says `SameSite=None` and lacks `Secure`; browsers refuse that pair.',
    headline: 'set-cookie-rejected',
    app: { kind: 'server', transaction: { sameSite: 'None', secure: false } },
    proof: withoutCookie('none-without-secure'),
  }),
  scenario({
    ...broken,
    id: 'secure-over-http',
    title: 'Secure cookie over http',
    story: 'The whole app runs on http and marks its login cookie `Secure`.',
    headline: 'set-cookie-rejected',
    also: ['cleartext-hop'],
    app: { kind: 'server', transaction: { secure: true } },
    place: 'http',
    proof: withoutCookie('secure-over-http'),
  }),
  scenario({
    ...broken,
    id: 'cookie-domain',
    title: 'Domain of another site',
    story: 'The login cookie was configured with the domain of the staging site.',
    headline: 'set-cookie-rejected',
    app: { kind: 'server', transaction: { domain: 'staging.example' } },
    proof: withoutCookie('cookie-domain'),
  }),
  scenario({
    ...broken,
    id: 'cookie-host-prefix',
    title: 'A `__Host-` cookie with a path',
    story: 'The login cookie’s name begins with `__Host-`, which demands `Path=/`; it has another one.',
    headline: 'set-cookie-rejected',
    app: { kind: 'server', transaction: { name: '__Host-login_state', path: '/callback' } },
    proof: withoutCookie('cookie-host-prefix', '__Host-login_state'),
  }),
  scenario({
    ...broken,
    id: 'cookie-path',
    title: 'Path that does not cover the callback',
    story: 'The login cookie is set for /login only, the callback lies elsewhere.',
    headline: 'cookie-scope-mismatch',
    app: { kind: 'server', transaction: { path: '/login' } },
    proof: withoutCookie('cookie-path'),
  }),
  scenario({
    ...broken,
    id: 'cookie-path-worker',
    title: 'The same with a service worker',
    story:
      'The login cookie is set for /login only, and the app’s service worker fetches every page: no tab shows where the cookie was set.',
    // The callback's refusal is seen; whose cookie was lost is not.
    headline: 'callback-http-error',
    app: { kind: 'server', worker: 'fetches', transaction: { path: '/login' } },
    drive: signInBesideWorker,
    proof: withoutCookie('cookie-path-worker'),
  }),
  scenario({
    ...broken,
    id: 'cookie-path-case',
    title: 'Path in upper case',
    story: 'The login cookie is set for /Callback, the answer goes to /callback; cookie paths mind the case.',
    headline: 'cookie-scope-mismatch',
    app: { kind: 'server', transaction: { path: '/Callback' } },
    proof: withoutCookie('cookie-path-case'),
  }),
  scenario({
    ...broken,
    id: 'cookie-other-site',
    title: 'Callback on another site',
    story: 'The login begins at the app and comes back to the company’s central login site, which never saw the cookie.',
    headline: 'cookie-scope-mismatch',
    app: { kind: 'server' },
    callbackHost: 'login.company.example',
    proof: withoutCookie('cookie-other-site'),
  }),
  scenario({
    ...broken,
    id: 'cookie-expired',
    title: 'Login cookie too short-lived',
    story: 'The login cookie lives for two seconds; the user needs three.',
    headline: 'transaction-cookie-lost',
    app: { kind: 'server', transaction: { maxAge: 2 } },
    steps: ['Press “Sign in”', 'Wait for three seconds', 'Sign in'],
    drive: async (page) => {
      await page.click('#sign-in');
      await page.waitFor('#user');
      await sleep(3_000);
      await enterPassword(page);
      await page.click('#allow');
    },
    proof: withoutCookie('cookie-expired'),
  }),
];
