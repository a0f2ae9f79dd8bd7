import { describe } from 'vitest';
import { calm } from '../../build/calm.ts';

const outer =
  'https://broker.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=CANARY-outer-abcdefgh&code_challenge=CANARY-challenge-0123456789012345678901234567&code_challenge_method=S256';
const outerAnswer = 'https://app.example/cb?code=CANARY-outer-code-0123&state=CANARY-outer-abcdefgh';
const inner =
  'https://upstream.example/oauth2/authorize?response_type=code&client_id=broker&redirect_uri=https://broker.example/login/callback&scope=openid&state=CANARY-inner-abcdefgh&nonce=CANARY-nonce-0123456789';
const innerAnswer = 'https://broker.example/login/callback?code=CANARY-inner-code-0123&state=CANARY-inner-abcdefgh';

const start = `
        GET https://app.example/login
        → 302 ${outer}
          Set-Cookie: txn=CANARY-txn-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
        GET ${outer}
        → 302 /login?state=CANARY-internal-abcdefgh
          Set-Cookie: broker_session=CANARY-broker-012345; Path=/; Secure; HttpOnly; SameSite=None
        GET https://broker.example/login?state=CANARY-internal-abcdefgh
        → 200`;
const finish = `
        GET ${outerAnswer}
          Cookie: txn=CANARY-txn-0123456789
        → 302 /
          Set-Cookie: session=CANARY-session-0123; Path=/; Secure; HttpOnly
        GET https://app.example/
          Cookie: session=CANARY-session-0123
        → 200`;

describe('10 providers that log in at another one', () => {
  calm({
    'the broker goes to an OpenID provider and back': `
        ${start}
        GET https://broker.example/login/upstream [from https://broker.example] [+4s]
          Cookie: broker_session=CANARY-broker-012345
        → 302 ${inner}
        GET ${inner}
        → 200
        POST https://upstream.example/signin [from https://upstream.example] [+6s]
          = user=CANARY
        → 302 ${innerAnswer}
        GET ${innerAnswer}
          Cookie: broker_session=CANARY-broker-012345
        → 302 /authorize/resume?state=CANARY-internal-abcdefgh
        GET https://broker.example/authorize/resume?state=CANARY-internal-abcdefgh
          Cookie: broker_session=CANARY-broker-012345
        → 302 ${outerAnswer}
        ${finish}`,
    'the broker goes to a SAML provider and back': `
        ${start}
        GET https://broker.example/login/saml [from https://broker.example] [+4s]
          Cookie: broker_session=CANARY-broker-012345
        → 302 https://saml.example/sso?SAMLRequest=CANARYdeflated&RelayState=CANARY-relay-abcdefgh
        GET https://saml.example/sso?SAMLRequest=CANARYdeflated&RelayState=CANARY-relay-abcdefgh
        → 200
        POST https://broker.example/saml/acs [from https://saml.example] [+6s]
          Cookie: broker_session=CANARY-broker-012345
          = SAMLResponse=CANARYbase64&RelayState=CANARY-relay-abcdefgh
        → 302 /authorize/resume?state=CANARY-internal-abcdefgh
        GET https://broker.example/authorize/resume?state=CANARY-internal-abcdefgh
          Cookie: broker_session=CANARY-broker-012345
        → 302 ${outerAnswer}
        ${finish}`,
    'the broker’s provider is a broker too': `
        ${start}
        GET https://broker.example/login/upstream [from https://broker.example] [+4s]
          Cookie: broker_session=CANARY-broker-012345
        → 302 ${inner}
        GET ${inner}
        → 302 https://innermost.example/auth?response_type=code&client_id=upstream&redirect_uri=https://upstream.example/federation/cb&state=CANARY-innermost-abcdefgh&scope=openid
        GET https://innermost.example/auth?response_type=code&client_id=upstream&redirect_uri=https://upstream.example/federation/cb&state=CANARY-innermost-abcdefgh&scope=openid
        → 200
        POST https://innermost.example/signin [from https://innermost.example] [+6s]
          = user=CANARY
        → 302 https://upstream.example/federation/cb?code=CANARY-innermost-code&state=CANARY-innermost-abcdefgh
        GET https://upstream.example/federation/cb?code=CANARY-innermost-code&state=CANARY-innermost-abcdefgh
        → 302 ${innerAnswer}
        GET ${innerAnswer}
          Cookie: broker_session=CANARY-broker-012345
        → 302 ${outerAnswer}
        ${finish}`,
    'the broker is on the site of the app': `
        GET https://app.corp.example.com/login
        → 302 https://auth.example.com/authorize?response_type=code&client_id=web&redirect_uri=https://app.corp.example.com/cb&state=CANARY-outer-abcdefgh
          Set-Cookie: txn=CANARY-txn-0123456789; Path=/; Secure; HttpOnly; SameSite=Strict
        GET https://auth.example.com/authorize?response_type=code&client_id=web&redirect_uri=https://app.corp.example.com/cb&state=CANARY-outer-abcdefgh
        → 302 https://upstream.example/oauth2/authorize?response_type=code&client_id=broker&redirect_uri=https://auth.example.com/login/callback&scope=openid&state=CANARY-inner-abcdefgh
          Set-Cookie: auth_session=CANARY-auth-01234567; Path=/; Secure; HttpOnly; SameSite=Lax
        GET https://upstream.example/oauth2/authorize?response_type=code&client_id=broker&redirect_uri=https://auth.example.com/login/callback&scope=openid&state=CANARY-inner-abcdefgh
        → 200
        POST https://upstream.example/signin [from https://upstream.example] [+6s]
          = user=CANARY
        → 302 https://auth.example.com/login/callback?code=CANARY-inner-code-0123&state=CANARY-inner-abcdefgh
        GET https://auth.example.com/login/callback?code=CANARY-inner-code-0123&state=CANARY-inner-abcdefgh
          Cookie: auth_session=CANARY-auth-01234567
        → 302 https://app.corp.example.com/cb?code=CANARY-outer-code-0123&state=CANARY-outer-abcdefgh
        GET https://app.corp.example.com/cb?code=CANARY-outer-code-0123&state=CANARY-outer-abcdefgh
          Cookie: txn=CANARY-txn-0123456789
        → 302 /
        GET https://app.corp.example.com/
        → 200`,
  });
});

