import { stateMissing } from '../../../../lib/checks/state/state-missing.ts';
import { cases } from '../../../build/cases.ts';

const authorize = 'https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb';

cases(stateMissing, {
  fails: {
    'the request carries no one-time value at all': {
      as: 'unprotected',
      at: ['1 request.query.state', '1 request.query.nonce', '1 request.query.code_challenge'],
      severity: 'error',
      trace: `
        GET ${authorize}
        → 302 https://app.example/cb?code=CANARY-c
        GET https://app.example/cb?code=CANARY-c
        → 200`,
    },
    'the three stand there, but empty': {
      as: 'unprotected',
      at: ['1 request.query.state', '1 request.query.nonce', '1 request.query.code_challenge'],
      trace: `
        GET ${authorize}&state=&nonce=&code_challenge=
        → 302 https://app.example/cb?code=CANARY-c
        GET https://app.example/cb?code=CANARY-c
        → 200`,
    },
    'the request is posted without any': {
      as: 'unprotected',
      at: ['1 request.form.state', '1 request.form.nonce', '1 request.form.code_challenge'],
      trace: `
        POST https://idp.example/authorize [from https://app.example]
          = response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb
        → 302 https://app.example/cb?code=CANARY-c
        GET https://app.example/cb?code=CANARY-c
        → 200`,
    },
    'PKCE does its work': {
      as: 'other-protection',
      at: ['1 request.query.state'],
      severity: 'info',
      data: { with: 'PKCE' },
      trace: `
        GET ${authorize}&code_challenge=CANARY-challenge&code_challenge_method=S256
        → 302 https://app.example/cb?code=CANARY-c
        GET https://app.example/cb?code=CANARY-c
        → 200`,
    },
    'nonce does its work': {
      as: 'other-protection',
      severity: 'info',
      data: { with: '`nonce`' },
      trace: `
        GET https://idp.example/authorize?response_type=id_token&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&nonce=CANARY-n
        → 302 https://app.example/cb#id_token=CANARY-token
        GET https://app.example/cb#id_token=CANARY-token
        → 200`,
    },
  },
  passes: {
    'state was sent': `
        GET ${authorize}&state=CANARY-s
        → 302 https://app.example/cb?code=CANARY-c&state=CANARY-s
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s
        → 200`,
    'state was posted': `
        POST https://idp.example/authorize [from https://app.example]
          = response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s
        → 200`,
    'somebody redacted it: it was there': `
        GET ${authorize}&state=[redacted]
        → 200`,
    'a pushed request that was seen holds it': {
      // A source without bodies does not see which request_uri a pushed request was given.
      only: 'har',
      trace: `
        POST https://idp.example/par [fetch] [from https://app.example]
          = response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s
        → 201
          = {"request_uri":"urn:ietf:params:oauth:request_uri:CANARY-par","expires_in":60}
        GET https://idp.example/authorize?client_id=app&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3ACANARY-par
        → 200`,
    },
  },
  skips: {
    'the recording began after the request': `
        GET https://app.example/oauth/callback?code=CANARY-0123456789abcdef&state=CANARY-0123456789abcdef&iss=https%3A%2F%2Fidp.example
        → 200`,
    'there is no authorization request in a logout': `
        GET https://idp.example/logout?post_logout_redirect_uri=https%3A%2F%2Fapp.example%2F&client_id=app
        → 302 https://app.example/
        GET https://app.example/
        → 200`,
    'a refresh has no front channel': `
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=refresh_token&client_id=app&refresh_token=CANARY-refresh
        → 200`,
  },
  unsure: {
    'the request was pushed out of sight': {
      why: 'parameters-hidden',
      trace: `
        GET https://idp.example/authorize?client_id=app&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3ACANARY-par
        → 200`,
    },
    'the request object is encrypted': {
      why: 'encrypted',
      trace: `
        GET https://idp.example/authorize?client_id=app&request=eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.CANARYkey.CANARYiv.CANARYtext.CANARYtag
        → 200`,
    },
  },
});
