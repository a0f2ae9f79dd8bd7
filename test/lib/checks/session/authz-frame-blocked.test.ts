import { authzFrameBlocked } from '../../../../lib/checks/session/authz-frame-blocked.ts';
import { cases } from '../../../build/cases.ts';

const authorize =
  'https://idp.example/authorize?response_type=code&client_id=spa&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s';
/** The provider's page in a frame of the app, with this header. */
const framed = (line: string, more = '', from = 'https://app.example/') => `
        GET ${from}
        → 200
        GET ${authorize}${more} [frame] [from ${from}]
        → 200
          ${line}`;

cases(authzFrameBlocked, {
  fails: {
    'the page says DENY': {
      as: 'blocked',
      at: ['2 response.header.x-frame-options', '2 request.url'],
      severity: 'error',
      data: { host: 'idp.example', embedder: 'app.example', rule: '`X-Frame-Options: DENY`' },
      trace: framed('X-Frame-Options: DENY'),
    },
    'the page wants its own origin only': {
      as: 'blocked',
      data: { rule: '`X-Frame-Options: SAMEORIGIN`' },
      trace: framed('X-Frame-Options: SAMEORIGIN'),
    },
    'the policy names other sites': {
      as: 'blocked',
      at: ['2 response.header.content-security-policy'],
      trace: framed("Content-Security-Policy: default-src 'self'; frame-ancestors 'self' https://portal.example"),
    },
    'the policy names nobody': { as: 'blocked', trace: framed("Content-Security-Policy: frame-ancestors 'none'") },
    'the sign-in page behind the request says so': {
      as: 'blocked',
      at: ['3 response.header.x-frame-options'],
      trace: `
        GET https://app.example/
        → 200
        GET ${authorize} [frame] [from https://app.example/]
        → 302 /signin
        GET https://idp.example/signin [frame]
        → 200
          X-Frame-Options: DENY`,
    },
    'the browser says that it blocked the answer': {
      as: 'blocked',
      only: 'web-request', // a file has no headers of what the browser gave up
      trace: `
        GET https://app.example/
        → 200
        GET ${authorize} [frame] [from https://app.example/]
        → failed net::ERR_BLOCKED_BY_RESPONSE
          X-Frame-Options: DENY`,
    },
    'the browser says so, and shows no header': {
      as: 'blocked',
      at: ['2 outcome.reason', '2 request.url'],
      data: { rule: 'the browser says ERR_BLOCKED_BY_RESPONSE' },
      trace: `
        GET https://app.example/
        → 200
        GET ${authorize} [frame] [from https://app.example/]
        → failed net::ERR_BLOCKED_BY_RESPONSE`,
    },
    'Firefox says which header it was': {
      as: 'blocked',
      browser: 'firefox',
      data: { rule: 'the browser says NS_ERROR_XFO_VIOLATION' },
      trace: `
        GET https://app.example/
        → 200
        GET ${authorize} [frame] [from https://app.example/]
        → failed NS_ERROR_XFO_VIOLATION`,
    },
    'a silent request gets a page': {
      as: 'silent',
      severity: 'info',
      trace: framed('X-Frame-Options: DENY', '&prompt=none'),
    },
    'the app then opens a window of its own': {
      as: 'worked-around',
      severity: 'info',
      trace: `${framed('X-Frame-Options: DENY')}
        GET ${authorize}2 [tab 2] [opener 1] [from https://app.example/] [+3s]
        → 302 https://app.example/cb?code=CANARY-c&state=CANARY-s2
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s2 [tab 2]
        → 200`,
    },
  },
  passes: {
    'the page says nothing': framed('Content-Type: text/html'),
    'the policy names the app': framed('Content-Security-Policy: frame-ancestors https://*.example https://app.example'),
    'the policy allows the app, and an older header does not count beside it': framed(
      'Content-Security-Policy: frame-ancestors https://app.example\n          X-Frame-Options: DENY',
    ),
    'the page is framed by its own origin': framed('X-Frame-Options: SAMEORIGIN', '', 'https://idp.example/portal'),
    'the header holds what browsers do not know': framed('X-Frame-Options: ALLOW-FROM https://other.example'),
    'the policy only reports': framed("Content-Security-Policy-Report-Only: frame-ancestors 'none'"),
    'the provider’s page has a frame of its own, which only it may show': `
        GET https://app.example/
        → 200
        GET ${authorize} [frame 7] [from https://app.example/]
        → 200
        GET https://idp.example/check [frame 9] [from https://idp.example/]
        → 200
          X-Frame-Options: SAMEORIGIN`,
    'the answer came all the same': `
        GET https://app.example/
        → 200
        GET ${authorize}&prompt=none [frame] [from https://app.example/]
        → 302 https://app.example/cb?code=CANARY-c&state=CANARY-s
          X-Frame-Options: DENY
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s [frame]
        → 200`,
  },
  skips: {
    'the login is a full page': `
        GET ${authorize}
        → 200
          X-Frame-Options: DENY`,
    'a full page of the provider has a frame of its own': `
        GET ${authorize} [from https://app.example/]
        → 200
        GET https://idp.example/check [frame] [from https://idp.example/]
        → 200
          X-Frame-Options: DENY`,
    'the frame is led on and nothing came after': `
        GET https://app.example/
        → 200
        GET ${authorize} [frame] [from https://app.example/]
        → 302 https://idp.example/signin
          X-Frame-Options: DENY`,
    'the connection failed': `
        GET https://app.example/
        → 200
        GET ${authorize} [frame] [from https://app.example/]
        → failed net::ERR_CONNECTION_REFUSED`,
  },
  unsure: {
    'the page around the frame may have stopped it': {
      why: 'header-hidden',
      trace: `
        GET https://app.example/
        → 200
          Cross-Origin-Embedder-Policy: require-corp
        GET ${authorize} [frame] [from https://app.example/]
        → failed net::ERR_BLOCKED_BY_RESPONSE`,
    },
    'the page has not come yet': {
      why: 'never-finished',
      trace: `
        GET https://app.example/
        → 200
        GET ${authorize} [frame] [from https://app.example/]
        → pending`,
    },
  },
});
