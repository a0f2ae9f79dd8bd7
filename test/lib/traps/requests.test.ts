import { describe } from 'vitest';
import { calm } from '../../build/calm.ts';

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const signed = (claims: object) => `${base64url({ alg: 'RS256', kid: 'CANARY' })}.${base64url(claims)}.CANARYsignature`;
const encrypted = `${base64url({ alg: 'RSA-OAEP', enc: 'A256GCM' })}.CANARYkey.CANARYiv.CANARYtext.CANARYtag`;

describe('1 requests that are safe without state', () => {
  calm({
    'a code flow without state, with PKCE': `
        GET https://app.example/login
        → 302 https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&code_challenge=CANARY-challenge-0123456789012345678901234567&code_challenge_method=S256
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&code_challenge=CANARY-challenge-0123456789012345678901234567&code_challenge_method=S256
        → 302 https://app.example/cb?code=code-CANARY-0123456789
        GET https://app.example/cb?code=code-CANARY-0123456789
        → 302 /
          Set-Cookie: sid=CANARY-session-0123; Path=/; Secure; HttpOnly; SameSite=Lax
        GET https://app.example/
          Cookie: sid=CANARY-session-0123
        → 200`,
    'an OpenID Connect code flow with nonce only': `
        GET https://app.example/signin
        → 302 https://idp.example/connect/authorize?response_type=code&scope=openid&client_id=web&redirect_uri=https://app.example/signin-oidc&nonce=CANARY-nonce-0123456789
          Set-Cookie: oidc.nonce=CANARY-nonce-0123456789; Path=/; Secure; HttpOnly; SameSite=None
        GET https://idp.example/connect/authorize?response_type=code&scope=openid&client_id=web&redirect_uri=https://app.example/signin-oidc&nonce=CANARY-nonce-0123456789
        → 302 https://app.example/signin-oidc?code=code-CANARY-0123456789
        GET https://app.example/signin-oidc?code=code-CANARY-0123456789
          Cookie: oidc.nonce=CANARY-nonce-0123456789
        → 302 /
          Set-Cookie: session=CANARY-session-0123; Path=/; Secure; HttpOnly
        GET https://app.example/
          Cookie: session=CANARY-session-0123
        → 200`,
  });
});

const pushed = 'https://idp.example/authorize?client_id=web&request_uri=urn:ietf:params:oauth:request_uri:CANARY-6esc_11ACC5bwc014';

