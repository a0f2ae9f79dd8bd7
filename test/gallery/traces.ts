/** Logins as they go and as they break, drawn. Every secret says CANARY. */

export const state = 'CANARY-Qm9vZ2llLVdvb2dpZS0xMjM0NTY3ODkwYWI';
export const code = 'CANARY-SplxlOBeZQQYbYS6WxSbIA-0123456789';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbWGjSstw_cM';

export const authorize = (extra = '') =>
  `https://login.idp.example/oauth2/authorize?response_type=code&client_id=shop-web&redirect_uri=https%3A%2F%2Fshop.example%2Fsignin-oidc&scope=openid+profile+email&state=${state}&nonce=CANARY-n-0S6_WzA2Mj-77aa${extra}`;
const pkce = `&code_challenge=${challenge}&code_challenge_method=S256`;
const callback = `https://shop.example/signin-oidc?code=${code}&state=${state}`;

/** The provider's own pages, and a person typing. */
export const signIn = (from: string, to: string) => `
  GET ${from}
    Sec-Fetch-Site: same-site
  → 302 https://login.idp.example/u/login?flow=CANARY-flow-7781
  GET https://login.idp.example/u/login?flow=CANARY-flow-7781
  → 200
    Server: nginx/1.27.1
  POST https://login.idp.example/u/login?flow=CANARY-flow-7781 [from https://login.idp.example] [+9s]
    = username=CANARY@example.com&password=CANARY-secret
  → 302 https://login.idp.example/u/consent?flow=CANARY-flow-7781
    Set-Cookie: idp_session=CANARY-session-8f3c9d2e; Path=/; Secure; HttpOnly; SameSite=None
  GET https://login.idp.example/u/consent?flow=CANARY-flow-7781
  → 302 ${to}`;

export const healthy = `
  GET https://shop.example/
  → 302 ${authorize(pkce)}
    Set-Cookie: oidc.state=CANARY-tx-0123456789abcdef; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=600
    Cache-Control: no-store
  ${signIn(authorize(pkce), callback)}
  GET ${callback}
    Cookie: oidc.state=CANARY-tx-0123456789abcdef
    Sec-Fetch-Site: cross-site
  → 302 https://shop.example/account
    Set-Cookie: sid=CANARY-sid-99aa88bb77cc; Path=/; Secure; HttpOnly; SameSite=Lax
    Set-Cookie: oidc.state=; Path=/; Max-Age=0
  GET https://shop.example/account
    Cookie: sid=CANARY-sid-99aa88bb77cc
  → 200`;

const spaAuthorize = `https://id.acme.test/authorize?response_type=code&client_id=spa&redirect_uri=https%3A%2F%2Fapp.acme.test%2Fcb&scope=openid&state=${state}${pkce}`;
export const spa = `
  GET https://id.acme.test/.well-known/openid-configuration [fetch] [from https://app.acme.test]
    Origin: https://app.acme.test
  → 200
    Access-Control-Allow-Origin: *
  GET ${spaAuthorize} [from https://app.acme.test]
  → 302 https://app.acme.test/cb?code=${code}&state=${state}&iss=https%3A%2F%2Fid.acme.test
  GET https://app.acme.test/cb?code=${code}&state=${state}&iss=https%3A%2F%2Fid.acme.test
  → 200
  POST https://id.acme.test/token [fetch] [from https://app.acme.test]
    Origin: https://app.acme.test
    = grant_type=authorization_code&client_id=spa&code=${code}&redirect_uri=https%3A%2F%2Fapp.acme.test%2Fcb&code_verifier=CANARY-verifier-dBjftJeZ4CVP-mB92K27uhbUJU1p1r
  → 200
    Access-Control-Allow-Origin: https://app.acme.test
  GET https://id.acme.test/userinfo [fetch] [from https://app.acme.test]
    Authorization: Bearer CANARY-access-2YotnFZFEjr1zCsicMWpAA
    Origin: https://app.acme.test
  → 200
    Access-Control-Allow-Origin: https://app.acme.test`;

/** SameSite=Lax cookies do not travel with a POST from another site. */
export const cookieLost = `
  GET https://shop.example/login
  → 302 ${authorize('&response_mode=form_post')}
    Set-Cookie: .AspNetCore.Correlation.CANARYab12=N; Path=/signin-oidc; Secure; HttpOnly; SameSite=Lax
    Set-Cookie: .AspNetCore.OpenIdConnect.Nonce.CANARYcd34=N; Path=/signin-oidc; Secure; HttpOnly; SameSite=Lax
  GET ${authorize('&response_mode=form_post')}
  → 200
  POST https://login.idp.example/u/login [from https://login.idp.example] [+8s]
    = username=CANARY&password=CANARY-secret
  → 200
  POST https://shop.example/signin-oidc [from https://login.idp.example]
    Origin: https://login.idp.example
    Sec-Fetch-Site: cross-site
    = code=${code}&state=${state}
  → 500
    Server: Kestrel
    "An unhandled exception occurred while processing the request. Exception: Correlation failed."`;

