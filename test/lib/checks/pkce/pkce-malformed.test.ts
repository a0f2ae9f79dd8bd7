import { createHash } from 'node:crypto';
import { pkceMalformed } from '../../../../lib/checks/pkce/pkce-malformed.ts';
import { cases } from '../../../build/cases.ts';

const cb = 'https://app.example/cb';
const verifier = 'CANARY-verifier-of-this-login-0123456789abcdef';
const digest = (text: string) => createHash('sha256').update(text).digest('base64url');
const hexadecimal = createHash('sha256').update(verifier).digest('hex');
const s256 = (challenge: string) => `&code_challenge=${challenge}&code_challenge_method=S256`;

const asked = (challenge: string) =>
  `https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s${challenge}`;
const to = (challenge: string, answer: string) => `
        GET ${asked(challenge)}
        → 302 ${cb}?${answer}&state=CANARY-s
        GET ${cb}?${answer}&state=CANARY-s
        → 200`;
const answered = (challenge: string) => to(challenge, 'code=CANARY-code');
const refusedWith = (challenge: string, error: string) => to(challenge, `error=${error}`);
const refused = `400
          = {"error":"invalid_grant"}`;
const redeemed = (challenge: string, sent: string, became: string) => `${answered(challenge)}
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=authorization_code&code=CANARY-code&client_id=app&code_verifier=${sent}
        → ${became}`;

cases(pkceMalformed, {
  fails: {
    'the challenge is the digest in hexadecimal, and the provider says no': {
      as: 'challenge',
      at: ['1 request.query.code_challenge'],
      severity: 'error',
      data: { why: 'it has 64 characters, as many as the digest has in hexadecimal' },
      trace: refusedWith(s256(hexadecimal), 'invalid_request'),
    },
    'the provider names the challenge': {
      as: 'challenge',
      severity: 'error',
      trace: refusedWith(s256(hexadecimal), 'invalid_request&error_description=Invalid%20code_challenge'),
    },
    'the provider’s page says no and nothing more': {
      as: 'challenge',
      severity: 'warning',
      trace: `
        GET ${asked(s256(`${digest(verifier)}=`))}
        → 400`,
    },
    'the provider’s page names the challenge': {
      as: 'challenge',
      severity: 'error',
      trace: `
        GET ${asked(s256(hexadecimal))}
        → 400
          "Invalid parameter: code_challenge"`,
    },
    'the provider means another parameter': {
      as: 'challenge',
      severity: 'warning',
      trace: refusedWith(s256(hexadecimal), 'invalid_request&error_description=Unknown%20prompt'),
    },
    'the provider refuses the scope': {
      as: 'challenge',
      severity: 'warning',
      trace: refusedWith(s256(hexadecimal), 'invalid_scope'),
    },
    'the provider’s page refuses the redirect_uri': {
      as: 'challenge',
      severity: 'warning',
      trace: `
        GET ${asked(s256(hexadecimal))}
        → 400
          "Invalid parameter: redirect_uri"`,
    },
    'the hexadecimal text was encoded': {
      as: 'challenge',
      severity: 'warning',
      data: { why: 'it has 86 characters, as if the digest’s hexadecimal text had been encoded instead of its bytes' },
      trace: answered(s256(Buffer.from(hexadecimal).toString('base64url'))),
    },
    'the padding stayed, and the code can not be redeemed': {
      as: 'challenge',
      severity: 'error',
      data: { why: 'it ends in padding (`=`)' },
      trace: redeemed(s256(`${digest(verifier)}%3D`), verifier, refused),
    },
    'the padding stayed, and the server does not mind': {
      as: 'challenge',
      severity: 'warning',
      trace: redeemed(s256(`${digest(verifier)}%3D`), verifier, '200'),
    },
    'it is plain base64': {
      as: 'challenge',
      severity: 'warning',
      data: { why: 'it has characters that base64url has not, such as `+` and `/`' },
      trace: answered(s256(`${digest(verifier).slice(0, 42)}%2B`)),
    },
    'it is cut': {
      as: 'challenge',
      severity: 'warning',
      data: { why: 'it has 20 characters instead of 43' },
      trace: answered(s256(digest(verifier).slice(0, 20))),
    },
    'the plain challenge is too short': {
      as: 'challenge',
      severity: 'warning',
      trace: answered('&code_challenge=CANARY&code_challenge_method=plain'),
    },
    'the method is spelled in small letters': {
      as: 'method',
      at: ['1 request.query.code_challenge_method'],
      severity: 'error',
      trace: refusedWith(`&code_challenge=${digest(verifier)}&code_challenge_method=s256`, 'invalid_request'),
    },
    'the method is the name of the digest': {
      as: 'method',
      severity: 'warning',
      trace: answered(`&code_challenge=${digest(verifier)}&code_challenge_method=SHA256`),
    },
    'the verifier is too short': {
      as: 'verifier',
      at: ['3 request.form.code_verifier'],
      severity: 'error',
      data: { length: 12 },
      trace: redeemed(s256(digest('CANARY-short')), 'CANARY-short', refused),
    },
    'the verifier is plain base64': {
      as: 'verifier',
      severity: 'warning',
      trace: redeemed(s256(digest(`${verifier}/`)), `${verifier}%2F`, '200'),
    },
  },
  passes: {
    'the challenge is a digest': answered(s256(digest(verifier))),
    'the challenge is a digest, and the provider refuses something': refusedWith(s256(digest(verifier)), 'invalid_request'),
    'the plain challenge is a verifier': answered(`&code_challenge=${verifier}&code_challenge_method=plain`),
    'the method is left out': answered(`&code_challenge=${digest(verifier)}`),
    'the verifier is as long as may be': redeemed(s256(digest('CANARY~.'.repeat(16))), 'CANARY~.'.repeat(16), '200'),
    'the server has a method of its own': {
      only: 'har',
      trace: `
        GET https://idp.example/.well-known/openid-configuration [fetch]
        → 200
          = {"issuer":"https://idp.example","authorization_endpoint":"https://idp.example/authorize","code_challenge_methods_supported":["S256","S512"]}
        ${answered('&code_challenge=CANARY-longer-than-usual&code_challenge_method=S512')}`,
    },
  },
  skips: {
    'there is no PKCE': answered(''),
    'there is a method and no challenge': answered('&code_challenge_method=S256'),
  },
  unsure: {
    'a sanitizer replaced the challenge': { why: 'redacted-input', trace: answered(s256('REDACTED')) },
    'a sanitizer replaced the method': {
      why: 'redacted-input',
      trace: answered(`&code_challenge=${digest(verifier)}&code_challenge_method=REDACTED`),
    },
    'the request was pushed by a server': {
      why: 'parameters-hidden',
      trace: `
        GET https://idp.example/authorize?client_id=app&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3ACANARY
        → 302 ${cb}?code=CANARY-code&state=CANARY-s
        GET ${cb}?code=CANARY-code&state=CANARY-s
        → 200`,
    },
  },
});
