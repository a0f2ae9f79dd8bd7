import { createHash } from 'node:crypto';
import { tokenErrorResponse } from '../../../../lib/checks/token-endpoint/token-error-response.ts';
import { cases } from '../../../build/cases.ts';

const verifier = 'CANARY-verifier-of-this-login-0123456789abcdef';
const challenge = createHash('sha256').update(verifier).digest('base64url');
const redirectUri = 'redirect_uri=https://app.example/cb';
const login = `
        GET https://idp.example/authorize?response_type=code&client_id=spa&${redirectUri}&code_challenge=${challenge}&code_challenge_method=S256
        → 302 https://app.example/cb?code=code-CANARY-0123
        GET https://app.example/cb?code=code-CANARY-0123
        → 200`;
const token = `grant_type=authorization_code&code=code-CANARY-0123&client_id=spa&${redirectUri}&code_verifier=${verifier}`;
const device = `grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=dev-CANARY&client_id=tv`;
const deviceStart = `
        POST https://idp.example/device_authorization [fetch]
          = client_id=tv&scope=openid
        → 200
          = {"device_code":"dev-CANARY","user_code":"CANARY","verification_uri":"https://idp.example/device"}`;

const redeemedAtGitHub = (later: string) => `
        GET https://github.com/login/oauth/authorize?client_id=gh&${redirectUri}&state=st-CANARY&scope=repo
        → 302 https://app.example/cb?code=code-CANARY-0123&state=st-CANARY
        GET https://app.example/cb?code=code-CANARY-0123&state=st-CANARY
        → 200
        POST https://github.com/login/oauth/access_token [fetch] [${later}]
          = client_id=gh&grant_type=authorization_code&code=code-CANARY-0123
        → 200
          = error=bad_verification_code&error_description=The+code+passed+is+incorrect+or+expired.`;