describe('2 requests whose parameters are elsewhere', () => {
  calm({
    'the backend pushes them': `
        GET https://app.example/login
        → 302 ${pushed}
          Set-Cookie: txn=CANARY-txn-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
        GET ${pushed}
        → 200
        POST https://idp.example/signin [from https://idp.example] [+5s]
          = user=CANARY
        → 302 https://app.example/cb?code=code-CANARY-0123&state=CANARY-state-0123456789&iss=https://idp.example
        GET https://app.example/cb?code=code-CANARY-0123&state=CANARY-state-0123456789&iss=https://idp.example
          Cookie: txn=CANARY-txn-0123456789
        → 302 /
        GET https://app.example/
        → 200`,
    'the page pushes them': `
        GET https://app.example/
        → 200
        POST https://idp.example/par [fetch] [from https://app.example]
          Origin: https://app.example
          = response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=CANARY-state-0123456789&code_challenge=CANARY-challenge-0123456789012345678901234567&code_challenge_method=S256
        → 201
          Access-Control-Allow-Origin: https://app.example
          = {"request_uri":"urn:ietf:params:oauth:request_uri:CANARY-6esc_11ACC5bwc014","expires_in":60}
        GET ${pushed} [from https://app.example/]
        → 302 https://app.example/cb?code=code-CANARY-0123&state=CANARY-state-0123456789
        GET https://app.example/cb?code=code-CANARY-0123&state=CANARY-state-0123456789
        → 200`,
    'they are signed': `
        GET https://idp.example/authorize?client_id=web&request=${signed({ response_type: 'code', redirect_uri: 'https://app.example/cb', state: 'CANARY-state-0123456789', code_challenge: 'CANARY-challenge-0123456789012345678901234567', code_challenge_method: 'S256' })}
        → 302 https://app.example/cb?code=code-CANARY-0123&state=CANARY-state-0123456789
        GET https://app.example/cb?code=code-CANARY-0123&state=CANARY-state-0123456789
        → 302 /
        GET https://app.example/
        → 200`,
    'they are encrypted': `
        GET https://idp.example/authorize?client_id=web&response_type=code&scope=openid&request=${encrypted}
        → 302 https://app.example/cb?code=code-CANARY-0123&state=CANARY-state-0123456789
        GET https://app.example/cb?code=code-CANARY-0123&state=CANARY-state-0123456789
        → 302 /
        GET https://app.example/
        → 200`,
    'they were pushed, and the user reloads the sign-in page before signing in': `
        GET https://app.example/login
        → 302 ${pushed}
        GET ${pushed}
        → 200
        GET ${pushed} [reload] [+20s]
        → 200
        POST https://idp.example/signin [from https://idp.example] [+5s]
          = user=CANARY
        → 302 https://app.example/cb?code=code-CANARY-0123&state=CANARY-state-0123456789
        GET https://app.example/cb?code=code-CANARY-0123&state=CANARY-state-0123456789
        → 302 /
        GET https://app.example/
        → 200`,
  });
});

describe('3 answers posted by a form', () => {
  calm({
    'the login cookies are SameSite=None': `
        GET https://app.example/login
        → 302 https://idp.example/authorize?response_type=code&response_mode=form_post&client_id=web&redirect_uri=https://app.example/signin-oidc&state=CANARY-state-0123456789&nonce=CANARY-nonce-0123456789&code_challenge=CANARY-challenge-0123456789012345678901234567&code_challenge_method=S256
          Set-Cookie: .AspNetCore.Correlation.CANARYab12cd34=N; expires=Thu, 01 Jan 2026 00:15:00 GMT; path=/signin-oidc; secure; samesite=none; httponly
          Set-Cookie: .AspNetCore.OpenIdConnect.Nonce.CANARYab12cd34=N; expires=Thu, 01 Jan 2026 00:15:00 GMT; path=/signin-oidc; secure; samesite=none; httponly
        GET https://idp.example/authorize?response_type=code&response_mode=form_post&client_id=web&redirect_uri=https://app.example/signin-oidc&state=CANARY-state-0123456789&nonce=CANARY-nonce-0123456789&code_challenge=CANARY-challenge-0123456789012345678901234567&code_challenge_method=S256
        → 200
        POST https://app.example/signin-oidc [from https://idp.example] [+150s]
          Origin: https://idp.example
          Cookie: .AspNetCore.Correlation.CANARYab12cd34=N; .AspNetCore.OpenIdConnect.Nonce.CANARYab12cd34=N
          = code=code-CANARY-0123&state=CANARY-state-0123456789&session_state=CANARY
        → 302 /
          Set-Cookie: .AspNetCore.Correlation.CANARYab12cd34=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/signin-oidc; secure; samesite=none; httponly
          Set-Cookie: .AspNetCore.Cookies=CANARY-session-0123456789; path=/; secure; samesite=lax; httponly
        GET https://app.example/
          Cookie: .AspNetCore.Cookies=CANARY-session-0123456789
        → 200`,
    'a phone maker posts the code with the user’s name': `
        GET https://app.example/auth/apple
        → 302 https://idp.example/auth/authorize?client_id=com.example.web&redirect_uri=https://app.example/auth/apple/callback&response_type=code%20id_token&response_mode=form_post&scope=name%20email&state=CANARY-state-0123456789&nonce=CANARY-nonce-0123456789
          Set-Cookie: apple_state=CANARY-state-0123456789; Path=/; Secure; HttpOnly; SameSite=None
        GET https://idp.example/auth/authorize?client_id=com.example.web&redirect_uri=https://app.example/auth/apple/callback&response_type=code%20id_token&response_mode=form_post&scope=name%20email&state=CANARY-state-0123456789&nonce=CANARY-nonce-0123456789
        → 200
        POST https://app.example/auth/apple/callback [from https://idp.example] [+30s]
          Cookie: apple_state=CANARY-state-0123456789
          = state=CANARY-state-0123456789&code=code-CANARY.0.abcdefg&id_token=${signed({ sub: 'CANARY', nonce: 'CANARY-nonce-0123456789' })}&user=%7B%22name%22%3A%7B%22firstName%22%3A%22CANARY%22%7D%7D
        → 303 /welcome
          Set-Cookie: session=CANARY-session-0123; Path=/; Secure; HttpOnly
        GET https://app.example/welcome
          Cookie: session=CANARY-session-0123
        → 200`,
  });
});

