import { createHash } from 'node:crypto';
import { tokenRequestMalformed } from '../../../../lib/checks/token-endpoint/token-request-malformed.ts';
import { cases } from '../../../build/cases.ts';

const verifier = 'CANARY-verifier-of-this-login-0123456789abcdef';
const challenge = createHash('sha256').update(verifier).digest('base64url');
const redirectUri = 'redirect_uri=https://app.example/cb';
const login = `
        GET https://idp.example/authorize?response_type=code&client_id=spa&${redirectUri}&code_challenge=${challenge}&code_challenge_method=S256
        → 302 https://app.example/cb?code=code-CANARY-0123
        GET https://app.example/cb?code=code-CANARY-0123
        → 200`;
const form = `grant_type=authorization_code&code=code-CANARY-0123&client_id=spa&${redirectUri}&code_verifier=${verifier}`;
const json = `{"grant_type":"authorization_code","code":"code-CANARY-0123","client_id":"spa","redirect_uri":"https://app.example/cb","code_verifier":"${verifier}"}`;
const post = (body: string, headers: readonly string[] = [], url = 'https://idp.example/token') => `
        POST ${url} [fetch] [from https://app.example]${headers.map((h) => `\n          ${h}`).join('')}
          = ${body}`;
const said = (status: number, error: string, description?: string) => `
        → ${status}
          = ${JSON.stringify({ error, ...(description ? { error_description: description } : {}) })}`;
const ok = `
        → 200
          = {"access_token":"CANARY-access-0123456789","token_type":"Bearer"}`;
const asJson = ['Content-Type: application/json'];
const asText = ['Content-Type: text/plain;charset=UTF-8'];
const basic = 'Authorization: Basic Q0FOQVJZOkNBTkFSWQ==';

