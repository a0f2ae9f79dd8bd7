import { extensionInterference } from '../../../../lib/checks/transport/extension-interference.ts';
import { cases } from '../../../build/cases.ts';

const request = 'https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY';
const answer = 'https://app.example/cb?code=code-CANARY&state=st-CANARY';

cases(extensionInterference, {
  fails: {
    'a blocker stops the authorization request': {
      as: 'blocked',
      at: ['1 outcome.reason'],
      severity: 'error',
      data: { host: 'idp.example', reason: 'ERR_BLOCKED_BY_CLIENT' },
      trace: `
        GET ${request}
        → failed net::ERR_BLOCKED_BY_CLIENT`,
    },
    'a company policy stops the callback': {
      as: 'blocked',
      data: { host: 'app.example', reason: 'ERR_BLOCKED_BY_ADMINISTRATOR' },
      trace: `
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → failed net::ERR_BLOCKED_BY_ADMINISTRATOR`,
    },
    'a blocker in Firefox stops the request before it has headers': {
      as: 'blocked',
      browser: 'firefox',
      only: 'web-request', // a file of Firefox gives no reason
      data: { reason: 'NS_ERROR_ABORT' },
      trace: `
        GET ${request}
        → failed NS_ERROR_ABORT`,
    },
    'a blocker stops the token request': {
      as: 'blocked',
      at: ['3 outcome.reason'],
      trace: `
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 200
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=authorization_code&code=code-CANARY&client_id=web
        → failed net::ERR_BLOCKED_BY_CLIENT`,
    },
    'the page’s own policy forbids the call': {
      as: 'page-rule',
      at: ['3 outcome.reason'],
      severity: 'error',
      data: { host: 'idp.example' },
      trace: `
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 200
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=authorization_code&code=code-CANARY&client_id=web
        → failed net::ERR_BLOCKED_BY_CSP`,
    },
    'another extension takes state out of the answer': {
      as: 'parameters',
      at: ['2 response.status'],
      severity: 'error',
      data: { host: 'app.example', names: '`state`' },
      trace: `
        GET ${request}
        → 302 ${answer}
        GET ${answer} [by extension]
        → 307 https://app.example/cb?code=code-CANARY
        GET https://app.example/cb?code=code-CANARY
        → 400`,
    },
    'another extension sends the request elsewhere': {
      as: 'redirected',
      at: ['1 response.status'],
      severity: 'warning',
      data: { host: 'idp.example' },
      trace: `
        GET ${request}&utm_source=mail [by extension]
        → 307 ${request}
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 200`,
    },
  },
  passes: {
    'all requests got through': `
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 200`,
    'only a counter on the sign-in page is blocked': `
        GET ${request}
        → 200
        GET https://stats.example/collect.gif [image] [from https://idp.example]
        → failed net::ERR_BLOCKED_BY_CLIENT
        POST https://idp.example/signin [from https://idp.example]
        → 302 ${answer}
        GET ${answer}
        → 200`,
    'the browser itself upgrades an address to https': `
        GET http://app.example/login [by browser]
        → 307 https://app.example/login
        GET https://app.example/login
        → 302 ${request}
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 200`,
    'the user leaves': `
        GET ${request}
        → failed net::ERR_ABORTED`,
    'the server itself redirects with 307': `
        GET ${request}
        → 307 https://login.idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY
        GET https://login.idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY
        → 302 ${answer}
        GET ${answer}
        → 200`,
  },
  skips: {},
  unsure: {
    'a request has no recorded end, and the file gives no reason': {
      why: 'never-finished',
      browser: 'firefox',
      trace: `
        GET ${request}
        → pending`,
    },
  },
});