describe('4 answers in the fragment', () => {
  calm({
    'an implicit ID token is handled by a single-page app': `
        GET https://app.example/
        → 200
        GET https://idp.example/authorize?response_type=id_token&scope=openid&client_id=spa&redirect_uri=https://app.example/cb&state=CANARY-state-0123456789&nonce=CANARY-nonce-0123456789 [from https://app.example/] [+4s]
        → 302 https://app.example/cb#id_token=${signed({ sub: 'CANARY', nonce: 'CANARY-nonce-0123456789' })}&state=CANARY-state-0123456789
        GET https://app.example/cb#id_token=${signed({ sub: 'CANARY', nonce: 'CANARY-nonce-0123456789' })}&state=CANARY-state-0123456789
        → 200
        GET https://app.example/api/me [fetch] [from https://app.example/cb]
        → 200`,
    'code and ID token come together': `
        GET https://app.example/
        → 200
        GET https://idp.example/authorize?response_type=code%20id_token&scope=openid&client_id=spa&redirect_uri=https://app.example/cb&state=CANARY-state-0123456789&nonce=CANARY-nonce-0123456789&code_challenge=CANARY-challenge-0123456789012345678901234567&code_challenge_method=S256 [from https://app.example/] [+4s]
        → 302 https://app.example/cb#code=code-CANARY-0123&id_token=${signed({ sub: 'CANARY', nonce: 'CANARY-nonce-0123456789' })}&state=CANARY-state-0123456789
        GET https://app.example/cb#code=code-CANARY-0123&id_token=${signed({ sub: 'CANARY', nonce: 'CANARY-nonce-0123456789' })}&state=CANARY-state-0123456789
        → 200
        POST https://app.example/api/session [fetch] [from https://app.example/cb]
          = {"code":"code-CANARY-0123"}
        → 200`,
  });
});

const cli = (redirectUri: string) => `
        GET https://idp.example/authorize?response_type=code&client_id=cli&redirect_uri=${redirectUri}&state=CANARY-state-0123456789&code_challenge=CANARY-challenge-0123456789012345678901234567&code_challenge_method=S256
        → 200
        POST https://idp.example/signin [from https://idp.example] [+6s]
          = user=CANARY
        → 302 ${redirectUri}?code=code-CANARY-0123&state=CANARY-state-0123456789
        GET ${redirectUri}?code=code-CANARY-0123&state=CANARY-state-0123456789
        → 200`;