const request =
  'https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=CANARY-state-abcdefgh&nonce=CANARY-nonce-0123456789';
const answer = 'https://app.example/cb?code=CANARY-code-0123456789&state=CANARY-state-abcdefgh';

describe('11 providers that pass the user on among their own hosts', () => {
  calm({
    'sign-in, second factor and region have hosts of their own, with states of their own': `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: txn=CANARY-txn-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
        GET ${request}
        → 302 https://login.idp-eu.example/signin?state=CANARY-internal-1-abcdef&client_id=web
        GET https://login.idp-eu.example/signin?state=CANARY-internal-1-abcdef&client_id=web
        → 200
        POST https://login.idp-eu.example/signin?state=CANARY-internal-1-abcdef [from https://login.idp-eu.example] [+5s]
          = user=CANARY
        → 302 https://mfa.example.net/challenge?state=CANARY-internal-2-abcdef&code=CANARY-mfa-ticket-0123
        GET https://mfa.example.net/challenge?state=CANARY-internal-2-abcdef&code=CANARY-mfa-ticket-0123
        → 200
        POST https://mfa.example.net/challenge [from https://mfa.example.net] [+9s]
          = otp=CANARY
        → 302 https://login.idp-eu.example/resume?state=CANARY-internal-2-abcdef&code=CANARY-mfa-done-01234567
        GET https://login.idp-eu.example/resume?state=CANARY-internal-2-abcdef&code=CANARY-mfa-done-01234567
        → 302 https://idp.example/authorize/continue?state=CANARY-internal-1-abcdef
        GET https://idp.example/authorize/continue?state=CANARY-internal-1-abcdef
        → 302 ${answer}
        GET ${answer}
          Cookie: txn=CANARY-txn-0123456789
        → 302 /
        GET https://app.example/
        → 200`,
    'the request was pushed, and a second factor on another host has a ticket of its own': `
        GET https://app.example/login
        → 302 https://idp.example/authorize?client_id=web&request_uri=urn:ietf:params:oauth:request_uri:CANARY
          Set-Cookie: txn=CANARY-txn-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
        GET https://idp.example/authorize?client_id=web&request_uri=urn:ietf:params:oauth:request_uri:CANARY
        → 302 https://mfa.example.net/challenge?state=CANARY-internal-2-abcdef&code=CANARY-mfa-ticket-0123
        GET https://mfa.example.net/challenge?state=CANARY-internal-2-abcdef&code=CANARY-mfa-ticket-0123
        → 200
        POST https://mfa.example.net/challenge [from https://mfa.example.net] [+9s]
          = otp=CANARY
        → 302 https://idp.example/resume?x=CANARY
        GET https://idp.example/resume?x=CANARY
        → 302 ${answer}
        GET ${answer}
          Cookie: txn=CANARY-txn-0123456789
        → 302 /
        GET https://app.example/
        → 200`,
    'the first host repeats the request to its regional one': `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: txn=CANARY-txn-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
        GET ${request}
        → 302 ${request.replace('idp.example', 'eu.idp.example')}&region=eu
        GET ${request.replace('idp.example', 'eu.idp.example')}&region=eu
        → 200
        POST https://eu.idp.example/signin [from https://eu.idp.example] [+5s]
          = user=CANARY
        → 302 ${answer}
        GET ${answer}
          Cookie: txn=CANARY-txn-0123456789
        → 302 /
        GET https://app.example/
        → 200`,
    'the browser is asked for a Kerberos ticket first': `
        GET https://app.example/login
        → 302 ${request}
          Set-Cookie: txn=CANARY-txn-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
        GET ${request}
        → 302 https://kerberos.idp.example/negotiate?ctx=CANARY-ctx
        GET https://kerberos.idp.example/negotiate?ctx=CANARY-ctx
        → 401
          WWW-Authenticate: Negotiate
        GET https://kerberos.idp.example/negotiate?ctx=CANARY-ctx
          Authorization: Negotiate CANARYticket
        → 302 https://idp.example/resume?ctx=CANARY-ctx
        GET https://idp.example/resume?ctx=CANARY-ctx
        → 302 ${answer}
        GET ${answer}
          Cookie: txn=CANARY-txn-0123456789
        → 302 /
        GET https://app.example/
        → 200`,
    'Kerberos does not work here, and the user gets the form': `
        GET ${request}
        → 302 https://kerberos.idp.example/negotiate?ctx=CANARY-ctx
        GET https://kerberos.idp.example/negotiate?ctx=CANARY-ctx
        → 401
          WWW-Authenticate: Negotiate
        GET https://idp.example/signin?ctx=CANARY-ctx [from https://kerberos.idp.example/negotiate]
        → 200
        POST https://idp.example/signin [from https://idp.example] [+5s]
          = user=CANARY
        → 302 ${answer}
        GET ${answer}
        → 200`,
  });
});
