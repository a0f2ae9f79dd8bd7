import { describe } from 'vitest';
import { calm } from '../../build/calm.ts';

const challenge = (n: number) => `code_challenge=CANARY-challenge-${n}-3456789012345678901234567&code_challenge_method=S256`;
const request = (n: number) =>
  `https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=CANARY-state-${n}-abcdefgh&${challenge(n)}`;
const answer = (n: number) => `https://app.example/cb?code=CANARY-code-${n}-abcdefgh&state=CANARY-state-${n}-abcdefgh`;

describe('7 two tabs log in to the same client and finish in reverse order', () => {
  calm({
    'with a cookie for each login': `
        GET https://app.example/login
        → 302 ${request(1)}
          Set-Cookie: txn.CANARY-1=CANARY-first-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
        GET ${request(1)}
        → 200
        GET https://app.example/login [tab 2]
          Cookie: txn.CANARY-1=CANARY-first-0123456789
        → 302 ${request(2)}
          Set-Cookie: txn.CANARY-2=CANARY-second-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
        GET ${request(2)} [tab 2]
        → 200
        POST https://idp.example/signin [tab 2] [from https://idp.example] [+5s]
          = user=CANARY
        → 302 ${answer(2)}
        GET ${answer(2)} [tab 2]
          Cookie: txn.CANARY-1=CANARY-first-0123456789; txn.CANARY-2=CANARY-second-0123456789
        → 302 /
          Set-Cookie: txn.CANARY-2=; Path=/; Max-Age=0
          Set-Cookie: session=CANARY-session-2-0123; Path=/; Secure; HttpOnly
        GET https://app.example/ [tab 2]
          Cookie: txn.CANARY-1=CANARY-first-0123456789; session=CANARY-session-2-0123
        → 200
        POST https://idp.example/signin [from https://idp.example] [+5s]
          = user=CANARY
        → 302 ${answer(1)}
        GET ${answer(1)}
          Cookie: txn.CANARY-1=CANARY-first-0123456789; session=CANARY-session-2-0123
        → 302 /
          Set-Cookie: txn.CANARY-1=; Path=/; Max-Age=0
          Set-Cookie: session=CANARY-session-1-0123; Path=/; Secure; HttpOnly
        GET https://app.example/
          Cookie: session=CANARY-session-1-0123
        → 200`,
    'from two pages of a single-page app': `
        GET https://app.example/
        → 200
        GET https://app.example/ [tab 2]
        → 200
        GET ${request(1)} [from https://app.example/] [+3s]
        → 200
        GET ${request(2)} [tab 2] [from https://app.example/] [+3s]
        → 200
        POST https://idp.example/signin [tab 2] [from https://idp.example] [+5s]
        → 302 ${answer(2)}
        GET ${answer(2)} [tab 2]
        → 200
        POST https://idp.example/signin [from https://idp.example] [+5s]
        → 302 ${answer(1)}
        GET ${answer(1)}
        → 200`,
  });
});

const login = `
        GET https://app.example/login
        → 302 ${request(1)}
          Set-Cookie: txn=CANARY-first-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
        GET ${request(1)}
        → 302 /signin?flow=CANARY
        GET https://idp.example/signin?flow=CANARY
        → 200`;
const signIn = `
        POST https://idp.example/signin?flow=CANARY [from https://idp.example] [+5s]
          = user=CANARY
        → 302 ${answer(1)}
        GET ${answer(1)}
          Cookie: txn=CANARY-first-0123456789
        → 302 /
          Set-Cookie: session=CANARY-session-0123; Path=/; Secure; HttpOnly
        GET https://app.example/
          Cookie: session=CANARY-session-0123
        → 200`;