describe('5 programs that listen on this computer', () => {
  calm({
    'on IPv4 and a random port, with no page of the app before': cli('http://127.0.0.1:53682/callback'),
    'on IPv6': cli('http://[::1]:49231/callback'),
    'on localhost': cli('http://localhost:8085/'),
    'and answer by sending the user on to a page of thanks': `
        GET https://idp.example/authorize?response_type=code&client_id=cli&redirect_uri=http://localhost:40123/&state=CANARY-state-0123456789&code_challenge=CANARY-challenge-0123456789012345678901234567&code_challenge_method=S256
        → 302 http://localhost:40123/?code=code-CANARY-0123&state=CANARY-state-0123456789
        GET http://localhost:40123/?code=code-CANARY-0123&state=CANARY-state-0123456789
        → 302 https://docs.example/signed-in
        GET https://docs.example/signed-in
        → 200`,
    'the server replaces the registered port by the one that was asked for': `
        GET https://idp.example/authorize?response_type=code&client_id=cli&redirect_uri=http://127.0.0.1/callback&state=CANARY-state-0123456789&code_challenge=CANARY-challenge-0123456789012345678901234567&code_challenge_method=S256
        → 302 http://127.0.0.1:61234/callback?code=code-CANARY-0123&state=CANARY-state-0123456789
        GET http://127.0.0.1:61234/callback?code=code-CANARY-0123&state=CANARY-state-0123456789
        → 200`,
  });
});

const challenge = 'code_challenge=CANARY-challenge-0123456789012345678901234567&code_challenge_method=S256';

describe('6 answers that go to no web address', () => {
  calm({
    'to an app link of a native app': `
        GET https://idp.example/authorize?response_type=code&client_id=native&redirect_uri=com.example.app:/oauth2redirect&state=CANARY-state-0123456789&${challenge}
        → 200
        POST https://idp.example/signin [from https://idp.example] [+6s]
          = user=CANARY
        → 302 com.example.app:/oauth2redirect?code=code-CANARY-0123&state=CANARY-state-0123456789`,
    'to a custom scheme with a host': `
        GET https://idp.example/authorize?response_type=code&client_id=native&redirect_uri=myapp://callback&state=CANARY-state-0123456789&${challenge}
        → 302 myapp://callback?code=code-CANARY-0123&state=CANARY-state-0123456789`,
    'to the user, who copies the code from the page': `
        GET https://idp.example/o/oauth2/auth?response_type=code&client_id=cli&redirect_uri=urn:ietf:wg:oauth:2.0:oob&scope=files&${challenge}
        → 200
        POST https://idp.example/consent [from https://idp.example] [+6s]
          = approve=yes
        → 302 /o/oauth2/approval?code=code-CANARY-0123456789
        GET https://idp.example/o/oauth2/approval?code=code-CANARY-0123456789
        → 200`,
    'to a library in the page that opened the window': `
        GET https://app.example/
        → 200
        GET https://idp.example/o/oauth2/v2/auth?response_type=code&client_id=web&redirect_uri=postmessage&scope=openid&state=CANARY-state-0123456789 [tab 2] [opener 1] [from https://app.example/]
        → 200
        POST https://app.example/api/code [fetch] [from https://app.example/] [+6s]
          = {"code":"code-CANARY-0123"}
        → 200`,
    'to a relay in the page that opened the window': `
        GET https://app.example/
        → 200
        GET https://idp.example/o/oauth2/auth?response_type=permission%20id_token&client_id=web&redirect_uri=storagerelay://https/app.example?id=auth123&scope=openid&origin=https://app.example [tab 2] [opener 1] [from https://app.example/]
        → 200`,
    'to a browser extension, which catches it itself': `
        GET https://idp.example/authorize?response_type=code&client_id=ext&redirect_uri=https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/cb&state=CANARY-state-0123456789&${challenge} [tab 3]
        → 302 https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/cb?code=code-CANARY-0123&state=CANARY-state-0123456789`,
    'to a Firefox extension': `
        GET https://idp.example/authorize?response_type=token&client_id=ext&redirect_uri=https://0a1b2c3d.extensions.allizom.org/&state=CANARY-state-0123456789 [tab 3]
        → 302 https://0a1b2c3d.extensions.allizom.org/#access_token=CANARY-access-0123456789&token_type=Bearer&state=CANARY-state-0123456789`,
  });
});
