import { expect, it } from 'vitest';
import { analyze } from '../../../../lib/analyze.ts';
import { callbackLate } from '../../../../lib/checks/callback/callback-late.ts';
import { cases } from '../../../build/cases.ts';
import { capture } from '../../../build/trace.ts';

const authorize = 'https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=CANARY-s';
const answer = 'https://app.example/cb?code=CANARY-c&state=CANARY-s';
/** The user signs in after this long, and the app does this with the answer. */
const login = (
  wait: string,
  then: string,
  set = 'txn=CANARY-txn-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax',
  sent = 'txn=CANARY-txn-0123456789',
) => `
        GET https://app.example/login
        → 302 ${authorize}
          Set-Cookie: ${set}
        GET ${authorize}
        → 200
        POST https://idp.example/signin [from https://idp.example] [+${wait}]
          = user=CANARY
        → 302 ${answer}
        GET ${answer}
          Cookie: ${sent}
        ${then}`;
const signedIn = `→ 302 /
          Set-Cookie: session=CANARY-session-0123; Path=/; Secure; HttpOnly
        GET https://app.example/
        → 200`;
const redeemed = (wait: string, error: string) => `
        GET ${authorize}
        → 302 ${answer}
        GET ${answer}
        → 200
        POST https://idp.example/token [fetch] [from https://app.example] [+${wait}]
          = grant_type=authorization_code&client_id=web&code=CANARY-c&redirect_uri=https://app.example/cb&code_verifier=CANARY
        → 400
          Content-Type: application/json
          = {"error":"${error}"}`;

cases(callbackLate, {
  fails: {
    'the sign-in page was open for twenty minutes, and the app refuses': {
      as: 'late',
      at: ['4 request.url', '2 request.url'],
      severity: 'warning',
      data: { minutes: 20 },
      trace: login('20min', '→ 400'),
    },
    'the answer lay in a page that waited': {
      as: 'held',
      severity: 'warning',
      data: { step: 'brought to the app' },
      trace: `
        GET ${authorize}
        → 302 ${answer}
        GET ${answer} [+90s]
        → 400`,
    },
    'the code is redeemed too late': {
      as: 'held',
      at: ['3 request.url', '1 timing'],
      only: 'har', // webRequest has no bodies
      data: { step: 'sent to the token endpoint' },
      trace: redeemed('120s', 'invalid_grant'),
    },
  },
  passes: {
    'it took twenty minutes, and the app took the answer': login('20min', signedIn),
    'the app refuses an answer that came soon': login('40s', '→ 400'),
    'the code is redeemed late, and refused for another reason': { only: 'har', trace: redeemed('120s', 'invalid_client') },
    'the code is redeemed at once, and refused': { only: 'har', trace: redeemed('1s', 'invalid_grant') },
    'the cookie had expired, which has a check of its own': login(
      '20min',
      '→ 400',
      'txn=CANARY-txn-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=300',
      'theme=dark',
    ),
    'the app could not be reached': login('20min', '→ failed net::ERR_CONNECTION_REFUSED'),
  },
  skips: {
    'the user said no after twenty minutes': `
        GET ${authorize}
        → 200
        POST https://idp.example/consent [from https://idp.example] [+20min]
          = approve=no
        → 302 https://app.example/cb?error=access_denied&state=CANARY-s
        GET https://app.example/cb?error=access_denied&state=CANARY-s
        → 400`,
    'no answer came': `
        GET ${authorize}
        → 200`,
  },
  unsure: {
    'the callback has not answered': { why: 'never-finished', trace: login('20min', '→ pending') },
    'the file has no times': { why: 'times-missing', only: 'har', untimed: true, trace: login('20min', '→ 400') },
  },
});

it('stands beside the reason, not in its place', () => {
  for (const source of ['web-request', 'har'] as const) {
    const [flow] = analyze(capture(login('20min', '→ 400'), source).capture).flows;
    expect([flow?.outcome, flow?.headline]).toEqual(['failed', 'callback-http-error']);
    expect(flow?.findings.find((f) => f.check === 'callback-late')).toMatchObject({ severity: 'warning', role: 'symptom' });
  }
});
