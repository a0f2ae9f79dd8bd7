import { expect, it } from 'vitest';
import { analyze } from '../../../../lib/analyze.ts';
import { implicitFlow } from '../../../../lib/checks/token-placement/implicit-flow.ts';
import { cases } from '../../../build/cases.ts';
import { jwt } from '../../../build/jwt.ts';
import { capture } from '../../../build/trace.ts';

const token = 'CANARY-access-token-0123456789';
const idToken = jwt({ iss: 'https://idp.example', aud: 'app', nonce: 'CANARY-nonce-0123' });
const ask = (type: string, n = 1) =>
  `https://idp.example/authorize?response_type=${encodeURIComponent(type)}&client_id=app&redirect_uri=https://app.example/cb&state=CANARY-state-012345${n}&nonce=CANARY-nonce-012345${n}`;
const login = (type: string, answer: string, n = 1) => `
    GET ${ask(type, n)}
    → 302 https://app.example/cb#${answer}&state=CANARY-state-012345${n}
    GET https://app.example/cb#${answer}&state=CANARY-state-012345${n}
    → 200`;
const tokenAnswer = `access_token=${token}&token_type=Bearer`;
const handed = (body: string, to = 'https://app.example/session', answer = 'Set-Cookie: sid=CANARY; Secure; HttpOnly') => `
    POST ${to} [fetch] [from https://app.example]
      = ${body}
    → 200
      ${answer}`;

cases(implicitFlow, {
  fails: {
    'the token is asked for': {
      as: 'token',
      at: ['1 request.query.response_type'],
      severity: 'warning',
      data: { types: '`response_type=token`' },
      trace: `
        GET ${ask('token')}
        → 200`,
    },
    'it comes behind the hash': {
      as: 'token',
      at: ['1 request.query.response_type', '1 response.location.fragment.access_token'],
      trace: login('token', tokenAnswer),
    },
    'it comes beside an ID token': {
      as: 'token',
      data: { types: '`response_type=id_token token`' },
      trace: login('id_token token', `${tokenAnswer}&id_token=${idToken}`),
    },
    'it comes beside a code': { as: 'token', trace: login('code token', `${tokenAnswer}&code=CANARY-code-0123456789`) },
    'it is posted': {
      as: 'token',
      trace: `
        GET ${ask('token')}&response_mode=form_post
        → 200
        POST https://app.example/cb [from https://idp.example]
          = ${tokenAnswer}&state=CANARY-state-0123451
        → 200`,
    },
    'the request was pushed, and the answer shows it': {
      as: 'token',
      at: ['1 response.location.fragment.access_token'],
      trace: `
        GET https://idp.example/authorize?client_id=app&request_uri=urn:ietf:params:oauth:request_uri:CANARY-0123456789
        → 302 https://app.example/cb#${tokenAnswer}
        GET https://app.example/cb#${tokenAnswer}
        → 200`,
    },
    'the app signs people in by it': {
      as: 'as-proof',
      at: ['3 request.form.access_token', '1 response.location.fragment.access_token'],
      data: { host: 'app.example' },
      trace: `${login('token', tokenAnswer)}${handed(`provider=idp&access_token=${token}`)}`,
    },
    'it does so with JSON': {
      as: 'as-proof',
      at: ['3 request.body'],
      trace: `${login('token', tokenAnswer)}${handed(`{"token":"${token}"}`)}`,
    },
    'the token goes to the app’s API, and no session is made of it': {
      as: 'token',
      trace: `${login('token', tokenAnswer)}${handed(`access_token=${token}`, 'https://app.example/api', 'Content-Type: text/html')}`,
    },
    'it goes to the app’s server with an ID token': {
      as: 'token',
      trace: `${login('id_token token', `${tokenAnswer}&id_token=${idToken}`)}${handed(`access_token=${token}&id_token=${idToken}`)}`,
    },
    'it goes to another site': {
      as: 'token',
      trace: `${login('token', tokenAnswer)}${handed(`access_token=${token}`, 'https://api.other.example/session')}`,
    },
  },
  passes: {
    'a code is asked for': login('code', 'code=CANARY-code-0123456789'),
    'only an ID token is': login('id_token', `id_token=${idToken}`),
    'a code and an ID token are': login('code id_token', `code=CANARY-code-0123456789&id_token=${idToken}`),
  },
  skips: {
    'the token is in the query, which another check is for': `
      GET ${ask('token')}
      → 302 https://app.example/cb?${tokenAnswer}
      GET https://app.example/cb?${tokenAnswer}
      → 200`,
    'nobody asked for the token, which another check is for': login('id_token', `${tokenAnswer}&id_token=${idToken}`),
  },
  unsure: {
    'the request was pushed, and there is no answer yet': {
      why: 'parameters-hidden',
      trace: `
        GET https://idp.example/authorize?client_id=app&request_uri=urn:ietf:params:oauth:request_uri:CANARY-0123456789
        → 200`,
    },
  },
});

it('is said once for a client', () => {
  const trace = `${login('token', tokenAnswer)}${login('token', 'access_token=CANARY-second-token-0123456789', 2)}`;
  const { flows } = analyze(capture(trace, 'har').capture, 'auditor');
  expect(flows.map((flow) => flow.findings.filter((f) => f.check === 'implicit-flow').length)).toEqual([1, 0]);
});
