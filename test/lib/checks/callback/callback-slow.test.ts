import { expect, it } from 'vitest';
import { analyze } from '../../../../lib/analyze.ts';
import { callbackSlow } from '../../../../lib/checks/callback/callback-slow.ts';
import { cases } from '../../../build/cases.ts';
import { capture } from '../../../build/trace.ts';

/** The login up to its callback, which takes this long and is answered like this. */
const login = (took: string, then: string, app = 'https://app.example') => `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=${app}/cb&state=CANARY-s
        → 302 ${app}/cb?code=CANARY-c&state=CANARY-s
        GET ${app}/cb?code=CANARY-c&state=CANARY-s [took ${took}]
        ${then}`;
const signedIn = `→ 302 /
          Set-Cookie: session=CANARY-session-0123; Path=/; Secure; HttpOnly
        GET https://app.example/ [+9s]
        → 200`;
const redeemed = (took: string) => `
        POST https://idp.example/token [fetch] [from https://app.example] [took ${took}]
          = grant_type=authorization_code&client_id=web&code=CANARY-c&redirect_uri=https://app.example/cb&code_verifier=CANARY
        → 200`;

cases(callbackSlow, {
  fails: {
    'the callback takes seven seconds': {
      as: 'slow',
      at: ['2 timing', '2 request.url'],
      severity: 'warning',
      data: { seconds: '7.0' },
      trace: login('7000ms', signedIn),
    },
    'the token endpoint takes six seconds': {
      as: 'token',
      at: ['3 timing'],
      severity: 'warning',
      data: { host: 'idp.example', seconds: '6.0' },
      trace: `${login('50ms', '→ 200')}${redeemed('6002ms')}`,
    },
    'the callback hangs until the page is left': {
      as: 'hung',
      at: ['2 timing'],
      severity: 'error',
      trace: login('45s', '→ failed net::ERR_ABORTED'),
    },
  },
  passes: {
    'the callback is quick': login('300ms', signedIn),
    'four seconds are slow and within every limit': login('4s', signedIn),
    'the user left the page soon': login('6s', '→ failed net::ERR_ABORTED'),
    'it failed after a while, which has a check of its own': login('8s', '→ 500'),
    'the network gave up, which has a check of its own': login('40s', '→ failed net::ERR_TIMED_OUT'),
    'the computer slept': login('25min', signedIn),
    'the token endpoint is quick': `${login('50ms', '→ 200')}${redeemed('120ms')}`,
  },
  skips: {
    'a development server compiles its page': login('9s', '→ 200', 'http://localhost:3000'),
    'no answer came': `
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=CANARY-s
        → 200`,
  },
  unsure: {
    'the callback has not answered': { why: 'never-finished', trace: login('50ms', '→ pending') },
    'the file has no times': { why: 'times-missing', only: 'har', untimed: true, trace: login('7s', signedIn) },
  },
});

it('is a remark on a login that went through', () => {
  for (const source of ['web-request', 'har'] as const) {
    const [flow] = analyze(capture(login('7s', signedIn), source).capture).flows;
    expect([flow?.outcome, flow?.headline]).toEqual(['completed', null]);
    expect(flow?.findings.find((f) => f.check === 'callback-slow')?.severity).toBe('info');
  }
});

it('is the reason where the app never answered', () => {
  const [flow] = analyze(capture(login('45s', '→ failed net::ERR_ABORTED'), 'har').capture).flows;
  expect([flow?.outcome, flow?.headline]).toEqual(['failed', 'callback-slow']);
});
