import { scopeMalformed } from '../../../../lib/checks/request/scope-malformed.ts';
import { cases } from '../../../build/cases.ts';

const base = 'client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s';
const asked = (scope: string, answer: string, type = 'code') => `
        GET https://idp.example/authorize?response_type=${type}&${base}&scope=${scope}
        → 302 https://app.example/cb?${answer}&state=CANARY-s
        GET https://app.example/cb?${answer}&state=CANARY-s
        → 200`;
const refused = (scope: string) => asked(scope, 'error=invalid_scope');
const accepted = (scope: string) => asked(scope, 'code=CANARY-c');

cases(scopeMalformed, {
  fails: {
    'it is empty, and the provider refuses it': {
      as: 'empty',
      at: ['1 request.query.scope', '1 response.location.query.error'],
      severity: 'error',
      trace: refused(''),
    },
    'commas stand between the items': {
      as: 'separator',
      at: ['1 request.query.scope'],
      severity: 'error',
      data: { separator: 'commas' },
      trace: refused('openid,email'),
    },
    'a comma and a space stand between the items': { as: 'separator', trace: refused('openid,%20email') },
    'semicolons stand between the items': { as: 'separator', data: { separator: 'semicolons' }, trace: refused('openid;email') },
    'the plus sign was encoded': { as: 'separator', trace: refused('openid%2Bemail') },
    'the provider repeats the whole list': {
      as: 'separator',
      trace: asked('read,admin', 'error=invalid_scope&error_description=Unknown%20scope%20read,admin'),
    },
    'the page of the provider names the scope': {
      as: 'separator',
      trace: `
        GET https://idp.example/authorize?response_type=code&${base}&scope=openid,email
        → 400
          "invalid_scope: the scope is unknown."`,
    },
    'a list was turned into text': { as: 'characters', severity: 'error', trace: refused('%5B%22openid%22%2C%22email%22%5D') },
    'a list of Python was turned into text': { as: 'characters', trace: refused("%5B'openid'%2C%20'email'%5D") },
    'two spaces stand in a row': { as: 'spaces', severity: 'error', trace: refused('openid%20%20email') },
    'a line break came from a settings file': { as: 'spaces', trace: refused('openid%20email%0A') },
    'an ID token is asked for without openid, and the provider refuses': {
      as: 'openid',
      severity: 'error',
      trace: asked('email', 'error=invalid_request&error_description=scope%20must%20contain%20openid', 'id_token'),
    },
    'an ID token is asked for without openid, and the provider sends one': {
      as: 'openid',
      severity: 'info',
      trace: asked('email', 'id_token=CANARY', 'id_token'),
    },
    'it was posted': {
      as: 'separator',
      at: ['1 request.form.scope'],
      trace: `
        POST https://idp.example/authorize [from https://app.example]
          = response_type=code&${base}&scope=openid,email
        → 302 https://app.example/cb?error=invalid_scope&state=CANARY-s
        GET https://app.example/cb?error=invalid_scope&state=CANARY-s
        → 200`,
    },
  },
  passes: {
    'it is a list with spaces': accepted('openid%20email'),
    'a good list is refused, which is the client’s registration': refused('openid%20admin'),
    'scopes that are addresses are refused': refused('https%3A%2F%2Fapi.example%2Fa%20https%3A%2F%2Fapi.example%2Fb%3Bv%3D1'),
    'a provider takes commas': accepted('openid,email'),
    'a provider takes an empty list': accepted(''),
    'spaces too many are accepted': accepted('openid%20%20email'),
    'commas are there, and another parameter is refused': asked(
      'openid,email',
      'error=invalid_request&error_description=Invalid%20parameter%3A%20nonce',
    ),
    'commas are there, and the redirect_uri is refused': `
        GET https://idp.example/authorize?response_type=code&${base}&scope=openid,email
        → 400
          "redirect_uri is not registered"`,
    'commas are there, and the provider stops without a word': `
        GET https://idp.example/authorize?response_type=code&${base}&scope=openid,email
        → 400`,
    'the provider took the list with commas apart, and one item is not allowed': asked(
      'read,admin',
      'error=invalid_scope&error_description=Invalid%20scope%3A%20admin.',
    ),
    'commas are there, and the user declines': asked('openid,email', 'error=access_denied'),
    'an ID token is asked for with openid': asked('email%20openid', 'id_token=CANARY', 'id_token'),
  },
  skips: {
    'no scope is sent, and the provider has a default': `
        GET https://idp.example/authorize?response_type=code&${base}
        → 200`,
  },
  unsure: {
    'the request was pushed out of sight': {
      why: 'parameters-hidden',
      trace: `
        GET https://idp.example/authorize?client_id=app&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3ACANARY-par
        → 400`,
    },
    'somebody redacted it': { why: 'redacted-input', trace: refused('[redacted]') },
  },
});
