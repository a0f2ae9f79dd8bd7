import { createHash } from 'node:crypto';
import { pkceVerifierMismatch } from '../../../../lib/checks/pkce/pkce-verifier-mismatch.ts';
import { cases } from '../../../build/cases.ts';

const cb = 'https://app.example/cb';
const verifier = 'CANARY-verifier-of-this-login-0123456789abcdef';
const otherVerifier = 'CANARY-verifier-of-another-one-0123456789abcde';
const digest = (text: string) => createHash('sha256').update(text).digest('base64url');
const s256 = (text: string) => `&code_challenge=${digest(text)}&code_challenge_method=S256`;
const refused = `→ 400
          = {"error":"invalid_grant"}`;
const taken = `→ 200
          = {"access_token":"CANARY-access-0123456789"}`;

const begin = (challenge: string, state = 'CANARY-s', flags = '') => `
        GET https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=${state}${challenge}${flags}`;
const answer = (state = 'CANARY-s', code = 'CANARY-code') => `
        → 302 ${cb}?code=${code}&state=${state}
        GET ${cb}?code=${code}&state=${state}
        → 200`;
const redeem = (sent: string, became: string, to = 'https://idp.example/token', code = 'CANARY-code') => `
        POST ${to} [fetch] [from https://app.example]
          = grant_type=authorization_code&code=${code}&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb${sent === '' ? '' : `&code_verifier=${sent}`}
        ${became}`;
const login = (challenge: string, sent: string, became: string) => `${begin(challenge)}${answer()}${redeem(sent, became)}`;

