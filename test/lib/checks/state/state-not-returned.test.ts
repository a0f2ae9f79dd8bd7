import { stateNotReturned } from '../../../../lib/checks/state/state-not-returned.ts';
import { cases } from '../../../build/cases.ts';

const authorize = 'https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb';
/** {"alg":"RS256"} . {"iss":"https://idp.example","code":"CANARY-c","state":"CANARY-s"} */
const signed =
  'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL2lkcC5leGFtcGxlIiwiY29kZSI6IkNBTkFSWS1jIiwic3RhdGUiOiJDQU5BUlktcyJ9.CANARYsignature';
/** {"alg":"RS256"} . {"iss":"https://idp.example","code":"CANARY-c"} */
const signedWithout = 'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL2lkcC5leGFtcGxlIiwiY29kZSI6IkNBTkFSWS1jIn0.CANARYsignature';
/** {"alg":"RSA-OAEP","enc":"A256GCM"} and four parts nobody can read. */
const encrypted = 'eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.CANARYkey.CANARYiv.CANARYtext.CANARYtag';

cases(stateNotReturned, {
  fails: {
    'the app takes the answer all the same': {
      as: 'accepted',
      severity: 'error',
      trace: `
        GET ${authorize}&state=CANARY-s
        → 302 https://app.example/cb?code=CANARY-c
        GET https://app.example/cb?code=CANARY-c
        → 302 /
          Set-Cookie: session=CANARY; HttpOnly
        GET https://app.example/
          Cookie: session=CANARY
        → 200`,
    },
    'the redirect of the provider lacks it': {
      as: 'dropped',
      at: ['1 response.location.query.state', '1 request.query.state'],
      severity: 'error',
      trace: `
        GET ${authorize}&state=CANARY-s
        → 302 https://app.example/cb?code=CANARY-c
        GET https://app.example/cb?code=CANARY-c
        → 400`,
    },
    'it came back empty': {
      as: 'dropped',
      trace: `
        GET ${authorize}&state=CANARY-s
        → 302 https://app.example/cb?code=CANARY-c&state=
        GET https://app.example/cb?code=CANARY-c&state=
        → 400`,
    },
    'an error came without it': {
      as: 'dropped',
      trace: `
        GET ${authorize}&state=CANARY-s
        → 302 https://app.example/cb?error=access_denied&error_description=no
        GET https://app.example/cb?error=access_denied&error_description=no
        → 400`,
    },
    'the posted answer lacks it': {
      as: 'dropped',
      at: ['2 request.form.state', '1 request.query.state'],
      trace: `
        GET ${authorize}&response_mode=form_post&state=CANARY-s
        → 200
        POST https://app.example/cb [from https://idp.example]
          = code=CANARY-c
        → 400`,
    },
    'the fragment lacks it': {
      as: 'dropped',
      at: ['1 response.location.fragment.state'],
      trace: `
        GET https://idp.example/authorize?response_type=token&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s
        → 302 https://app.example/cb#access_token=CANARY-token-0123456789&token_type=Bearer
        GET https://app.example/cb#access_token=CANARY-token-0123456789&token_type=Bearer
        → 200`,
    },
    'a script of the provider sends the browser on without it': {
      as: 'dropped',
      at: ['2 request.query.state', '1 request.query.state'],
      trace: `
        GET ${authorize}&state=CANARY-s
        → 200
        GET https://app.example/cb?code=CANARY-c [from https://idp.example]
        → 400`,
    },
    'a signed answer was opened and lacks it': {
      as: 'dropped',
      trace: `
        GET ${authorize}&response_mode=query.jwt&state=CANARY-s
        → 302 https://app.example/cb?response=${signedWithout}
        GET https://app.example/cb?response=${signedWithout}
        → 400`,
    },
    'somebody redacted the one that was sent': {
      as: 'dropped',
      trace: `
        GET ${authorize}&state=[redacted]
        → 302 https://app.example/cb?code=CANARY-c
        GET https://app.example/cb?code=CANARY-c
        → 400`,
    },
  },
  passes: {
    'it came back': `
        GET ${authorize}&state=CANARY-s
        → 302 https://app.example/cb?code=CANARY-c&state=CANARY-s
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s
        → 200`,
    'it came back altered: it was returned': `
        GET ${authorize}&state=CANARY%2Bs
        → 302 https://app.example/cb?code=CANARY-c&state=CANARY%20s
        GET https://app.example/cb?code=CANARY-c&state=CANARY%20s
        → 400`,
    'it stands in the posted form': `
        GET ${authorize}&response_mode=form_post&state=CANARY-s
        → 200
        POST https://app.example/cb [from https://idp.example]
          = code=CANARY-c&state=CANARY-s
        → 200`,
    'it stands inside the signed answer': `
        GET ${authorize}&response_mode=query.jwt&state=CANARY-s
        → 302 https://app.example/cb?response=${signed}
        GET https://app.example/cb?response=${signed}
        → 200`,
    'the provider adds its fragment artefact': `
        GET ${authorize}&state=CANARY-s
        → 302 https://app.example/cb?code=CANARY-c&state=CANARY-s#_=_
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s#_=_
        → 200`,
  },
  skips: {
    'none was sent': `
        GET ${authorize}
        → 302 https://app.example/cb?code=CANARY-c
        GET https://app.example/cb?code=CANARY-c
        → 200`,
    'the server could not read the request object it was in': `
        GET ${authorize}&state=CANARY-s
        → 302 https://app.example/cb?error=invalid_request_object&error_description=no
        GET https://app.example/cb?error=invalid_request_object&error_description=no
        → 400`,
    'the pushed request had expired': `
        GET ${authorize}&state=CANARY-s
        → 302 https://app.example/cb?error=invalid_request_uri&error_description=no
        GET https://app.example/cb?error=invalid_request_uri&error_description=no
        → 400`,
    'there is no answer': `
        GET ${authorize}&state=CANARY-s
        → 200`,
    'the callback was reached with nothing at all': `
        GET ${authorize}&state=CANARY-s
        → 302 https://app.example/cb
        GET https://app.example/cb
        → 400`,
  },
  unsure: {
    'the answer is encrypted': {
      why: 'encrypted',
      trace: `
        GET ${authorize}&response_mode=query.jwt&state=CANARY-s
        → 302 https://app.example/cb?response=${encrypted}
        GET https://app.example/cb?response=${encrypted}
        → 200`,
    },
    'the extension was deaf meanwhile: the answer may be another login’s': {
      why: 'worker-restarted',
      only: 'web-request',
      gaps: ['worker-restarted'],
      trace: `
        GET ${authorize}&state=CANARY-s
        → pending
        GET https://app.example/cb?code=CANARY-c [from https://idp.example] [+40s]
        → 200`,
    },
    'somebody redacted the values': {
      why: 'redacted-input',
      trace: `
        GET ${authorize}&state=[redacted]
        → 302 https://app.example/cb?code=CANARY-c&state=[redacted]
        GET https://app.example/cb?code=CANARY-c&state=[redacted]
        → 200`,
    },
  },
});
