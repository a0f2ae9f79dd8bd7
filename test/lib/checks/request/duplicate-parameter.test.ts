import { duplicateParameter } from '../../../../lib/checks/request/duplicate-parameter.ts';
import { cases } from '../../../build/cases.ts';

const redirectUri = 'redirect_uri=https%3A%2F%2Fapp.example%2Fcb';
const whole = `response_type=code&client_id=app&${redirectUri}&scope=openid&state=CANARY-s`;
const request = (query: string, answer = '400') => `
        GET https://idp.example/authorize?${query}
        → ${answer}`;
const answered = (query: string, answer = 'code=CANARY-c&state=CANARY-s', then = '200') => `
        GET https://idp.example/authorize?${query}
        → 302 https://app.example/cb?${answer}
        GET https://app.example/cb?${answer}
        → ${then}`;

cases(duplicateParameter, {
  fails: {
    'two clients are named, and the provider stops': {
      as: 'differs',
      at: ['1 request.query.client_id'],
      severity: 'error',
      data: { name: 'client_id', count: 2 },
      trace: request(`${whole}&client_id=other`),
    },
    'scope is there twice, and the provider says that something is repeated': {
      as: 'differs',
      at: ['1 request.query.scope', '1 response.location.query.error'],
      severity: 'error',
      data: { name: 'scope' },
      trace: answered(`${whole}&scope=email`, 'error=invalid_request&state=CANARY-s'),
    },
    'the same value is there twice, and the page names it': {
      as: 'same',
      severity: 'error',
      data: { name: 'nonce' },
      trace: `${request(`${whole}&nonce=CANARY-n&nonce=CANARY-n`)}
          "invalid_request: duplicate parameter nonce"`,
    },
    'scope is there twice, and the provider does not mind': {
      as: 'differs',
      severity: 'info',
      trace: answered(`${whole}&scope=email`),
    },
    'the same value is there three times, and the login page shows': {
      as: 'same',
      severity: 'info',
      data: { count: 3 },
      trace: request(`${whole}&prompt=login&prompt=login&prompt=login`, '200'),
    },
    'scope is there twice, and the redirect_uri is refused': {
      as: 'differs',
      severity: 'info',
      trace: `${request(`${whole}&scope=email`)}
          "redirect_uri is not registered"`,
    },
    'scope is there twice, and the form that was sent from the sign-in page is refused': {
      as: 'differs',
      severity: 'info',
      only: 'har',
      trace: `${request(`${whole}&scope=email`, '200')}
        POST https://idp.example/signin [from https://idp.example] [+5s]
          = user=CANARY
        → 400
          = {"error":"invalid_request"}`,
    },
    'two states were sent, and the app does not know the one that came back': {
      as: 'returned',
      at: ['1 request.query.state'],
      severity: 'error',
      trace: answered(`${whole}&state=CANARY-other`, 'code=CANARY-c&state=CANARY-other', '400'),
    },
    'two states were sent, and the app is content': {
      as: 'differs',
      severity: 'info',
      trace: answered(`${whole}&state=CANARY-other`, 'code=CANARY-c&state=CANARY-other'),
    },
    'the redirect_uri brings a state of its own, and the app fails': {
      as: 'answer',
      severity: 'error',
      data: { name: 'state', own: '; one of them stands in the query of the redirect_uri' },
      trace: answered(whole.replace('%2Fcb', '%2Fcb%3Fstate%3Down'), 'state=own&code=CANARY-c&state=CANARY-s', '400'),
    },
    'two codes arrive, and the app is content': {
      as: 'answer',
      severity: 'info',
      data: { name: 'code', own: '' },
      trace: answered(whole, 'code=CANARY-c&state=CANARY-s&code=CANARY-d'),
    },
    'a form repeats what its address says': {
      as: 'differs',
      at: ['1 request.form.client_id'],
      severity: 'error',
      trace: `
        POST https://idp.example/authorize?client_id=other [from https://app.example]
          = ${whole}
        → 400`,
    },
  },
  passes: {
    'each is there once': request(whole, '200'),
    'several resources are asked for, as RFC 8707 allows': request(
      `${whole}&resource=https%3A%2F%2Fa.example&resource=https%3A%2F%2Fb.example`,
    ),
    'parameters that are no business of the protocol repeat': request(`${whole}&utm=a&utm=b`),
    'one of the two is empty, which counts as absent': request(`${whole}&scope=`),
    'the answer’s own names repeat with the same value': answered(whole, 'code=CANARY-c&state=CANARY-s&state=CANARY-s'),
    'the query and the fragment have a state each': answered(whole, 'code=CANARY-c&state=CANARY-s#state=other'),
  },
  skips: {
    'the recording began after the request': `
        GET https://app.example/oauth/callback?code=CANARY-0123456789abcdef&state=CANARY-0123456789abcdef&iss=https%3A%2F%2Fidp.example
        → 200`,
  },
  unsure: {
    'the request was pushed out of sight': {
      why: 'parameters-hidden',
      trace: request('client_id=app&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3ACANARY-par'),
    },
  },
});
