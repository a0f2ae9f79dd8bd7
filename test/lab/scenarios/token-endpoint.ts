/** What pages do at the token endpoint and with the tokens, and what they get back. */
import { check, says, scenario, shows, signIn } from './define.ts';

const broken = { family: 'token-endpoint', thirdPartyCookies: 'block', outcome: 'failed', ends: 'error' } as const;

/** The app's own wrapper around `fetch`, as many have one; `change` sees the form of a call to the token endpoint. */
const atToken = (change: string): string => `{
  const plain = window.fetch;
  window.fetch = async (input, init = {}) => {
    const form = String(input).endsWith('/token') && init.method === 'POST' ? new URLSearchParams(String(init.body)) : null;
    if (form === null) return plain(input, init);
    ${change}
    return plain(input, { ...init, body: form });
  };
}`;

export const tokenEndpoint = [
  scenario({
    ...broken,
    id: 'code-sent-twice',
    title: 'The code is redeemed twice',
    story: 'A component of the page is mounted twice: both send the code, and the page shows what the second one got.',
    headline: 'code-reused',
    app: { kind: 'spa', script: atToken('await plain(input, { ...init, body: form });') },
    proof: (page) => shows(page, /grant/),
  }),
  scenario({
    ...broken,
    id: 'verifier-of-other-login',
    title: 'Another login’s verifier',
    story: 'The app keeps one PKCE verifier for all logins, and sends one that does not belong to this login.',
    headline: 'pkce-verifier-mismatch',
    app: {
      kind: 'spa',
      script: atToken(`form.set('code_verifier', 'CANARY-verifier-of-another-login-0123456789-abcdefgh');`),
    },
    proof: (page) => shows(page, /grant/),
  }),
  scenario({
    ...broken,
    id: 'token-request-as-text',
    title: 'Token request as plain text',
    story: 'The app hands `fetch` a string and sets no content type, so the form is sent as `text/plain`.',
    headline: 'token-request-malformed',
    app: {
      kind: 'spa',
      script: atToken(`const { 'Content-Type': type, ...headers } = init.headers ?? {};
    return plain(input, { ...init, headers, body: form.toString() });`),
    },
    proof: (page) => shows(page, /invalid|request/),
  }),
  scenario({
    ...broken,
    id: 'token-request-other-address',
    title: 'Another return address in the token request',
    story: 'The app builds the return address of the token request from the address of its page, with a slash at the end.',
    headline: 'token-request-malformed',
    app: { kind: 'spa', script: atToken(`form.set('redirect_uri', form.get('redirect_uri') + '/');`) },
    proof: (page) => shows(page, /grant/),
  }),
  scenario({
    ...broken,
    id: 'token-answer-is-a-page',
    title: 'A web page where the token should be',
    story: 'A web server in front of the provider answers every unknown path, the token endpoint too, with its start page.',
    headline: 'token-response-malformed',
    app: { kind: 'spa' },
    tenant: {
      token: {
        status: 200,
        headers: { 'Content-Type': 'text/html; charset=utf-8', 'Access-Control-Allow-Origin': '*' },
        body: '<!doctype html><title>Welcome</title><h1>Welcome</h1>',
      },
    },
  }),
  scenario({
    ...broken,
    id: 'token-bot-check',
    title: 'Bot check at the token endpoint',
    story: 'A content network in front of the provider answers the page’s call with a check that only a person could pass.',
    headline: 'bot-challenge',
    app: { kind: 'spa' },
    tenant: {
      token: {
        status: 403,
        headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cf-Mitigated': 'challenge', Server: 'cloudflare' },
        body: '<!doctype html><title>Just a moment...</title>',
      },
    },
  }),
  scenario({
    ...broken,
    id: 'dpop-nonce-unreadable',
    title: 'DPoP nonce the page can not read',
    story: 'The provider wants its nonce in the DPoP proof and does not let pages of other sites read it; the app tries again in vain.',
    headline: 'dpop-misuse',
    app: {
      kind: 'spa',
      dpop: true,
      script: atToken(`const first = await plain(input, { ...init, body: form });
    if (first.ok) return first;`),
    },
    tenant: { dpopNonce: 'unreadable' },
    proof: (page) => shows(page, /nonce/),
  }),
  scenario({
    ...broken,
    id: 'refresh-token-kept',
    title: 'The first refresh token, again and again',
    story: 'The provider gives a new refresh token with every renewal; the app keeps sending the first one.',
    headline: 'refresh-not-rotated',
    app: {
      kind: 'spa',
      settings: { scope: 'openid offline_access', prompt: 'consent' },
      script: atToken(`if (form.has('refresh_token')) {
      window.kept ??= form.get('refresh_token');
      form.set('refresh_token', window.kept);
    }`),
    },
    registration: { refresh: true },
    steps: ['Sign in', 'Press “Renew quietly” twice'],
    drive: async (page) => {
      await signIn(page);
      await page.waitFor(says('signed-in'));
      await page.click('#renew');
      await page.waitFor(() => document.getElementById('status')?.textContent?.startsWith('Renewed') ?? false);
      await page.click('#renew');
    },
    proof: (page) => shows(page, /grant/),
  }),
  scenario({
    ...broken,
    id: 'api-refuses-token',
    title: 'API refuses the token',
    story: 'The access token comes behind the `#`, the page calls its API with it, and the API answers 401.',
    headline: 'resource-request-rejected',
    app: { kind: 'server', responseType: 'id_token token', api: 'header' },
    appFault: () => (req, res) => {
      if (req.url !== '/api/basket') return false;
      res.writeHead(401, { 'WWW-Authenticate': 'Bearer error="invalid_token"' }).end();
      return true;
    },
    ends: 'signed-in',
    proof: (_page, lab) =>
      check(lab.seen.last(lab.site('api-refuses-token').host, '/api/basket')?.status === 401, 'The API was not called.'),
  }),
  scenario({
    ...broken,
    id: 'wrong-authority',
    title: 'Settings of a provider that is not there',
    story: 'The app’s configured provider address has a path that does not exist, so the provider’s metadata is not found.',
    headline: 'discovery-problem',
    app: { kind: 'spa', settings: ({ issuer }) => ({ authority: `${issuer}/realms/shop` }) },
    drive: (page) => page.click('#sign-in'),
  }),
];
