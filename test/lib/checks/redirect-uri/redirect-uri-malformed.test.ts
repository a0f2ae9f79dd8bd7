import { redirectUriMalformed } from '../../../../lib/checks/redirect-uri/redirect-uri-malformed.ts';
import { cases } from '../../../build/cases.ts';

/** A request with this redirect_uri, as written in the address; the provider shows its page, or what is given. */
const request = (raw: string, answer = '200') => `
        GET https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=${raw}&state=CANARY-s
        → ${answer}`;

cases(redirectUriMalformed, {
  fails: {
    'it was encoded twice': {
      as: 'double-encoded',
      at: ['1 request.query.redirect_uri'],
      severity: 'error',
      trace: request('https%253A%252F%252Fapp.example%252Fcb', '400'),
    },
    'it was encoded three times': { as: 'double-encoded', trace: request('https%25253A%25252F%25252Fapp.example%25252Fcb', '400') },
    'it is only a path': { as: 'relative', at: ['1 request.query.redirect_uri'], trace: request('%2Fcb', '400') },
    'it lacks its scheme': { as: 'relative', trace: request('app.example%2Fcb', '400') },
    'it has a hash for the app’s router': {
      as: 'fragment',
      at: ['1 request.query.redirect_uri'],
      trace: request('https%3A%2F%2Fapp.example%2F%23%2Fcb', '400'),
    },
    'a line break from a settings file is in it': { as: 'characters', trace: request('https%3A%2F%2Fapp.example%2Fcb%0A', '400') },
    'a space is in front of it': { as: 'characters', trace: request('%20https%3A%2F%2Fapp.example%2Fcb', '400') },
    'it was not encoded, and its query spilled into the request': {
      as: 'spilled',
      at: ['1 request.query.redirect_uri'],
      data: { name: 'campaign' },
      trace: request('https://app.example/cb?tenant=a&campaign=spring', '400'),
    },
    'it was posted with a hash': {
      as: 'fragment',
      at: ['1 request.form.redirect_uri'],
      trace: `
        POST https://idp.example/authorize [from https://app.example]
          = response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2F%23%2Fcb&state=CANARY-s
        → 400`,
    },
    'it has a hash, and the user declined': {
      as: 'fragment',
      severity: 'warning',
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2F%23%2Fcb&state=CANARY-s
        → 302 https://app.example/?error=access_denied&state=CANARY-s#/cb
        GET https://app.example/?error=access_denied&state=CANARY-s#/cb
        → 200`,
    },
    'it has a hash, and the provider did not mind': {
      as: 'fragment',
      severity: 'warning',
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2F%23%2Fcb&state=CANARY-s
        → 302 https://app.example/?code=CANARY-c&state=CANARY-s#/cb
        GET https://app.example/?code=CANARY-c&state=CANARY-s#/cb
        → 200`,
    },
  },
  passes: {
    'it is a clean address': request('https%3A%2F%2Fapp.example%2Fcb'),
    'its own query holds an encoded address': request('https%3A%2F%2Fapp.example%2Fcb%3Freturn%3Dhttps%253A%252F%252Fapp.example%252Fhome'),
    'it was not encoded, and nothing of it was lost': request('https://app.example/cb?tenant=a'),
    'it has the scheme of a program': request('com.example.app%3A%2Fcb'),
    'it is a loopback address': request('http%3A%2F%2F%5B%3A%3A1%5D%3A49152%2Fcb'),
    'it is a word that stands for a script': request('postmessage'),
    'it asks for the code to be shown': request('urn%3Aietf%3Awg%3Aoauth%3A2.0%3Aoob'),
    'a parameter that providers know follows the unencoded address': request('https://app.example/cb?tenant=a&prompt=login'),
  },
  skips: {
    'the request names no address': `
        GET https://idp.example/authorize?response_type=code&client_id=app&scope=openid&state=CANARY-s
        → 200`,
    'it is empty, which has a check of its own': request(''),
    'there is no request in a recording that began later': `
        GET https://app.example/oauth/callback?code=CANARY-0123456789abcdef&state=CANARY-0123456789abcdef&iss=https%3A%2F%2Fidp.example
        → 200`,
  },
  unsure: {
    'the address was pushed out of sight': {
      why: 'parameters-hidden',
      trace: `
        GET https://idp.example/authorize?client_id=app&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3ACANARY-par
        → 200`,
    },
    'somebody redacted the address': { why: 'redacted-input', trace: request('[redacted]') },
  },
});
