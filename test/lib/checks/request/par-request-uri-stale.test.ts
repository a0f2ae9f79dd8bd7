import { parRequestUriStale } from '../../../../lib/checks/request/par-request-uri-stale.ts';
import { cases } from '../../../build/cases.ts';

const reference = 'request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3ACANARY-par';
const opened = `https://idp.example/authorize?client_id=app&${reference}`;
const push = (client = 'app') => `
        POST https://idp.example/par [fetch] [from https://app.example]
          = response_type=code&client_id=${client}&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s
        → 201
          = {"request_uri":"urn:ietf:params:oauth:request_uri:CANARY-par","expires_in":60}`;
const completed = `
        GET ${opened}
        → 302 https://app.example/cb?code=CANARY-c&state=CANARY-s
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s
        → 200`;

cases(parRequestUriStale, {
  fails: {
    'the login page is reloaded, and the provider stops': {
      as: 'used',
      at: ['2 request.url', '1 request.url'],
      severity: 'error',
      data: { count: 2, seconds: 20 },
      trace: `
        GET ${opened}
        → 200
        GET ${opened} [+20s] [reload]
        → 400
          "invalid_request_uri"`,
    },
    'the page does not say why': {
      as: 'used',
      severity: 'error',
      trace: `
        GET ${opened}
        → 200
        GET ${opened} [+20s]
        → 400`,
    },
    'the app opens it for a second login, and the provider says so': {
      as: 'used',
      severity: 'error',
      trace: `${completed}
        GET https://app.example/login [+60s]
        → 302 ${opened}
        GET ${opened}
        → 302 https://app.example/cb?error=invalid_request_uri&state=CANARY-s
        GET https://app.example/cb?error=invalid_request_uri&state=CANARY-s
        → 200`,
    },
    'the app opens it for a second login, and the provider does not mind': {
      as: 'used',
      severity: 'info',
      trace: `${completed}
        GET https://app.example/login [+60s]
        → 302 ${opened}
        GET ${opened}
        → 302 https://app.example/cb?code=CANARY-d&state=CANARY-s
        GET https://app.example/cb?code=CANARY-d&state=CANARY-s
        → 200`,
    },
    'it is opened again from the history, after the login went well': {
      as: 'used',
      at: ['3 request.url', '1 request.url', '3 response.location.query.error'],
      severity: 'error',
      trace: `${completed}
        GET ${opened} [+60s]
        → 302 https://app.example/cb?error=invalid_request_uri&error_description=request_uri+was+already+used&state=CANARY-s
        GET https://app.example/cb?error=invalid_request_uri&error_description=request_uri+was+already+used&state=CANARY-s
        → 400`,
    },
    'it is opened too late': {
      as: 'expired',
      at: ['2 request.url', '1 response.body.expires_in'],
      severity: 'error',
      data: { lifetime: 60, age: 90 },
      only: 'har',
      trace: `${push()}
        GET ${opened} [+90s]
        → 400
          "invalid_request_uri"`,
    },
    'another client opens it': {
      as: 'client',
      at: ['1 request.form.client_id', '2 request.url'],
      severity: 'error',
      only: 'har',
      trace: `${push('other')}
        GET ${opened}
        → 400
          "invalid_request_uri"`,
    },
  },
  passes: {
    'it is opened once': completed,
    'the page is reloaded before the user signs in': `
        GET ${opened}
        → 200
        GET ${opened} [+20s] [reload]
        → 302 https://app.example/cb?code=CANARY-c&state=CANARY-s
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s
        → 200`,
    'the server passes it on from page to page': `
        GET ${opened}
        → 302 https://idp.example/authorize?step=2&client_id=app&${reference}
        GET https://idp.example/authorize?step=2&client_id=app&${reference}
        → 400
          "invalid_client"`,
    'it is opened late, and the provider goes on': {
      only: 'har',
      trace: `${push()}${completed.replace('\n        →', ' [+90s]\n        →')}`,
    },
    'it is opened in time, and refused': {
      only: 'har',
      trace: `${push()}
        GET ${opened} [+10s]
        → 400
          "invalid_request_uri"`,
    },
    'the page is reloaded, and the client is unknown': `
        GET ${opened}
        → 200
        GET ${opened} [+20s]
        → 400
          "invalid_client: unknown client"`,
  },
  skips: {
    'nothing was pushed': `
        GET https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb
        → 400`,
    'the provider fetches the request from an address': `
        GET https://idp.example/authorize?client_id=app&response_type=code&scope=openid&request_uri=https%3A%2F%2Fapp.example%2Frequest.jwt
        → 400`,
  },
  unsure: {
    'the app’s server pushed it, out of sight': {
      why: 'parameters-hidden',
      trace: `
        GET ${opened}
        → 400
          "invalid_request_uri"`,
    },
    'the file has no times': {
      why: 'times-missing',
      only: 'har',
      untimed: true,
      trace: `${push()}
        GET ${opened}
        → 400
          "invalid_request_uri"`,
    },
  },
});
