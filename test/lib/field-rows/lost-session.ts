import { answer, ask, code, type Rows, signIn, state } from './row.ts';

const back = `https://app.example/cb?${answer()}`;

const passOf = (n: number, set: string, sent = '') => `
  GET https://app.example/ [from https://app.example]
    ${sent === '' ? '' : `Cookie: ${sent}`}
  → 302 ${ask({ n })}
    Set-Cookie: txn=CANARY-txn-${n}-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
  GET ${ask({ n })}
  → 302 https://app.example/cb?${answer(n)}
  GET https://app.example/cb?${answer(n)}
    Cookie: txn=CANARY-txn-${n}-0123456789
  → 302 /
    Set-Cookie: ${set}`;

/** The app lost its session, or what it remembered was not there at the answer. */
export const lostSession: Rows = {
  'A14 the session cookie is Secure on http, and the app goes round in circles': {
    says: 'set-cookie-rejected/session',
    also: ['login-loop'],
    trace: [1, 2, 3]
      .map(
        (n) => `
  GET http://app.example/
  → 302 ${ask({ n, redirect: 'http://app.example/cb' })}
    Set-Cookie: txn=CANARY-txn-${n}-0123456789; Path=/; HttpOnly; SameSite=Lax
  GET ${ask({ n, redirect: 'http://app.example/cb' })}
  → 302 http://app.example/cb?${answer(n)}
  GET http://app.example/cb?${answer(n)}
    Cookie: txn=CANARY-txn-${n}-0123456789
  → 302 /
    Set-Cookie: session=CANARY-session-${n}-0123; Path=/; Secure; HttpOnly`,
      )
      .join(''),
  },
  'A15 the session cookie is too large, and the app goes round in circles': {
    says: 'set-cookie-rejected/session',
    also: ['login-loop'],
    trace: [1, 2, 3].map((n) => passOf(n, `session=${'CANARY'.repeat(700)}; Path=/; Secure; HttpOnly`)).join(''),
  },
  'A16 one of the pieces of a session cookie is missing': {
    says: 'session-not-established/pieces-missing',
    trace: `${signIn(back, { cookie: '_oauth2_proxy_csrf=CANARY-0123456789-abcdef; Path=/; Secure; HttpOnly; SameSite=Lax' })}
  GET ${back}
    Cookie: _oauth2_proxy_csrf=CANARY-0123456789-abcdef
  → 302 /
    Set-Cookie: _oauth2_proxy_0=CANARY-first-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
  GET https://app.example/
    Cookie: _oauth2_proxy_0=CANARY-first-0123456789
  → 302 /oauth2/sign_in
  GET https://app.example/oauth2/sign_in
    Cookie: _oauth2_proxy_0=CANARY-first-0123456789
  → 200`,
  },
  'A17 a redirect from the cache brings an old state': {
    says: 'one-time-value-reused/cached',
    trace: `
  GET https://app.example/login
  → 302 ${ask()}
    Set-Cookie: state=CANARY-one-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
    Cache-Control: max-age=3600
  GET ${ask()}
  → 302 ${back}
  GET ${back}
    Cookie: state=CANARY-one-0123456789
  → 302 /
    Set-Cookie: state=; Path=/; Max-Age=0
  GET https://app.example/
  → 200
  GET https://app.example/login [cache] [+300s]
  → 302 ${ask()}
  GET ${ask()}
  → 302 https://app.example/cb?code=${code}-2&state=${state}-1
  GET https://app.example/cb?code=${code}-2&state=${state}-1
  → 400`,
  },
  'A18 the provider’s login page was a bookmark': {
    says: 'callback-http-error/unbegun',
    trace: `
  GET ${ask()}
    Sec-Fetch-Site: none
    Sec-Fetch-User: ?1
  → 200
  POST https://idp.example/signin [from https://idp.example] [+20s]
  → 302 ${back}
  GET ${back}
    Cookie: lang=en
  → 400`,
  },
  'A19 the answer comes to a browser in which no login began': {
    says: 'callback-without-request/foreign',
    remark: true,
    trace: `
  GET https://idp.example/verify?token=CANARY-mail-0123456789
    Sec-Fetch-Site: none
  → 200
  GET https://app.example/auth/callback?code=CANARY0a1B2c3D4e5F6g7H8i9J0kL&state=${state}-1&iss=https%3A%2F%2Fidp.example [from https://idp.example] [+9s]
    Sec-Fetch-Site: cross-site
  → 400`,
  },
  'A20 the answer comes in another container': {
    says: 'transaction-cookie-lost/lost',
    browser: 'firefox',
    only: 'web-request',
    trace: `
  GET https://app.example/login
  → 302 ${ask()}
    Set-Cookie: state=CANARY-one-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
  GET ${ask()}
  → 200
  GET ${back} [tab 2] [container work] [from https://idp.example] [+9s]
  → 400`,
  },
  'A21 a company’s session proxy changes the host': {
    says: 'redirect-uri-mismatch/gateway',
    trace: `${signIn(`https://app.example.mcas.ms/cb?${answer()}`, { cookie: 'state=CANARY-0123456789-abcdef; Path=/; Secure; HttpOnly; SameSite=Lax' })}
  GET https://app.example.mcas.ms/cb?${answer()}
  → 400`,
  },
  'A22 the servers behind a load balancer do not share their sessions': {
    says: 'callback-http-error/forgotten',
    trace: `${signIn(back, { cookie: 'connect.sid=CANARY-session-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax' })}
  GET ${back}
    Cookie: connect.sid=CANARY-session-0123456789
  → 500`,
  },
  'A23 pictures and scripts start logins of their own': {
    says: 'parallel-flow-overwrite/overwritten',
    trace: `
  GET https://app.example/
  → 302 ${ask()}
    Set-Cookie: state=CANARY-one-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
  GET ${ask()}
  → 200
  GET https://app.example/avatar.png [image] [from https://app.example] [tab 2]
    Cookie: state=CANARY-one-0123456789
  → 302 ${ask({ n: 2 })}
    Set-Cookie: state=CANARY-two-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
  GET ${ask({ n: 2 })} [image] [from https://app.example] [tab 2]
  → 200
  POST https://idp.example/signin [from https://idp.example] [+5s]
  → 302 ${back}
  GET ${back}
    Cookie: state=CANARY-two-0123456789
  → 403`,
  },
  'A24 the login cookie is Strict': {
    says: 'samesite-strict-callback/transaction',
    browser: 'firefox',
    trace: `${signIn(back, { cookie: 'state=CANARY-0123456789-abcdef; Path=/; Secure; HttpOnly; SameSite=Strict' })}
  GET ${back} [from https://idp.example]
    Sec-Fetch-Site: cross-site
  → 400`,
  },
  'A24 the session cookie is Strict, and is there after a reload': {
    says: 'samesite-strict-callback/session',
    trace: `${signIn(back, { cookie: 'state=CANARY-0123456789-abcdef; Path=/; Secure; HttpOnly; SameSite=Lax' })}
  GET ${back} [from https://idp.example]
    Sec-Fetch-Site: cross-site
    Cookie: state=CANARY-0123456789-abcdef
  → 302 /
    Set-Cookie: session=CANARY-session-0123; Path=/; Secure; HttpOnly; SameSite=Strict
  GET https://app.example/ [from https://idp.example]
    Sec-Fetch-Site: cross-site
  → 302 /signin
  GET https://app.example/signin [from https://idp.example]
    Sec-Fetch-Site: cross-site
  → 200`,
  },
};