cases(pkceVerifierMismatch, {
  fails: {
    'the verifier is another one, and the provider refuses it': {
      as: 'different',
      at: ['3 request.form.code_verifier', '1 request.query.code_challenge'],
      severity: 'error',
      trace: login(s256(verifier), otherVerifier, refused),
    },
    'the verifier is another one with method plain': {
      as: 'different',
      trace: login(`&code_challenge=${verifier}&code_challenge_method=plain`, otherVerifier, refused),
    },
    'the verifier is that of the other tab': {
      as: 'other-login',
      at: ['4 request.form.code_verifier', '1 request.query.code_challenge'],
      data: { flow: 'f2' },
      trace: `${begin(s256(verifier), 'CANARY-1', ' [tab 1]')}
        → 302 ${cb}?code=CANARY-code&state=CANARY-1
        ${begin(s256(otherVerifier), 'CANARY-2', ' [tab 2]')}
        → 200
        GET ${cb}?code=CANARY-code&state=CANARY-1 [tab 1]
        → 200${redeem(otherVerifier, refused)}`,
    },
    'the verifier was lost': {
      as: 'missing',
      at: ['3 request.form.code_verifier', '1 request.query.code_challenge'],
      severity: 'error',
      trace: login(s256(verifier), '', refused),
    },
    'the verifier was lost, and the server says invalid_request': {
      as: 'missing',
      severity: 'error',
      only: 'har',
      trace: login(
        s256(verifier),
        '',
        `→ 400
          = {"error":"invalid_request","error_description":"missing field"}`,
      ),
    },
    'there was no challenge': {
      as: 'unasked',
      at: ['3 request.form.code_verifier', '1 request.query.code_challenge'],
      trace: login('', verifier, refused),
    },
    'the challenge is the verifier': {
      as: 'not-hashed',
      trace: login(`&code_challenge=${verifier.slice(0, 43)}&code_challenge_method=S256`, verifier.slice(0, 43), refused),
    },
    'the method was left out': { as: 'method-missing', trace: login(`&code_challenge=${digest(verifier)}`, verifier, refused) },
    'the server refuses the client, and the verifier is wrong besides': {
      as: 'different',
      severity: 'warning',
      only: 'har',
      trace: login(
        s256(verifier),
        otherVerifier,
        `→ 401
          = {"error":"invalid_client"}`,
      ),
    },
    'the answer can not be read by the page': {
      as: 'different',
      severity: 'warning',
      only: 'web-request',
      trace: login(s256(verifier), otherVerifier, '→ failed net::ERR_FAILED after 400'),
    },
    'the provider does not mind another verifier': {
      as: 'unchecked',
      severity: 'error',
      data: { what: 'its `code_verifier` does not give the `code_challenge`' },
      trace: login(s256(verifier), otherVerifier, taken),
    },
    'the provider does not miss the verifier': { as: 'unchecked', trace: login(s256(verifier), '', taken) },
    'a JSON body holds another verifier': {
      as: 'different',
      at: ['3 request.body', '1 request.query.code_challenge'],
      only: 'har',
      trace: `${begin(s256(verifier))}${answer()}
        POST https://idp.example/token [fetch] [from https://app.example]
          = {"grant_type":"authorization_code","code":"CANARY-code","client_id":"app","code_verifier":"${otherVerifier}"}
        ${refused}`,
    },
  },
  passes: {
    'the verifier opens the challenge': login(s256(verifier), verifier, taken),
    'the verifier opens the challenge, and the code had expired': login(s256(verifier), verifier, refused),
    'the method is plain': login(`&code_challenge=${verifier}&code_challenge_method=plain`, verifier, taken),
    'the method is plain because none is given': login(`&code_challenge=${verifier}`, verifier, taken),
    'the method was left out, and the server knew what was meant': login(`&code_challenge=${digest(verifier)}`, verifier, taken),
    'the page redeems the code twice, the second time without its verifier': `${login(s256(verifier), verifier, taken)}${redeem('', refused)}`,
    'the verifier has every character it may have': login(s256(`CANARY.${'~_-.'.repeat(12)}`), `CANARY.${'~_-.'.repeat(12)}`, taken),
    'two tabs each have their own': `${begin(s256(verifier), 'CANARY-1', ' [tab 1]')}${answer('CANARY-1', 'CANARY-code-1')}${redeem(verifier, taken, 'https://idp.example/token', 'CANARY-code-1')}${begin(s256(otherVerifier), 'CANARY-2', ' [tab 1] [+60s]')}${answer('CANARY-2', 'CANARY-code-2')}${redeem(otherVerifier, taken, 'https://idp.example/token', 'CANARY-code-2')}`,
  },
  skips: {
    'a server redeems the code': `${begin(s256(verifier))}${answer()}`,
    'there is no PKCE': login('', '', taken),
    'the app’s own server adds the verifier': `${begin(s256(verifier))}${answer()}${redeem('', taken, 'https://app.example/api/token')}`,
    'the code is another login’s': `${begin(s256(verifier))}${answer()}${redeem(otherVerifier, refused, 'https://idp.example/token', 'CANARY-other-code')}`,
    'the challenge is no digest': login('&code_challenge=CANARY-short&code_challenge_method=S256', verifier, refused),
    'the verifier is too short': login(s256('CANARY-short'), 'CANARY-short', refused),
    'the method is the server’s own': login(`&code_challenge=${digest(verifier)}&code_challenge_method=S512`, verifier, taken),
  },
  unsure: {
    'a sanitizer replaced the verifier': { why: 'redacted-input', trace: login(s256(verifier), 'REDACTED', refused) },
    'a sanitizer replaced the challenge': {
      why: 'redacted-input',
      trace: login('&code_challenge=REDACTED&code_challenge_method=S256', verifier, taken),
    },
    'the request was pushed by a server': {
      why: 'parameters-hidden',
      trace: `
        GET https://idp.example/authorize?client_id=app&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3ACANARY
        → 302 ${cb}?code=CANARY-code&state=CANARY-s
        GET ${cb}?code=CANARY-code&state=CANARY-s
        → 200${redeem(verifier, taken)}`,
    },
    'the token answer is still to come': {
      why: 'never-finished',
      live: true,
      only: 'web-request',
      trace: login(s256(verifier), otherVerifier, '→ pending'),
    },
  },
});
