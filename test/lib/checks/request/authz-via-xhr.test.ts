import { authzViaXhr } from '../../../../lib/checks/request/authz-via-xhr.ts';
import { cases } from '../../../build/cases.ts';

const authorize =
  'https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s';

cases(authzViaXhr, {
  fails: {
    'an API call was redirected to the login page': {
      as: 'redirected',
      at: ['2 request.url', '1 response.header.location'],
      severity: 'error',
      trace: `
        GET https://app.example/api/orders [fetch] [from https://app.example]
        → 302 ${authorize}
        GET ${authorize} [fetch] [from https://app.example]
          Origin: null
        → failed net::ERR_FAILED
          Content-Type: text/html`,
    },
    'an API call was redirected, and the browser reports a success that the page can not read': {
      as: 'redirected',
      browser: 'firefox',
      trace: `
        GET https://app.example/api/orders [fetch] [from https://app.example]
          Origin: https://app.example
        → 302 ${authorize}
          Access-Control-Allow-Origin: *
        GET ${authorize} [fetch] [from https://app.example]
        → 200
          Content-Type: text/html`,
    },
    'a script fetches the authorization endpoint': {
      as: 'script',
      at: ['1 request.url'],
      severity: 'error',
      trace: `
        GET ${authorize} [fetch] [from https://app.example]
        → failed net::ERR_FAILED`,
    },
    'an image was redirected to the login page': {
      as: 'resource',
      at: ['2 request.url', '1 response.header.location'],
      severity: 'warning',
      trace: `
        GET https://app.example/logo.png [image] [from https://app.example]
        → 302 ${authorize}
        GET ${authorize} [image] [from https://app.example]
        → 200`,
    },
  },
  passes: {
    'the browser navigates there': `
        GET https://app.example/login
        → 302 ${authorize}
        GET ${authorize}
        → 200`,
    'a silent login runs in a frame': `
        GET ${authorize}&prompt=none [frame] [from https://app.example]
        → 302 https://app.example/cb?error=login_required&state=CANARY-s
        GET https://app.example/cb?error=login_required&state=CANARY-s [frame]
        → 200`,
    'the provider’s own page asks its own server': `
        GET ${authorize} [fetch] [from https://idp.example]
        → 200
          Content-Type: application/json`,
    'the provider lets this app read the answer': `
        GET ${authorize}&response_mode=pi.flow [fetch] [from https://app.example]
          Origin: https://app.example
        → 200
          Access-Control-Allow-Origin: https://app.example
          Content-Type: application/json`,
    'a script pushed the request, and the browser navigates to it': {
      // A source without bodies does not see that the first is answered with a request_uri.
      only: 'har',
      trace: `
        POST https://idp.example/par [fetch] [from https://app.example]
          = response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s
        → 201
          = {"request_uri":"urn:ietf:params:oauth:request_uri:CANARY-par","expires_in":60}
        GET https://idp.example/authorize?client_id=app&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3ACANARY-par
        → 200`,
    },
    'the browser loads the login page ahead of time': `
        GET ${authorize} [prefetch] [from https://app.example]
        → 200`,
  },
  skips: {
    'the recording began after the request': `
        GET https://app.example/oauth/callback?code=CANARY-0123456789abcdef&state=CANARY-0123456789abcdef&iss=https%3A%2F%2Fidp.example
        → 200`,
    'nobody knows what kind of request it was': {
      only: 'har',
      recorder: 'proxy',
      trace: `
        GET ${authorize}
        → 302 https://app.example/cb?code=CANARY-c&state=CANARY-s`,
    },
  },
  unsure: {
    'it has not been answered': {
      why: 'never-finished',
      trace: `
        GET ${authorize} [fetch] [from https://app.example]
        → pending`,
    },
    'the file holds no CORS headers at all': {
      why: 'header-hidden',
      only: 'har',
      trace: `
        GET ${authorize} [fetch] [from https://app.example]
        → 200
          Content-Type: application/json`,
    },
    'it may have been a server that asked': {
      why: 'browser-unknown',
      only: 'har',
      recorder: 'proxy',
      trace: `
        GET ${authorize}
          Accept: application/json
        → 200`,
    },
  },
});
