import { redirectLoop } from '../../../../lib/checks/loop/redirect-loop.ts';
import { cases } from '../../../build/cases.ts';

const request = 'https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY';
const answer = 'https://app.example/cb?code=code-CANARY&state=st-CANARY';

cases(redirectLoop, {
  fails: {
    'the app’s pages send the browser to and fro': {
      as: 'circle',
      at: ['12 response.header.location', '3 request.url', '5 request.url'],
      severity: 'error',
      data: { host: 'app.example', times: 5 },
      trace: `
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 302 /home
        GET https://app.example/home
        → 302 /check
        GET https://app.example/check
        → 302 /home
        GET https://app.example/home
        → 302 /check
        GET https://app.example/check
        → 302 /home
        GET https://app.example/home
        → 302 /check
        GET https://app.example/check
        → 302 /home
        GET https://app.example/home
        → 302 /check
        GET https://app.example/check
        → 302 /home
        GET https://app.example/home
        → 302 /check
        GET https://app.example/check
        → 302 /home`,
    },
    'the browser says so': {
      as: 'circle',
      at: ['4 outcome.reason'],
      trace: `
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 302 /home
        GET https://app.example/home
        → 302 /home
        GET https://app.example/home
        → failed net::ERR_TOO_MANY_REDIRECTS`,
    },
    'Firefox says so, and the hops were not recorded': {
      as: 'unending',
      at: ['1 outcome.reason'],
      browser: 'firefox',
      data: { host: 'idp.example' },
      trace: `
        GET ${request}
        → failed NS_ERROR_REDIRECT_LOOP`,
    },
  },
  passes: {
    'a page comes up twice and then answers': `
        GET ${request}
        → 302 https://idp.example/check?c=1
        GET https://idp.example/check?c=1
        → 302 ${request}
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 200`,
    'the same page serves one step after the other': `
        GET ${request}
        → 302 https://idp.example/sync?site=1
        GET https://idp.example/sync?site=1
        → 302 https://idp.example/sync?site=2
        GET https://idp.example/sync?site=2
        → 302 https://idp.example/sync?site=3
        GET https://idp.example/sync?site=3
        → 302 https://idp.example/sync?site=4`,
    'the capture ends while a page redirects to itself': `
        GET ${request}
        → 302 ${request}
        GET ${request}
        → 302 ${request}
        GET ${request}
        → 302 ${request}`,
    'the capture ends on the way back': `
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 302 /`,
  },
  skips: {
    'tokens are renewed by a call': `
        POST https://idp.example/token [fetch] [from https://app.example/]
          = grant_type=refresh_token&refresh_token=rt-CANARY&client_id=web
        → 200`,
  },
  unsure: {
    'the last request has no end': {
      why: 'never-finished',
      trace: `
        GET ${request}
        → pending`,
    },
  },
});
