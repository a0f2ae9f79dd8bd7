/** Requests that are written wrongly, and the provider says so. */
import { createHmac } from 'node:crypto';
import type { Site } from '../model.ts';
import { answerAt, check, pressSignIn, says, scenario, shows, signIn } from './define.ts';

const wrong = { family: 'request', thirdPartyCookies: 'block', outcome: 'failed' } as const;

/** The provider tells the app. */
const answered = { ...wrong, ends: 'error', drive: (page) => page.click('#sign-in') } as const satisfies Partial<
  Parameters<typeof scenario>[0]
>;
/** The provider stops on a page of its own. */
const stopped = { ...wrong, ends: 'elsewhere', drive: pressSignIn } as const;

const refusedWith = (id: string, error: string, words: RegExp): NonNullable<Parameters<typeof scenario>[0]['proof']> => {
  return (_page, lab) => {
    const answer = answerAt(lab, id);
    check(answer.get('error') === error && words.test(answer.get('error_description') ?? ''), `The provider did not refuse with ${error}.`);
  };
};

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Packs the request into a signed object (RFC 9101); outside remains what OpenID Connect wants there, too. */
function intoObject(url: URL, { secret, issuer }: Site, change: (claims: Record<string, unknown>) => void): void {
  const outside = ['client_id', 'response_type', 'scope'];
  const now = Math.floor(Date.now() / 1000);
  const claims = { ...Object.fromEntries(url.searchParams), iss: url.searchParams.get('client_id'), aud: issuer, iat: now, exp: now + 300 };
  change(claims);
  for (const name of [...url.searchParams.keys()]) if (!outside.includes(name)) url.searchParams.delete(name);
  const signed = `${part({ alg: 'HS256', typ: 'oauth-authz-req+jwt' })}.${part(claims)}`;
  url.searchParams.set('request', `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`);
}

export const requestMistakes = [
  scenario({
    ...stopped,
    id: 'address-escaped',
    title: 'Address escaped for HTML',
    story: 'A template writes the login address with `&amp;` into a redirect, so the provider sees parameters named `amp;…`.',
    headline: 'authz-mangled',
    app: { kind: 'server', rawMistake: (address) => address.replaceAll('&', '&amp;') },
    proof: (page) => shows(page, /missing required parameter/),
  }),
  scenario({
    ...answered,
    id: 'scope-twice',
    title: '`scope` stands twice in the request',
    story: 'A library adds its own `scope` to the one in the configured address; the provider takes each parameter once.',
    headline: 'duplicate-parameter',
    app: { kind: 'server', mistake: (url) => url.searchParams.append('scope', 'openid email') },
    proof: refusedWith('scope-twice', 'invalid_request', /twice/),
  }),
  scenario({
    ...answered,
    id: 'scope-without-openid',
    title: 'ID token without the scope for it',
    story: 'The app asks for an ID token and leaves `openid` out of the scopes.',
    headline: 'scope-malformed',
    app: {
      kind: 'server',
      responseType: 'code id_token',
      responseMode: 'form_post',
      transaction: { sameSite: 'None' },
      mistake: (url) => url.searchParams.set('scope', 'profile'),
    },
  }),
  scenario({
    ...answered,
    id: 'response-type-case',
    title: 'Response type in capitals',
    story: 'The app writes `Code` where the standard says `code`.',
    headline: 'authz-param-problem',
    app: { kind: 'server', mistake: (url) => url.searchParams.set('response_type', 'Code') },
    proof: refusedWith('response-type-case', 'unsupported_response_type', /./),
  }),
  scenario({
    ...answered,
    id: 'nonce-left-out',
    title: 'ID token without nonce',
    story: 'The app asks for an ID token through the browser and sends no `nonce`; the provider insists on one.',
    headline: 'nonce-missing',
    app: {
      kind: 'server',
      responseType: 'code id_token',
      responseMode: 'form_post',
      transaction: { sameSite: 'None' },
      mistake: (url) => url.searchParams.delete('nonce'),
    },
  }),
  scenario({
    ...answered,
    id: 'pkce-padded',
    title: 'PKCE challenge with padding',
    story: 'The app leaves the `=` of base64 at the end of its `code_challenge`.',
    headline: 'pkce-malformed',
    app: { kind: 'server', mistake: (url) => url.searchParams.set('code_challenge', `${url.searchParams.get('code_challenge')}=`) },
    proof: refusedWith('pkce-padded', 'invalid_request', /code_challenge/),
  }),
  scenario({
    ...answered,
    id: 'pkce-plain-refused',
    title: 'PKCE with method `plain`',
    story: 'The app says `code_challenge_method=plain`; this provider takes `S256` only.',
    headline: 'pkce-plain',
    app: { kind: 'server', mistake: (url) => url.searchParams.set('code_challenge_method', 'plain') },
    proof: refusedWith('pkce-plain-refused', 'invalid_request', /code_challenge_method/),
  }),
  scenario({
    ...answered,
    id: 'object-other-client',
    title: 'Request object of another environment',
    story: 'The app signs its request, and the `client_id` in the signed part is the one of the staging app.',
    headline: 'request-object-conflict',
    app: { kind: 'server', mistake: (url, site) => intoObject(url, site, (claims) => Object.assign(claims, { client_id: 'staging-web' })) },
    tenant: { requestObjects: true },
    proof: refusedWith('object-other-client', 'invalid_request_object', /client_id/),
  }),
  scenario({
    ...wrong,
    id: 'pushed-used-twice',
    title: 'A pushed request is used twice',
    story: 'The user signs in and later opens the provider’s address from the history; a pushed request can be used once.',
    headline: 'par-request-uri-stale',
    app: { kind: 'server', request: 'pushed' },
    ends: 'error',
    steps: ['Sign in', 'Open the provider’s first address from the history'],
    drive: async (page, lab) => {
      await signIn(page);
      await page.waitFor(says('signed-in'));
      const { issuer } = lab.site('pushed-used-twice');
      await page.goto(`${issuer}${lab.seen.at('login.idp.example').find((seen) => seen.target.startsWith('/auth?'))?.target ?? ''}`);
    },
    proof: refusedWith('pushed-used-twice', 'invalid_request_uri', /already used/),
  }),
  scenario({
    ...stopped,
    family: 'redirect-uri',
    id: 'redirect-staging',
    title: 'Return address of the other environment',
    story:
      'The staging app was deployed with the settings of the live one and sends its return address; the provider only knows the other.',
    headline: 'redirect-uri-rejected',
    also: ['redirect-uri-environment-mixup'],
    app: {
      kind: 'server',
      mistake: (url, site) => url.searchParams.set('redirect_uri', site.callbackUrl.replace('https://staging.', 'https://')),
    },
    startHost: 'staging',
    callbackHost: 'staging',
    proof: (page) => shows(page, /redirect_uri/),
  }),
  scenario({
    ...wrong,
    family: 'redirect-uri',
    id: 'redirect-path-tricks',
    title: 'Return address with `..` in it',
    story: 'The registered return address goes up a folder in percent-encoding; the login works, and other addresses might pass as well.',
    headline: null,
    also: ['redirect-uri-suspicious'],
    profile: 'auditor',
    outcome: 'completed',
    ends: 'signed-in',
    app: {
      kind: 'server',
      responseType: 'id_token',
      mistake: (url, site) => url.searchParams.set('redirect_uri', `${site.origin}/shop/%2e%2e/callback`),
    },
    registration: { redirectUris: (site) => [`${site.origin}/shop/%2e%2e/callback`] },
  }),
];