cases(tokenRequestMalformed, {
  fails: {
    'JSON is sent and the server misses a parameter that is in it': {
      as: 'format',
      at: ['3 request.header.content-type', '3 response.body.error'],
      severity: 'error',
      only: 'har',
      data: { format: 'JSON', status: 400, code: ' with `invalid_request`' },
      trace: `${login}${post(json, asJson)}${said(400, 'invalid_request', 'Missing form parameter: grant_type')}`,
    },
    'JSON is sent and the media type is refused': {
      as: 'format',
      data: { status: 415 },
      trace: `${login}${post(json, asJson)}
        → 415`,
    },
    'a bare string is sent, which fetch calls plain text': {
      as: 'format',
      at: ['3 request.header.content-type', '3 response.status'],
      only: 'web-request',
      data: { format: 'plain text', status: 400 },
      trace: `${login}${post(form, asText)}
        → 400`,
    },
    'a bare string is sent and no client is found in it': {
      as: 'format',
      only: 'har',
      trace: `${login}${post(form, asText)}${said(401, 'invalid_client')}`,
    },
    'everything stands in the address': {
      as: 'address',
      at: ['3 request.query.grant_type', '3 response.body.error'],
      only: 'har',
      data: { method: 'GET' },
      trace: `${login}
        GET https://idp.example/token?${form} [fetch] [from https://app.example]${said(405, 'invalid_request')}`,
    },
    'the verifier was lost': {
      as: 'missing',
      headline: 'pkce-verifier-mismatch',
      at: ['3 request.form.code_verifier'],
      data: { name: 'code_verifier', status: 400 },
      trace: `${login}${post(form.replace(/&code_verifier=.*/, ''))}${said(400, 'invalid_grant')}`,
    },
    'the grant type is missing': {
      as: 'missing',
      only: 'har',
      data: { name: 'grant_type' },
      trace: `${login}${post(form.replace('grant_type=authorization_code&', ''))}${said(400, 'unsupported_grant_type')}`,
    },
    'nobody says which app is asking': {
      as: 'missing',
      only: 'har',
      browser: 'firefox', // Chrome's files leave Authorization out
      data: { name: 'client_id' },
      trace: `${login}${post(form.replace('&client_id=spa', ''))}${said(401, 'invalid_client')}`,
    },
    'the server wants the redirect_uri': {
      as: 'missing',
      only: 'har',
      data: { name: 'redirect_uri' },
      trace: `${login}${post(form.replace(`&${redirectUri}`, ''))}${said(400, 'invalid_request', 'redirect_uri is required')}`,
    },
    'there is no code in it': {
      as: 'missing',
      only: 'har',
      data: { name: 'code' },
      trace: `${login}${post(form.replace('&code=code-CANARY-0123', ''))}${said(400, 'invalid_request')}`,
    },
    'there is no refresh token in it': {
      as: 'missing',
      only: 'har',
      data: { name: 'refresh_token' },
      trace: `${post('grant_type=refresh_token&client_id=spa')}${said(400, 'invalid_request')}`,
    },
    'the redirect_uri got a slash': {
      as: 'redirect-uri',
      at: ['3 request.form.redirect_uri', '1 request.query.redirect_uri'],
      data: { difference: 'the slash at the end of the path', status: 400 },
      trace: `${login}${post(form.replace('/cb', '/cb/'))}${said(400, 'invalid_grant')}`,
    },
    'the client authenticates both ways': {
      as: 'authentication',
      at: ['3 request.header.authorization', '3 request.form.client_secret'],
      only: 'har',
      data: { ways: '`Authorization: Basic` and `client_secret`' },
      trace: `${login}${post(`${form}&client_secret=CANARY`, [basic])}${said(400, 'invalid_request')}`,
    },
    'the server says that there were two': {
      as: 'authentication',
      only: 'har',
      trace: `${login}${post(`${form}&client_secret=CANARY`, [basic])}${said(401, 'invalid_client', 'Cannot supply multiple client credentials.')}`,
    },
  },
  passes: {
    'all is as it should be': `${login}${post(form)}${ok}`,
    'the server reads JSON': `${login}${post(json, asJson)}${ok}`,
    'the server reads JSON and refuses the code': {
      only: 'har',
      trace: `${login}${post(json, asJson)}${said(403, 'invalid_grant')}`,
    },
    'the server reads JSON and does not know the secret': {
      only: 'har',
      trace: `${login}${post(json, asJson)}${said(401, 'invalid_client')}`,
    },
    'the server reads JSON and misses something that is not in it': {
      only: 'har',
      trace: `${login}${post(json, asJson)}${said(400, 'invalid_request', 'Missing required parameter: audience')}`,
    },
    'a code is refused for reasons of its own': {
      only: 'har',
      trace: `${login}${post(form)}${said(400, 'invalid_grant')}`,
    },
    'the redirect_uri is left out, as OAuth 2.1 allows, and the code is old': {
      only: 'har',
      trace: `${login}${post(form.replace(`&${redirectUri}`, ''))}${said(400, 'invalid_grant', 'Code not valid')}`,
    },
    'the recorder wrote the redirect_uri still encoded': {
      only: 'har',
      trace: `${login}${post(form.replace('https://app.example/cb', 'https%253A%252F%252Fapp.example%252Fcb'))}${said(400, 'invalid_grant')}`,
    },
    'the server does not mind the other redirect_uri': `${login}${post(form.replace('/cb', '/cb/'))}${ok}`,
    'the second try is right': `${login}${post(form.replace(/&code_verifier=.*/, ''))}${said(400, 'invalid_grant')}${post(form)}${ok}`,
    'client_id in the body next to Basic is allowed, and the secret is wrong': {
      only: 'har',
      trace: `${login}${post(form, [basic])}${said(401, 'invalid_client')}`,
    },
    'both ways are sent and the secret is wrong': {
      only: 'har',
      trace: `${login}${post(`${form}&client_secret=CANARY`, [basic])}${said(401, 'invalid_client', 'Bad client credentials')}`,
    },
    'the server complains about another parameter than the one that is missing': {
      only: 'har',
      trace: `${login}${post(form.replace(/&code_verifier=.*/, ''))}${said(400, 'invalid_request', 'Invalid client_id')}`,
    },
    'nobody says which app is asking, unless the file leaves that out': {
      only: 'har',
      trace: `${login}${post(form.replace('&client_id=spa', ''))}${said(401, 'invalid_client')}`,
    },
    'the server is down': `${login}${post(json, asJson)}
        → 503`,
    'the app’s own endpoint takes the code and fails': {
      only: 'har',
      trace: `${login}${post(`{"code":"code-CANARY-0123","client_id":"spa","code_verifier":"${verifier}"}`, asJson, 'https://app.example/api/token')}
        → 400
          = {"message":"session expired"}`,
    },
  },
  skips: {
    'a server redeems the code': login,
    'the line broke': `${login}${post(json, asJson)}
        → failed net::ERR_CONNECTION_RESET`,
  },
  unsure: {
    'JSON is refused, and what the server said is not shown': {
      why: 'body-not-exposed',
      only: 'web-request',
      trace: `${login}${post(json, asJson)}
        → 400`,
    },
    'a parameter is missing at the app’s own endpoint, and what it said is not shown': {
      why: 'body-not-exposed',
      only: 'web-request',
      trace: `${login}${post(`code=code-CANARY-0123&client_id=spa&code_verifier=${verifier}`, [], 'https://app.example/api/token')}
        → 400`,
    },
    'a sanitizer took the values': {
      why: 'redacted-input',
      only: 'har',
      trace: `${login}${post(form.replace('grant_type=authorization_code', 'grant_type=[redacted]').replace('client_id=spa&', 'client_id=spa&'))}${said(400, 'invalid_request')}`,
    },
    'there is no answer yet': {
      why: 'never-finished',
      trace: `${login}${post(json, asJson)}
        → pending`,
    },
  },
});
