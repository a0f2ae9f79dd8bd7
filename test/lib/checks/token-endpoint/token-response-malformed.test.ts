import { tokenResponseMalformed } from '../../../../lib/checks/token-endpoint/token-response-malformed.ts';
import { cases } from '../../../build/cases.ts';

const login = `
        GET https://idp.example/authorize?response_type=code&client_id=spa&redirect_uri=https://app.example/cb
        → 302 https://app.example/cb?code=code-CANARY-0123
        GET https://app.example/cb?code=code-CANARY-0123
        → 200`;
const token = `${login}
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=authorization_code&code=code-CANARY-0123&client_id=spa&redirect_uri=https://app.example/cb`;
const use = `
        GET https://api.example/me [fetch] [from https://app.example]
          Authorization: Bearer CANARY-access-0123456789
        → 200`;
const page = `
        → 200
          Content-Type: text/html
          = <!doctype html><html><body>Welcome CANARY</body></html>`;
const answer = (body: string) => `
        → 200
          = ${body}`;

cases(tokenResponseMalformed, {
  fails: {
    'a page comes': {
      as: 'page',
      at: ['3 response.status'],
      severity: 'error',
      only: 'har',
      data: { status: 200 },
      trace: `${token}${page}`,
    },
    'the headers call it a page': {
      as: 'page',
      at: ['3 response.header.content-type', '3 response.status'],
      only: 'web-request',
      trace: `${token}${page}
          Access-Control-Allow-Origin: https://app.example`,
    },
    'a refusal comes in a format of its own': {
      as: 'no-token',
      at: ['3 response.status', '3 response.body.access_token'],
      severity: 'error',
      only: 'har',
      trace: `${token}${answer('{"errcode":40029,"errmsg":"invalid code CANARY"}')}`,
    },
    'an object comes that says nothing': {
      as: 'no-token',
      only: 'har',
      browser: 'firefox',
      trace: `
        GET https://app.example/
          Cookie: theme=dark
        → 200
          Set-Cookie: theme=dark; Path=/${token}${answer('{"status":"done"}')}`,
    },
    'nothing comes': {
      as: 'no-token',
      only: 'har',
      data: { status: 200 },
      trace: `${token}
        → 200
          Content-Length: 0`,
    },
    'a form comes': {
      as: 'form',
      severity: 'warning',
      only: 'har',
      trace: `${token}${answer('access_token=CANARY-access-0123456789&scope=&token_type=bearer')}`,
    },
    'the type is missing': {
      as: 'no-type',
      severity: 'warning',
      only: 'har',
      trace: `${token}${answer('{"access_token":"CANARY-access-0123456789","expires_in":3600}')}`,
    },
  },
  passes: {
    'all is there': {
      only: 'har',
      trace: `${token}${answer('{"access_token":"CANARY-access-0123456789","token_type":"Bearer"}')}`,
    },
    'there is only an ID token': {
      only: 'har',
      trace: `${token}${answer('{"id_token":"CANARY"}')}`,
    },
    'the tokens are in a cookie': {
      only: 'har',
      browser: 'firefox',
      trace: `${token}
        → 200
          Set-Cookie: at=CANARY-access-0123456789; HttpOnly; Secure
          = {"ok":true}`,
    },
    'the provider wraps it': {
      only: 'har',
      trace: `${token}${answer('{"ok":true,"authed_user":{"access_token":"CANARY-access-0123456789"}}')}`,
    },
    'a form comes and the app can read it': {
      only: 'har',
      browser: 'firefox',
      trace: `${token}${answer('access_token=CANARY-access-0123456789&token_type=bearer')}${use}`,
    },
  },
  skips: {
    'a server redeems the code': login,
    'the endpoint refuses, which has a check of its own': {
      only: 'har',
      trace: `${token}
        → 400
          = {"error":"invalid_grant"}`,
    },
    'the app has an endpoint of its own': `${login}
        POST https://api.app.example/token [fetch] [from https://app.example]
          = grant_type=authorization_code&code=code-CANARY-0123${page}`,
  },
  unsure: {
    'the body was not recorded': {
      why: 'body-not-exposed',
      only: 'web-request',
      trace: `${token}
        → 200
          Content-Type: application/json`,
    },
    'the file has no body': {
      why: 'body-not-exposed',
      only: 'har',
      trace: `${token}
        → 200`,
    },
    'the file hides whether the token is in a cookie': {
      why: 'header-hidden',
      only: 'har',
      trace: `${token}${answer('{"status":"done"}')}`,
    },
    'a sanitizer took the token out': {
      why: 'redacted-input',
      only: 'har',
      trace: `${token}${answer('{"token_type":"Bearer","expires_in":3600}')}`,
    },
    'a sanitizer took the body': {
      why: 'redacted-input',
      only: 'har',
      trace: `${token}${answer('[redacted]')}`,
    },
  },
});