export const stateMangled = `
  GET https://shop.example/login
  → 302 https://login.idp.example/oauth2/authorize?response_type=code&client_id=shop-web&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=openid&state=CANARY%2BeyJyIjoiL2FjY291bnQifQ%2B%2F77aa%3D%3D
    Set-Cookie: tx=CANARY-tx-0123456789abcdef; Path=/; Secure; HttpOnly; SameSite=Lax
  GET https://login.idp.example/oauth2/authorize?response_type=code&client_id=shop-web&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=openid&state=CANARY%2BeyJyIjoiL2FjY291bnQifQ%2B%2F77aa%3D%3D
  → 302 https://shop.example/cb?code=${code}&state=CANARY+eyJyIjoiL2FjY291bnQifQ+/77aa==
  GET https://shop.example/cb?code=${code}&state=CANARY+eyJyIjoiL2FjY291bnQifQ+/77aa==
    Cookie: tx=CANARY-tx-0123456789abcdef
  → 400
    "Login failed: state does not match."`;

export const refused = `
  GET https://shop.example/login
  → 302 https://login.idp.example/oauth2/authorize?response_type=code&client_id=shop-web&redirect_uri=https%3A%2F%2Fshop.example%2Fcallback%2F&scope=openid&state=${state}${pkce}
    Set-Cookie: tx=CANARY-tx-0123456789abcdef; Path=/; Secure; HttpOnly; SameSite=Lax
  GET https://login.idp.example/oauth2/authorize?response_type=code&client_id=shop-web&redirect_uri=https%3A%2F%2Fshop.example%2Fcallback%2F&scope=openid&state=${state}${pkce}
  → 400
    Server: nginx
    "Error: invalid_request. The redirect_uri in the request is not registered for this client."`;

export const cancelled = `
  GET https://shop.example/login
  → 302 ${authorize(pkce)}
    Set-Cookie: tx=CANARY-tx-0123456789abcdef; Path=/; Secure; HttpOnly; SameSite=Lax
  GET ${authorize(pkce)}
  → 200
  POST https://login.idp.example/u/consent [from https://login.idp.example] [+4s]
    = answer=no
  → 302 https://shop.example/signin-oidc?error=access_denied&error_description=The+user+said+no&state=${state}
  GET https://shop.example/signin-oidc?error=access_denied&error_description=The+user+said+no&state=${state}
    Cookie: tx=CANARY-tx-0123456789abcdef
  → 200`;

const leftovers = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `.AspNetCore.OpenIdConnect.Nonce.CANARY${from + i}aB1cD2eF3gH4iJ5kL6mN7oP8qR9sT0=N`).join(
    '; ',
  );

/** A session in pieces, of which one is missing, behind leftovers of earlier logins, with names as long as frameworks make them. */
export const cookiePieces = `
  GET https://shop.example/login
    Cookie: ${leftovers(10, 16)}
  → 302 ${authorize()}
    Set-Cookie: .AspNetCore.OpenIdConnect.Nonce.CANARY99aB1cD2eF3gH4iJ5kL6mN7oP8qR9sT0=CANARY-0123456789; Path=/; Secure; HttpOnly
    Set-Cookie: __Host-next-auth.csrf-token=CANARY-0123456789; Path=/; Secure; HttpOnly; Domain=shop.example
  GET ${authorize()}
  → 200
  POST https://login.idp.example/u/login [from https://login.idp.example] [+8s]
  → 302 https://shop.example/cb?code=${code}&state=${state}
  GET https://shop.example/cb?code=${code}&state=${state}
    Cookie: ${leftovers(10, 16)}; .AspNetCore.OpenIdConnect.Nonce.CANARY99aB1cD2eF3gH4iJ5kL6mN7oP8qR9sT0=CANARY-0123456789
  → 302 https://www.shop.example/
    Set-Cookie: appSession.0=CANARY-one; Path=/; Secure; HttpOnly
    Set-Cookie: appSession.1=CANARY-two; Path=/; Secure; HttpOnly; Domain=shop.example
    ~ kept appSession.0
    ~ kept appSession.1
  GET https://www.shop.example/
    Cookie: appSession.1=CANARY-two; appSession.2=CANARY-three
  → 302 /signin
  GET https://www.shop.example/signin
  → 200`;

const part = (value: unknown) => btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

/** Says who it is for, when it ends and whom it names. */
export const idToken = `${part({ alg: 'RS256', kid: 'key-1', typ: 'JWT' })}.${part({
  iss: 'https://login.idp.example',
  sub: 'CANARY-sub-248289761001',
  aud: 'shop-web',
  azp: 'shop-web',
  nonce: 'CANARY-n-0S6_WzA2Mj-77aa',
  exp: 1_767_229_200,
  iat: 1_767_225_590,
  auth_time: 1_767_225_000,
  amr: ['pwd', 'otp'],
  email: 'CANARY@example.com',
  email_verified: true,
})}.CANARYc2lnbmF0dXJl`;

/** A token in the answer itself. */
export const tokens = `
  GET https://shop.example/login
  → 302 ${authorize('&response_mode=form_post').replace('response_type=code', 'response_type=code+id_token')}
    Set-Cookie: tx=CANARY-tx-0123456789abcdef; Path=/; Secure; HttpOnly; SameSite=None
  GET ${authorize('&response_mode=form_post').replace('response_type=code', 'response_type=code+id_token')}
  → 200
  POST https://shop.example/signin-oidc [from https://login.idp.example] [+8s]
    Origin: https://login.idp.example
    Sec-Fetch-Site: cross-site
    Cookie: tx=CANARY-tx-0123456789abcdef
    = code=${code}&state=${state}&id_token=${idToken}
  → 302 https://shop.example/account
  GET https://shop.example/account
  → 200`;
