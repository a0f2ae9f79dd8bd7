import { oneTimeValueWeak } from '../../../../lib/checks/state/one-time-value-weak.ts';
import { cases } from '../../../build/cases.ts';
import { jwt } from '../../../build/jwt.ts';

const strong = 'CANARY4fK9sQ2mXw7Z8hR3tB6nLp1Y';
const ask = (parameters: Readonly<Record<string, string>>) =>
  `https://idp.example/authorize?${new URLSearchParams({ response_type: 'code', client_id: 'app', redirect_uri: 'https://app.example/cb', ...parameters })}`;
const asked = (parameters: Readonly<Record<string, string>>) => `
    GET ${ask(parameters)}
    → 200`;
const answered = (parameters: Readonly<Record<string, string>> & { readonly state: string }, code: string) => `
    GET ${ask(parameters)}
    → 302 https://app.example/cb?code=${code}&state=${encodeURIComponent(parameters.state)}
    GET https://app.example/cb?code=${code}&state=${encodeURIComponent(parameters.state)}
    → 200`;
const base64 = (value: unknown) => btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
const challenge = { code_challenge: 'CANARY4fK9sQ2mXw7Z8hR3tB6nLp1YCANARY0123456', code_challenge_method: 'S256' };

cases(oneTimeValueWeak, {
  fails: {
    'the state is a word of three letters': {
      as: 'short',
      at: ['1 request.query.state'],
      severity: 'warning',
      data: { name: 'state', length: 3, bits: 16 },
      trace: asked({ state: 'xyz' }),
    },
    'it is a number': { as: 'short', data: { length: 9, bits: 30 }, trace: asked({ state: '804215937' }) },
    'it is one character many times': { as: 'short', data: { bits: 0 }, trace: asked({ state: '0000000000000000000000000000' }) },
    'it is the time of day': { as: 'short', data: { bits: 0 }, trace: asked({ state: '1767225600123' }) },
    'a short number follows the time of day': { as: 'short', data: { length: 20 }, trace: asked({ state: '1767225600123.CANARY' }) },
    'the nonce is short': {
      as: 'short',
      at: ['1 request.query.nonce'],
      data: { name: 'nonce' },
      trace: asked({ state: strong, nonce: '12345' }),
    },
    'it is what an example says': { as: 'words', severity: 'warning', trace: asked({ state: 'some_random_state_string' }) },
    'it is what another example says': { as: 'words', trace: asked({ state: 'YOUR_UNIQUE_STATE_VALUE_12345' }) },
    'it is an address': {
      as: 'readable',
      data: { shape: 'an address' },
      trace: asked({ state: 'https://app.example/account/settings?tab=profile' }),
    },
    'it is a path': { as: 'readable', trace: asked({ state: '/account/settings/profile/pictures' }) },
    'it is JSON without anything random': {
      as: 'readable',
      data: { shape: 'readable JSON' },
      trace: asked({ state: '{"returnTo":"/orders/open","user":"anna.CANARY@mail.example","at":1767225600123}' }),
    },
    'that JSON is in base64': {
      as: 'readable',
      trace: asked({ state: base64({ provider: 'google', next: 'https://app.example/home', at: 1_767_225_600 }) }),
    },
    'it is a list of parameters': {
      as: 'readable',
      data: { shape: 'a list of parameters' },
      trace: asked({ state: 'action=login&next=/home&lang=en' }),
    },
    'it is made from the clock': { as: 'clock', trace: asked({ state: 'c232ab00-9414-11ec-b3c8-9f6bdeced846' }) },
    'PKCE protects the login even so': { as: 'short', severity: 'info', trace: asked({ state: 'xyz', ...challenge }) },
    'a nonce does': { as: 'short', severity: 'info', trace: asked({ state: 'xyz', nonce: strong }) },
    'the nonce can be guessed as well': {
      as: 'short',
      at: ['1 request.query.state'],
      severity: 'warning',
      trace: asked({ state: 'xyz', nonce: 'n1' }),
    },
    'the code is short': {
      as: 'issued',
      at: ['1 response.location.query.code'],
      severity: 'warning',
      data: { name: 'code' },
      trace: answered({ state: strong }, 'k3x9f2a'),
    },
    'the reference to the pushed request is': {
      as: 'issued',
      data: { name: 'request_uri' },
      trace: `
        GET https://idp.example/authorize?client_id=app&request_uri=urn:ietf:params:oauth:request_uri:42
        → 200`,
    },
  },
  passes: {
    'the values are long and nothing shows in them': answered({ state: strong, nonce: `${strong}n` }, `${strong}c`),
    'a UUID was drawn by chance': asked({ state: '9b2e4c1a-7d35-4f08-a6b1-0c9d8e7f6a5b' }),
    'sixteen hexadecimal digits are 64 bits': asked({ state: '9f3b6c0d1e2a4857' }),
    'eleven characters of base64url are 66 bits': asked({ state: 'aZ3_kQ9-xB1' }),
    'the JSON holds a random member': asked({ state: base64({ csrf: strong, next: '/home' }) }),
    'the address ends in something random': asked({ state: `https://app.example/back?csrf=${strong}` }),
    'the state is signed': asked({ state: jwt({ next: '/home', exp: 1_767_229_200 }) }),
    'a framework signed it': asked({ state: `${base64({ next: '/home' })}.aVtQ2w.4fK9sQ2mXw7Z8hR3tB6nLp1YCANA` }),
    'words are followed by something random': asked({ state: `login-${strong}` }),
    'the code has twenty hexadecimal digits': answered({ state: strong }, '0a1b2c3d4e5f60718293'),
  },
  skips: {
    'there is nothing to guess': asked({}),
    'the state has no value': asked({ state: '' }),
  },
  unsure: {
    'a sanitizer took the state': { why: 'redacted-input', trace: asked({ state: '[REDACTED]' }) },
    'the request can not be read': {
      why: 'parameters-hidden',
      trace: `
        GET https://idp.example/authorize?client_id=app&request_uri=https://app.example/requests/CANARY
        → 200`,
    },
  },
});
