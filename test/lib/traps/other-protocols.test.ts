import { describe } from 'vitest';
import { calm } from '../../build/calm.ts';
import type { Calm } from '../../build/tables.ts';

const nothing = (trace: string): Calm => ({ nothing: true, trace });
const home = `
        GET https://app.example/
          Cookie: session=CANARY-session-0123
        → 200`;
const signedIn = `
        → 302 /
          Set-Cookie: session=CANARY-session-0123; Path=/; Secure; HttpOnly; SameSite=Lax`;

describe('logins of other protocols are no OAuth logins', () => {
  calm({
    'SAML: the app asks, the answer is posted': nothing(`
        GET https://app.example/saml/login
        → 302 https://idp.example/sso/redirect?SAMLRequest=CANARYdeflatedRequest&RelayState=CANARY-relay-0123&SigAlg=http%3A%2F%2Fwww.w3.org%2F2001%2F04%2Fxmldsig-more%23rsa-sha256&Signature=CANARYsignature
          Set-Cookie: saml_request=CANARY-id-0123456789; Path=/; Secure; HttpOnly; SameSite=None
        GET https://idp.example/sso/redirect?SAMLRequest=CANARYdeflatedRequest&RelayState=CANARY-relay-0123&SigAlg=http%3A%2F%2Fwww.w3.org%2F2001%2F04%2Fxmldsig-more%23rsa-sha256&Signature=CANARYsignature
        → 200
        POST https://idp.example/sso/login [from https://idp.example] [+6s]
          = username=CANARY&password=CANARY
        → 200
        POST https://app.example/saml/acs [from https://idp.example]
          Cookie: saml_request=CANARY-id-0123456789
          = SAMLResponse=CANARYbase64Response&RelayState=CANARY-relay-0123
        ${signedIn}
        ${home}`),
    'SAML: the provider’s own portal begins': nothing(`
        GET https://idp.example/portal
        → 200
        POST https://app.example/saml/acs [from https://idp.example] [+4s]
          = SAMLResponse=CANARYbase64Response&RelayState=https%3A%2F%2Fapp.example%2F
        ${signedIn}
        ${home}`),
    'SAML: an artifact comes in place of the answer': nothing(`
        GET https://app.example/saml/login
        → 302 https://idp.example/sso?SAMLRequest=CANARYdeflatedRequest&RelayState=CANARY-relay-0123
        GET https://idp.example/sso?SAMLRequest=CANARYdeflatedRequest&RelayState=CANARY-relay-0123
        → 302 https://app.example/saml/acs?SAMLart=CANARYartifact&RelayState=CANARY-relay-0123
        GET https://app.example/saml/acs?SAMLart=CANARYartifact&RelayState=CANARY-relay-0123
        ${signedIn}
        ${home}`),
    'SAML: the user signs out everywhere': nothing(`
        GET https://app.example/saml/logout
        → 302 https://idp.example/slo?SAMLRequest=CANARYlogoutRequest&RelayState=CANARY-relay-0123
          Set-Cookie: session=; Path=/; Max-Age=0
        GET https://idp.example/slo?SAMLRequest=CANARYlogoutRequest&RelayState=CANARY-relay-0123
        → 302 https://app.example/saml/sls?SAMLResponse=CANARYlogoutResponse&RelayState=CANARY-relay-0123
        GET https://app.example/saml/sls?SAMLResponse=CANARYlogoutResponse&RelayState=CANARY-relay-0123
        → 302 /goodbye
        GET https://app.example/goodbye
        → 200`),
    'OAuth 1.0a': nothing(`
        GET https://app.example/connect
        → 302 https://api.example/oauth/authorize?oauth_token=CANARY-request-token-0123
          Set-Cookie: oauth_secret=CANARY-secret-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
        GET https://api.example/oauth/authorize?oauth_token=CANARY-request-token-0123
        → 200
        POST https://api.example/oauth/authorize [from https://api.example] [+5s]
          = oauth_token=CANARY-request-token-0123&authorize=yes
        → 302 https://app.example/connect/callback?oauth_token=CANARY-request-token-0123&oauth_verifier=CANARY-verifier-0123
        GET https://app.example/connect/callback?oauth_token=CANARY-request-token-0123&oauth_verifier=CANARY-verifier-0123
          Cookie: oauth_secret=CANARY-secret-0123456789
        ${signedIn}
        ${home}`),
    'OAuth 1.0a, and the user says no': nothing(`
        GET https://api.example/oauth/authorize?oauth_token=CANARY-request-token-0123
        → 200
        POST https://api.example/oauth/authorize [from https://api.example] [+5s]
          = cancel=yes
        → 302 https://app.example/connect/callback?denied=CANARY-request-token-0123
        GET https://app.example/connect/callback?denied=CANARY-request-token-0123
        → 302 /
        ${home}`),
    'OpenID 2.0': nothing(`
        GET https://app.example/login
        → 302 https://id.example/openid/login?openid.ns=http%3A%2F%2Fspecs.openid.net%2Fauth%2F2.0&openid.mode=checkid_setup&openid.return_to=https%3A%2F%2Fapp.example%2Fopenid%2Freturn%3Fstate%3DCANARY&openid.realm=https%3A%2F%2Fapp.example
        GET https://id.example/openid/login?openid.ns=http%3A%2F%2Fspecs.openid.net%2Fauth%2F2.0&openid.mode=checkid_setup&openid.return_to=https%3A%2F%2Fapp.example%2Fopenid%2Freturn%3Fstate%3DCANARY&openid.realm=https%3A%2F%2Fapp.example
        → 302 https://app.example/openid/return?state=CANARY&openid.mode=id_res&openid.response_nonce=CANARY&openid.sig=CANARY
        GET https://app.example/openid/return?state=CANARY&openid.mode=id_res&openid.response_nonce=CANARY&openid.sig=CANARY
        ${signedIn}
        ${home}`),
    'WS-Federation': nothing(`
        GET https://app.example/
        → 302 https://idp.example/wsfed?wa=wsignin1.0&wtrealm=https%3A%2F%2Fapp.example%2F&wctx=CANARY-context-0123
        GET https://idp.example/wsfed?wa=wsignin1.0&wtrealm=https%3A%2F%2Fapp.example%2F&wctx=CANARY-context-0123
        → 200
        POST https://app.example/signin-wsfed [from https://idp.example] [+5s]
          = wa=wsignin1.0&wresult=CANARYxmlToken&wctx=CANARY-context-0123
        ${signedIn}
        ${home}`),
    CAS: nothing(`
        GET https://app.example/
        → 302 https://cas.example/login?service=https%3A%2F%2Fapp.example%2Fcas
        GET https://cas.example/login?service=https%3A%2F%2Fapp.example%2Fcas
        → 200
        POST https://cas.example/login [from https://cas.example] [+5s]
          = username=CANARY&password=CANARY
        → 302 https://app.example/cas?ticket=ST-1-CANARY0123456789
        GET https://app.example/cas?ticket=ST-1-CANARY0123456789
        ${signedIn}
        ${home}`),
    'HTTP authentication': nothing(`
        GET https://app.example/
        → 401
          WWW-Authenticate: Basic realm="CANARY"
        GET https://app.example/
          Authorization: Basic Q0FOQVJZOkNBTkFSWQ==
        → 200`),
    'a form and a session cookie': nothing(`
        GET https://app.example/login
        → 200
          Set-Cookie: csrf=CANARY-csrf-0123456789; Path=/; Secure; HttpOnly
        POST https://app.example/login [from https://app.example] [+9s]
          Cookie: csrf=CANARY-csrf-0123456789
          = username=CANARY&password=CANARY&csrf=CANARY-csrf-0123456789
        ${signedIn}
        ${home}`),
    'a passkey': nothing(`
        POST https://app.example/webauthn/options [fetch] [from https://app.example]
        → 200
          = {"challenge":"CANARY-challenge-0123456789","rpId":"app.example"}
        POST https://app.example/webauthn/verify [fetch] [from https://app.example] [+4s]
          = {"id":"CANARY","response":{"clientDataJSON":"CANARY","signature":"CANARY"}}
        → 200`),
  });
});
