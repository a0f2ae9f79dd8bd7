import { createHash } from 'node:crypto';
import { describe } from 'vitest';
import { calm } from '../../build/calm.ts';
import { jwt } from '../../build/jwt.ts';
import { clockStart } from '../../build/trace.ts';

const verifier = 'CANARY-verifier-of-this-login-0123456789abcdef';
const digest = createHash('sha256').update(verifier).digest('base64url');
const state = 'CANARY-state-abcdefgh';
const cb = 'https://app.example/cb';
const now = clockStart / 1000;
const idToken = (claims: object = {}) =>
  jwt({ iss: 'https://idp.example', aud: 'web', sub: 'CANARY', nonce: 'CANARY-nonce-0123456789', iat: now, exp: now + 3600, ...claims });
const asked = (more: string) => `https://idp.example/authorize?client_id=web&redirect_uri=${cb}&state=${state}${more}`;
const pkce = `&code_challenge=${digest}&code_challenge_method=S256`;
const readable = (origin = 'https://app.example') => `
          Access-Control-Allow-Origin: ${origin}`;
const preflight = (url: string, headers: string) => `
        OPTIONS ${url} [preflight] [from https://app.example]
          Origin: https://app.example
          Access-Control-Request-Headers: ${headers}
        → 204
          Access-Control-Allow-Origin: https://app.example
          Access-Control-Allow-Headers: ${headers}
          Access-Control-Allow-Methods: POST`;
const call = (url: string, body: string, headers = '') => `
        POST ${url} [fetch] [from https://app.example]
          Origin: https://app.example${headers}
          = ${body}`;
const redeem = `grant_type=authorization_code&code=CANARY-code-0123456789&client_id=web&redirect_uri=${cb}&code_verifier=${verifier}`;
const tokens = (type = 'Bearer') => `
        → 200${readable()}
          = {"access_token":"CANARY-access-0123456789","token_type":"${type}","expires_in":300}`;
const answered = (request: string) => `
        GET https://app.example/
        → 200
        GET ${request} [from https://app.example/] [+3s]
        → 302 ${cb}?code=CANARY-code-0123456789&state=${state}
        GET ${cb}?code=CANARY-code-0123456789&state=${state}
        → 200`;
const proof = (n: number) => `
          DPoP: ${jwt({ jti: `CANARY-${n}`, htm: 'POST', htu: 'https://idp.example/token', iat: now }, { alg: 'ES256', typ: 'dpop+jwt' })}`;
const pushedUri = 'urn:ietf:params:oauth:request_uri:CANARY-6esc_11ACC5bwc014';

