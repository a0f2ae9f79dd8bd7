/** The request to the provider is wrong, or the provider will not have it. */
import type { ServerResponse } from 'node:http';
import { answerAt, check, pressSignIn, requestAt, scenario, shows } from './define.ts';

const broken = { thirdPartyCookies: 'block', outcome: 'failed' } as const;

/** A front server that answers in the provider's place. */
const out =
  (status: number, words: string, headers: Readonly<Record<string, string>> = {}) =>
  (res: ServerResponse) => {
    res.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', ...headers });
    res.end(`<!doctype html><title>${words}</title><h1>${words}</h1>`);
  };

export const requests = [
  scenario({
    ...broken,
    family: 'request',
    id: 'placeholder-client',
    title: '`client_id=undefined`',
    story: 'A setting is missing in this environment, and the app sends the word “undefined” for its name.',
    headline: 'authz-placeholder',
    app: { kind: 'server', mistake: (url) => url.searchParams.set('client_id', 'undefined') },
    drive: pressSignIn,
    ends: 'elsewhere',
    proof: (page) => shows(page, /invalid_client/),
  }),
  scenario({
    ...broken,
    family: 'request',
    id: 'placeholder-template',
    title: 'A template that nobody filled in',
    story: 'The app was deployed with `{{PUBLIC_URL}}` still in its return address.',
    headline: 'authz-placeholder',
    app: { kind: 'server', mistake: (url) => url.searchParams.set('redirect_uri', '{{PUBLIC_URL}}/callback') },
    drive: pressSignIn,
    ends: 'elsewhere',
    proof: (page) => shows(page, /redirect_uri/),
  }),
  scenario({
    ...broken,
    family: 'request',
    id: 'fetch-to-login',
    title: 'An API call that is sent to the login',
    story: 'The page calls its API without a session; the server redirects the call to the provider, and the browser blocks it (CORS).',
    headline: 'authz-via-xhr',
    app: {
      kind: 'server',
      homePart: `<p id="news">Loading your news …</p>
<script>
fetch('/api/me').then((answer) => answer.text(), (error) => error.message).then((text) => {
  document.getElementById('news').textContent = 'Your news could not be loaded: ' + text;
  document.querySelector('main').dataset.outcome = 'error';
});
</script>`,
    },
    steps: ['Open the page and wait'],
    drive: async () => undefined,
    ends: 'error',
  }),
  scenario({
    ...broken,
    family: 'request',
    id: 'pkce-demanded',
    title: 'Provider insists on PKCE',
    story: 'The provider takes only requests with PKCE from this app, and the app sends none.',
    headline: 'pkce-missing',
    also: ['authz-error-response'],
    app: { kind: 'server', pkce: false },
    registration: { requirePkce: true },
    drive: (page) => page.click('#sign-in'),
    ends: 'error',
    proof: (_page, lab) =>
      check(/PKCE/.test(answerAt(lab, 'pkce-demanded').get('error_description') ?? ''), 'The provider did not ask for PKCE.'),
  }),
  scenario({
    ...broken,
    family: 'request',
    id: 'pkce-missing-public',
    title: 'Single-page app without PKCE',
    story: 'The single-page app redeems its code without PKCE: whoever catches the code can use it.',
    headline: 'pkce-missing',
    profile: 'auditor',
    outcome: 'completed',
    app: { kind: 'spa', settings: { disablePKCE: true } },
    ends: 'signed-in',
    proof: (_page, lab) => check(!requestAt(lab, lab.site('pkce-missing-public')).has('code_challenge'), 'The request has PKCE.'),
  }),
  scenario({
    ...broken,
    family: 'response',
    id: 'scope-refused',
    title: 'A scope the app may not have',
    story: 'The app asks for the scope “admin”, which it is not registered for.',
    headline: 'authz-error-response',
    app: { kind: 'server', mistake: (url) => url.searchParams.set('scope', 'openid admin') },
    registration: { scope: 'openid profile' },
    drive: (page) => page.click('#sign-in'),
    ends: 'error',
    proof: (_page, lab) => check(answerAt(lab, 'scope-refused').get('error') === 'invalid_scope', 'The provider did not refuse the scope.'),
  }),
  scenario({
    ...broken,
    family: 'response',
    id: 'response-type-refused',
    title: 'A flow the app may not use',
    story: 'The app asks for `code id_token`; it is registered for `code` only.',
    headline: 'authz-error-response',
    app: { kind: 'server', responseType: 'code id_token', responseMode: 'form_post', transaction: { sameSite: 'None' } },
    registration: { responseTypes: ['code'] },
    drive: (page) => page.click('#sign-in'),
    ends: 'error',
  }),
  scenario({
    ...broken,
    family: 'response',
    id: 'unknown-client',
    title: 'A client the provider does not know',
    story: 'The app uses the `client_id` of another environment; the provider says so on its own page.',
    headline: 'authz-http-error',
    app: { kind: 'server', mistake: (url) => url.searchParams.set('client_id', 'staging-web') },
    drive: pressSignIn,
    ends: 'elsewhere',
    proof: (page) => shows(page, /invalid_client/),
  }),
  scenario({
    ...broken,
    family: 'response',
    id: 'wrong-endpoint',
    title: 'Authorization endpoint that does not exist',
    story: 'The app sends the user to /authorize; this provider’s endpoint has another path.',
    headline: 'authz-http-error',
    app: {
      kind: 'server',
      mistake: (url) => {
        url.pathname = '/authorize';
      },
    },
    drive: pressSignIn,
    ends: 'elsewhere',
    proof: async (page) => check((await page.status()) === 404, 'The provider has a page there.'),
  }),
  scenario({
    ...broken,
    family: 'response',
    id: 'provider-down',
    title: 'Provider out of order',
    story: 'The provider’s front server answers 503.',
    headline: 'authz-http-error',
    app: { kind: 'server' },
    fault: { refuse: out(503, 'Service unavailable') },
    drive: pressSignIn,
    ends: 'elsewhere',
    proof: async (page) => check((await page.status()) === 503, 'The provider answered.'),
  }),
  scenario({
    ...broken,
    family: 'response',
    id: 'provider-busy',
    title: 'Too many logins',
    story: 'The provider limits how often an app may ask and answers 429.',
    headline: 'authz-http-error',
    app: { kind: 'server' },
    fault: { refuse: out(429, 'Too many requests', { 'Retry-After': '30' }) },
    drive: pressSignIn,
    ends: 'elsewhere',
    proof: async (page) => check((await page.status()) === 429, 'The provider answered.'),
  }),
];
