import { sessionNotEstablished } from '../../../../lib/checks/cookies/session-not-established.ts';
import { cases } from '../../../build/cases.ts';

const request = (n: number) =>
  `https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&scope=openid&state=st-CANARY-${n}`;
const answer = (n: number) => `https://app.example/cb?code=code-CANARY-${n}&state=st-CANARY-${n}`;
/** The app sends the browser off again, and the provider’s session answers at once. */
const again = `
        GET https://app.example/login
        → 302 ${request(2)}
        GET ${request(2)}
        → 302 ${answer(2)}`;

cases(sessionNotEstablished, {
  fails: {
    'the landing page refuses and the file’s cookies were removed': {
      as: 'restarted',
      only: 'har',
      data: { did: 'answered HTTP 401' },
      trace: `
        GET ${request(1)}
        → 302 ${answer(1)}
        GET ${answer(1)}
        → 302 /home
        GET https://app.example/home
        → 401`,
    },
    'a piece of the session cookie never reached the browser': {
      as: 'pieces-missing',
      at: ['3 request.cookie._oauth2_proxy_1', '3 request.cookie._oauth2_proxy_0'],
      severity: 'error',
      data: { family: '_oauth2_proxy_', have: 1, count: 2 },
      trace: `
        GET ${request(1)}
        → 302 ${answer(1)}
        GET ${answer(1)}
        → 302 /home
          Set-Cookie: _oauth2_proxy_0=CANARY-session; Path=/
        GET https://app.example/home
          Cookie: _oauth2_proxy_0=CANARY-session
        → 302 /login
        GET https://app.example/login
          Cookie: _oauth2_proxy_0=CANARY-session
        → 200`,
    },
    'all pieces came, and the server forgot': {
      as: 'forgotten',
      trace: `
        GET ${request(1)}
        → 302 ${answer(1)}
        GET ${answer(1)}
        → 302 /home
          Set-Cookie: appSession.0=CANARY-one; Path=/
          Set-Cookie: appSession.1=CANARY-two; Path=/
        GET https://app.example/home
          Cookie: appSession.0=CANARY-one; appSession.1=CANARY-two
        → 302 /login
        GET https://app.example/login
          Cookie: appSession.0=CANARY-one; appSession.1=CANARY-two
        → 200`,
    },
    'the landing page sends the user to the app’s own sign-in page': {
      as: 'forgotten',
      data: { did: 'sent the user to its own sign-in page' },
      trace: `
        GET ${request(1)}
        → 302 ${answer(1)}
        GET ${answer(1)}
        → 302 /home
        Set-Cookie: session=CANARY-session; Path=/
        GET https://app.example/home
        Cookie: session=CANARY-session
        → 302 /login
        GET https://app.example/login
        Cookie: session=CANARY-session
        → 200`,
    },
    'the callback itself sends the user to the app’s sign-in page': {
      as: 'no-cookie',
      data: { did: 'sent the user to its own sign-in page' },
      trace: `
        GET ${request(1)}
        → 302 ${answer(1)}
        GET ${answer(1)}
          Cookie: other=CANARY
        → 302 /users/sign_in
        GET https://app.example/users/sign_in
        → 200`,
    },
    'the page shows, and its first call comes without the session cookie': {
      as: 'cookie-missing',
      data: { cookie: 'session', did: 'answered HTTP 401' },
      trace: `
        GET ${request(1)}
        → 302 ${answer(1)}
        GET ${answer(1)}
        → 302 /
        Set-Cookie: session=CANARY-session; Path=/old; HttpOnly
        GET https://app.example/
        → 200
        GET https://app.example/me [fetch]
        → 401`,
    },
    'the cookie of the callback does not come back and the app starts over': {
      as: 'cookie-missing',
      at: ['3 request.cookie.sid', '2 response.cookie.sid', '5 request.url'],
      severity: 'error',
      data: { cookie: 'sid', did: 'started another login' },
      trace: `
        GET ${request(1)}
        → 302 ${answer(1)}
        GET ${answer(1)}
        → 302 /home
          Set-Cookie: sid=CANARY-session-0123; Path=/cb; HttpOnly
        GET https://app.example/home
        → 302 /login
        ${again}`,
    },
    'the landing page answers 401 without it': {
      as: 'cookie-missing',
      at: ['3 request.cookie.sid', '2 response.cookie.sid', '3 response.status'],
      data: { did: 'answered HTTP 401' },
      trace: `
        GET ${request(1)}
        → 302 ${answer(1)}
        GET ${answer(1)}
        → 302 https://www.app.example/home
          Set-Cookie: sid=CANARY-session-0123; Path=/; HttpOnly
        GET https://www.app.example/home
        → 401`,
    },
    'the cookie is sent and the app starts over all the same': {
      as: 'forgotten',
      severity: 'error',
      trace: `
        GET ${request(1)}
        → 302 ${answer(1)}
        GET ${answer(1)}
        → 302 /home
          Set-Cookie: sid=CANARY-session-0123; Path=/; HttpOnly
        GET https://app.example/home
          Cookie: sid=CANARY-session-0123
        → 302 /login
        ${again}`,
    },
    'the landing page calls again by script, without the user': {
      as: 'forgotten',
      trace: `
        GET ${request(1)}
        → 302 ${answer(1)}
        GET ${answer(1)}
        → 302 /home
          Set-Cookie: sid=CANARY-session-0123; Path=/; HttpOnly
        GET https://app.example/home
          Cookie: sid=CANARY-session-0123
        → 200
        GET https://app.example/login [from https://app.example/home]
          Sec-Fetch-Mode: navigate
        → 302 ${request(2)}
        GET ${request(2)}
        → 302 ${answer(2)}`,
    },
    'the callback sets no session cookie at all': {
      as: 'no-cookie',
      at: ['2 response.header.set-cookie'],
      trace: `
        GET ${request(1)}
          Cookie: idp=CANARY
        → 302 ${answer(1)}
        GET ${answer(1)}
          Cookie: lang=de
        → 302 /home
        GET https://app.example/home
          Cookie: lang=de
        → 302 /login
        ${again}`,
    },
    'the first page refuses with 403, and no session was ever set': {
      as: 'no-cookie',
      at: ['2 response.header.set-cookie', '3 response.status'],
      trace: `
        GET ${request(1)}
          Cookie: idp=CANARY
        → 302 ${answer(1)}
        GET ${answer(1)}
        → 302 /admin
        GET https://app.example/admin
        → 403`,
    },
    'it starts over and the file’s cookies were removed': {
      as: 'restarted',
      only: 'har',
      trace: `
        GET ${request(1)}
        → 302 ${answer(1)}
        GET ${answer(1)}
        → 302 /home
        GET https://app.example/home
        → 302 /login
        ${again}`,
    },
    'the user is signed in and not allowed': {
      as: 'forbidden',
      at: ['3 response.status'],
      severity: 'warning',
      data: { status: 403 },
      trace: `
        GET ${request(1)}
        → 302 ${answer(1)}
        GET ${answer(1)}
        → 302 /admin
          Set-Cookie: sid=CANARY-session-0123; Path=/; HttpOnly
        GET https://app.example/admin
          Cookie: sid=CANARY-session-0123
        → 403`,
    },
  },
  passes: {
    'the page asks who the user is before the session is there': `
        GET ${request(1)}
        → 302 ${answer(1)}
        GET ${answer(1)}
        → 302 /
        Set-Cookie: session=CANARY-session; Path=/; HttpOnly
        GET https://app.example/
        Cookie: session=CANARY-session
        → 200
        GET https://app.example/other [fetch]
        Cookie: session=CANARY-session
        → 401`,
    'the landing page knows the user': `
        GET ${request(1)}
        → 302 ${answer(1)}
        GET ${answer(1)}
        → 302 /home
          Set-Cookie: sid=CANARY-session-0123; Path=/; HttpOnly
        GET https://app.example/home
          Cookie: sid=CANARY-session-0123
        → 200`,
    'a step-up with another assurance follows': `
        GET ${request(1)}
        → 302 ${answer(1)}
        GET ${answer(1)}
        → 302 /transfer
          Set-Cookie: sid=CANARY-session-0123; Path=/; HttpOnly
        GET https://app.example/transfer
          Cookie: sid=CANARY-session-0123
        → 302 ${request(2)}&acr_values=mfa
        GET ${request(2)}&acr_values=mfa
        → 302 ${answer(2)}
        GET ${answer(2)}
          Cookie: sid=CANARY-session-0123
        → 302 /transfer
        GET https://app.example/transfer
          Cookie: sid=CANARY-session-0123
        → 200`,
    'another client of the same app logs in next': `
        GET ${request(1)}
        → 302 ${answer(1)}
        GET ${answer(1)}
        → 302 /home
          Set-Cookie: sid=CANARY-session-0123; Path=/; HttpOnly
        GET https://app.example/home
          Cookie: sid=CANARY-session-0123
        → 302 https://idp.example/authorize?response_type=code&client_id=reports&redirect_uri=https://app.example/reports/cb&scope=openid&state=st-CANARY-2
        GET https://idp.example/authorize?response_type=code&client_id=reports&redirect_uri=https://app.example/reports/cb&scope=openid&state=st-CANARY-2
        → 302 https://app.example/reports/cb?code=code-CANARY-2&state=st-CANARY-2
        GET https://app.example/reports/cb?code=code-CANARY-2&state=st-CANARY-2
        → 200`,
    'the user is let in and opens a forbidden page later': `
        GET ${request(1)}
        → 302 ${answer(1)}
        GET ${answer(1)}
        → 302 /home
          Set-Cookie: sid=CANARY-session-0123; Path=/; HttpOnly
        GET https://app.example/home
          Cookie: sid=CANARY-session-0123
        → 200
        GET https://app.example/admin [from https://app.example/home] [+4s]
          Cookie: sid=CANARY-session-0123
        → 403`,
    'the user signs out and in again': `
        GET ${request(1)}
        → 302 ${answer(1)}
        GET ${answer(1)}
        → 302 /home
          Set-Cookie: sid=CANARY-session-0123; Path=/; HttpOnly
        GET https://app.example/home
          Cookie: sid=CANARY-session-0123
        → 200
        GET https://app.example/login [+4s]
          Sec-Fetch-Mode: navigate
          Sec-Fetch-User: ?1
        → 302 ${request(2)}
        GET ${request(2)}
        → 302 ${answer(2)}
        GET ${answer(2)}
        → 200`,
    'the user clicks the login link again after ten seconds, and the recorder does not say who did': `
        GET ${request(1)}
        → 302 ${answer(1)}
        GET ${answer(1)}
        → 302 /home
          Set-Cookie: sid=CANARY-session-0123; Path=/; HttpOnly
        GET https://app.example/home
          Cookie: sid=CANARY-session-0123
        → 200
        GET https://app.example/login [+10s]
        → 302 ${request(2)}
        GET ${request(2)}
        → 302 ${answer(2)}
        GET ${answer(2)}
        → 200`,
    'the app logs in again in another tab': {
      only: 'web-request', // a file does not tell tabs apart
      trace: `
        GET ${request(1)}
        → 302 ${answer(1)}
        GET ${answer(1)}
        → 302 /home
          Set-Cookie: sid=CANARY-session-0123; Path=/; HttpOnly
        GET https://app.example/home
          Cookie: sid=CANARY-session-0123
        → 200
        GET ${request(2)} [tab 2]
        → 302 ${answer(2)}
        GET ${answer(2)} [tab 2]
        → 200`,
    },
  },
  skips: {
    'the user said no': `
        GET ${request(1)}
        → 302 https://app.example/cb?error=access_denied&state=st-CANARY-1
        GET https://app.example/cb?error=access_denied&state=st-CANARY-1
        → 302 /login
        GET https://app.example/login
        → 200`,
    'the callback itself fails': `
        GET ${request(1)}
        → 302 ${answer(1)}
        GET ${answer(1)}
        → 500`,
    'no callback was recorded': `
        GET ${request(1)}
        → 200`,
  },
  unsure: {},
});
