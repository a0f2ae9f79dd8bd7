import { stateMismatch } from '../../../../lib/checks/state/state-mismatch.ts';
import { cases } from '../../../build/cases.ts';

const authorize = 'https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb';
const hidden = 'https://idp.example/authorize?client_id=app&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3ACANARY-par';

cases(stateMismatch, {
  fails: {
    'the app takes another value and goes on': {
      as: 'accepted',
      severity: 'error',
      trace: `
        GET https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=sent-CANARY
        → 302 https://app.example/cb?code=c&state=other-CANARY
        GET https://app.example/cb?code=c&state=other-CANARY
        → 302 /home
          Set-Cookie: session=CANARY-session; Path=/; HttpOnly
        GET https://app.example/home
          Cookie: session=CANARY-session
        → 200`,
    },
    'the value changed on the way': {
      as: 'changed',
      at: ['1 response.location.query.state', '1 request.query.state'],
      severity: 'error',
      trace: `
        GET ${authorize}&state=sent-CANARY
        → 302 https://app.example/cb?code=CANARY-c&state=other-CANARY
        GET https://app.example/cb?code=CANARY-c&state=other-CANARY
        → 200`,
    },
    'the provider posts another value': {
      as: 'changed',
      at: ['2 request.form.state', '1 request.query.state'],
      trace: `
        GET ${authorize}&response_mode=form_post&state=sent-CANARY
        → 200
        POST https://app.example/cb [from https://idp.example]
          = code=CANARY-c&state=other-CANARY
        → 400`,
    },
    'another value stands behind the hash': {
      as: 'changed',
      at: ['1 response.location.fragment.state', '1 request.query.state'],
      trace: `
        GET https://idp.example/authorize?response_type=id_token&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&nonce=CANARY-n&state=sent-CANARY
        → 302 https://app.example/cb#id_token=CANARY-token&state=other-CANARY
        GET https://app.example/cb#id_token=CANARY-token&state=other-CANARY
        → 200`,
    },
    'the request itself was posted': {
      as: 'changed',
      at: ['1 response.location.query.state', '1 request.form.state'],
      trace: `
        POST https://idp.example/authorize [from https://app.example]
          = response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=sent-CANARY
        → 302 https://app.example/cb?code=CANARY-c&state=other-CANARY
        GET https://app.example/cb?code=CANARY-c&state=other-CANARY
        → 400`,
    },
    'the upstream provider gives the broker another value back': {
      as: 'changed',
      at: ['2 response.location.query.state', '2 request.query.state'],
      trace: `
        GET ${authorize}&state=outer-CANARY
        → 302 https://upstream.example/authorize?response_type=code&client_id=broker&redirect_uri=https%3A%2F%2Fidp.example%2Fbroker%2Fcb&state=inner-CANARY
        GET https://upstream.example/authorize?response_type=code&client_id=broker&redirect_uri=https%3A%2F%2Fidp.example%2Fbroker%2Fcb&state=inner-CANARY
        → 302 https://idp.example/broker/cb?code=CANARY-inner&state=swapped-CANARY
        GET https://idp.example/broker/cb?code=CANARY-inner&state=swapped-CANARY
        → 400`,
    },
    'a second provider answers with the state of the login at the first': {
      as: 'other-login',
      at: ['2 response.location.query.state', '2 request.query.state'],
      data: { flow: 'f1' },
      trace: `
        GET ${authorize}&state=first-CANARY [tab 1]
        → 200
        GET https://other-idp.example/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=second-CANARY [tab 2]
        → 302 https://app.example/cb?code=CANARY-c&state=first-CANARY
        GET https://app.example/cb?code=CANARY-c&state=first-CANARY [tab 2]
        → 400`,
    },
    'the login ended in another tab, which knows nothing of it': {
      as: 'other-tab',
      at: ['2 request.query.state', '1 request.query.state'],
      only: 'web-request',
      trace: `
        GET ${authorize}&state=sent-CANARY [tab 1]
        → 200
        GET https://app.example/cb?code=CANARY-c&state=sent-CANARY [tab 2] [+40s]
        → 400`,
    },
    'an older sign-in page was finished after a newer attempt had begun': {
      as: 'stale',
      at: ['3 request.query.state', '1 request.query.state'],
      data: { flow: 'f2' },
      trace: `
        GET ${authorize}&state=first-CANARY
        → 200
        GET ${authorize}&state=second-CANARY [+60s]
        → 200
        GET https://app.example/cb?code=CANARY-c&state=first-CANARY [from https://idp.example] [+5s]
        → 400`,
    },
    'a missing value was turned into the word null': {
      as: 'literal',
      data: { word: 'null' },
      trace: `
        GET ${authorize}&state=sent-CANARY
        → 302 https://app.example/cb?code=CANARY-c&state=null
        GET https://app.example/cb?code=CANARY-c&state=null
        → 400`,
    },
    'a missing object was turned into its name': {
      as: 'literal',
      data: { word: '[object object]' },
      trace: `
        GET ${authorize}&state=sent-CANARY
        → 302 https://app.example/cb?code=CANARY-c&state=%5Bobject%20Object%5D
        GET https://app.example/cb?code=CANARY-c&state=%5Bobject%20Object%5D
        → 400`,
    },
    'the value changed in the redirect itself, whatever was missed before': {
      as: 'changed',
      only: 'web-request',
      gaps: ['worker-restarted'],
      trace: `
        GET ${authorize}&state=sent-CANARY
        → 302 https://app.example/cb?code=CANARY-c&state=other-CANARY
        GET https://app.example/cb?code=CANARY-c&state=other-CANARY
        → 200`,
    },
    'a state came back that was never sent': {
      as: 'unexpected',
      at: ['1 response.location.query.state'],
      severity: 'warning',
      trace: `
        GET ${authorize}&nonce=CANARY-n
        → 302 https://app.example/cb?code=CANARY-c&state=unasked-CANARY
        GET https://app.example/cb?code=CANARY-c&state=unasked-CANARY
        → 200`,
    },
  },
  passes: {
    'it arrives in another container, which has no memory of any tab': {
      only: 'web-request', // a file knows no containers
      trace: `
        GET https://app.example/login [container firefox-container-1]
        → 302 https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY-1
        GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=st-CANARY-1 [container firefox-container-1]
        → 200
        GET https://app.example/cb?code=code-CANARY&state=st-CANARY-1 [tab 2] [container firefox-container-2] [+9s]
        → 400`,
    },
    'it came back unchanged': `
        GET ${authorize}&state=sent-CANARY
        → 302 https://app.example/cb?code=CANARY-c&state=sent-CANARY
        GET https://app.example/cb?code=CANARY-c&state=sent-CANARY
        → 200`,
    'it is percent-encoded in another way and means the same': `
        GET ${authorize}&state=a~b-CANARY%2f1
        → 302 https://app.example/cb?code=CANARY-c&state=a%7Eb-CANARY%2F1
        GET https://app.example/cb?code=CANARY-c&state=a%7Eb-CANARY%2F1
        → 200`,
    'it came with an error': `
        GET ${authorize}&state=sent-CANARY
        → 302 https://app.example/cb?error=access_denied&state=sent-CANARY
        GET https://app.example/cb?error=access_denied&state=sent-CANARY
        → 200`,
    'the pages of the provider carry a state of their own': `
        GET ${authorize}&state=sent-CANARY
        → 302 https://idp.example/login?state=internal-CANARY
        GET https://idp.example/login?state=internal-CANARY
        → 200
        POST https://idp.example/login?state=internal-CANARY [from https://idp.example]
          = username=CANARY-user
        → 302 https://idp.example/resume?state=resume-CANARY
        GET https://idp.example/resume?state=resume-CANARY
        → 302 https://app.example/cb?code=CANARY-c&state=sent-CANARY
        GET https://app.example/cb?code=CANARY-c&state=sent-CANARY
        → 200`,
    'a broker signs the user in elsewhere, with a state of its own': `
        GET ${authorize}&state=outer-CANARY
        → 302 https://upstream.example/authorize?response_type=code&client_id=broker&redirect_uri=https%3A%2F%2Fidp.example%2Fbroker%2Fcb&state=inner-CANARY
        GET https://upstream.example/authorize?response_type=code&client_id=broker&redirect_uri=https%3A%2F%2Fidp.example%2Fbroker%2Fcb&state=inner-CANARY
        → 302 https://idp.example/broker/cb?code=CANARY-inner&state=inner-CANARY
        GET https://idp.example/broker/cb?code=CANARY-inner&state=inner-CANARY
        → 302 https://app.example/cb?code=CANARY-c&state=outer-CANARY
        GET https://app.example/cb?code=CANARY-c&state=outer-CANARY
        → 200`,
    'two tabs log in side by side and finish in reverse order': `
        GET ${authorize}&state=first-CANARY [tab 1]
        → 200
        GET ${authorize}&state=second-CANARY [tab 2]
        → 200
        GET https://app.example/cb?code=CANARY-2&state=second-CANARY [tab 2] [from https://idp.example]
        → 302 https://app.example/home
        GET https://app.example/home [tab 2]
        → 200
        GET https://app.example/cb?code=CANARY-1&state=first-CANARY [tab 1] [from https://idp.example] [+20s]
        → 302 https://app.example/home
        GET https://app.example/home [tab 1]
        → 200`,
    'the callback was reloaded': `
        GET ${authorize}&state=sent-CANARY
        → 302 https://app.example/cb?code=CANARY-c&state=sent-CANARY
        GET https://app.example/cb?code=CANARY-c&state=sent-CANARY
        → 200
        GET https://app.example/cb?code=CANARY-c&state=sent-CANARY [+30s] [reload]
        → 200`,
    'the app fails in the same tab for a reason of its own': `
        GET ${authorize}&state=sent-CANARY
        → 302 https://app.example/cb?code=CANARY-c&state=sent-CANARY
        GET https://app.example/cb?code=CANARY-c&state=sent-CANARY
        → 500`,
    'an older sign-in page was finished, and the app accepted it': `
        GET ${authorize}&state=first-CANARY
        → 200
        GET ${authorize}&state=second-CANARY [+60s]
        → 200
        GET https://app.example/cb?code=CANARY-c&state=first-CANARY [from https://idp.example] [+5s]
        → 200`,
    'the login ran in a popup that the app opened': {
      only: 'web-request',
      trace: `
        GET https://app.example/ [tab 1]
        → 200
        GET ${authorize}&state=sent-CANARY [tab 2] [opener 1] [from https://app.example]
        → 302 https://app.example/cb?code=CANARY-c&state=sent-CANARY
        GET https://app.example/cb?code=CANARY-c&state=sent-CANARY [tab 2]
        → 400`,
    },
    'a pushed request was seen, and its state came back': `
        POST https://idp.example/par [fetch] [from https://app.example]
          = response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=sent-CANARY
        → 201
          = {"request_uri":"urn:ietf:params:oauth:request_uri:CANARY-par","expires_in":60}
        GET ${authorize}&state=sent-CANARY
        → 302 https://app.example/cb?code=CANARY-c&state=sent-CANARY
        GET https://app.example/cb?code=CANARY-c&state=sent-CANARY
        → 200`,
  },
  skips: {
    'no state was sent': `
        GET ${authorize}
        → 302 https://app.example/cb?code=CANARY-c
        GET https://app.example/cb?code=CANARY-c
        → 200`,
    'the answer lacks it, which has a check of its own': `
        GET ${authorize}&state=sent-CANARY
        → 302 https://app.example/cb?code=CANARY-c
        GET https://app.example/cb?code=CANARY-c
        → 200`,
    'it was damaged by encoding, which has a check of its own': `
        GET ${authorize}&state=CANARY%2Bsent
        → 302 https://app.example/cb?code=CANARY-c&state=CANARY%20sent
        GET https://app.example/cb?code=CANARY-c&state=CANARY%20sent
        → 200`,
    'there is no answer yet': `
        GET ${authorize}&state=sent-CANARY
        → 200`,
    'the recording began after the request': `
        GET https://app.example/oauth/callback?code=CANARY-0123456789abcdef&state=CANARY-0123456789abcdef&iss=https%3A%2F%2Fidp.example
        → 200`,
    'a shop has a code and a state of its own': `
        GET ${authorize}
        → 200
        GET https://shop.example/cart?code=SAVE20&state=CA
        → 200`,
  },
  unsure: {
    'somebody redacted the values': {
      why: 'redacted-input',
      trace: `
        GET ${authorize}&state=[redacted]
        → 302 https://app.example/cb?code=CANARY-c&state=[redacted]
        GET https://app.example/cb?code=CANARY-c&state=[redacted]
        → 200`,
    },
    'the extension was deaf meanwhile: the answer may be another login’s': {
      why: 'worker-restarted',
      only: 'web-request',
      gaps: ['worker-restarted'],
      trace: `
        GET ${authorize}&state=first-CANARY
        → pending
        GET https://app.example/cb?code=CANARY-c&state=second-CANARY [from https://idp.example] [+40s]
        → 200`,
    },
    'the request was pushed out of sight, so its state is not known': {
      why: 'parameters-hidden',
      trace: `
        GET ${hidden}
        → 302 https://app.example/cb?code=CANARY-c&state=sent-CANARY
        GET https://app.example/cb?code=CANARY-c&state=sent-CANARY
        → 200`,
    },
  },
});
