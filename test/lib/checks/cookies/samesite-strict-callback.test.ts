import { samesiteStrictCallback } from '../../../../lib/checks/cookies/samesite-strict-callback.ts';
import { cases } from '../../../build/cases.ts';

const request = 'https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY';
const answer = 'https://app.example/cb?code=code-CANARY&state=st-CANARY';

cases(samesiteStrictCallback, {
  fails: {
    'the login cookie is Strict and the user signed in on the provider’s page': {
      as: 'transaction',
      at: ['4 request.cookie.login', '1 response.cookie.login'],
      severity: 'error',
      data: { cookie: 'login' },
      trace: `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: login=CANARY-0123456789; Path=/; Secure; HttpOnly; SameSite=Strict
        GET ${request}
        → 200
        POST https://idp.example/signin [from https://idp.example]
        → 303 ${answer}
        GET ${answer}
        → 403`,
    },
    'Firefox leaves it out of a chain that the app began, too': {
      as: 'transaction',
      browser: 'firefox',
      trace: `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: login=CANARY-0123456789; Path=/; SameSite=Strict
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 400`,
    },
    'it is missing and the app did not need it': {
      as: 'transaction',
      severity: 'warning',
      trace: `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: login=CANARY-0123456789; Path=/; SameSite=Strict
        GET ${request}
        → 200
        POST https://idp.example/signin [from https://idp.example]
        → 303 ${answer}
        GET ${answer}
        → 200
          Set-Cookie: sid=CANARY-session-0123; Path=/; SameSite=Lax`,
    },
    'the callback’s own session cookie is Strict, and the next hop of the chain starts over': {
      as: 'session',
      at: ['4 request.cookie.session', '3 response.cookie.session'],
      severity: 'error',
      data: { cookie: 'session' },
      trace: `
        GET ${request}
        → 200
        POST https://idp.example/signin [from https://idp.example]
        → 302 ${answer}
        GET ${answer}
          Sec-Fetch-Site: cross-site
        → 302 /
          Set-Cookie: session=CANARY-0123456789; Path=/; Secure; HttpOnly; SameSite=Strict
        GET https://app.example/
          Sec-Fetch-Site: cross-site
        → 302 /login
        GET https://app.example/login
        → 302 ${request}2
        GET ${request}2
        → 200`,
    },
    'the first page comes without the Strict session, and nothing else happens': {
      as: 'session',
      severity: 'warning',
      trace: `
        GET ${request}
        → 200
        POST https://idp.example/signin [from https://idp.example]
        → 302 ${answer}
        GET ${answer}
        → 302 /
          Set-Cookie: session=CANARY-0123456789; Path=/; Secure; HttpOnly; SameSite=Strict
        GET https://app.example/
        → 200
        GET https://app.example/account [+9s]
          Cookie: session=CANARY-0123456789
        → 200`,
    },
  },
  passes: {
    'the login cookie is Lax': `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: login=CANARY-0123456789; Path=/; SameSite=Lax
        GET ${request}
        → 200
        POST https://idp.example/signin [from https://idp.example]
        → 302 ${answer}
        GET ${answer}
          Cookie: login=CANARY-0123456789
        → 302 /
        GET https://app.example/
        → 200`,
    'the callback answers with a small page that goes on by itself': `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: login=CANARY-0123456789; Path=/; SameSite=Lax
        GET ${request}
        → 200
        POST https://idp.example/signin [from https://idp.example]
        → 302 ${answer}
        GET ${answer}
          Cookie: login=CANARY-0123456789
        → 200
          Set-Cookie: __Host-session=CANARY-bff-012345; Path=/; Secure; HttpOnly; SameSite=Strict
        GET https://app.example/ [from https://app.example/cb]
          Cookie: __Host-session=CANARY-bff-012345
          Sec-Fetch-Site: same-origin
        → 200`,
    'app and provider are one site': `
        GET https://app.example.com/login
        → 302 https://id.example.com/authorize?response_type=code&client_id=web&redirect_uri=https://app.example.com/cb&state=st-CANARY
          Set-Cookie: login=CANARY-0123456789; Path=/login; SameSite=Strict
        GET https://id.example.com/authorize?response_type=code&client_id=web&redirect_uri=https://app.example.com/cb&state=st-CANARY
        → 302 https://app.example.com/cb?code=code-CANARY&state=st-CANARY
        GET https://app.example.com/cb?code=code-CANARY&state=st-CANARY
        → 302 /
          Set-Cookie: session=CANARY-0123456789; Path=/; SameSite=Strict
        GET https://app.example.com/
        → 200`,
    'Chrome sends it in a chain the app began': `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: login=CANARY-0123456789; Path=/; SameSite=Strict
        GET ${request}
        → 302 ${answer}
        GET ${answer}
          Cookie: login=CANARY-0123456789
        → 200`,
    'an old Strict cookie goes away at the callback': `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: login=CANARY-0123456789; Path=/; SameSite=Lax
        GET ${request}
        → 302 ${answer}
        GET ${answer}
          Cookie: login=CANARY-0123456789
        → 302 /
          Set-Cookie: session=; Path=/; Max-Age=0; SameSite=Strict
        GET https://app.example/
        → 200`,
  },
  skips: {
    'no cookie is set on either side': `
        GET ${request}
          Cookie: idp=CANARY
        → 302 ${answer}
        GET ${answer}
        → 200`,
  },
  unsure: {
    'the file’s cookies were removed': {
      why: 'header-hidden',
      only: 'har',
      trace: `
        GET https://app.example/login
        → 302 ${request}
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 403`,
    },
  },
});