describe('logins that look unusual and are in order', () => {
  calm({
    'the token endpoint and the API each want a nonce of their own in the DPoP proof': `
        ${answered(asked(`&response_type=code${pkce}`))}
        ${preflight('https://idp.example/token', 'dpop')}
        ${call('https://idp.example/token', redeem, proof(1))}
        → 400${readable()}
          Access-Control-Expose-Headers: DPoP-Nonce
          DPoP-Nonce: CANARY-dpop-nonce-1
          = {"error":"use_dpop_nonce","error_description":"Authorization server requires nonce in DPoP proof"}
        ${call('https://idp.example/token', redeem, proof(2))}
        ${tokens('DPoP')}
        GET https://api.example/me [fetch] [from https://app.example]
          Origin: https://app.example
          Authorization: DPoP CANARY-access-0123456789
        → 401${readable()}
          WWW-Authenticate: DPoP error="use_dpop_nonce", error_description="Resource server requires nonce in DPoP proof"
          DPoP-Nonce: CANARY-dpop-nonce-2
        GET https://api.example/me [fetch] [from https://app.example]
          Origin: https://app.example
          Authorization: DPoP CANARY-access-0123456789
        → 200${readable()}`,
    'the page pushes its request, which the browser asks about first': `
        GET https://app.example/
        → 200
        ${preflight('https://idp.example/par', 'content-type')}
        ${call('https://idp.example/par', `response_type=code&client_id=web&redirect_uri=${cb}&state=${state}${pkce}`)}
        → 201${readable()}
          = {"request_uri":"${pushedUri}","expires_in":60}
        GET https://idp.example/authorize?client_id=web&request_uri=${pushedUri} [from https://app.example/]
        → 302 ${cb}?code=CANARY-code-0123456789&state=${state}
        GET ${cb}?code=CANARY-code-0123456789&state=${state}
        → 200
        ${preflight('https://idp.example/token', 'content-type')}
        ${call('https://idp.example/token', redeem)}
        ${tokens()}`,
    'an ID token alone is posted': `
        GET https://app.example/login
        → 302 ${asked('&response_type=id_token&response_mode=form_post&scope=openid&nonce=CANARY-nonce-0123456789')}
          Set-Cookie: nonce=CANARY-nonce-0123456789; Path=/; Secure; HttpOnly; SameSite=None
        GET ${asked('&response_type=id_token&response_mode=form_post&scope=openid&nonce=CANARY-nonce-0123456789')}
        → 200
        POST ${cb} [from https://idp.example] [+9s]
          Origin: https://idp.example
          Cookie: nonce=CANARY-nonce-0123456789
          = id_token=${idToken()}&state=${state}
        → 303 /
          Set-Cookie: session=CANARY-session-0123; Path=/; Secure; HttpOnly
        GET https://app.example/
          Cookie: session=CANARY-session-0123
        → 200`,
    'the answer comes as one signed token': `
        ${answered(asked(`&response_type=code&response_mode=query.jwt${pkce}`)).replaceAll(
          `code=CANARY-code-0123456789&state=${state}`,
          `response=${jwt({ iss: 'https://idp.example', aud: 'web', exp: now + 600, code: 'CANARY-code-0123456789', state })}`,
        )}
        ${call('https://idp.example/token', redeem)}
        ${tokens()}`,
    'a device shows a code, and its user types it here': `
        POST https://idp.example/device_authorization [fetch]
          = client_id=tv&scope=openid
        → 200
          = {"device_code":"CANARY-device-0123456789","user_code":"CANARY-XYZ","verification_uri":"https://idp.example/device","verification_uri_complete":"https://idp.example/device?user_code=CANARY-XYZ","expires_in":600,"interval":5}
        GET https://idp.example/device?user_code=CANARY-XYZ [tab 2] [+3s]
        → 200
        POST https://idp.example/device [tab 2] [from https://idp.example] [+5s]
          = user_code=CANARY-XYZ&confirm=yes
        → 200
        POST https://idp.example/token [fetch]
          = grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=CANARY-device-0123456789&client_id=tv
        → 400
          = {"error":"authorization_pending"}
        POST https://idp.example/token [fetch] [+5s]
          = grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=CANARY-device-0123456789&client_id=tv
        → 200
          = {"access_token":"CANARY-access-0123456789","token_type":"Bearer"}`,
    'tokens are renewed, and each refresh token is used once': `
        ${[1, 2, 3]
          .map(
            (n) => `
        POST https://idp.example/token [fetch] [from https://app.example] [+300s]
          Origin: https://app.example
          = grant_type=refresh_token&client_id=web&refresh_token=CANARY-refresh-${n}-0123456789
        → 200${readable()}
          = {"access_token":"CANARY-access-${n}-0123456789","refresh_token":"CANARY-refresh-${n + 1}-0123456789","token_type":"Bearer","expires_in":300}`,
          )
          .join('')}`,
    'a page signs out and comes back': `
        GET https://idp.example/logout?id_token_hint=${idToken()}&post_logout_redirect_uri=https%3A%2F%2Fapp.example%2Fbye&state=CANARY-bye-abcdefgh [from https://app.example/]
        → 302 https://app.example/bye?state=CANARY-bye-abcdefgh
        GET https://app.example/bye?state=CANARY-bye-abcdefgh
        → 200`,
    'the user picks another account halfway': `
        GET https://app.example/login
        → 302 ${asked(`&response_type=code${pkce}`)}
          Set-Cookie: txn=CANARY-txn-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
        GET ${asked(`&response_type=code${pkce}`)}
        → 200
        POST https://idp.example/signin [from https://idp.example] [+5s]
          = user=CANARY
        → 200
          "Wrong password. Try again or choose another account."
        GET ${asked(`&response_type=code${pkce}`)}&prompt=select_account [from https://idp.example/signin] [+5s]
        → 200
        POST https://idp.example/signin [from https://idp.example] [+5s]
          = user=CANARY-2
        → 302 ${cb}?code=CANARY-code-0123456789&state=${state}
        GET ${cb}?code=CANARY-code-0123456789&state=${state}
          Cookie: txn=CANARY-txn-0123456789
        → 302 /
          Set-Cookie: session=CANARY-session-0123; Path=/; Secure; HttpOnly
        GET https://app.example/
          Cookie: session=CANARY-session-0123
        → 200`,
    'two providers are connected one after the other': `
        ${answered(asked(`&response_type=code${pkce}`))}
        ${call('https://idp.example/token', redeem)}
        ${tokens()}
        GET https://other.example/oauth2/auth?response_type=code&client_id=app&redirect_uri=https://app.example/other/cb&state=CANARY-other-abcdefgh${pkce} [from https://app.example/] [+9s]
        → 302 https://app.example/other/cb?code=CANARY-other-code-0123&state=CANARY-other-abcdefgh
        GET https://app.example/other/cb?code=CANARY-other-code-0123&state=CANARY-other-abcdefgh
        → 302 /
        GET https://app.example/
        → 200`,
    'the app asks for more rights later': `
        ${answered(asked(`&response_type=code&scope=openid${pkce}`))}
        ${call('https://idp.example/token', redeem)}
        ${tokens()}
        GET ${asked(`&response_type=code&scope=openid+files&prompt=consent${pkce}`).replace(state, 'CANARY-state-2-abcdefgh')} [from https://app.example/] [+60s]
        → 302 ${cb}?code=CANARY-code-2-0123456789&state=CANARY-state-2-abcdefgh&scope=openid+files
        GET ${cb}?code=CANARY-code-2-0123456789&state=CANARY-state-2-abcdefgh&scope=openid+files
        → 200
        ${call('https://idp.example/token', redeem.replace('CANARY-code-', 'CANARY-code-2-'))}
        ${tokens()}`,
  });
});
