import { loginLoop } from '../../../../lib/checks/loop/login-loop.ts';
import { cases } from '../../../build/cases.ts';

const request = (n: number, extra = '') =>
  `https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&scope=openid&state=st-CANARY-${n}${extra}`;
const answer = (n: number) => `https://app.example/cb?code=code-CANARY-${n}&state=st-CANARY-${n}`;

/** The landing page sends the browser straight back to the login. */
const round = (n: number, extra = '') => `
        GET https://app.example/
        → 302 ${request(n, extra)}
        GET ${request(n, extra)}
        → 302 ${answer(n)}
        GET ${answer(n)}
        → 302 /`;

const noSession = (n: number) => `https://app.example/silent?error=login_required&state=st-CANARY-${n}`;
const silent = (n: number) => request(n, '&prompt=none').replace('/cb&', '/silent&');
const silentRound = (n: number, wait = '100ms') => `
        GET ${silent(n)} [frame] [from https://app.example/] [+${wait}]
        → 302 ${noSession(n)}
        GET ${noSession(n)} [frame]
        → 200`;
const silentPage = (n: number) => `
        GET https://app.example/
        → 302 ${silent(n)}
        GET ${silent(n)}
        → 302 ${noSession(n)}
        GET ${noSession(n)}
        → 302 /`;

cases(loginLoop, {
  fails: {
    'three logins run into each other': {
      as: 'loop',
      headline: 'session-not-established',
      at: ['8 request.url', '2 request.url'],
      severity: 'error',
      data: { count: 3 },
      trace: `
        ${round(1)}
        ${round(2)}
        ${round(3)}
        GET https://app.example/
        → 200`,
    },
    'there are five, and it is said once': {
      as: 'loop',
      headline: 'session-not-established',
      data: { count: 5 },
      trace: `${round(1)}${round(2)}${round(3)}${round(4)}${round(5)}`,
    },
    'the page goes round by script': {
      as: 'loop',
      headline: 'session-not-established',
      data: { count: 3 },
      trace: `
        GET ${request(1)}
        → 302 ${answer(1)}
        GET ${answer(1)}
        → 200
        GET ${request(2)} [from https://app.example/cb] [+1s]
        → 302 ${answer(2)}
        GET ${answer(2)}
        → 200
        GET ${request(3)} [from https://app.example/cb] [+1s]
        → 302 ${answer(3)}
        GET ${answer(3)}
        → 200`,
    },
    'the app takes login_required for a reason to ask again': {
      as: 'silent',
      severity: 'error',
      data: { count: 3 },
      trace: `${silentPage(1)}${silentPage(2)}${silentPage(3)}`,
    },
    'a hidden frame asks over and over': {
      as: 'silent',
      data: { count: 6 },
      trace: `
        GET https://app.example/
        → 200
        ${[1, 2, 3, 4, 5, 6].map((n) => silentRound(n)).join('')}`,
    },
  },
  passes: {
    'two logins follow each other': `
        ${round(1)}
        ${round(2)}
        GET https://app.example/
        → 200`,
    'the user signs in three times on purpose': `
        ${round(1)}
        GET https://app.example/
        → 200
        GET ${request(2)} [+4s]
          Sec-Fetch-User: ?1
        → 302 ${answer(2)}
        GET ${answer(2)}
        → 200
        GET ${request(3)} [+4s]
          Sec-Fetch-User: ?1
        → 302 ${answer(3)}
        GET ${answer(3)}
        → 200`,
    'it takes the user a while each time': `
        ${round(1)}
        GET https://app.example/
        → 200
        GET ${request(2)} [+15s]
        → 302 ${answer(2)}
        GET ${answer(2)}
        → 200
        GET ${request(3)} [+15s]
        → 302 ${answer(3)}
        GET ${answer(3)}
        → 200`,
    'three tabs restore their sessions at once': {
      only: 'web-request', // a file does not tell tabs apart
      trace: `
        GET ${request(1)} [tab 1]
        → 302 ${answer(1)}
        GET ${answer(1)} [tab 1]
        → 200
        GET ${request(2)} [tab 2]
        → 302 ${answer(2)}
        GET ${answer(2)} [tab 2]
        → 200
        GET ${request(3)} [tab 3]
        → 302 ${answer(3)}
        GET ${answer(3)} [tab 3]
        → 200`,
    },
    'a hidden frame renews every five minutes': `
        GET https://app.example/
        → 200
        ${[1, 2, 3, 4, 5, 6, 7].map((n) => silentRound(n, '5min')).join('')}`,
    'one silent try and one visible login': `
        GET https://app.example/
        → 200
        ${silentRound(1)}
        ${silentRound(2)}
        ${round(3)}
        GET https://app.example/
        → 200`,
  },
  skips: {
    'there is one login': round(1),
    'every resource gets a token of its own': `
        ${round(1, '&resource=https://api.example/a')}
        ${round(2, '&resource=https://api.example/b')}
        ${round(3, '&resource=https://api.example/c')}
        GET https://app.example/
        → 200`,
    'another app logs in each time': `
        ${round(1)}
        ${round(2).replaceAll('client_id=web', 'client_id=mail')}
        ${round(3).replaceAll('client_id=web', 'client_id=files')}`,
  },
  unsure: {
    'the file has no times': {
      why: 'times-missing',
      only: 'har',
      untimed: true,
      trace: `${round(1)}${round(2)}${round(3)}`,
    },
  },
});
