/** Server-side apps whose logins work. */
import { enterPassword, says, scenario, signIn, signInBesideWorker } from './define.ts';

const healthy = { family: 'healthy', headline: null, outcome: 'completed', thirdPartyCookies: 'block', ends: 'signed-in' } as const;

export const healthyServer = [
  scenario({
    ...healthy,
    id: 'server-code',
    title: 'Web app with a client secret',
    story: 'Healthy: a server-side app asks for a code with `state` and `nonce` and redeems it with its secret.',
    app: { kind: 'server', pkce: false },
  }),
  scenario({
    ...healthy,
    id: 'worker-fetches',
    title: 'Web app with a service worker',
    story: 'Healthy: the service worker of a server-side app fetches every page itself, the redirects of the login too.',
    app: { kind: 'server', worker: 'fetches' },
    drive: signInBesideWorker,
  }),
  scenario({
    ...healthy,
    id: 'server-nonce-only',
    title: 'Web app with nonce only',
    story: 'Healthy: no `state` and no PKCE, but a `nonce` that the app checks. OpenID Connect allows that.',
    app: { kind: 'server', pkce: false, state: false },
  }),
  scenario({
    ...healthy,
    id: 'server-pkce-only',
    title: 'Web app with PKCE only',
    story: 'Healthy: no `state` and no `nonce`, but PKCE, which the provider enforces. RFC 9700 allows that.',
    app: { kind: 'server', state: false, nonce: false },
    registration: { requirePkce: true },
  }),
  scenario({
    ...healthy,
    id: 'hybrid-fragment',
    title: 'Hybrid flow',
    story: 'Healthy: `code id_token` behind the `#`; the page hands it to its server.',
    app: { kind: 'server', responseType: 'code id_token' },
  }),
  scenario({
    ...healthy,
    id: 'hybrid-form-post',
    title: 'Hybrid flow, posted',
    story: 'Healthy: express-openid-connect with `code id_token` as a posted form.',
    app: { kind: 'express', responseType: 'code id_token', responseMode: 'form_post' },
  }),
  scenario({
    ...healthy,
    id: 'implicit-id-token',
    title: 'ID token only',
    story: 'Healthy: an app that only wants to know who you are takes an ID token behind the `#`.',
    app: { kind: 'server', responseType: 'id_token' },
  }),
  scenario({
    ...healthy,
    id: 'implicit-access-token',
    title: 'ID token and access token',
    story: 'Healthy, if old-fashioned: `id_token token` behind the `#`; the page calls its API with the access token in a header.',
    also: ['implicit-flow'],
    app: { kind: 'server', responseType: 'id_token token', api: 'header' },
  }),
  scenario({
    ...healthy,
    id: 'express-query',
    title: 'Express app, code by GET',
    story: 'Healthy: express-openid-connect with a code in the query.',
    app: { kind: 'express', responseType: 'code', responseMode: 'query' },
  }),
  scenario({
    ...healthy,
    id: 'express-form-post',
    title: 'Express app, ID token by POST',
    story: 'Healthy: express-openid-connect as it comes out of the box, with a posted ID token.',
    app: { kind: 'express', responseType: 'id_token', responseMode: 'form_post' },
  }),
  scenario({
    ...healthy,
    id: 'pushed-request',
    title: 'Pushed authorization request',
    story: 'Healthy: the app pushes its request to the provider first (RFC 9126); the browser only sees a `request_uri`.',
    app: { kind: 'server', request: 'pushed' },
  }),
  scenario({
    ...healthy,
    id: 'posted-request',
    title: 'Authorization request by POST',
    story: 'Healthy: the app sends its request as a form.',
    app: { kind: 'server', request: 'form' },
  }),
  scenario({
    ...healthy,
    id: 'form-post-307',
    title: 'Posted answer, moved with 307',
    story: 'Healthy: the app moved its callback and redirects the posted answer with 307, which keeps the form.',
    app: { kind: 'server', responseMode: 'form_post', transaction: { sameSite: 'None' } },
    callbackPath: '/old-callback',
    appFault: () => (req, res) => {
      if (req.url === '/old-callback') {
        res.writeHead(307, { Location: '/new-callback' }).end();
        return true;
      }
      if (req.url === '/new-callback') req.url = '/old-callback';
      return false;
    },
  }),
  scenario({
    ...healthy,
    id: 'strict-session',
    title: 'Strict session cookie with a page in between',
    story: 'Healthy: the session cookie is `SameSite=Strict`, and a small page between callback and account makes that work.',
    app: { kind: 'server', landing: 'interstitial', session: { sameSite: 'Strict' } },
  }),
  scenario({
    ...healthy,
    id: 'sign-out',
    title: 'Sign in and out again',
    story: 'Healthy: the app ends its session and then the one at the provider.',
    app: { kind: 'server' },
    ends: 'signed-out',
    steps: ['Sign in', 'Back to the start page', 'Sign out', 'Sign out at the provider'],
    drive: async (page, lab) => {
      await signIn(page);
      await page.waitFor(says('signed-in'));
      await page.goto(`${lab.site('sign-out').origin}/`);
      await page.click('#sign-out');
      // The provider's page shares this name for its own button.
      await page.waitForUrl(/session\/end/);
      await page.click('#sign-out');
    },
  }),
  scenario({
    ...healthy,
    id: 'nested-provider',
    title: 'Provider that signs in at another provider',
    story: 'Healthy: the provider is itself a client of a second one; two logins, one inside the other.',
    app: { kind: 'server' },
    steps: ['Sign in', 'Continue with Upstream', 'Sign in and allow there', 'Allow'],
    drive: async (page) => {
      await page.click('#sign-in');
      await page.click('#upstream');
      await enterPassword(page);
      await page.click('#allow');
      await page.waitForUrl(/login\.idp\.example/);
      await page.click('#allow');
    },
  }),
  scenario({
    ...healthy,
    id: 'loopback-app',
    title: 'App on a loopback address',
    story: 'Healthy: a program on this computer takes the answer over http on 127.0.0.1, as RFC 8252 recommends.',
    app: { kind: 'server' },
    place: 'loopback',
  }),
];
