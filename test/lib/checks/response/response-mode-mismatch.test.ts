import { responseModeMismatch } from '../../../../lib/checks/response/response-mode-mismatch.ts';
import { cases } from '../../../build/cases.ts';

const request = (parameters: string) =>
  `https://idp.example/authorize?client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s&${parameters}`;
/** A login asked for with these parameters and answered at this address. */
const login = (parameters: string, answer: string, then = '200') => `
        GET ${request(parameters)}
        → 302 https://app.example/cb${answer}
        GET https://app.example/cb${answer}
        → ${then}`;
const posted = (parameters: string, form: string, then = '200') => `
        GET ${request(parameters)}
        → 200
        POST https://app.example/cb [from https://idp.example]
          = ${form}
        → ${then}`;
const code = 'code=CANARY-code&state=CANARY-s';
const tokens = 'id_token=CANARY-id-token&state=CANARY-s';

/** A posted answer to a request that did not ask for one, which the app takes. */
const postedBy = (endpoint: string, scope: string) => `
        GET https://${endpoint}?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s&scope=${scope}
        → 200
        POST https://app.example/cb [from https://${endpoint.split('/')[0]}]
          = code=CANARY-code&state=CANARY-s
        → 302 https://app.example/home
          Set-Cookie: session=CANARY-session; Path=/
        GET https://app.example/home
          Cookie: session=CANARY-session
        → 200`;

cases(responseModeMismatch, {
  fails: {
    'a code came behind the hash, where no server sees it': {
      as: 'misplaced',
      at: ['1 response.location.fragment.code', '1 request.query.response_type'],
      severity: 'error',
      data: { found: 'the fragment (behind the `#`)', expected: 'the query' },
      trace: login('response_type=code', `#${code}`, '400'),
    },
    'a fragment was asked for, and the code came in the query': {
      as: 'misplaced',
      at: ['1 response.location.query.code', '1 request.query.response_mode'],
      data: { asked: ' (`response_mode=fragment`)' },
      trace: login('response_type=code&response_mode=fragment', `?${code}`),
    },
    'a form was asked for, and the code came in the query': {
      as: 'misplaced',
      at: ['1 response.location.query.code', '1 request.query.response_mode'],
      trace: login('response_type=code&response_mode=form_post', `?${code}`, '405'),
    },
    'nothing was asked for, and the code was posted': {
      as: 'misplaced',
      at: ['2 request.form.code', '1 request.query.response_type'],
      data: { found: 'a posted form', expected: 'the query' },
      trace: posted('response_type=code', code, '405'),
    },
    'an ID token came in the query, even though the app took it': {
      as: 'misplaced',
      headline: 'token-in-query',
      at: ['1 response.location.query.id_token'],
      trace: login(
        'response_type=id_token&nonce=CANARY-n',
        `?${tokens}`,
        `302 https://app.example/home
          Set-Cookie: session=CANARY-session
        GET https://app.example/home
          Cookie: session=CANARY-session
        → 200`,
      ),
    },
    'the request was posted': {
      as: 'misplaced',
      at: ['1 response.location.fragment.code', '1 request.form.response_type'],
      trace: `
        POST https://idp.example/authorize [from https://app.example]
          = response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s
        → 302 https://app.example/cb#${code}
        GET https://app.example/cb#${code}
        → 400`,
    },
    'another provider posts the answer unasked, and the app took it': {
      as: 'misplaced-harmless',
      trace: postedBy('idp.example/authorize', 'name%20email'),
    },
    'Apple posts the answer without a reason of its own': {
      as: 'misplaced-harmless',
      trace: postedBy('appleid.apple.com/auth/authorize', 'openid'),
    },
    'a form was asked for, the query came, and the app took it': {
      as: 'misplaced-harmless',
      at: ['1 response.location.query.code', '1 request.query.response_mode'],
      severity: 'warning',
      trace: login(
        'response_type=code&response_mode=form_post',
        `?${code}`,
        `302 https://app.example/home
          Set-Cookie: session=CANARY-session
        GET https://app.example/home
          Cookie: session=CANARY-session
        → 200`,
      ),
    },
    'a code came behind the hash, and the page redeemed it': {
      as: 'misplaced-harmless',
      severity: 'warning',
      trace: `${login('response_type=code', `#${code}`)}
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=authorization_code&code=CANARY-code&client_id=app
        → 200`,
    },
    'an access token came that nobody asked for': {
      as: 'unasked',
      at: ['1 response.location.fragment.access_token'],
      severity: 'error',
      data: { types: 'id_token' },
      trace: login('response_type=id_token&nonce=CANARY-n', `#${tokens}&access_token=CANARY-access&token_type=Bearer`),
    },
    'the ID token is missing from a hybrid answer': {
      as: 'incomplete',
      at: ['1 response.location.fragment.id_token'],
      severity: 'warning',
      data: { missing: '`id_token`', types: 'code id_token' },
      trace: login('response_type=code%20id_token&nonce=CANARY-n', `#${code}`),
    },
    'the code is missing from a posted hybrid answer': {
      as: 'incomplete',
      at: ['2 request.form.code'],
      data: { missing: '`code`' },
      trace: posted('response_type=code%20id_token&response_mode=form_post&nonce=CANARY-n', tokens),
    },
  },
  passes: {
    'Apple posts the answer because of the scopes, and the app took it': postedBy('appleid.apple.com/auth/authorize', 'name%20email'),
    'a code came in the query': login('response_type=code', `?${code}`),
    'a token came behind the hash': login('response_type=id_token&nonce=CANARY-n', `#${tokens}`),
    'the form was posted, as asked': posted('response_type=code&response_mode=form_post', code),
    'a hybrid answer has both, behind the hash': login('response_type=code%20id_token&nonce=CANARY-n', `#${code}&id_token=CANARY-id-token`),
    'the provider adds its fragment artefact': login('response_type=code', `?${code}#_=_`),
    'the provider adds parameters of its own': login(
      'response_type=code',
      `?${code}&session_state=CANARY-x&client_info=CANARY-info&authuser=0&prompt=consent&realmId=1`,
    ),
    'an error came in another place, which servers may do': login(
      'response_type=code&response_mode=form_post',
      '#error=access_denied&state=CANARY-s',
    ),
    'a signed answer stands where it should': login(
      'response_type=code&response_mode=jwt',
      '?response=eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL2lkcC5leGFtcGxlIiwiY29kZSI6IkNBTkFSWS1jIiwic3RhdGUiOiJDQU5BUlktcyJ9.CANARYsignature',
    ),
  },
  skips: {
    'the answer is handed over by message': login('response_type=code&response_mode=web_message', `?${code}`),
    'the request does not say what it wants': `
        GET https://idp.example/authorize?client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&scope=profile&state=CANARY-s
        → 302 https://app.example/cb?${code}
        GET https://app.example/cb?${code}
        → 200`,
    'there is no answer': `
        GET ${request('response_type=code')}
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
        → 302 https://app.example/cb?${code}
        GET https://app.example/cb?${code}
        → 200`,
    },
    'only the kind of answer is visible; where it should go may be in the request out of sight': {
      why: 'parameters-hidden',
      trace: `
        GET https://idp.example/authorize?client_id=app&response_type=code&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3ACANARY-par
        → 302 https://app.example/cb#${code}
        GET https://app.example/cb#${code}
        → 200`,
    },
  },
});
