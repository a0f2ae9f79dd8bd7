import { resourceRequestRejected } from '../../../../lib/checks/token-endpoint/resource-request-rejected.ts';
import { cases } from '../../../build/cases.ts';

const access = 'CANARY-access-0123456789';
const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (claims: object) => `${base64url({ alg: 'RS256' })}.${base64url(claims)}.CANARYsignature`;
/** The token comes in the fragment, where both sources see it. */
const implicit = (token = access, more = '') => `
        GET https://idp.example/authorize?response_type=token&client_id=spa&redirect_uri=https://app.example/cb&state=CANARY-state-0123${more}
        → 302 https://app.example/cb#access_token=${token}&token_type=Bearer&state=CANARY-state-0123
        GET https://app.example/cb#access_token=${token}&token_type=Bearer&state=CANARY-state-0123
        → 200`;
const code = `
        GET https://idp.example/authorize?response_type=code&client_id=spa&redirect_uri=https://app.example/cb
        → 302 https://app.example/cb?code=code-CANARY-0123
        GET https://app.example/cb?code=code-CANARY-0123
        → 200
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=authorization_code&code=code-CANARY-0123&client_id=spa&redirect_uri=https://app.example/cb
        → 200
          = {"access_token":"${access}","token_type":"Bearer","id_token":"CANARY-id-token-0123456789"}`;
const call = (token = access, url = 'https://api.example/me', flags = '', scheme = 'Bearer') => `
        GET ${url} [fetch] [from https://app.example]${flags}
          Authorization: ${scheme} ${token}`;
const challenge = (error: string, status = 401) => `
        → ${status}
          WWW-Authenticate: Bearer realm="api", error="${error}"`;
const firefox = { browser: 'firefox' } as const; // Chrome's files leave Authorization out

cases(resourceRequestRejected, {
  fails: {
    'the API does not know the token': {
      as: 'refused',
      ...firefox,
      at: ['3 response.status', '3 request.header.authorization', '3 response.header.www-authenticate'],
      severity: 'error',
      data: { status: 401, host: 'https://api.example', code: ' with `invalid_token`' },
      trace: `${implicit()}${call()}${challenge('invalid_token')}`,
    },
    'the token is no JWT and no audience was asked for': {
      as: 'refused',
      ...firefox,
      data: {
        hint: ' The request named no audience or resource, and the token is no JWT: some providers give such tokens for their own UserInfo only.',
      },
      trace: `${implicit()}${call()}
        → 401`,
    },
    'the ID token is sent': {
      as: 'refused',
      ...firefox,
      only: 'har',
      data: { hint: ' What was sent is the ID token, which is for the app itself; an API wants the access token.' },
      trace: `${code}${call('CANARY-id-token-0123456789')}
        → 401`,
    },
    'the scheme is spelled in another way': {
      as: 'refused',
      ...firefox,
      data: { status: 400, hint: ' The word before the token is not spelled `Bearer`, and some APIs insist on it.' },
      trace: `${implicit()}${call(access, undefined, '', 'bearer')}${challenge('invalid_request', 400)}`,
    },
    'the token is for another site': {
      as: 'refused',
      ...firefox,
      data: { hint: ' The token’s audience (`aud`) is at another site than this API.' },
      trace: `${implicit(jwt({ aud: 'https://other.test/', exp: 1_900_000_000 }))}${call(jwt({ aud: 'https://other.test/', exp: 1_900_000_000 }))}
        → 401`,
    },
    'the token has expired by the clock of the computer': {
      as: 'refused',
      ...firefox,
      data: { hint: ' By the clock of this computer the token had expired already.' },
      trace: `${implicit(jwt({ exp: 1_000_000_000 }))}${call(jwt({ exp: 1_000_000_000 }))}
        → 401`,
    },
    'UserInfo refuses what the token endpoint has just given': {
      as: 'refused',
      only: 'web-request',
      trace: `${code}
          Access-Control-Allow-Origin: *${call(access, 'https://idp.example/userinfo')}
        → 401
          Access-Control-Allow-Origin: *`,
    },
    'a permission is missing': {
      as: 'forbidden',
      ...firefox,
      severity: 'warning',
      data: { status: 403 },
      trace: `${implicit()}${call()}${challenge('insufficient_scope', 403)}`,
    },
    'one of two APIs takes it': {
      as: 'partly',
      ...firefox,
      severity: 'warning',
      trace: `${implicit()}${call()}
        → 200${call(access, 'https://photos.example/me')}${challenge('invalid_token')}`,
    },
  },
  passes: {
    'the API answers': { ...firefox, trace: `${implicit()}${call()}\n        → 200` },
    'one call among many is refused': {
      ...firefox,
      trace: `${implicit()}${call()}
        → 200${call(access, 'https://api.example/admin')}
        → 401`,
    },
    'the API wants its nonce in the proof first': {
      ...firefox,
      trace: `${implicit()}${call(access, undefined, '', 'DPoP')}
        → 401
          WWW-Authenticate: DPoP error="use_dpop_nonce"
          DPoP-Nonce: CANARY${call(access, undefined, '', 'DPoP')}
        → 200`,
    },
    'the API wants a stronger sign-in': { ...firefox, trace: `${implicit()}${call()}${challenge('insufficient_user_authentication')}` },
    'the app renews the token and is let in': {
      ...firefox,
      trace: `${implicit()}${call()}${challenge('invalid_token')}${call('CANARY-access-9876543210')}
        → 200`,
    },
    'the API has no such thing': { ...firefox, trace: `${implicit()}${call()}\n        → 404` },
  },
  skips: {
    'the token is old': { ...firefox, trace: `${implicit()}${call(access, undefined, ' [+3600s]')}\n        → 401` },
    'another token is refused': { ...firefox, trace: `${implicit()}${call('CANARY-other-0123456789')}\n        → 401` },
    'the user has logged out': {
      ...firefox,
      trace: `${implicit()}
        GET https://idp.example/logout?post_logout_redirect_uri=https://app.example/&client_id=spa
        → 200${call()}
        → 401`,
    },
  },
  unsure: {
    'the file leaves Authorization out': {
      why: 'header-hidden',
      only: 'har',
      trace: `${code}
        GET https://api.example/me [fetch] [from https://app.example]
        → 401`,
    },
  },
});
