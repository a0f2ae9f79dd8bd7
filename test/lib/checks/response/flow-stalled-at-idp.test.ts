import { flowStalledAtIdp } from '../../../../lib/checks/response/flow-stalled-at-idp.ts';
import { cases } from '../../../build/cases.ts';

const request = (redirect = 'https://app.example/cb') =>
  `https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=${redirect}&state=CANARY-s`;
const page = (redirect?: string) => `
        GET ${request(redirect)}
        → 200`;
/** Another tab shows that the recording went on. */
const elsewhere = (wait: string) => `
        GET https://news.example/ [tab 2] [+${wait}]
        → 200`;

cases(flowStalledAtIdp, {
  fails: {
    'nothing comes back for a quarter of an hour': {
      as: 'left',
      at: ['1 request.url', '1 response.status'],
      severity: 'info',
      data: { host: 'idp.example', status: 200, minutes: 15, sent: '' },
      only: 'har',
      trace: `${page()}${elsewhere('15min')}`,
    },
    'the form was sent, and the page came again': {
      as: 'left',
      at: ['3 request.url'],
      data: { sent: ', after its form was sent 2 times' },
      trace: `${page()}
        POST https://idp.example/signin [from https://idp.example] [+5s]
          = user=CANARY&password=CANARY
        → 200
        POST https://idp.example/signin [from https://idp.example] [+5s]
          = user=CANARY&password=CANARY
        → 200
        ${elsewhere('20min')}`,
    },
    'the same tab goes somewhere else': {
      as: 'elsewhere',
      severity: 'info',
      only: 'web-request', // a file knows no tabs
      trace: `${page()}
        GET https://news.example/ [+20s]
        → 200`,
    },
    'the login window is closed': {
      as: 'popup',
      at: ['2 request.url', '2 response.status'],
      severity: 'info',
      only: 'web-request',
      live: true,
      data: { host: 'idp.example', seconds: 9 },
      trace: `
        GET https://app.example/
        → 200
        GET ${request()} [tab 2] [opener 1] [from https://app.example/] [+20s] [closed 9s]
        → 200`,
    },
    'the tab is closed': {
      as: 'tab',
      only: 'web-request',
      live: true,
      data: { sent: ', after its form was sent once', seconds: 4 },
      trace: `${page()}
        POST https://idp.example/signin [from https://idp.example] [+5s] [closed 4s]
          = user=CANARY&password=CANARY
        → 200`,
    },
  },
  passes: {
    'the answer came': `
        GET ${request()}
        → 302 https://app.example/cb?code=CANARY-c&state=CANARY-s
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s
        → 200`,
    'the answer came after half an hour': `${page()}
        POST https://idp.example/signin [from https://idp.example] [+30min]
          = user=CANARY
        → 302 https://app.example/cb?code=CANARY-c&state=CANARY-s
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s
        → 200`,
  },
  skips: {
    'the provider stopped on an error page, which has a check of its own': `
        GET ${request()}
        → 400
        ${elsewhere('15min')}`,
    'a bot check stands there, which has a check of its own': `
        GET ${request()}
        → 202
          x-amzn-waf-action: challenge
        ${elsewhere('15min')}`,
    'the answer goes to a program on this computer': `${page('com.example.app:/cb')}${elsewhere('15min')}`,
    'the page was only loaded ahead': `
        GET ${request()} [prerender]
        → 200
        ${elsewhere('15min')}`,
    'nobody sees the login': `
        GET ${request()}&prompt=none [frame] [from https://app.example/]
        → 200
        ${elsewhere('15min')}`,
  },
  unsure: {
    'the window is closed, and the page behind it goes on at once': {
      why: 'body-not-exposed',
      only: 'web-request',
      trace: `
        GET https://app.example/
        → 200
        GET ${request()} [tab 2] [opener 1] [from https://app.example/] [+20s] [closed 9s]
        → 200
        GET https://app.example/home [+9s]
        → 200`,
    },
    'the user may still be at it': { why: 'capture-ended-early', trace: `${page()}${elsewhere('2min')}` },
    'the page has not come yet': {
      why: 'never-finished',
      trace: `
        GET ${request()}
        → pending`,
    },
    'the file has no times': { why: 'times-missing', only: 'har', untimed: true, trace: `${page()}${elsewhere('15min')}` },
  },
});
