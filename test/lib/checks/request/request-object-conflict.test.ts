import { requestObjectConflict } from '../../../../lib/checks/request/request-object-conflict.ts';
import { cases } from '../../../build/cases.ts';
import { clockStart } from '../../../build/trace.ts';

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const inside = { client_id: 'app', response_type: 'code', redirect_uri: 'https://app.example/cb', state: 'CANARY-s' };
const signed = (claims: object) => `${base64url({ alg: 'RS256' })}.${base64url(claims)}.CANARYsignature`;
const encrypted = `${base64url({ alg: 'RSA-OAEP', enc: 'A256GCM' })}.CANARYkey.CANARYiv.CANARYtext.CANARYtag`;
const atSeconds = (offset: number) => Math.floor(clockStart / 1000) + offset;

const request = (query: string, says = 'invalid_request_object') => `
        GET https://idp.example/authorize?${query}
        → 400
          "${says}"`;
const answered = (query: string, answer: string, then = '200') => `
        GET https://idp.example/authorize?${query}
        → 302 https://app.example/cb?${answer}
        GET https://app.example/cb?${answer}
        → ${then}`;
const base = 'client_id=app&response_type=code&scope=openid';

cases(requestObjectConflict, {
  fails: {
    'it is sent by value and by reference': {
      as: 'both',
      at: ['1 request.query.request'],
      severity: 'error',
      trace: request(`${base}&request=${signed(inside)}&request_uri=https%3A%2F%2Fapp.example%2Fr`),
    },
    'another client stands inside': {
      as: 'client',
      severity: 'error',
      trace: request(`${base}&request=${signed({ ...inside, client_id: 'other' })}`),
    },
    'another client stands inside, and the server speaks of the client': {
      as: 'client',
      trace: request(`${base}&request=${signed({ ...inside, client_id: 'other' })}`, 'invalid_request: client_id does not match.'),
    },
    'it expired an hour ago': {
      as: 'expired',
      severity: 'error',
      data: { age: 3600 },
      trace: request(`${base}&request=${signed({ ...inside, exp: atSeconds(-3600) })}`),
    },
    'another response_type stands inside': {
      as: 'differs',
      severity: 'error',
      data: { name: 'response_type' },
      trace: request(`${base}&request=${signed({ ...inside, response_type: 'token' })}`),
    },
    'state stands outside, does not come back, and the app fails': {
      as: 'state-outside',
      severity: 'error',
      trace: answered(`${base}&state=CANARY-s&request=${signed({ ...inside, state: undefined })}`, 'code=CANARY-c', '400'),
    },
  },
  passes: {
    'all is the same': answered(`${base}&request=${signed(inside)}`, 'code=CANARY-c&state=CANARY-s'),
    'all is the same, and it is refused': request(`${base}&request=${signed(inside)}`),
    'it expired a second ago, by a clock that may be off': request(`${base}&request=${signed({ ...inside, exp: atSeconds(-1) })}`),
    'other values stand inside, and the provider takes those': answered(
      `${base}&request=${signed({ ...inside, scope: 'openid email' })}`,
      'code=CANARY-c&state=CANARY-s',
    ),
    'another client stands inside, and the redirect_uri is refused': request(
      `${base}&request=${signed({ ...inside, client_id: 'other' })}`,
      'redirect_uri is not registered',
    ),
    'state stands outside, and comes back': answered(
      `${base}&state=CANARY-s&request=${signed({ ...inside, state: undefined })}`,
      'code=CANARY-c&state=CANARY-s',
      '400',
    ),
  },
  skips: {
    'there is no request object': answered(
      `${base}&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s`,
      'code=CANARY-c&state=CANARY-s',
    ),
  },
  unsure: {
    'it is encrypted': { why: 'encrypted', trace: request(`${base}&request=${encrypted}`) },
    'it was pushed out of sight': {
      why: 'parameters-hidden',
      trace: request('client_id=app&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3ACANARY-par'),
    },
  },
});
