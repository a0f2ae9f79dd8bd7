/** Whole logins of many shapes, healthy and broken, for properties that must hold of every capture. */

const request = (n: number, extra = '') =>
  `https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=CANARY-state-${n}-abcdef&code_challenge=CANARY-challenge-${n}-3456789012345678901234567&code_challenge_method=S256${extra}`;
const answer = (n: number) => `https://app.example/cb?code=CANARY-code-${n}-abcdef&state=CANARY-state-${n}-abcdef`;

export const healthy: Readonly<Record<string, string>> = {
  'a server-side app': `
    GET https://app.example/login
    → 302 ${request(1)}
      Set-Cookie: txn=CANARY-txn-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
      ~ kept txn
    GET ${request(1)}
    → 302 /signin
      Set-Cookie: idp=CANARY-idp-0123456789; Path=/; Secure; HttpOnly; SameSite=None
    GET https://idp.example/signin
      Cookie: idp=CANARY-idp-0123456789
    → 200
    POST https://idp.example/signin [from https://idp.example] [+5s]
      Cookie: idp=CANARY-idp-0123456789
      = user=CANARY
    → 302 ${answer(1)}
    GET ${answer(1)}
      Cookie: txn=CANARY-txn-0123456789
    → 302 /
      Set-Cookie: session=CANARY-session-0123; Path=/; Secure; HttpOnly
    GET https://app.example/
      Cookie: session=CANARY-session-0123
    → 200`,
  'a single-page app': `
    GET https://app.example/
    → 200
    GET https://idp.example/.well-known/openid-configuration [fetch] [from https://app.example]
      Origin: https://app.example
    → 200
      Access-Control-Allow-Origin: *
    GET ${request(1)} [from https://app.example/]
    → 302 ${answer(1)}
    GET ${answer(1)}
    → 200
    OPTIONS https://idp.example/token [preflight] [from https://app.example]
      Origin: https://app.example
    → 204
      Access-Control-Allow-Origin: https://app.example
    POST https://idp.example/token [fetch] [from https://app.example]
      Origin: https://app.example
      = grant_type=authorization_code&client_id=web&code=CANARY-code-1-abcdef&redirect_uri=https://app.example/cb&code_verifier=CANARY
    → 200
      Access-Control-Allow-Origin: https://app.example`,
  'a logout, asked about first, that tells another client in a frame': `
    GET https://app.example/logout
    → 302 https://idp.example/end_session?client_id=web&post_logout_redirect_uri=https%3A%2F%2Fapp.example%2F&state=CANARY-state-1-abcdef
      Set-Cookie: session=; Path=/; Max-Age=0; Secure; HttpOnly
    GET https://idp.example/end_session?client_id=web&post_logout_redirect_uri=https%3A%2F%2Fapp.example%2F&state=CANARY-state-1-abcdef
      Cookie: idp=CANARY-idp-0123456789
    → 200
    POST https://idp.example/end_session/confirm [from https://idp.example/end_session] [+5s]
      Cookie: idp=CANARY-idp-0123456789
      = logout=yes
    → 200
      Set-Cookie: idp=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=None
    GET https://shop.example/signed-out?iss=https%3A%2F%2Fidp.example&sid=CANARY-sid-abcdef [frame 5] [from https://idp.example/end_session/confirm]
      Cookie: shop_session=CANARY-shop-0123
    → 200
      Set-Cookie: shop_session=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=None
    GET https://app.example/?state=CANARY-state-1-abcdef [from https://idp.example/end_session/confirm]
    → 200`,
  'a broker': `
    GET https://app.example/login
    → 302 ${request(1)}
      Set-Cookie: txn=CANARY-txn-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
    GET ${request(1)}
    → 302 https://up.example/auth?response_type=code&client_id=broker&redirect_uri=https://idp.example/back&state=CANARY-inner-abcdef&scope=openid
      Set-Cookie: broker_state=CANARY-inner-abcdef; Path=/; Secure; HttpOnly; SameSite=None
    GET https://up.example/auth?response_type=code&client_id=broker&redirect_uri=https://idp.example/back&state=CANARY-inner-abcdef&scope=openid
    → 302 https://idp.example/back?code=CANARY-code-inner&state=CANARY-inner-abcdef
    GET https://idp.example/back?code=CANARY-code-inner&state=CANARY-inner-abcdef
      Cookie: broker_state=CANARY-inner-abcdef
    → 302 ${answer(1)}
    GET ${answer(1)}
      Cookie: txn=CANARY-txn-0123456789
    → 302 /
      Set-Cookie: session=CANARY-session-0123; Path=/; Secure; HttpOnly
    GET https://app.example/
      Cookie: session=CANARY-session-0123
    → 200`,
  'two tabs and a posted answer': `
    GET https://app.example/login
    → 302 ${request(1, '&response_mode=form_post')}
      Set-Cookie: txn.CANARY-1=CANARY-txn-1-0123456789; Path=/; Secure; HttpOnly; SameSite=None
    GET ${request(1, '&response_mode=form_post')}
    → 200
    GET https://app.example/login [tab 2]
      Cookie: txn.CANARY-1=CANARY-txn-1-0123456789
    → 302 ${request(2)}
      Set-Cookie: txn.CANARY-2=CANARY-txn-2-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
    GET ${request(2)} [tab 2]
    → 302 ${answer(2)}
    GET ${answer(2)} [tab 2]
      Cookie: txn.CANARY-1=CANARY-txn-1-0123456789; txn.CANARY-2=CANARY-txn-2-0123456789
    → 302 /
      Set-Cookie: session=CANARY-session-2; Path=/; Secure; HttpOnly
    GET https://app.example/ [tab 2]
      Cookie: session=CANARY-session-2
    → 200
    POST https://app.example/cb [from https://idp.example] [+4s]
      Origin: https://idp.example
      Cookie: txn.CANARY-1=CANARY-txn-1-0123456789; session=CANARY-session-2
      = code=CANARY-code-1-abcdef&state=CANARY-state-1-abcdef
    → 303 /
      Set-Cookie: session=CANARY-session-1; Path=/; Secure; HttpOnly
    GET https://app.example/
      Cookie: session=CANARY-session-1
    → 200`,
  'a popup, a hidden frame and an upgrade to https': `
    GET http://app.example/ [by browser]
    → 307 https://app.example/
    GET https://app.example/
    → 200
    GET ${request(1, '&prompt=none')} [frame] [from https://app.example/]
      Sec-Fetch-Site: cross-site
      ~ held nothing
    → 302 https://app.example/cb?error=login_required&state=CANARY-state-1-abcdef
    GET https://app.example/cb?error=login_required&state=CANARY-state-1-abcdef [frame]
    → 200
    GET ${request(2)} [tab 2] [opener 1] [from https://app.example/]
    → 200
    POST https://idp.example/signin [tab 2] [from https://idp.example] [+3s]
    → 302 ${answer(2)}
    GET ${answer(2)} [tab 2]
    → 200
    GET ${answer(2)} [tab 2] [reload] [+30s]
    → 200`,
  'a redirect that comes back to its own address': `
    GET https://app.example/login
    → 302 /login
      Set-Cookie: cookies_work=CANARY; Path=/
    GET https://app.example/login
      Cookie: cookies_work=CANARY
    → 302 /login
      Set-Cookie: lang=en; Path=/
    GET https://app.example/login
      Cookie: cookies_work=CANARY; lang=en
    → 302 ${request(1)}
      Set-Cookie: txn=CANARY-txn-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
    GET ${request(1)}
    → 302 ${request(1)}
      Set-Cookie: idp=CANARY-idp-0123456789; Path=/
    GET ${request(1)}
      Cookie: idp=CANARY-idp-0123456789
    → 302 ${answer(1)}
    GET ${answer(1)}
      Cookie: txn=CANARY-txn-0123456789
    → 302 /
    GET https://app.example/
    → 200`,
};