cases(tokenErrorResponse, {
  fails: {
    'the code is older than the provider takes it': {
      as: 'grant',
      only: 'har',
      data: { hint: ' The code was 700 s old; GitHub accepts it for 600 s.' },
      trace: redeemedAtGitHub('+700s'),
    },
    'the code is old, and the provider is known to take it for longer': {
      as: 'grant',
      only: 'har',
      data: { hint: ' Usual reasons: the code was used before, it expired, or the code_verifier belongs to another attempt.' },
      trace: redeemedAtGitHub('+120s'),
    },
    'a pushed request is refused': {
      as: 'pushed',
      at: ['1 response.status', '1 response.body.error'],
      only: 'har',
      data: { status: 400, code: ' with `invalid_request`' },
      trace: `
        POST https://idp.example/par [fetch] [from https://app.example/]
          = client_id=spa&response_type=code&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY
        → 400
          Content-Type: application/json
          = {"error":"invalid_request"}`,
    },
    'the provider does not know the client’s credentials': {
      as: 'refused',
      at: ['3 response.status', '3 response.body.error'],
      severity: 'error',
      only: 'har', // webRequest has no bodies
      data: { status: 401, code: 'invalid_client' },
      trace: `
        ${login}
        POST https://idp.example/token [fetch] [from https://app.example]
          = ${token}
        → 401
          = {"error":"invalid_client","error_description":"Bad client credentials"}`,
    },
    'Microsoft wants another platform': {
      as: 'refused',
      only: 'har',
      data: { code: 'invalid_request', reason: 'the app is registered for another platform (SPA or web) than it redeems its code from' },
      trace: `
        ${login}
        POST https://idp.example/token [fetch] [from https://app.example]
          = ${token}
        → 400
          = {"error":"invalid_request","error_description":"AADSTS9002326: Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type."}`,
    },
    'GitHub says no with HTTP 200 and a form': {
      as: 'grant',
      at: ['3 response.status', '3 response.body'],
      only: 'har',
      data: { status: 200, code: 'bad_verification_code' },
      trace: `
        GET https://idp.example/login/oauth/authorize?client_id=gh&${redirectUri}&state=st-CANARY&scope=repo
        → 302 https://app.example/cb?code=code-CANARY-0123&state=st-CANARY
        GET https://app.example/cb?code=code-CANARY-0123&state=st-CANARY
        → 200
        POST https://idp.example/login/oauth/access_token [fetch]
          = client_id=gh&code=code-CANARY-0123
        → 200
          = error=bad_verification_code&error_description=The+code+passed+is+incorrect+or+expired.`,
    },
    'the code had been sent before': {
      as: 'grant',
      headline: 'code-reused',
      only: 'har',
      data: { code: 'invalid_grant', hint: ' The same code had been sent once before: it works only once.' },
      trace: `
        ${login}
        POST https://idp.example/token [fetch] [from https://app.example]
          = ${token}
        → 200
          = {"access_token":"CANARY-access-0123456789","token_type":"Bearer"}
        POST https://idp.example/token [fetch] [from https://app.example]
          = ${token}
        → 400
          = {"error":"invalid_grant"}`,
    },
    'the redirect_uri of the token request is another one': {
      as: 'grant',
      headline: 'token-request-malformed',
      only: 'har',
      data: {
        hint: ' The redirect_uri of the token request is not the one of the authorization request; they must be identical.',
      },
      trace: `
        ${login}
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=authorization_code&code=code-CANARY-0123&client_id=spa&redirect_uri=https://app.example/cb/&code_verifier=${verifier}
        → 400
          = {"error":"invalid_grant"}`,
    },
    'the verifier was forgotten': {
      as: 'grant',
      headline: 'pkce-verifier-mismatch',
      only: 'har',
      data: { hint: ' The authorization request had a code_challenge, the token request has no code_verifier.' },
      trace: `
        ${login}
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=authorization_code&code=code-CANARY-0123&client_id=spa&${redirectUri}
        → 400
          = {"error":"invalid_grant","error_description":"expired"}`,
    },
    'the code was old': {
      as: 'grant',
      only: 'har',
      data: { hint: ' The code was 600 s old; many servers accept it for a minute only.' },
      trace: `
        ${login}
        POST https://idp.example/token [fetch] [from https://app.example] [+600s]
          = ${token}
        → 400
          = {"error":"invalid_grant"}`,
    },
    'nothing in the capture tells why': {
      as: 'grant',
      only: 'har',
      data: { hint: ' Usual reasons: the code was used before, it expired, or the code_verifier belongs to another attempt.' },
      trace: `
        ${login}
        POST https://idp.example/token [fetch] [from https://app.example]
          = ${token}
        → 400
          = {"error":"invalid_grant"}`,
    },
    'the body was not recorded': {
      as: 'status',
      at: ['3 response.status'],
      only: 'web-request', // the drawn file has all bodies
      data: { status: 400 },
      trace: `
        ${login}
        POST https://idp.example/token [fetch] [from https://app.example]
          = ${token}
        → 400
          Access-Control-Allow-Origin: *`,
    },
    'something that speaks no OAuth answers': {
      as: 'unsaid',
      only: 'har',
      data: { status: 403 },
      trace: `
        ${login}
        POST https://idp.example/token [fetch] [from https://app.example]
          = ${token}
        → 403
          = <html><body>Request blocked. Incident CANARY</body></html>`,
    },
    'Facebook wraps its error in an object': {
      as: 'unsaid',
      only: 'har',
      trace: `
        ${login}
        POST https://idp.example/token [fetch] [from https://app.example]
          = ${token}
        → 400
          = {"error":{"message":"This authorization code has been used.","type":"OAuthException","code":100}}`,
    },
    'a refresh token is refused and nothing follows': {
      as: 'refresh',
      only: 'har',
      data: { code: 'invalid_grant' },
      trace: `
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=refresh_token&refresh_token=rt-CANARY&client_id=spa
        → 400
          = {"error":"invalid_grant","error_description":"Token is not active"}`,
    },
    'a refresh token is refused and the user signs in again': {
      as: 'renewal',
      severity: 'info',
      trace: `
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=refresh_token&refresh_token=rt-CANARY&client_id=spa
        → 400
          = {"error":"invalid_grant"}
        ${login}`,
    },
    'the user never entered the device code': {
      as: 'refused',
      only: 'har',
      data: { code: 'expired_token' },
      trace: `
        ${deviceStart}
        POST https://idp.example/token [fetch]
          = ${device}
        → 400
          = {"error":"authorization_pending"}
        POST https://idp.example/token [fetch] [+600s]
          = ${device}
        → 400
          = {"error":"expired_token"}`,
    },
  },
  passes: {
    'the code is redeemed': `
        ${login}
        POST https://idp.example/token [fetch] [from https://app.example]
          = ${token}
        → 200
          = {"access_token":"CANARY-access-0123456789","token_type":"Bearer"}`,
    'the device polls until the user is done': `
        ${deviceStart}
        POST https://idp.example/token [fetch] [+5s]
          = ${device}
        → 400
          = {"error":"authorization_pending"}
        POST https://idp.example/token [fetch] [+5s]
          = ${device}
        → 400
          = {"error":"slow_down"}
        POST https://idp.example/token [fetch] [+10s]
          = ${device}
        → 200
          = {"access_token":"CANARY-access-0123456789","token_type":"Bearer"}`,
    'the user declines on the other device': {
      only: 'har',
      trace: `
        ${deviceStart}
        POST https://idp.example/token [fetch] [+5s]
          = ${device}
        → 400
          = {"error":"access_denied"}`,
    },
    'the device still polls': {
      only: 'har',
      trace: `
        ${deviceStart}
        POST https://idp.example/token [fetch] [+5s]
          = ${device}
        → 400
          = {"error":"authorization_pending"}`,
    },
    'the server first wants its nonce in the proof': `
        ${login}
        POST https://idp.example/token [fetch] [from https://app.example]
          DPoP: CANARY
          = ${token}
        → 400
          DPoP-Nonce: CANARY-nonce
          = {"error":"use_dpop_nonce"}
        POST https://idp.example/token [fetch] [from https://app.example]
          DPoP: CANARY-2
          = ${token}
        → 200
          = {"access_token":"CANARY-access-0123456789","token_type":"DPoP"}`,
    'the library tries another way to authenticate and succeeds': `
        ${login}
        POST https://idp.example/token [fetch]
          Authorization: Basic Q0FOQVJZOkNBTkFSWQ==
          = ${token}
        → 401
          = {"error":"invalid_client"}
        POST https://idp.example/token [fetch]
          = ${token}&client_secret=CANARY
        → 200
          = {"access_token":"CANARY-access-0123456789","token_type":"Bearer"}`,
    'two tabs race for a refresh, and the loser reads the winner’s token': `
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=refresh_token&refresh_token=rt-CANARY-1&client_id=spa
        → 400
          = {"error":"invalid_grant"}
        POST https://idp.example/token [fetch] [from https://app.example] [tab 2]
          = grant_type=refresh_token&refresh_token=rt-CANARY-2&client_id=spa
        → 200
          = {"access_token":"CANARY-access-0123456789","token_type":"Bearer"}`,
    'the code is sent again although the app already uses its tokens': `
        ${login}
        POST https://idp.example/token [fetch] [from https://app.example] [took 300ms]
          = ${token}
        → 200
          = {"access_token":"CANARY-access-0123456789","token_type":"Bearer"}
        POST https://idp.example/token [fetch] [from https://app.example]
          = ${token}
        → 400
          = {"error":"invalid_grant"}
        GET https://api.example/me [fetch] [from https://app.example]
          Authorization: Bearer CANARY-access-0123456789
        → 200`,
  },
  skips: {
    'a server redeems the code': login,
    'the token request never got through': `
        ${login}
        POST https://idp.example/token [fetch] [from https://app.example]
          = ${token}
        → failed net::ERR_CONNECTION_REFUSED`,
  },
  unsure: {
    'the token request has no recorded end': {
      why: 'never-finished',
      trace: `
        ${login}
        POST https://idp.example/token [fetch] [from https://app.example]
          = ${token}
        → pending`,
    },
    'the device is told something with HTTP 400, and bodies are not recorded': {
      why: 'body-not-exposed',
      only: 'web-request',
      trace: `
        POST https://idp.example/token [fetch]
          = ${device}
        → 400`,
    },
  },
});
