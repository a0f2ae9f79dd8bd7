import { parallelFlowOverwrite } from '../../../../lib/checks/cookies/parallel-flow-overwrite.ts';
import { cases } from '../../../build/cases.ts';

const request = (n: number) =>
  `https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY-${n}`;
const answer = (n: number) => `https://app.example/cb?code=code-CANARY-${n}&state=st-CANARY-${n}`;
/** Two tabs start a login each; both get one cookie name. */
const twoTabs = `
        GET https://app.example/login
        → 302 ${request(1)}
          Set-Cookie: oauth_state=CANARY-first-0123; Path=/; HttpOnly; SameSite=Lax
        GET ${request(1)}
        → 200
        GET https://app.example/login [tab 2]
          Cookie: oauth_state=CANARY-first-0123
        → 302 ${request(2)}
          Set-Cookie: oauth_state=CANARY-second-456; Path=/; HttpOnly; SameSite=Lax
        GET ${request(2)} [tab 2]
        → 200`;

/** The newer login has its answer still to come. */
const oneSlot = `
        GET https://app.example/login
          Cookie: sid=CANARY-0123456789
        → 302 ${request(1)}
        GET ${request(1)}
        → 200
        GET https://app.example/login [tab 2]
          Cookie: sid=CANARY-0123456789
        → 302 ${request(2)}
        GET ${request(2)} [tab 2]
        → 200
        GET ${answer(1)} [from https://idp.example] [+5s]
          Cookie: sid=CANARY-0123456789
        → 400`;