export const broken: Readonly<Record<string, string>> = {
  'a lost cookie': `
    GET https://app.example/login
    → 302 ${request(1)}
      Set-Cookie: txn=CANARY-txn-0123456789; Path=/login; Secure; HttpOnly
    GET ${request(1)}
    → 302 ${answer(1)}
    GET ${answer(1)}
    → 400`,
  'a loop': [1, 2, 3, 4]
    .map(
      (n) => `
    GET https://app.example/
    → 302 ${request(n)}
    GET ${request(n)}
    → 302 ${answer(n)}
    GET ${answer(n)}
    → 302 /`,
    )
    .join(''),
  'a changed state': `
    GET ${request(1)}
    → 302 ${answer(1).replace('state-1', 'state-9')}
    GET ${answer(1).replace('state-1', 'state-9')}
    → 403`,
  'a refused address': `
    GET https://app.example/login
    → 302 ${request(1)}
    GET ${request(1)}
    → 400
      "Invalid parameter: redirect_uri"`,
  'a blocked token request': `
    GET ${request(1)}
    → 302 ${answer(1)}
    GET ${answer(1)}
    → 200
    OPTIONS https://idp.example/token [preflight] [from https://app.example]
      Origin: https://app.example
    → 405
    POST https://idp.example/token [fetch] [from https://app.example]
      Origin: https://app.example
      = grant_type=authorization_code&client_id=web&code=CANARY-code-1-abcdef&code_verifier=CANARY
    → failed net::ERR_FAILED`,
  'a listener that is gone': `
    GET https://idp.example/authorize?response_type=code&client_id=cli&redirect_uri=http://127.0.0.1:4711/&state=CANARY-state-1-abcdef
    → 302 http://127.0.0.1:4711/?code=CANARY-code-1-abcdef&state=CANARY-state-1-abcdef
    GET http://127.0.0.1:4711/?code=CANARY-code-1-abcdef&state=CANARY-state-1-abcdef
    → failed net::ERR_CONNECTION_REFUSED`,
};

export const stories: Readonly<Record<string, string>> = { ...healthy, ...broken };

/** The check that must head each of the broken ones, and what must be found with it. */
export const brokenBy: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'a lost cookie': ['cookie-scope-mismatch'],
  'a loop': ['session-not-established', 'login-loop'],
  'a changed state': ['state-mismatch'],
  'a refused address': ['redirect-uri-rejected'],
  'a blocked token request': ['token-cors-blocked'],
  'a listener that is gone': ['network-failure'],
};
