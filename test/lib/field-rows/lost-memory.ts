import { answer, ask, code, type Rows, signIn } from './row.ts';

const back = `https://app.example/cb?${answer()}`;
const posted = (cookie: string, options: { wait?: string; status?: number; sends?: string } = {}) => `
  GET https://app.example/login
  → 302 ${ask({ extra: '&response_mode=form_post' })}
    Set-Cookie: ${cookie}
  GET ${ask({ extra: '&response_mode=form_post' })}
  → 200
  POST https://idp.example/signin [from https://idp.example]${options.wait ? ` [+${options.wait}]` : ''}
  → 200
  POST https://app.example/cb [from https://idp.example]
    Origin: https://idp.example
    Sec-Fetch-Site: cross-site
    ${options.sends ? `Cookie: ${options.sends}` : ''}
    = ${answer()}
  → ${options.status ?? 500}`;

/** The app lost what it remembered of the login. */
export const lostMemory: Rows = {
  'A1 a correlation cookie is Lax and the answer is posted': {
    says: 'samesite-form-post/withheld',
    trace: posted('.AspNetCore.Correlation.CANARYx1=N; Path=/cb; Secure; HttpOnly; SameSite=Lax'),
  },
  'A1 a correlation cookie is None without Secure': {
    says: 'set-cookie-rejected/transaction',
    trace: posted('.AspNetCore.Correlation.CANARYx1=N; Path=/cb; HttpOnly; SameSite=None'),
  },
  'A1 an old callback is opened again': {
    says: 'callback-replayed/failed',
    trace: `${signIn(back, { cookie: '.AspNetCore.Correlation.CANARYx1=N; Path=/cb; Secure; HttpOnly; SameSite=None' })}
  GET ${back}
    Cookie: .AspNetCore.Correlation.CANARYx1=N
  → 200
    Set-Cookie: .AspNetCore.Correlation.CANARYx1=; Path=/cb; Expires=Thu, 01 Jan 1970 00:00:00 GMT
  GET ${back} [reload] [+60s]
  → 500`,
  },
  'A2 a cookie with the __Secure- prefix over http': {
    says: 'set-cookie-rejected/transaction',
    trace: `${signIn(`http://app.example/cb?${answer()}`, {
      start: 'http://app.example/login',
      redirect: 'http://app.example/cb',
      cookie: '__Secure-next-auth.state=CANARY-0123456789-abcdef; Path=/; Secure; HttpOnly; SameSite=Lax',
    })}
  GET http://app.example/cb?${answer()}
  → 302 /api/auth/error?error=OAuthCallback
  GET http://app.example/api/auth/error?error=OAuthCallback
  → 200`,
  },
  'A2 the login begins on a preview address and comes back to production': {
    says: 'redirect-uri-host-drift/lost',
    trace: `${signIn(back, {
      start: 'https://preview.app.example/login',
      cookie: 'next-auth.state=CANARY-0123456789-abcdef; Path=/; Secure; HttpOnly; SameSite=Lax',
    })}
  GET ${back}
  → 302 /api/auth/error?error=OAuthCallback
  GET https://app.example/api/auth/error?error=OAuthCallback
  → 200`,
  },
  'A3 the session has another value at the callback': {
    says: 'callback-http-error/replaced',
    trace: `${signIn(back, { cookie: 'connect.sid=CANARY-session-one-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax' })}
  GET ${back}
    Cookie: connect.sid=CANARY-session-two-0123456789
  → 403`,
  },
  'A3 the app set no cookie, because it believes the connection is http': {
    says: 'callback-http-error/no-memory',
    trace: `${signIn(back)}
  GET ${back}
    Cookie: lang=en
  → 403`,
  },
  'A4 a page app is loaded again at its callback': {
    says: 'code-reused/refused',
    trace: `
  GET https://app.example/
  → 200
  GET ${ask()} [from https://app.example/]
  → 302 ${back}
  GET ${back}
  → 200
  POST https://idp.example/token [fetch] [from https://app.example]
    Origin: https://app.example
    = grant_type=authorization_code&client_id=web&code=${code}-1&redirect_uri=https://app.example/cb&code_verifier=CANARY
  → 200
    Access-Control-Allow-Origin: *
  GET ${back} [reload] [+90s]
  → 200
  POST https://idp.example/token [fetch] [from https://app.example]
    Origin: https://app.example
    = grant_type=authorization_code&client_id=web&code=${code}-1&redirect_uri=https://app.example/cb&code_verifier=CANARY
  → 400
    Access-Control-Allow-Origin: *
    = {"error":"invalid_grant"}`,
  },
  'A5 two ports of one computer overwrite each other’s session': {
    says: 'transaction-cookie-lost/replaced',
    trace: `
  GET http://localhost:8080/login
  → 302 ${ask({ redirect: 'http://localhost:8080/cb' }).replace('https://idp.example', 'http://localhost:9000')}
    Set-Cookie: JSESSIONID=CANARY0123456789ABCDEF; Path=/; HttpOnly
  GET ${ask({ redirect: 'http://localhost:8080/cb' }).replace('https://idp.example', 'http://localhost:9000')}
    Cookie: JSESSIONID=CANARY0123456789ABCDEF
  → 302 /login
    Set-Cookie: JSESSIONID=CANARYFEDCBA9876543210; Path=/; HttpOnly
  GET http://localhost:9000/login
    Cookie: JSESSIONID=CANARYFEDCBA9876543210
  → 200
  POST http://localhost:9000/login [+9s] [from http://localhost:9000]
    Cookie: JSESSIONID=CANARYFEDCBA9876543210
  → 302 http://localhost:8080/cb?${answer()}
  GET http://localhost:8080/cb?${answer()}
    Cookie: JSESSIONID=CANARYFEDCBA9876543210
  → 302 /login?error
  GET http://localhost:8080/login?error
    Cookie: JSESSIONID=CANARYFEDCBA9876543210
  → 200`,
  },
  'A6 localhost and 127.0.0.1': {
    says: 'redirect-uri-host-drift/lost',
    trace: `${signIn(`http://127.0.0.1:3000/cb?${answer()}`, {
      start: 'http://localhost:3000/login',
      redirect: 'http://127.0.0.1:3000/cb',
      cookie: 'oauth_state=CANARY-0123456789-abcdef; Path=/; HttpOnly; SameSite=Lax',
    })}
  GET http://127.0.0.1:3000/cb?${answer()}
  → 400`,
  },
  'A7 with and without www': {
    says: 'redirect-uri-host-drift/lost',
    trace: `${signIn(`https://www.app.example/cb?${answer()}`, {
      redirect: 'https://www.app.example/cb',
      cookie: 'state=CANARY-0123456789-abcdef; Path=/; Secure; HttpOnly; SameSite=Lax',
    })}
  GET https://www.app.example/cb?${answer()}
  → 400`,
  },
  'A7 the callback signs in without www and leads on to www': {
    says: 'session-not-established/cookie-missing',
    trace: `${signIn(back, { cookie: 'state=CANARY-0123456789-abcdef; Path=/; Secure; HttpOnly; SameSite=Lax' })}
  GET ${back}
    Cookie: state=CANARY-0123456789-abcdef
  → 302 https://www.app.example/
    Set-Cookie: session=CANARY-session-0123; Path=/; Secure; HttpOnly; SameSite=Lax
  GET https://www.app.example/
  → 302 https://www.app.example/signin
  GET https://www.app.example/signin
  → 200`,
  },
  'A8 two tabs share one state cookie': {
    says: 'parallel-flow-overwrite/overwritten',
    trace: `
  GET https://app.example/login
  → 302 ${ask()}
    Set-Cookie: state=CANARY-one-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
  GET ${ask()}
  → 200
  GET https://app.example/login [tab 2]
    Cookie: state=CANARY-one-0123456789
  → 302 ${ask({ n: 2 })}
    Set-Cookie: state=CANARY-two-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
  GET ${ask({ n: 2 })} [tab 2]
  → 200
  POST https://idp.example/signin [from https://idp.example] [+5s]
  → 302 ${back}
  GET ${back}
    Cookie: state=CANARY-two-0123456789
  → 403`,
  },
  'A9 the CSRF cookie had expired when the answer came': {
    says: 'transaction-cookie-lost/lost',
    trace: `
  GET https://app.example/oauth2/start
  → 302 ${ask({ redirect: 'https://app.example/oauth2/callback' })}
    Set-Cookie: _oauth2_proxy_csrf=CANARY-0123456789-abcdef; Path=/; Max-Age=900; Secure; HttpOnly; SameSite=Lax
  GET ${ask({ redirect: 'https://app.example/oauth2/callback' })}
  → 200
  POST https://idp.example/signin [from https://idp.example] [+20min]
  → 302 https://app.example/oauth2/callback?${answer()}
  GET https://app.example/oauth2/callback?${answer()}
  → 403`,
  },
  'A10 background calls start logins that nobody finishes': {
    says: 'authz-via-xhr/redirected',
    trace: [1, 2, 3]
      .map(
        (n) => `
  GET https://app.example/api/status [fetch] [from https://app.example] [+5s]
    Sec-Fetch-Mode: cors
  → 302 ${ask({ n })}
    Set-Cookie: mod_auth_openidc_state_CANARY0${n}aB1cD2eF3=${'CANARY'.repeat(20)}; Path=/; Secure; HttpOnly
  GET ${ask({ n })} [fetch] [from https://app.example]
    Sec-Fetch-Mode: cors
    Origin: null
  → failed net::ERR_FAILED`,
      )
      .join(''),
  },
  'A11 nonce cookies pile up until the server refuses the request': {
    says: 'header-limit-rejected/cookies',
    trace: `
  GET https://app.example/login
    Cookie: ${Array.from({ length: 24 }, (_, i) => `.AspNetCore.OpenIdConnect.Nonce.CANARY${i}aB1cD2eF3gH4=${'CANARY'.repeat(60)}`).join('; ')}
  → 302 ${ask()}
    Set-Cookie: .AspNetCore.OpenIdConnect.Nonce.CANARY99aB1cD2eF3gH4=${'CANARY'.repeat(60)}; Path=/; Secure; HttpOnly
  GET ${ask()}
  → 302 ${back}
  GET ${back}
    Cookie: ${Array.from({ length: 25 }, (_, i) => `.AspNetCore.OpenIdConnect.Nonce.CANARY${i}aB1cD2eF3gH4=${'CANARY'.repeat(60)}`).join('; ')}
  → 431`,
  },
  'A12 a cookie without SameSite is older than two minutes': {
    says: 'samesite-form-post/too-old',
    browser: 'chrome',
    trace: posted('nonce=CANARY-0123456789-abcdef; Path=/; Secure; HttpOnly', { wait: '180s', status: 400 }),
  },
  'A12 a cookie that says Lax': {
    says: 'samesite-form-post/withheld',
    trace: posted('nonce=CANARY-0123456789-abcdef; Path=/; Secure; HttpOnly; SameSite=Lax', { status: 400 }),
  },
  'A13 the cookie’s path is written in another case': {
    says: 'cookie-scope-mismatch/path-case',
    trace: `${signIn(`https://app.example/app/signin-oidc?${answer()}`, {
      start: 'https://app.example/App/login',
      redirect: 'https://app.example/app/signin-oidc',
      cookie: '.AspNetCore.Correlation.CANARYx1=N; Path=/App/signin-oidc; Secure; HttpOnly; SameSite=None',
    })}
  GET https://app.example/app/signin-oidc?${answer()}
  → 500`,
  },
};
