import { transactionCookieLost } from '../../../../lib/checks/cookies/transaction-cookie-lost.ts';
import { cases } from '../../../build/cases.ts';

const request =
  'https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY-0123456789';
const answer = 'https://app.example/cb?code=code-CANARY&state=st-CANARY-0123456789';
/** The user signs in on the provider's page, so that the way back begins there. */
const signIn = `
        GET ${request}
        → 200
        POST https://idp.example/signin [from https://idp.example] [+5s]
          = user=CANARY
        → 302 ${answer}`;

cases(transactionCookieLost, {
  fails: {
    'the cookie was neither refused nor withheld by any rule': {
      as: 'lost',
      at: ['4 request.cookie.login_state', '1 response.cookie.login_state'],
      severity: 'error',
      data: { cookie: 'login_state', reason: 'unexplained' },
      trace: `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: login_state=CANARY-0123456789; Path=/; HttpOnly; SameSite=Lax
        ${signIn}
        GET ${answer}
        → 400`,
    },
    'the provider on another port has a cookie of the same name': {
      as: 'replaced',
      at: ['3 request.cookie.JSESSIONID', '2 response.cookie.JSESSIONID', '1 response.cookie.JSESSIONID'],
      severity: 'error',
      data: { cookie: 'JSESSIONID', by: 'http://localhost:9000' },
      trace: `
        GET http://localhost:8080/login
        → 302 ${request.replace('https://idp.example', 'http://localhost:9000').replace('https://app.example', 'http://localhost:8080')}
          Set-Cookie: JSESSIONID=CANARY0123456789; Path=/; HttpOnly
        GET ${request.replace('https://idp.example', 'http://localhost:9000').replace('https://app.example', 'http://localhost:8080')}
          Cookie: JSESSIONID=CANARY0123456789
        → 302 ${answer.replace('https://app.example', 'http://localhost:8080')}
          Set-Cookie: JSESSIONID=CANARY9876543210; Path=/; HttpOnly
        GET ${answer.replace('https://app.example', 'http://localhost:8080')}
          Cookie: JSESSIONID=CANARY9876543210
        → 401`,
    },
    'the login worked all the same': {
      as: 'lost-unharmed',
      severity: 'warning',
      data: { cookie: 'oauth_state' },
      trace: `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: oauth_state=CANARY-0123456789; Path=/; Secure; SameSite=Lax
        ${signIn}
        GET ${answer}
        → 302 /home
          Set-Cookie: sid=CANARY-session-1; Path=/; Secure; HttpOnly
        GET https://app.example/home
          Cookie: sid=CANARY-session-1
        → 200`,
    },
    'it is SameSite=Strict': {
      as: 'lost',
      headline: 'samesite-strict-callback',
      data: { reason: 'strict' },
      trace: `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: login_state=CANARY-0123456789; Path=/; SameSite=Strict
        ${signIn}
        GET ${answer}
          Sec-Fetch-Site: cross-site
        → 403`,
    },
    'Firefox leaves a Strict cookie out even of a chain the app began': {
      as: 'lost',
      headline: 'samesite-strict-callback',
      data: { reason: 'strict' },
      browser: 'firefox',
      trace: `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: login_state=CANARY-0123456789; Path=/; SameSite=Strict
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 403`,
    },
    'the answer is a cross-site POST and the cookie is Lax': {
      as: 'lost',
      headline: 'samesite-form-post',
      data: { reason: 'lax-post' },
      trace: `
        GET https://app.example/login
        → 302 ${request}&response_mode=form_post
          Set-Cookie: .AspNetCore.Correlation.CANARYab12=N; path=/cb; secure; samesite=lax; httponly
        GET ${request}&response_mode=form_post
        → 200
        POST https://app.example/cb [from https://idp.example] [+8s]
          = code=code-CANARY&state=st-CANARY-0123456789
        → 500`,
    },
    'browsers refuse it': {
      as: 'lost',
      headline: 'set-cookie-rejected',
      data: { reason: 'refused' },
      trace: `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: __Host-state=CANARY-0123456789; Path=/login; Secure
        ${signIn}
        GET ${answer}
        → 401`,
    },
    'the jar lacked it right after': {
      as: 'lost',
      headline: 'set-cookie-rejected',
      only: 'web-request', // a file has no jar readings
      data: { reason: 'not-stored' },
      trace: `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: login_state=CANARY-0123456789; Path=/; Secure; SameSite=Lax
          ~ dropped login_state
        ${signIn}
        GET ${answer}
        → 400`,
    },
    'another answer deleted it in between': {
      as: 'lost',
      data: { reason: 'deleted' },
      trace: `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: login_state=CANARY-0123456789; Path=/; SameSite=Lax
        GET ${request}
        → 200
        GET https://app.example/logout [tab 2]
        → 200
          Set-Cookie: login_state=; Path=/; Max-Age=0
        POST https://idp.example/signin [from https://idp.example]
        → 302 ${answer}
        GET ${answer}
        → 400`,
    },
    'the user took longer than it lives': {
      as: 'lost',
      data: { reason: 'expired' },
      trace: `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: login_state=CANARY-0123456789; Path=/; Max-Age=300; SameSite=Lax
        GET ${request}
        → 200
        POST https://idp.example/signin [from https://idp.example] [+6min]
        → 302 ${answer}
        GET ${answer}
        → 400`,
    },
    'the callback opened in another container': {
      as: 'lost',
      only: 'web-request', // a file knows no containers
      data: { reason: 'container' },
      browser: 'firefox',
      trace: `
        GET https://app.example/login [container personal]
        → 302 ${request}
          Set-Cookie: login_state=CANARY-0123456789; Path=/; SameSite=Lax
        GET ${request} [container personal]
        → 200
        GET ${answer} [tab 2] [container work]
        → 400`,
    },
    'its path does not cover the callback': {
      as: 'lost',
      headline: 'cookie-scope-mismatch',
      data: { reason: 'path' },
      trace: `
        GET https://app.example/account/login
        → 302 ${request}
          Set-Cookie: login_state=CANARY-0123456789; HttpOnly; SameSite=Lax
        ${signIn}
        GET ${answer}
        → 400`,
    },
    'its path is written in another case': {
      as: 'lost',
      headline: 'cookie-scope-mismatch',
      data: { reason: 'path-case' },
      trace: `
        GET https://app.example/CB/login
        → 302 ${request}
          Set-Cookie: login_state=CANARY-0123456789; Path=/CB; SameSite=Lax
        ${signIn}
        GET ${answer}
        → 400`,
    },
    'it belongs to the name without www': {
      as: 'lost',
      headline: 'redirect-uri-host-drift',
      data: { reason: 'host' },
      trace: `
        GET https://app.example/login
        → 302 https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://www.app.example/cb&state=st-CANARY-0123456789
          Set-Cookie: login_state=CANARY-0123456789; Path=/; SameSite=Lax
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://www.app.example/cb&state=st-CANARY-0123456789
        → 302 https://www.app.example/cb?code=code-CANARY&state=st-CANARY-0123456789
        GET https://www.app.example/cb?code=code-CANARY&state=st-CANARY-0123456789
        → 400`,
    },
    'it is Secure and the callback is plain http': {
      as: 'lost',
      headline: 'redirect-uri-scheme-downgrade',
      data: { reason: 'scheme' },
      trace: `
        GET https://app.example/login
        → 302 https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=http://app.example/cb&state=st-CANARY-0123456789
          Set-Cookie: login_state=CANARY-0123456789; Path=/; Secure; SameSite=Lax
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=http://app.example/cb&state=st-CANARY-0123456789
        → 302 http://app.example/cb?code=code-CANARY&state=st-CANARY-0123456789
        GET http://app.example/cb?code=code-CANARY&state=st-CANARY-0123456789
        → 400`,
    },
    'the login runs in a frame and the cookie is Lax': {
      as: 'lost',
      data: { reason: 'lax-frame' },
      trace: `
        GET https://app.example/login [frame] [from https://portal.example/]
          Sec-Fetch-Site: cross-site
        → 302 ${request}
          Set-Cookie: login_state=CANARY-0123456789; Path=/; SameSite=Lax
        GET ${request} [frame]
        → 302 ${answer}
        GET ${answer} [frame]
          Sec-Fetch-Site: cross-site
        → 400`,
    },
    'the login runs in a frame and the browser keeps third-party cookies out': {
      as: 'lost',
      data: { reason: 'third-party' },
      trace: `
        GET https://app.example/login [frame] [from https://portal.example/]
          Sec-Fetch-Site: cross-site
        → 302 ${request}
          Set-Cookie: login_state=CANARY-0123456789; Path=/; Secure; SameSite=None
        GET ${request} [frame]
        → 302 ${answer}
        GET ${answer} [frame]
          Sec-Fetch-Site: cross-site
        → 400`,
    },
    'of several, the one that holds the state is missing': {
      as: 'lost',
      headline: 'cookie-scope-mismatch',
      data: { cookie: 'kept' },
      trace: `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: kept=v1.st-CANARY-0123456789; Path=/login; HttpOnly
          Set-Cookie: session=CANARY-anonymous-1; Path=/; HttpOnly
        ${signIn}
        GET ${answer}
          Cookie: session=CANARY-anonymous-1
        → 400`,
    },
    'the app’s own call sets the cookie moments before': {
      as: 'lost',
      headline: 'cookie-scope-mismatch',
      trace: `
        GET https://app.example/
        → 200
        POST https://app.example/api/auth/signin [fetch] [from https://app.example/]
        → 200
          Set-Cookie: __Secure-next-auth.state=CANARY-0123456789; Path=/api; HttpOnly; Secure; SameSite=Lax
        GET ${request} [from https://app.example/]
        → 302 ${answer}
        GET ${answer}
        → 302 /api/auth/error?error=OAuthCallback
        GET https://app.example/api/auth/error?error=OAuthCallback
        → 200`,
    },
  },
  passes: {
    'it came back': `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: login_state=CANARY-0123456789; Path=/; HttpOnly; SameSite=Lax
        ${signIn}
        GET ${answer}
          Cookie: theme=dark; login_state=CANARY-0123456789
        → 302 /
        GET https://app.example/
        → 200`,
    'the framework rotates its session on every answer': `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: session=CANARY-rotation-1; Path=/; HttpOnly
        GET ${request}
        → 200
        GET https://app.example/api/ping [tab 2] [fetch] [from https://app.example]
          Cookie: session=CANARY-rotation-1
        → 200
          Set-Cookie: session=CANARY-rotation-2; Path=/; HttpOnly
        POST https://idp.example/signin [from https://idp.example]
        → 302 ${answer}
        GET ${answer}
          Cookie: session=CANARY-rotation-2
        → 302 /
          Set-Cookie: session=CANARY-rotation-3; Path=/; HttpOnly
        GET https://app.example/
          Cookie: session=CANARY-rotation-3
        → 200`,
    'one of the framework’s two did, and the other does not keep the login': `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: session=CANARY-0123456789; Path=/; HttpOnly
          Set-Cookie: login_hint_token=CANARY-zyx9876543210; Path=/login
        ${signIn}
        GET ${answer}
          Cookie: session=CANARY-0123456789
        → 302 /
        GET https://app.example/
        → 200`,
    'Chrome sends a Strict cookie in a chain the app began': `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: login_state=CANARY-0123456789; Path=/; SameSite=Strict
        GET ${request}
        → 302 ${answer}
        GET ${answer}
          Cookie: login_state=CANARY-0123456789
        → 302 /
        GET https://app.example/
        → 200`,
  },
  skips: {
    'a single-page app keeps its state in the page': `
        GET https://app.example/
        → 200
        GET ${request} [from https://app.example/]
        → 302 ${answer}
        GET ${answer}
        → 200
        GET https://app.example/logo.png [image]
          Cookie: theme=dark
        → 200`,
    'only measuring and language cookies were set': `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: _ga=GA1.2.CANARY0123456789; Path=/
          Set-Cookie: lang=de; Path=/
          Set-Cookie: cookie_consent=CANARYyes; Path=/
        GET ${request}
        → 302 ${answer}
        GET ${answer}
        → 400`,
    'an existing session remembers it and nothing is set on the way out': `
        GET https://app.example/login
          Cookie: sid=CANARY-0123456789
        → 302 ${request}
        GET ${request}
        → 302 ${answer}
        GET ${answer}
          Cookie: sid=CANARY-0123456789
        → 302 /
        GET https://app.example/
        → 200`,
    'another login’s provider set a cookie on the way here': `
        GET https://idp.example/authorize?response_type=code&client_id=first&redirect_uri=https://app.example/first&state=st-CANARY-first
        → 302 https://app.example/first?code=code-CANARY-1&state=st-CANARY-first
          Set-Cookie: idp_session=CANARY-idp-0123456789; Path=/; Secure; HttpOnly
        GET https://app.example/first?code=code-CANARY-1&state=st-CANARY-first
        → 302 https://files.example/authorize?response_type=code&client_id=second&redirect_uri=https://app.example/second&state=st-CANARY-second
        GET https://files.example/authorize?response_type=code&client_id=second&redirect_uri=https://app.example/second&state=st-CANARY-second
        → 302 https://app.example/second?code=code-CANARY-2&state=st-CANARY-second
        GET https://app.example/second?code=code-CANARY-2&state=st-CANARY-second
        → 200`,
    'no callback came': `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: login_state=CANARY-0123456789; Path=/
        GET ${request}
        → 200`,
  },
  unsure: {
    'the file’s cookies were removed': {
      why: 'header-hidden',
      only: 'har', // webRequest with its headers shows all cookies
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