describe('8 going back, reloading, restoring', () => {
  calm({
    'the Back button leads to the authorization request once more': `
        ${login}
        GET ${request(1)} [back] [+10s]
        → 302 /signin?flow=CANARY
        GET https://idp.example/signin?flow=CANARY
        → 200
        ${signIn}`,
    'the Back button leads to the authorization request after the login, and the provider answers again': `
        ${login}
        ${signIn}
        GET ${request(1)} [back] [+10s]
        → 302 ${answer(1).replace('code-1', 'code-2')}
        GET ${answer(1).replace('code-1', 'code-2')}
          Cookie: session=CANARY-session-0123
        → 302 /
        GET https://app.example/
          Cookie: session=CANARY-session-0123
        → 200`,
    'the sign-in page is reloaded': `
        ${login}
        GET https://idp.example/signin?flow=CANARY [reload] [+10s]
        → 200
        ${signIn}`,
    'a finished callback is reloaded and sends the user home': `
        ${login}
        ${signIn}
        GET ${answer(1)} [reload] [+30s]
          Cookie: session=CANARY-session-0123
        → 302 /
        GET https://app.example/
          Cookie: session=CANARY-session-0123
        → 200`,
    'a page comes back from memory, without a request': `
        ${login}
        ${signIn}
        GET https://app.example/account [+5s]
          Cookie: session=CANARY-session-0123
        → 200`,
    'the browser restores three tabs of the last session': `
        GET https://app.example/ [tab 1]
          Cookie: session=CANARY-session-0123
        → 200
        GET https://idp.example/signin?flow=CANARY [tab 2]
        → 200
        GET ${answer(1)}&iss=https://idp.example [tab 3]
          Cookie: session=CANARY-session-0123
        → 302 /
        GET https://app.example/ [tab 3]
          Cookie: session=CANARY-session-0123
        → 200`,
  });
});

describe('9 pages loaded ahead of the user', () => {
  calm({
    'the login link is prerendered, and then looked at': `
        GET https://app.example/
        → 200
        GET https://app.example/login [prerender]
        → 302 ${request(1)}
          Set-Cookie: txn=CANARY-first-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
        GET ${request(1)} [prerender]
        → 200
        POST https://idp.example/signin [from https://idp.example] [+5s]
          = user=CANARY
        → 302 ${answer(1)}
        GET ${answer(1)}
          Cookie: txn=CANARY-first-0123456789
        → 302 /
        GET https://app.example/
        → 200`,
    'the login link is prerendered and nobody ever looks': `
        GET https://app.example/
        → 200
        GET https://app.example/login [prerender]
        → 302 ${request(1)}
          Set-Cookie: txn=CANARY-first-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
        GET ${request(1)} [prerender]
        → 200
        GET https://app.example/prices [+5s]
        → 200`,
    'the login link is prefetched, and then clicked': `
        GET https://app.example/
        → 200
        GET https://app.example/login [prefetch]
        → 302 ${request(1)}
          Set-Cookie: txn.CANARY-1=CANARY-first-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
        GET ${request(1)} [prefetch]
        → 200
        GET https://app.example/login [+5s]
          Cookie: txn.CANARY-1=CANARY-first-0123456789
        → 302 ${request(2)}
          Set-Cookie: txn.CANARY-2=CANARY-second-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
        GET ${request(2)}
        → 302 ${answer(2)}
        GET ${answer(2)}
          Cookie: txn.CANARY-1=CANARY-first-0123456789; txn.CANARY-2=CANARY-second-0123456789
        → 302 /
        GET https://app.example/
        → 200`,
    'the start route answers a prefetch with 204': `
        GET https://app.example/
        → 200
        GET https://app.example/login [prefetch]
        → 204
        GET https://app.example/login [+5s]
        → 302 ${request(1)}
          Set-Cookie: txn=CANARY-first-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
        GET ${request(1)}
        → 302 ${answer(1)}
        GET ${answer(1)}
          Cookie: txn=CANARY-first-0123456789
        → 302 /
        GET https://app.example/
        → 200`,
  });
});

const connect = (n: number) => `
        GET https://app.example/settings/connect [+2s]
          Cookie: session=CANARY-session-0123
          Sec-Fetch-Mode: navigate
          Sec-Fetch-User: ?1
        → 302 https://files.example/oauth/authorize?response_type=code&client_id=linker&redirect_uri=https://app.example/connected&state=CANARY-link-${n}-abcdefgh&${challenge(n)}
        GET https://files.example/oauth/authorize?response_type=code&client_id=linker&redirect_uri=https://app.example/connected&state=CANARY-link-${n}-abcdefgh&${challenge(n)}
        → 302 https://app.example/connected?code=CANARY-code-${n}-abcdefgh&state=CANARY-link-${n}-abcdefgh
        GET https://app.example/connected?code=CANARY-code-${n}-abcdefgh&state=CANARY-link-${n}-abcdefgh
          Cookie: session=CANARY-session-0123
        → 302 /settings
        GET https://app.example/settings
          Cookie: session=CANARY-session-0123
        → 200`;

describe('28 the same account is linked again within seconds, on purpose', () => {
  calm({
    'four times': `${connect(1)}${connect(2)}${connect(3)}${connect(4)}`,
  });
});
