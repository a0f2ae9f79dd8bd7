/** Requests that work and could be attacked, and what only an auditor wants to hear of. */
import { randomBytes } from 'node:crypto';
import { beforeHeaders, redirect, send, sendHtml, targetOf } from '../http.ts';
import { page } from '../page.ts';
import { callbackOf, callbackReached, check, pressSignIn, requestAt, scenario, signIn } from './define.ts';

const auditor = { thirdPartyCookies: 'block', profile: 'auditor' } as const;
const works = { ...auditor, outcome: 'completed', ends: 'signed-in' } as const;
const open = { ...auditor, headline: null, ends: 'elsewhere' } as const;

/** Without PKCE and nonce, so that `state` is all that protects the login. */
const bare = { kind: 'server', pkce: false, nonce: false } as const;

export const auditorRequests = [
  scenario({
    ...works,
    family: 'state',
    id: 'state-guessable',
    title: '`state=xyz`',
    story: 'The app sends the same three letters as `state` with every login, as an example in a book does.',
    headline: null,
    also: ['one-time-value-weak', 'pkce-missing'],
    app: { ...bare, state: () => 'xyz' },
    proof: (_page, lab) => check(requestAt(lab, lab.site('state-guessable')).get('state') === 'xyz', 'The state is another one.'),
  }),
  scenario({
    ...works,
    family: 'state',
    id: 'state-holds-target',
    title: 'An unsigned address in `state`',
    story: 'The app writes into `state` where to go after the login; nothing shows that nobody has changed it.',
    headline: null,
    also: ['sensitive-data-in-url'],
    app: {
      kind: 'server',
      state: () => JSON.stringify({ id: randomBytes(16).toString('hex'), next: 'https://shop.example/CANARY-orders' }),
    },
    proof: (_page, lab) =>
      check(
        requestAt(lab, lab.site('state-holds-target')).get('state')?.includes('"next":"https://') === true,
        'The state holds no address.',
      ),
  }),
  scenario({
    thirdPartyCookies: 'block',
    outcome: 'completed',
    ends: 'signed-in',
    family: 'request',
    id: 'verifier-in-address',
    title: 'The verifier in the address',
    story: 'The app sends a `code_verifier` along with the authorization request, beside the challenge it opens.',
    headline: 'sensitive-data-in-url',
    app: { kind: 'server', mistake: (url) => url.searchParams.set('code_verifier', `CANARY-verifier-${randomBytes(24).toString('hex')}`) },
    proof: (_page, lab) => check(requestAt(lab, lab.site('verifier-in-address')).has('code_verifier'), 'The request has no verifier.'),
  }),
  scenario({
    ...works,
    family: 'token-placement',
    id: 'implicit-token',
    title: 'Access token behind the `#`',
    story: 'The provider’s login page issues the access token itself, and the page reads it from its address.',
    headline: null,
    also: ['implicit-flow'],
    app: { kind: 'server', responseType: 'id_token token', api: 'header' },
    proof: (_page, lab) =>
      check(requestAt(lab, lab.site('implicit-token')).get('response_type') === 'id_token token', 'No token was asked for.'),
  }),
  scenario({
    ...works,
    family: 'token-placement',
    id: 'token-as-proof',
    title: 'Signed in by an access token',
    story: 'The page hands the access token, and nothing else, to the app’s server, which takes it for proof of who somebody is.',
    headline: null,
    also: ['implicit-flow'],
    app: { kind: 'server', responseType: 'id_token token', api: 'header' },
    appFault: () => (req, res) => {
      const { pathname } = targetOf(req);
      if (pathname === '/callback') {
        sendHtml(
          res,
          200,
          page({
            title: 'One moment',
            site: 'token-as-proof',
            outcome: 'working',
            body: '',
            head: `<script>
addEventListener('load', async () => {
  const token = new URLSearchParams(location.hash.slice(1)).get('access_token');
  history.replaceState(null, '', location.pathname);
  await fetch('/callback/session', { method: 'POST', body: new URLSearchParams({ access_token: token }) });
  document.querySelector('main').dataset.outcome = 'signed-in';
});
</script>`,
          }),
        );
        return true;
      }
      if (pathname !== '/callback/session') return false;
      res.setHeader('Set-Cookie', 'app_session=CANARY-session-by-token; Path=/; Secure; HttpOnly; SameSite=Lax');
      res.writeHead(204).end();
      return true;
    },
    proof: (_page, lab) => check(lab.seen.last(lab.site('token-as-proof').host, '/callback/session') !== null, 'No token was handed over.'),
  }),
  scenario({
    ...works,
    family: 'state',
    id: 'start-unbound',
    title: 'A login that any browser can finish',
    story: 'The app keeps its pending logins in one list for everybody: it leaves no cookie before it sends the user off.',
    headline: null,
    also: ['browser-binding-missing', 'pkce-missing'],
    app: { ...bare, credulous: true },
    appFault: () => (req, res) => {
      if (req.url === '/login')
        beforeHeaders(res, () => {
          res.removeHeader('Set-Cookie');
        });
      return false;
    },
    proof: (_page, lab) => check(!callbackOf(lab, 'start-unbound').cookies.includes('login_state'), 'The login cookie was set.'),
  }),
  scenario({
    ...auditor,
    family: 'redirect-uri',
    id: 'answer-over-http',
    title: 'An answer that will come over http',
    story: 'An app on plain http asks to be answered there; the user has not signed in yet.',
    headline: 'cleartext-hop',
    app: { kind: 'server' },
    place: 'http',
    steps: ['Press “Sign in”, and stay on the sign-in page'],
    drive: pressSignIn,
    ends: 'elsewhere',
    proof: (_page, lab) => check(!callbackReached(lab, 'answer-over-http'), 'The answer came.'),
  }),
  scenario({
    ...auditor,
    family: 'request',
    id: 'password-grant',
    title: 'The app’s own password form',
    story: 'The page takes the user’s password itself and trades it for a token.',
    headline: 'retired-feature',
    app: {
      kind: 'plain',
      pages: (req, res) => {
        if (targetOf(req).pathname === '/oauth/token')
          return send(
            res,
            200,
            'application/json',
            '{"access_token":"CANARY-access-token-of-password","token_type":"Bearer","expires_in":300}',
          );
        return sendHtml(
          res,
          200,
          page({
            title: 'Sign in',
            site: 'password-grant',
            outcome: 'signed-out',
            body: '<p class="row"><button id="sign-in" class="first">Sign in as alice</button></p>',
            head: `<script>
addEventListener('load', () => document.getElementById('sign-in').addEventListener('click', async () => {
  const form = { grant_type: 'password', client_id: 'password-grant', username: 'CANARY-alice', password: 'CANARY-password' };
  const answer = await fetch('/oauth/token', { method: 'POST', body: new URLSearchParams(form) });
  if (answer.ok) document.querySelector('main').dataset.outcome = 'signed-in';
}));
</script>`,
          }),
        );
      },
    },
    drive: (driven) => driven.click('#sign-in'),
    ends: 'signed-in',
    proof: (_page, lab) => check(lab.seen.last(lab.site('password-grant').host, '/oauth/token') !== null, 'No password was traded.'),
  }),
  scenario({
    ...open,
    family: 'request',
    id: 'provider-rule',
    title: 'A rule of one product',
    story:
      'The sign-in page is one of Amazon Cognito by all it shows; it registers http addresses on `localhost` only, and the app asks for `127.0.0.1`.',
    also: ['provider-profile-rule'],
    app: {
      kind: 'plain',
      pages: (req, res) => {
        const { pathname } = targetOf(req);
        if (pathname === '/go')
          return redirect(
            res,
            `/oauth2/authorize?response_type=code&client_id=provider-rule&redirect_uri=${encodeURIComponent('http://127.0.0.1:49152/cb')}&state=CANARY${randomBytes(16).toString('hex')}&code_challenge=${randomBytes(32).toString('base64url')}&code_challenge_method=S256`,
          );
        if (pathname === '/oauth2/authorize') res.setHeader('X-Amz-Cognito-Request-Id', 'CANARY-request');
        res.setHeader('X-Frame-Options', 'DENY');
        return sendHtml(
          res,
          200,
          page({
            title: 'Sign in',
            site: 'provider-rule',
            outcome: 'signed-out',
            body: '<p class="row"><a id="sign-in" href="/go">Sign in</a></p>',
          }),
        );
      },
    },
    steps: ['Press “Sign in”, and stay on the sign-in page'],
    drive: pressSignIn,
    proof: (driven) => driven.waitForUrl(/oauth2\/authorize\?/),
  }),
  scenario({
    ...open,
    family: 'response',
    id: 'script-from-elsewhere',
    title: 'A sign-in page without its script',
    story:
      'The provider’s page loads its script from another host, which does not have it; nothing on the page works, and the user leaves.',
    also: ['login-page-external-hosts'],
    app: { kind: 'server' },
    fault: {
      refuse: (res) => {
        const port = new URL(`https://${res.req.headers.host}`).port;
        res.setHeader('X-Frame-Options', 'DENY');
        sendHtml(
          res,
          200,
          page({
            title: 'Sign in',
            site: 'provider',
            body: '<p id="dead">Loading …</p>',
            head: `<script src="https://script-from-elsewhere.app.example:${port}/parts/sign-in.js"></script>`,
          }),
        );
      },
    },
    steps: ['Press “Sign in”', 'Wait in vain, and go back to the start page'],
    drive: async (driven, lab) => {
      await pressSignIn(driven);
      await driven.waitFor('#dead');
      await driven.goto(`${lab.site('script-from-elsewhere').origin}/`);
    },
    proof: (_page, lab) =>
      check(lab.seen.last(lab.site('script-from-elsewhere').host, '/parts/sign-in.js')?.status === 404, 'The script was there.'),
  }),
  scenario({
    ...works,
    family: 'healthy',
    id: 'auditor-content',
    title: 'Nothing to find for an auditor',
    story: 'Healthy: a server-side app with random `state`, nonce and PKCE, heard by an auditor.',
    headline: null,
    app: { kind: 'server' },
    drive: signIn,
  }),
];
