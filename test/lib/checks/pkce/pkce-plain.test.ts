import { pkcePlain } from '../../../../lib/checks/pkce/pkce-plain.ts';
import { cases } from '../../../build/cases.ts';

const cb = 'https://app.example/cb';
const verifier = 'CANARY-verifier-of-this-login-0123456789abcdef';
const digest = 'CANARY-digest-of-the-verifier-0123456789abc';
const asked = (more: string) =>
  `https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s${more}`;
const login = (more: string, answer = 'code=CANARY-code') => `
        GET ${asked(more)}
        → 302 ${cb}?${answer}&state=CANARY-s
        GET ${cb}?${answer}&state=CANARY-s
        → 200`;
const plain = `&code_challenge=${verifier}&code_challenge_method=plain`;

cases(pkcePlain, {
  fails: {
    'the method is plain': { as: 'plain', at: ['1 request.query.code_challenge_method'], severity: 'warning', trace: login(plain) },
    'there is no method, and the challenge is no digest': {
      as: 'plain',
      at: ['1 request.query.code_challenge_method'],
      trace: login(`&code_challenge=${verifier}`),
    },
    'there is no method, and the challenge looks like a digest': {
      as: 'unnamed',
      at: ['1 request.query.code_challenge_method'],
      severity: 'warning',
      trace: login(`&code_challenge=${digest}`),
    },
    'the provider’s answer is about it': {
      as: 'refused',
      at: ['1 response.location.query.error', '1 request.query.code_challenge_method'],
      severity: 'error',
      trace: login(plain, 'error=invalid_request&error_description=code_challenge_method%20must%20be%20S256'),
    },
    'the provider’s answer names the method and no more': {
      as: 'refused',
      at: ['1 response.location.query.error', '1 request.query.code_challenge_method'],
      severity: 'error',
      trace: login(plain, 'error=invalid_request&error_description=not%20supported%20value%20of%20code_challenge_method'),
    },
    'the provider refuses something and does not say what': {
      as: 'plain',
      trace: login(plain, 'error=invalid_request'),
    },
    'the provider’s page is about it': {
      as: 'refused',
      at: ['1 response.body', '1 request.query.code_challenge_method'],
      trace: `
        GET ${asked(`&code_challenge=${digest}`)}
        → 400
          "Missing parameter: code_challenge_method"`,
    },
    'the provider refuses for another reason': { as: 'plain', trace: login(plain, 'error=invalid_scope') },
  },
  passes: {
    'the method is S256': login(`&code_challenge=${digest}&code_challenge_method=S256`),
    'the method is S256, and the provider refuses something': login(
      `&code_challenge=${digest}&code_challenge_method=S256`,
      'error=invalid_request',
    ),
  },
  skips: {
    'there is no PKCE': login(''),
    'the method is the server’s own': login(`&code_challenge=${digest}&code_challenge_method=S512`),
  },
  unsure: {
    'a sanitizer replaced the method': {
      why: 'redacted-input',
      trace: login(`&code_challenge=${digest}&code_challenge_method=REDACTED`),
    },
    'a sanitizer replaced the challenge, and there is no method': { why: 'redacted-input', trace: login('&code_challenge=REDACTED') },
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
