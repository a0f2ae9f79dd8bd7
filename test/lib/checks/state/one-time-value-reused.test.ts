import { oneTimeValueReused } from '../../../../lib/checks/state/one-time-value-reused.ts';
import { cases } from '../../../build/cases.ts';

const authorize = 'https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb';
const cb = 'https://app.example/cb';
/** A login that goes through, with the parameters given. */
const login = (parameters: string, code: string, state: string, flags = '') => `
        GET ${authorize}&${parameters}${flags}
        → 302 ${cb}?code=CANARY-${code}&state=${state}
        GET ${cb}?code=CANARY-${code}&state=${state}
        → 302 https://app.example/home
        GET https://app.example/home
        → 200`;

cases(oneTimeValueReused, {
  fails: {
    'every login has the same nonce': {
      as: 'reused',
      at: ['4 request.query.nonce', '1 request.query.nonce'],
      severity: 'warning',
      data: { name: 'nonce', count: 2 },
      trace: `${login('state=CANARY-1&nonce=CANARY-fixed', '1', 'CANARY-1')}${login('state=CANARY-2&nonce=CANARY-fixed', '2', 'CANARY-2', ' [+60s]')}`,
    },
    'three logins share one code_challenge': {
      as: 'reused',
      data: { name: 'code_challenge' },
      trace: `${login('state=CANARY-1&code_challenge=CANARY-fixed', '1', 'CANARY-1')}${login('state=CANARY-2&code_challenge=CANARY-fixed', '2', 'CANARY-2', ' [+60s]')}${login('state=CANARY-3&code_challenge=CANARY-fixed', '3', 'CANARY-3', ' [+60s]')}`,
    },
    'the state is a constant': {
      as: 'reused',
      data: { name: 'state', count: 2 },
      trace: `${login('state=CANARY-fixed&nonce=CANARY-1', '1', 'CANARY-fixed')}${login('state=CANARY-fixed&nonce=CANARY-2', '2', 'CANARY-fixed', ' [+60s]')}`,
    },
    'a cached redirect replays an old state, and the app refuses it': {
      as: 'cached',
      at: ['6 request.query.state', '2 request.query.state'],
      severity: 'error',
      data: { name: 'state' },
      trace: `
        GET https://app.example/login
        → 302 ${authorize}&state=CANARY-1
        GET ${authorize}&state=CANARY-1
        → 302 ${cb}?code=CANARY-c1&state=CANARY-1
        GET ${cb}?code=CANARY-c1&state=CANARY-1
        → 302 https://app.example/home
        GET https://app.example/home
        → 200
        GET https://app.example/login [+10min] [cache]
        → 302 ${authorize}&state=CANARY-1
        GET ${authorize}&state=CANARY-1
        → 302 ${cb}?code=CANARY-c2&state=CANARY-1
        GET ${cb}?code=CANARY-c2&state=CANARY-1
        → 400`,
    },
    'a cached redirect replays an old state, and the app does not mind': {
      as: 'cached',
      severity: 'warning',
      trace: `
        GET https://app.example/login
        → 302 ${authorize}&state=CANARY-1
        GET ${authorize}&state=CANARY-1
        → 302 ${cb}?code=CANARY-c1&state=CANARY-1
        GET ${cb}?code=CANARY-c1&state=CANARY-1
        → 302 https://app.example/home
        GET https://app.example/home
        → 200
        GET https://app.example/login [+10min] [cache]
        → 302 ${authorize}&state=CANARY-1
        GET ${authorize}&state=CANARY-1
        → 302 ${cb}?code=CANARY-c2&state=CANARY-1
        GET ${cb}?code=CANARY-c2&state=CANARY-1
        → 302 https://app.example/home
        GET https://app.example/home
        → 200`,
    },
    'a link made with the page is opened in two tabs': {
      as: 'stale-link',
      severity: 'info',
      data: { name: 'code_challenge' },
      only: 'web-request',
      trace: `
        GET https://app.example/ [tab 1]
        → 200
        GET ${authorize}&code_challenge=CANARY-fixed [tab 1] [from https://app.example]
        → 200
        GET ${authorize}&code_challenge=CANARY-fixed [tab 2] [opener 1] [from https://app.example] [+20s]
        → 200`,
    },
  },
  passes: {
    'every login has values of its own': `${login('state=CANARY-1&nonce=CANARY-n1&code_challenge=CANARY-p1', '1', 'CANARY-1')}${login('state=CANARY-2&nonce=CANARY-n2&code_challenge=CANARY-p2', '2', 'CANARY-2', ' [+60s]')}`,
    'there is one login only': login('state=CANARY-1', '1', 'CANARY-1'),
    'the login page was reloaded': `
        GET ${authorize}&state=CANARY-1
        → 200
        GET ${authorize}&state=CANARY-1 [+20s] [reload]
        → 302 ${cb}?code=CANARY-c&state=CANARY-1
        GET ${cb}?code=CANARY-c&state=CANARY-1
        → 200`,
    'the user came back to the login page with the Back button': `
        GET ${authorize}&state=CANARY-1
        → 200
        GET https://idp.example/help [from https://idp.example] [+5s]
        → 200
        GET ${authorize}&state=CANARY-1 [+20s] [back]
        → 200`,
    'the provider repeats the request from page to page': `
        GET ${authorize}&state=CANARY-1&nonce=CANARY-n
        → 302 https://login.idp.example/signin?client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&response_type=code&state=CANARY-1&nonce=CANARY-n
        GET https://login.idp.example/signin?client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&response_type=code&state=CANARY-1&nonce=CANARY-n
        → 200`,
    'it was a double click': `
        GET ${authorize}&state=CANARY-1&nonce=CANARY-same
        → 200
        GET ${authorize}&state=CANARY-2&nonce=CANARY-same
        → 200`,
    'two apps happen to share a value': `${login('state=CANARY-1&nonce=CANARY-same', '1', 'CANARY-1')}
        GET https://idp.example/authorize?response_type=code&client_id=other&redirect_uri=https%3A%2F%2Fother.example%2Fcb&state=CANARY-2&nonce=CANARY-same [+60s]
        → 302 https://other.example/cb?code=CANARY-2&state=CANARY-2
        GET https://other.example/cb?code=CANARY-2&state=CANARY-2
        → 200`,
    'an unused cached redirect carries a fresh value': `
        GET https://app.example/login [cache]
        → 302 ${authorize}&state=CANARY-1
        GET ${authorize}&state=CANARY-1
        → 200`,
  },
  skips: {
    'the request has no one-time value': `
        GET ${authorize}
        → 200`,
    'the recording began after the request': `
        GET https://app.example/oauth/callback?code=CANARY-0123456789abcdef&state=CANARY-0123456789abcdef&iss=https%3A%2F%2Fidp.example
        → 200`,
  },
  unsure: {
    'the request was pushed out of sight': {
      why: 'parameters-hidden',
      trace: `
        GET https://idp.example/authorize?client_id=app&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3ACANARY-par
        → 200`,
    },
    'somebody redacted the values': {
      why: 'redacted-input',
      trace: `${login('state=[redacted]', '1', '[redacted]')}${login('state=[redacted]', '2', '[redacted]', ' [+60s]')}`,
    },
    'somebody redacted one of them': {
      why: 'redacted-input',
      trace: login('state=[redacted]&nonce=CANARY-n', '1', '[redacted]'),
    },
  },
});