cases(parallelFlowOverwrite, {
  fails: {
    'the second start was a call that the browser did not let through': {
      as: 'overwritten-by-call',
      data: { cookie: 'oauth_state', what: 'a background call' },
      trace: `
        GET https://app.example/login
        → 302 ${request(1)}
          Set-Cookie: oauth_state=CANARY-first-0123; Path=/
        GET ${request(1)}
        → 200
        GET https://app.example/api/me [fetch] [from https://app.example/]
        → 302 ${request(2)}
          Set-Cookie: oauth_state=CANARY-second-456; Path=/
        POST https://idp.example/signin [from https://idp.example]
        → 302 ${answer(1)}
        GET ${answer(1)}
          Cookie: oauth_state=CANARY-second-456
        → 403`,
    },
    'the first tab comes back with the second one’s cookie and fails': {
      as: 'overwritten',
      at: ['6 request.cookie.oauth_state', '3 response.cookie.oauth_state', '1 response.cookie.oauth_state'],
      severity: 'error',
      data: { cookie: 'oauth_state', flow: 'f2' },
      trace: `
        ${twoTabs}
        POST https://idp.example/signin [from https://idp.example] [+5s]
        → 302 ${answer(1)}
        GET ${answer(1)}
          Cookie: oauth_state=CANARY-second-456
        → 403`,
    },
    'a background call started the second one': {
      as: 'overwritten',
      also: ['authz-via-xhr'],
      data: { trigger: ', a background call' },
      trace: `
        GET https://app.example/login
        → 302 ${request(1)}
          Set-Cookie: oauth_state=CANARY-first-0123; Path=/
        GET ${request(1)}
        → 200
        GET https://app.example/api/me [fetch] [from https://app.example/]
        → 302 ${request(2)}
          Set-Cookie: oauth_state=CANARY-second-456; Path=/
        GET ${request(2)} [fetch]
        → failed net::ERR_FAILED
        POST https://idp.example/signin [from https://idp.example]
        → 302 ${answer(1)}
        GET ${answer(1)}
          Cookie: oauth_state=CANARY-second-456
        → 400`,
    },
    'a prefetched login link started the second one': {
      as: 'overwritten',
      data: { trigger: ', a prefetch by the browser' },
      trace: `
        GET https://app.example/login
        → 302 ${request(1)}
          Set-Cookie: oauth_state=CANARY-first-0123; Path=/
        GET ${request(1)}
        → 200
        GET https://app.example/login [tab 2] [prefetch]
        → 302 ${request(2)}
          Set-Cookie: oauth_state=CANARY-second-456; Path=/
        GET ${request(2)} [tab 2] [prefetch]
        → 200
        POST https://idp.example/signin [from https://idp.example]
        → 302 ${answer(1)}
        GET ${answer(1)}
          Cookie: oauth_state=CANARY-second-456
        → 400`,
    },
    'finishing the second login deletes the first one’s cookie': {
      as: 'deleted',
      at: ['7 request.cookie.oauth_state', '6 response.cookie.oauth_state'],
      severity: 'error',
      trace: `
        GET https://app.example/login
        → 302 ${request(1)}
          Set-Cookie: oauth_state=CANARY-first-0123; Path=/
        GET ${request(1)}
        → 200
        GET https://app.example/login [tab 2]
          Cookie: oauth_state=CANARY-first-0123
        → 302 ${request(2)}
        GET ${request(2)} [tab 2]
        → 302 ${answer(2)}
        POST https://idp.example/unrelated [fetch] [from https://idp.example]
        → 200
        GET ${answer(2)} [tab 2]
          Cookie: oauth_state=CANARY-first-0123
        → 302 /
          Set-Cookie: oauth_state=; Path=/; Max-Age=0
        GET ${answer(1)} [from https://idp.example] [+4s]
        → 400`,
    },
    'the app keeps one pending login per session and forgets this one': {
      as: 'one-slot',
      only: 'web-request',
      severity: 'error',
      data: { flow: 'f2' },
      trace: oneSlot,
    },
    'the same, where nothing tells that the newer one was in another tab': {
      as: 'one-slot',
      only: 'har',
      headline: 'state-mismatch',
      severity: 'error',
      data: { flow: 'f2' },
      trace: oneSlot,
    },
    'it was overwritten and the app took the answer all the same': {
      as: 'overwritten-unharmed',
      severity: 'info',
      trace: `
        ${twoTabs}
        POST https://idp.example/signin [from https://idp.example]
        → 302 ${answer(1)}
        GET ${answer(1)}
          Cookie: oauth_state=CANARY-second-456
        → 302 /
        GET https://app.example/
        → 200`,
    },
  },
  passes: {
    'every login has a cookie of its own, and they finish in reverse order': `
        GET https://app.example/login
        → 302 ${request(1)}
          Set-Cookie: txn.CANARY-1=CANARY-first-0123; Path=/
        GET ${request(1)}
        → 200
        GET https://app.example/login [tab 2]
          Cookie: txn.CANARY-1=CANARY-first-0123
        → 302 ${request(2)}
          Set-Cookie: txn.CANARY-2=CANARY-second-456; Path=/
        GET ${request(2)} [tab 2]
        → 302 ${answer(2)}
        GET ${answer(2)} [tab 2]
          Cookie: txn.CANARY-1=CANARY-first-0123; txn.CANARY-2=CANARY-second-456
        → 302 /
          Set-Cookie: txn.CANARY-2=; Path=/; Max-Age=0
        GET https://app.example/ [tab 2]
        → 200
        GET ${answer(1)} [from https://idp.example] [+4s]
          Cookie: txn.CANARY-1=CANARY-first-0123
        → 302 /
        GET https://app.example/
        → 200`,
    'the app fails for a reason of its own, long after the only other login was over': `
        GET https://app.example/login
        → 302 ${request(1)}
          Set-Cookie: oauth_state=CANARY-first-0123; Path=/
        GET ${request(1)}
        → 302 ${answer(1)}
        GET ${answer(1)}
          Cookie: oauth_state=CANARY-first-0123
        → 200
        GET https://app.example/login [+60s]
        → 302 ${request(2)}
          Set-Cookie: oauth_state=CANARY-second-456; Path=/
        GET ${request(2)}
        → 200
        GET https://app.example/login [tab 2]
          Cookie: oauth_state=CANARY-second-456
        → 302 ${request(3)}
          Set-Cookie: other_state=CANARY-third-7890; Path=/
        GET ${request(3)} [tab 2]
        → 200
        GET ${answer(2)} [from https://idp.example] [+4s]
          Cookie: oauth_state=CANARY-second-456
        → 500`,
    'the framework rotates one session cookie in both, and both succeed': `
        GET https://app.example/login
        → 302 ${request(1)}
          Set-Cookie: session=CANARY-rotation-01; Path=/
        GET ${request(1)}
        → 200
        GET https://app.example/account [tab 2]
          Cookie: session=CANARY-rotation-01
        → 200
          Set-Cookie: session=CANARY-rotation-02; Path=/
        GET https://app.example/login [tab 2] [+10s]
          Cookie: session=CANARY-rotation-02
        → 302 ${request(2)}
        GET ${request(2)} [tab 2]
        → 200
        GET ${answer(1)} [from https://idp.example] [+4s]
          Cookie: session=CANARY-rotation-02
        → 302 /
        GET https://app.example/
        → 200`,
  },
  skips: {
    'there is only one login': `
        GET https://app.example/login
        → 302 ${request(1)}
          Set-Cookie: oauth_state=CANARY-first-0123; Path=/
        GET ${request(1)}
        → 302 ${answer(1)}
        GET ${answer(1)}
        → 400`,
    'two logins follow each other without overlap': `
        GET https://app.example/login
        → 302 ${request(1)}
          Set-Cookie: oauth_state=CANARY-first-0123; Path=/
        GET ${request(1)}
        → 302 ${answer(1)}
        GET ${answer(1)}
          Cookie: oauth_state=CANARY-first-0123
        → 200
        GET https://app.example/login [+60s]
        → 302 ${request(2)}
          Set-Cookie: oauth_state=CANARY-second-456; Path=/
        GET ${request(2)}
        → 302 ${answer(2)}
        GET ${answer(2)}
          Cookie: oauth_state=CANARY-second-456
        → 200`,
    'the other login runs in a private window with cookies of its own': {
      only: 'web-request', // a file knows no private windows
      trace: `
        GET https://app.example/login
        → 302 ${request(1)}
          Set-Cookie: oauth_state=CANARY-first-0123; Path=/
        GET ${request(1)}
        → 200
        GET https://app.example/login [tab 2] [private]
        → 302 ${request(2)}
          Set-Cookie: oauth_state=CANARY-second-456; Path=/
        GET ${request(2)} [tab 2] [private]
        → 200
        GET ${answer(1)} [from https://idp.example]
          Cookie: oauth_state=CANARY-first-0123
        → 400`,
    },
  },
  unsure: {
    'two logins overlap, one fails, and the file’s cookies were removed': {
      why: 'header-hidden',
      only: 'har',
      trace: `
        GET https://app.example/login
        → 302 ${request(1)}
        GET ${request(1)}
        → 200
        GET https://app.example/login
        → 302 ${request(2)}
        GET ${request(2)}
        → 200
        POST https://idp.example/signin [from https://idp.example]
        → 302 ${answer(1)}
        GET ${answer(1)}
        → 500`,
    },
  },
});
