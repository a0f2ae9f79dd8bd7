import { cookieScopeMismatch } from '../../../../lib/checks/cookies/cookie-scope-mismatch.ts';
import { cases } from '../../../build/cases.ts';

const request =
  'https://idp.example/oauth2/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/auth/cb&state=st-CANARY';
const answer = 'https://app.example/auth/cb?code=code-CANARY&state=st-CANARY';

cases(cookieScopeMismatch, {
  fails: {
    'the cookie takes its default path from the login page': {
      as: 'path',
      at: ['3 request.cookie.oidc_txn', '1 response.cookie.oidc_txn'],
      severity: 'error',
      data: { cookie: 'oidc_txn', path: '/account', callback: '/auth/cb' },
      trace: `
        GET https://app.example/account/login
        → 302 ${request}
          Set-Cookie: oidc_txn=CANARY-0123456789; HttpOnly
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 400`,
    },
    'the path is another one, and the app manages without': {
      as: 'path',
      severity: 'warning',
      data: { path: '/login' },
      trace: `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: oidc_txn=CANARY-0123456789; Path=/login; Secure
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 302 /
        GET https://app.example/
        → 200`,
    },
    'a path that only begins alike is no prefix': {
      as: 'path',
      data: { path: '/au' },
      trace: `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: oidc_txn=CANARY-0123456789; Path=/au
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 500`,
    },
    'the application’s folder is written in another case': {
      as: 'path-case',
      severity: 'error',
      data: { path: '/Auth', callback: '/auth/cb' },
      trace: `
        GET https://app.example/Auth/login
        → 302 ${request}
          Set-Cookie: oidc_txn=CANARY-0123456789; Path=/Auth
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 401`,
    },
    'the login starts on another site than it returns to': {
      as: 'host',
      at: ['3 request.cookie.oidc_txn'],
      data: { from: 'shop.example', to: 'app.example' },
      trace: `
        GET https://shop.example/login
        → 302 ${request}
          Set-Cookie: oidc_txn=CANARY-0123456789; Path=/; Secure; HttpOnly
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 400`,
    },
  },
  passes: {
    'the path is that of the callback alone, and it came': `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: oidc_txn=CANARY-0123456789; Path=/auth/cb; Secure
        GET ${request}
        → 302 ${answer}
        GET ${answer}
          Cookie: oidc_txn=CANARY-0123456789
        → 302 /
        GET https://app.example/
        → 200`,
    'two names of one site are the business of another check': `
        GET https://www.app.example/login
        → 302 ${request}
          Set-Cookie: oidc_txn=CANARY-0123456789; Path=/
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 400`,
    'localhost and 127.0.0.1 are too': `
        GET http://localhost:3000/login
        → 302 https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=http://127.0.0.1:3000/cb&state=st-CANARY
          Set-Cookie: oidc_txn=CANARY-0123456789; Path=/
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=http://127.0.0.1:3000/cb&state=st-CANARY
        → 302 http://127.0.0.1:3000/cb?code=code-CANARY&state=st-CANARY
        GET http://127.0.0.1:3000/cb?code=code-CANARY&state=st-CANARY
        → 400`,
    'a cookie that is not named like a login was made for another part of the site': `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: visitor=CANARY9f8e7d6c5b4a39281706; Path=/shop; HttpOnly
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 500`,
    'the port differs, which cookies do not look at': `
        GET http://localhost:3000/login
        → 302 https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=http://localhost:8080/cb&state=st-CANARY
          Set-Cookie: oidc_txn=CANARY-0123456789; Path=/
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=http://localhost:8080/cb&state=st-CANARY
        → 302 http://localhost:8080/cb?code=code-CANARY&state=st-CANARY
        GET http://localhost:8080/cb?code=code-CANARY&state=st-CANARY
          Cookie: oidc_txn=CANARY-0123456789
        → 200`,
  },
  skips: {
    'the app sets no cookie on the way out': `
        GET https://app.example/login
          Cookie: sid=CANARY-0123456789
        → 302 ${request}
        GET ${request}
        → 302 ${answer}
        GET ${answer}
          Cookie: sid=CANARY-0123456789
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
        → 400`,
    },
  },
});
