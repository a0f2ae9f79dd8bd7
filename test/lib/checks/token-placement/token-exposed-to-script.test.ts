import { tokenExposedToScript } from '../../../../lib/checks/token-placement/token-exposed-to-script.ts';
import { cases } from '../../../build/cases.ts';
import { jwt } from '../../../build/jwt.ts';

const code = 'code-CANARY-0123';
const access = 'access-CANARY-0123456789-abcdef';
const login = (answer = '') => `
        GET https://idp.example/authorize?response_type=code&client_id=spa&redirect_uri=https://app.example/cb&state=st-CANARY&code_challenge=ch-CANARY&code_challenge_method=S256
        → 302 https://app.example/cb?code=${code}&state=st-CANARY
        GET https://app.example/cb?code=${code}&state=st-CANARY
        → 200${answer}`;
const token = (answer: string, more = '') => `
        POST https://idp.example/token [fetch] [from https://app.example]${more}
          = grant_type=authorization_code&code=${code}&client_id=spa&redirect_uri=https://app.example/cb&code_verifier=v-CANARY
        → 200
          = ${answer}`;
const plain = `{"access_token":"${access}","token_type":"Bearer"}`;
const withRefresh = `{"access_token":"${access}","token_type":"Bearer","refresh_token":"refresh-CANARY-0123456789"}`;
const implicit = (cookie: string) => `
        GET https://idp.example/authorize?response_type=token&client_id=spa&redirect_uri=https://app.example/cb
        → 302 https://app.example/cb#access_token=${access}&token_type=Bearer
        GET https://app.example/cb#access_token=${access}&token_type=Bearer
        → 200
        POST https://app.example/session [fetch] [from https://app.example]
          = oauth_token=${access}
        → 204
          Set-Cookie: ${cookie}`;
const idToken = jwt({ iss: 'https://idp.example', aud: 'spa', sub: 'CANARY' });

const seen = `
          Set-Cookie: seen=1; Path=/`;

cases(tokenExposedToScript, {
  fails: {
    'the app’s server puts the token into a cookie for everybody': {
      as: 'cookie',
      at: ['3 response.cookie.at'],
      severity: 'warning',
      data: { cookie: 'at', kind: 'access token' },
      trace: implicit(`at=${access}; Path=/; Secure`),
    },
    'a cookie of several values holds it': {
      as: 'cookie',
      trace: implicit(`auth=${encodeURIComponent(`{"token":"${access}"}`)}; Path=/; Secure`),
    },
    'it names the provider as its issuer': {
      as: 'cookie',
      at: ['2 response.cookie.id'],
      data: { kind: 'token' },
      trace: login(`
          Set-Cookie: id=${idToken}; Path=/; Secure`),
    },
    'a script of the page keeps it in a cookie': {
      as: 'cookie',
      at: ['4 request.cookie.token'],
      only: 'har',
      trace: `${login()}${token(plain)}
        GET https://app.example/home
          Cookie: token=${access}
        → 200`,
    },
    'a script did, and the cookie jar says that scripts may': {
      as: 'cookie',
      only: 'web-request',
      at: ['3 request.cookie.token'],
      trace: `
        GET https://idp.example/authorize?response_type=token&client_id=spa&redirect_uri=https://app.example/cb
        → 302 https://app.example/cb#access_token=${access}&token_type=Bearer
        GET https://app.example/cb#access_token=${access}&token_type=Bearer
        → 200
        GET https://app.example/home
          Cookie: token=${access}
          ~ held token; Secure; sent
        → 200`,
    },
    'the page gets a refresh token': {
      as: 'refresh-token',
      at: ['3 response.body.refresh_token'],
      only: 'har',
      severity: 'warning',
      trace: `${login()}${token(withRefresh)}`,
    },
  },
  passes: {
    'the cookie is not for scripts': implicit(`at=${access}; Path=/; Secure; HttpOnly`),
    'the cookie holds something else': implicit('session=CANARY-k3Jx92mQpL7vTz4; Path=/; Secure'),
    'the provider keeps its own session so': {
      only: 'har',
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=spa&redirect_uri=https://app.example/cb&state=st-CANARY
        → 302 https://app.example/cb?code=${code}&state=st-CANARY
          Set-Cookie: identity=${idToken}; Path=/; Secure
        GET https://app.example/cb?code=${code}&state=st-CANARY
        → 200${token(plain)}`,
    },
    'the refresh token is bound to a key': {
      only: 'har',
      trace: `${login(seen)}${token(withRefresh, '\n          DPoP: CANARY-proof')}`,
    },
    'refresh tokens rotate': {
      only: 'har',
      trace: `${login(seen)}${token(withRefresh)}
        POST https://idp.example/token [fetch] [from https://app.example] [+300s]
          = grant_type=refresh_token&client_id=spa&refresh_token=refresh-CANARY-0123456789
        → 200
          = {"access_token":"access-CANARY-next-0123456789","token_type":"Bearer","refresh_token":"refresh-CANARY-next-0123456789"}`,
    },
    'the answer of the app’s server carried it and kept it from scripts': {
      only: 'har',
      trace: `${login()}${token(plain)}
        POST https://app.example/session [fetch] [from https://app.example]
          = oauth_token=${access}
        → 204
          Set-Cookie: at=${access}; Path=/; Secure; HttpOnly
        GET https://app.example/home
          Cookie: at=${access}
        → 200`,
    },
  },
  skips: {
    'a server redeems the code and keeps what it gets': login(`
          Set-Cookie: session=CANARY-k3Jx92mQpL7vTz4; Path=/; Secure`),
    'nothing came back': `
        GET https://idp.example/authorize?response_type=code&client_id=spa&redirect_uri=https://app.example/cb
        → 200`,
  },
  unsure: {
    'the answer of the token endpoint is not shown': {
      why: 'body-not-exposed',
      only: 'web-request',
      trace: `${login()}${token(withRefresh)}`,
    },
    'cookies are not in the capture': {
      why: 'header-hidden',
      only: 'har',
      trace: `${login()}${token(plain)}`,
    },
  },
});
