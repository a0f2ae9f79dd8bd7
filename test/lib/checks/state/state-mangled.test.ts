import { stateMangled } from '../../../../lib/checks/state/state-mangled.ts';
import { cases } from '../../../build/cases.ts';

const authorize = 'https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb';
const cb = 'https://app.example/cb?code=CANARY-c';
/** A state that goes out and another that comes back, both as written in the address; then the app fails. */
const damaged = (sent: string, returned: string) => `
        GET ${authorize}&state=${sent}
        → 302 ${cb}&state=${returned}
        GET ${cb}&state=${returned}
        → 400`;

cases(stateMangled, {
  fails: {
    'the plus sign became a space': {
      as: 'altered',
      at: ['1 response.location.query.state', '1 request.query.state'],
      severity: 'error',
      data: { how: 'plus-to-space', sent: 10, returned: 10 },
      trace: damaged('CANARY%2B123', 'CANARY%20123'),
    },
    'the plus sign was encoded on the way out and not on the way back': {
      as: 'altered',
      data: { how: 'plus-to-space' },
      trace: damaged('CANARY%2B123', 'CANARY+123'),
    },
    'Microsoft Entra takes angle brackets for HTML, as it is known to do': {
      as: 'altered',
      data: { how: 'markup-stripped', known: ' Microsoft Entra is known to do this, so the app has to send a state that survives it.' },
      trace: damaged('CANARY%3C1%3E23', 'CANARY23').replaceAll(
        /idp\.example\/[a-z]+/g,
        'login.microsoftonline.com/common/oauth2/v2.0/authorize',
      ),
    },
    'a space became a plus sign': { as: 'altered', data: { how: 'space-to-plus' }, trace: damaged('CANARY%20123', 'CANARY%2B123') },
    'it was decoded once too often': {
      as: 'altered',
      data: { how: 'decoded-once-more' },
      trace: damaged('CANARY%252F123', 'CANARY%2F123'),
    },
    'it was encoded once too often': {
      as: 'altered',
      data: { how: 'encoded-once-more' },
      trace: damaged('CANARY%2F123', 'CANARY%252F123'),
    },
    'an HTML page decoded its entities': {
      as: 'altered',
      data: { how: 'entities-decoded' },
      trace: damaged('CANARY%26amp%3B123', 'CANARY%26123'),
    },
    'an HTML page encoded it': {
      as: 'altered',
      data: { how: 'entities-encoded' },
      trace: damaged('CANARY%26123', 'CANARY%26amp%3B123'),
    },
    'the padding of its base64 was lost': {
      as: 'altered',
      data: { how: 'padding-lost', sent: 12, returned: 10 },
      trace: damaged('CANARY1234%3D%3D', 'CANARY1234'),
    },
    'its base64 was rewritten in the other alphabet': {
      as: 'altered',
      data: { how: 'base64-alphabet' },
      trace: damaged('CANARY%2Bab%2F1', 'CANARY-ab_1'),
    },
    'its letters were lowered': { as: 'altered', data: { how: 'case-changed' }, trace: damaged('CANARY-AbC', 'canary-abc') },
    'angle brackets were taken for markup': {
      as: 'altered',
      data: { how: 'markup-stripped' },
      trace: damaged('CANARY%3Cb%3E123', 'CANARY123'),
    },
    'UTF-8 was read as Latin-1': {
      as: 'altered',
      data: { how: 'charset-garbled' },
      trace: damaged('CANARY-%C3%A9', 'CANARY-%C3%83%C2%A9'),
    },
    'it was cut to a fixed length': {
      as: 'altered',
      data: { how: 'cut', sent: 30, returned: 16 },
      trace: damaged('CANARY-0123456789-0123456789-0', 'CANARY-012345678'),
    },
    'something was added at its end': {
      as: 'altered',
      data: { how: 'appended', sent: 10, returned: 13 },
      trace: damaged('CANARY-123', 'CANARY-123%23_%3D'),
    },
    'the damage stands in a posted form': {
      as: 'altered',
      at: ['2 request.form.state', '1 request.query.state'],
      data: { how: 'plus-to-space' },
      trace: `
        GET ${authorize}&response_mode=form_post&state=CANARY%2B123
        → 200
        POST https://app.example/cb [from https://idp.example]
          = code=CANARY-c&state=CANARY+123
        → 500`,
    },
    'the damage stands in the fragment': {
      as: 'altered',
      at: ['1 response.location.fragment.state'],
      trace: `
        GET https://idp.example/authorize?response_type=id_token&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&nonce=CANARY-n&state=CANARY%2B123
        → 302 https://app.example/cb#id_token=CANARY-token&state=CANARY%20123
        GET https://app.example/cb#id_token=CANARY-token&state=CANARY%20123
        → 200`,
    },
    'nothing was recorded of what the app made of it': {
      as: 'altered',
      trace: `
        GET ${authorize}&state=CANARY%2B123
        → 302 ${cb}&state=CANARY%20123`,
    },
    'the app took it all the same and set a session': {
      as: 'survived',
      at: ['1 response.location.query.state', '1 request.query.state'],
      severity: 'warning',
      data: { how: 'plus-to-space' },
      trace: `
        GET ${authorize}&state=CANARY%2B123
        → 302 ${cb}&state=CANARY+123
        GET ${cb}&state=CANARY+123
        → 302 https://app.example/home
          Set-Cookie: session=CANARY-session; Path=/; Secure; HttpOnly
        GET https://app.example/home
          Cookie: session=CANARY-session
        → 200`,
    },
    'the app does not look at it: it was cut, and the code was redeemed': {
      as: 'survived',
      severity: 'warning',
      data: { how: 'cut' },
      trace: `
        GET ${authorize}&state=CANARY-0123456789-0123456789
        → 302 ${cb}&state=CANARY-0123456789
        GET ${cb}&state=CANARY-0123456789
        → 200
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=authorization_code&code=CANARY-c&client_id=app
        → 200`,
    },
  },
  passes: {
    'it came back as it was': `
        GET ${authorize}&state=CANARY%2B123
        → 302 ${cb}&state=CANARY%2B123
        GET ${cb}&state=CANARY%2B123
        → 200`,
    'it is written in another way and means the same': `
        GET ${authorize}&state=CANARY%2f~a%20b
        → 302 ${cb}&state=CANARY%2F%7Ea+b
        GET ${cb}&state=CANARY%2F%7Ea+b
        → 400`,
    'the provider adds its fragment artefact behind it': `
        GET ${authorize}&state=CANARY-123
        → 302 ${cb}&state=CANARY-123#_=_
        GET ${cb}&state=CANARY-123#_=_
        → 200`,
  },
  skips: {
    'another value came back': `
        GET ${authorize}&state=CANARY-sent
        → 302 ${cb}&state=other-CANARY
        GET ${cb}&state=other-CANARY
        → 400`,
    'none came back': `
        GET ${authorize}&state=CANARY-sent
        → 302 ${cb}
        GET ${cb}
        → 400`,
    'none was sent': `
        GET ${authorize}
        → 302 ${cb}
        GET ${cb}
        → 200`,
    'a login page carries the beginning of it as a state of its own': `
        GET ${authorize}&state=CANARY-0123456789
        → 302 https://idp.example/login?state=CANARY-012345
        GET https://idp.example/login?state=CANARY-012345
        → 200`,
  },
  unsure: {
    'somebody redacted the values': {
      why: 'redacted-input',
      trace: `
        GET ${authorize}&state=[redacted]
        → 302 ${cb}&state=[redacted]
        GET ${cb}&state=[redacted]
        → 400`,
    },
    'only what came back was redacted': {
      why: 'redacted-input',
      trace: `
        GET ${authorize}&state=CANARY-sent
        → 302 ${cb}&state=***REDACTED***
        GET ${cb}&state=***REDACTED***
        → 400`,
    },
  },
});
