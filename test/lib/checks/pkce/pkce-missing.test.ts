import { pkceMissing } from '../../../../lib/checks/pkce/pkce-missing.ts';
import { cases } from '../../../build/cases.ts';

const authorize = 'https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb';
const answered = `
        → 302 https://app.example/cb?code=CANARY-c&state=CANARY-s
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s
        → 200`;

cases(pkceMissing, {
  fails: {
    'the provider’s answer says that it is required': {
      as: 'demanded',
      at: ['1 response.location.query.error', '1 request.query.code_challenge'],
      severity: 'error',
      trace: `
        GET ${authorize}&state=CANARY-s
        → 302 https://app.example/cb?error=invalid_request&error_description=code_challenge%20is%20required&state=CANARY-s
        GET https://app.example/cb?error=invalid_request&error_description=code_challenge%20is%20required&state=CANARY-s
        → 400`,
    },
    'the provider’s own page says that it is required': {
      as: 'demanded',
      at: ['1 response.body', '1 request.query.code_challenge'],
      trace: `
        GET ${authorize}&state=CANARY-s
        → 400
          "error: invalid_request, Missing parameter: code_challenge (PKCE is mandatory)"`,
    },
    'the app has an address with a scheme of its own': {
      as: 'public',
      at: ['1 request.query.code_challenge'],
      severity: 'error',
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=com.example.app%3A%2Fcb&state=CANARY-s
        → 302 com.example.app:/cb?code=CANARY-c&state=CANARY-s`,
    },
    'a program on this computer waits for the code': {
      as: 'public',
      severity: 'error',
      data: { why: 'its redirect_uri is a loopback address' },
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=cli&redirect_uri=http%3A%2F%2F127.0.0.1%3A49152%2F&state=CANARY-s
        → 302 http://127.0.0.1:49152/?code=CANARY-c&state=CANARY-s
        GET http://127.0.0.1:49152/?code=CANARY-c&state=CANARY-s
        → 200`,
    },
    'the page redeems the code itself, without a secret': {
      as: 'public',
      data: { why: 'the page redeems the code itself, without a secret' },
      trace: `
        GET ${authorize}&state=CANARY-s${answered}
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=authorization_code&code=CANARY-c&client_id=app
        → 200`,
    },
    'a server redeems the code': {
      as: 'confidential',
      at: ['1 request.query.code_challenge'],
      severity: 'warning',
      trace: `
        GET ${authorize}&state=CANARY-s${answered}`,
    },
    'the provider has PKCE for native apps only': {
      as: 'confidential',
      severity: 'info',
      trace: `
        GET ${authorize}&state=CANARY-s${answered}`.replaceAll('idp.example/authorize', 'www.linkedin.com/oauth/v2/authorization'),
    },
    'the code_challenge is empty': {
      as: 'confidential',
      at: ['1 request.query.code_challenge'],
      trace: `
        GET ${authorize}&state=CANARY-s&code_challenge=&code_challenge_method=S256${answered}`,
    },
    'the request is posted without one': {
      as: 'confidential',
      at: ['1 request.form.code_challenge'],
      trace: `
        POST https://idp.example/authorize [from https://app.example]
          = response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s${answered}`,
    },
    'a developer runs the web app on localhost': {
      as: 'confidential',
      trace: `
        GET https://localhost:5001/login
        → 302 https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https%3A%2F%2Flocalhost%3A5001%2Fsignin-oidc&state=CANARY-s
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https%3A%2F%2Flocalhost%3A5001%2Fsignin-oidc&state=CANARY-s
        → 302 https://localhost:5001/signin-oidc?code=CANARY-c&state=CANARY-s
        GET https://localhost:5001/signin-oidc?code=CANARY-c&state=CANARY-s
        → 302 https://localhost:5001/
        GET https://localhost:5001/
        → 200`,
    },
    'the page redeems the code with a signed assertion: it is no public client': {
      as: 'confidential',
      trace: `
        GET ${authorize}&state=CANARY-s${answered}
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=authorization_code&code=CANARY-c&client_id=app&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion=CANARY-assertion
        → 200`,
    },
    'the page redeems the code with a secret, as JSON': {
      as: 'confidential',
      trace: `
        GET ${authorize}&state=CANARY-s${answered}
        POST https://idp.example/token [fetch] [from https://app.example]
          = {"grant_type":"authorization_code","code":"CANARY-c","client_id":"app","client_secret":"CANARY-secret"}
        → 200`,
    },
    'nonce guards the login': {
      as: 'nonce-only',
      severity: 'info',
      trace: `
        GET ${authorize}&scope=openid&state=CANARY-s&nonce=CANARY-n${answered}`,
    },
    'a provider takes requests without response_type': {
      as: 'confidential',
      trace: `
        GET https://idp.example/authorize?client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&scope=profile&state=CANARY-s${answered}`,
    },
  },
  passes: {
    'a code_challenge was sent': `
        GET ${authorize}&state=CANARY-s&code_challenge=CANARY-challenge&code_challenge_method=S256${answered}`,
    'a native app sends one': `
        GET https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=com.example.app%3A%2Fcb&state=CANARY-s&code_challenge=CANARY-challenge&code_challenge_method=S256
        → 302 com.example.app:/cb?code=CANARY-c&state=CANARY-s`,
    'a hybrid request has one': `
        GET https://idp.example/authorize?response_type=code%20id_token&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s&nonce=CANARY-n&code_challenge=CANARY-challenge
        → 200`,
    'a signed request object holds it': `
        GET https://idp.example/authorize?client_id=app&request=eyJhbGciOiJSUzI1NiJ9.eyJyZXNwb25zZV90eXBlIjoiY29kZSIsImNvZGVfY2hhbGxlbmdlIjoiQ0FOQVJZLWNoYWxsZW5nZSJ9.CANARYsignature
        → 200`,
  },
  skips: {
    'no code is asked for': `
        GET https://idp.example/authorize?response_type=id_token%20token&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s&nonce=CANARY-n
        → 302 https://app.example/cb#id_token=CANARY-token&access_token=CANARY-access&token_type=Bearer&state=CANARY-s
        GET https://app.example/cb#id_token=CANARY-token&access_token=CANARY-access&token_type=Bearer&state=CANARY-s
        → 200`,
    'the recording began after the request': `
        GET https://app.example/oauth/callback?code=CANARY-0123456789abcdef&state=CANARY-0123456789abcdef&iss=https%3A%2F%2Fidp.example
        → 200`,
  },
  unsure: {
    'the request was pushed out of sight': {
      why: 'parameters-hidden',
      trace: `
        GET https://idp.example/authorize?client_id=app&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3ACANARY-par
        → 200`,
    },
    'only the kind of answer is visible': {
      why: 'parameters-hidden',
      trace: `
        GET https://idp.example/authorize?client_id=app&response_type=code&scope=openid&request_uri=https%3A%2F%2Fapp.example%2Frequest%2FCANARY
        → 200`,
    },
  },
});
