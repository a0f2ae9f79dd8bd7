import { describe, expect, it } from 'vitest';
import { analyze } from '../../../../lib/analyze.ts';
import { authzParamProblem } from '../../../../lib/checks/request/authz-param-problem.ts';
import { explain } from '../../../../lib/explain/finding.ts';
import { openFile } from '../../../../lib/transfer/open-file.ts';
import { cases } from '../../../build/cases.ts';

const redirectUri = 'redirect_uri=https%3A%2F%2Fapp.example%2Fcb';
const whole = `response_type=code&client_id=app&${redirectUri}&state=CANARY-s`;
/** A request with these parameters, and what came of it. */
const request = (parameters: string, answer: string) => `
        GET https://idp.example/authorize?${parameters}
        → ${answer}`;
/** The provider answers with an error at the redirection endpoint. */
const refused = (parameters: string, error: string) => `
        GET https://idp.example/authorize?${parameters}
        → 302 https://app.example/cb?${error}&state=CANARY-s
        GET https://app.example/cb?${error}&state=CANARY-s
        → 200`;
const accepted = (parameters: string) => `
        GET https://idp.example/authorize?${parameters}
        → 302 https://app.example/cb?code=CANARY-c&state=CANARY-s
        GET https://app.example/cb?code=CANARY-c&state=CANARY-s
        → 200`;

cases(authzParamProblem, {
  fails: {
    'response_type is missing, and the provider says so': {
      as: 'missing',
      at: ['1 request.query.response_type', '1 response.location.query.error'],
      severity: 'error',
      data: { name: 'response_type' },
      trace: refused(
        `client_id=app&${redirectUri}&scope=openid&state=CANARY-s`,
        'error=invalid_request&error_description=Missing%20parameter%3A%20response_type',
      ),
    },
    'response_type is missing, and a parameter is missing or malformed': {
      as: 'missing',
      trace: refused(`client_id=app&${redirectUri}&scope=openid&state=CANARY-s`, 'error=invalid_request'),
    },
    'client_id is missing, and the provider stops without a word': {
      as: 'missing',
      at: ['1 request.query.client_id'],
      data: { name: 'client_id' },
      trace: request(`response_type=code&${redirectUri}&scope=openid&state=CANARY-s`, '400'),
    },
    'client_id is spelled differently': {
      as: 'missing',
      at: ['1 request.query.client-id'],
      trace: request(`response_type=code&client-id=app&${redirectUri}&scope=openid&state=CANARY-s`, '400'),
    },
    'redirect_uri is missing, and the page says so': {
      as: 'missing',
      data: { name: 'redirect_uri' },
      trace: `${request('response_type=code&client_id=app&scope=openid&state=CANARY-s', '400')}
          "Missing required parameter: redirect_uri"`,
    },
    'redirect_uri is missing in an OpenID Connect request': {
      as: 'missing',
      trace: request('response_type=code&client_id=app&scope=openid&state=CANARY-s', '400'),
    },
    'the provider insists on state': {
      as: 'missing',
      data: { name: 'state' },
      trace: `${request(`response_type=code&client_id=app&${redirectUri}&scope=openid`, '400')}
          "The parameter state is missing."`,
    },
    'response_type is written with a capital letter': {
      as: 'value',
      at: ['1 request.query.response_type'],
      severity: 'error',
      trace: request(`response_type=Code&client_id=app&${redirectUri}&scope=openid&state=CANARY-s`, '400'),
    },
    'response_type is a list with commas': {
      as: 'value',
      trace: refused(
        `response_type=code,id_token&client_id=app&${redirectUri}&scope=openid&state=CANARY-s`,
        'error=unsupported_response_type',
      ),
    },
    'response_type is a word nobody knows': {
      as: 'value',
      trace: refused(`response_type=auth_code&client_id=app&${redirectUri}&scope=openid&state=CANARY-s`, 'error=unsupported_response_type'),
    },
    'response_mode is a word nobody knows': {
      as: 'value',
      data: { name: 'response_mode' },
      trace: refused(`${whole}&response_mode=formpost`, 'error=unsupported_response_mode'),
    },
    'max_age is no number': {
      as: 'value',
      data: { name: 'max_age' },
      trace: refused(`${whole}&max_age=1h`, 'error=invalid_request&error_description=max_age%20must%20be%20a%20number'),
    },
    'a token is asked for in the query': {
      as: 'mode',
      at: ['1 request.query.response_mode'],
      trace: refused(
        `response_type=id_token&client_id=app&${redirectUri}&scope=openid&nonce=CANARY-n&state=CANARY-s&response_mode=query`,
        'error=invalid_request&error_description=response_mode%20query%20is%20not%20supported%20for%20id_token',
      ),
    },
    'prompt contradicts itself, and the provider refuses': {
      as: 'prompt',
      at: ['1 request.query.prompt'],
      severity: 'error',
      trace: refused(`${whole}&prompt=none%20login`, 'error=invalid_request'),
    },
    'prompt contradicts itself, and the provider does not mind': {
      as: 'prompt',
      severity: 'info',
      trace: accepted(`${whole}&prompt=none%20login`),
    },
    'claims is cut off, and the provider refuses': {
      as: 'json',
      at: ['1 request.query.claims'],
      severity: 'error',
      trace: refused(`${whole}&claims=%7B%22id_token%22%3A`, 'error=invalid_request&error_description=claims%20is%20malformed'),
    },
    'authorization_details is no list': {
      as: 'json',
      trace: refused(`${whole}&authorization_details=%7B%22type%22%3A%22a%22%7D`, 'error=invalid_authorization_details'),
    },
    'claims is cut off, and the provider ignores it': {
      as: 'json',
      severity: 'info',
      trace: accepted(`${whole}&claims=%7B%22id_token%22%3A`),
    },
    'an unreadable parameter is there while the user declines': {
      as: 'json',
      severity: 'info',
      trace: refused(`${whole}&claims=%7B`, 'error=access_denied'),
    },
    'it was posted without response_type': {
      as: 'missing',
      at: ['1 request.form.response_type'],
      trace: `
        POST https://idp.example/authorize [from https://app.example]
          = client_id=app&${redirectUri}&scope=openid&state=CANARY-s
        → 302 https://app.example/cb?error=unsupported_response_type&state=CANARY-s
        GET https://app.example/cb?error=unsupported_response_type&state=CANARY-s
        → 200`,
    },
  },
  passes: {
    'all is there': request(whole, '200'),
    'a provider needs no response_type': accepted(`client_id=app&${redirectUri}&scope=repo&state=CANARY-s`),
    'a provider that needs no response_type does not accept the redirect_uri': `${request(`client_id=app&${redirectUri}&scope=repo&state=CANARY-s`, '400')}
          "The redirect_uri is not registered."`,
    'a provider that needs no response_type stops without a word': request(`client_id=app&${redirectUri}&scope=repo&state=CANARY-s`, '400'),
    'the client has another name at this provider': request(`app_id=app&response_type=code&${redirectUri}&scope=a&state=CANARY-s`, '400'),
    'the only registered redirect_uri is meant': request('response_type=code&client_id=app&scope=repo&state=CANARY-s', '200'),
    'response_type is the provider’s own, and accepted': accepted(
      `response_type=code%20signed_request&client_id=app&${redirectUri}&scope=a&state=CANARY-s`,
    ),
    'response_mode is the provider’s own, and another parameter is refused': refused(
      `${whole}&response_mode=own_mode`,
      'error=invalid_request&error_description=Invalid%20parameter%3A%20acr_values',
    ),
    'the order of the words is another': accepted(`response_type=id_token%20code&client_id=app&${redirectUri}&scope=openid&state=CANARY-s`),
    'the provider refuses a scope': refused(`client_id=app&${redirectUri}&scope=x&state=CANARY-s`, 'error=invalid_scope'),
    'the provider has a problem of its own': refused(`client_id=app&${redirectUri}&scope=x&state=CANARY-s`, 'error=server_error'),
    'the sign-in form is refused after it was shown': `
        GET https://idp.example/authorize?response_type=code&client_id=app&scope=openid&state=CANARY-s
        → 200
        POST https://idp.example/signin [from https://idp.example] [+5s]
          = user=CANARY
        → 400`,
    'the page of the refusal prints the whole request': `${request(`response_type=code&client_id=app&${redirectUri}&scope=openid`, '400')}
          "Error: invalid redirect_uri. Details: state= nonce= prompt="`,
    'an explanation speaks of the state of the service': `${request(`response_type=code&client_id=app&${redirectUri}&scope=openid`, '400')}
          "The service is in a state in which required parts are missing."`,
    'claims is an object': request(`${whole}&claims=%7B%22id_token%22%3A%7B%7D%7D`, '200'),
  },
  skips: {
    'the recording began after the request': `
        GET https://app.example/oauth/callback?code=CANARY-0123456789abcdef&state=CANARY-0123456789abcdef&iss=https%3A%2F%2Fidp.example
        → 200`,
  },
  unsure: {
    'the request was pushed out of sight': {
      why: 'parameters-hidden',
      trace: request('client_id=app&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3ACANARY-par', '400'),
    },
    'somebody redacted the claims': { why: 'redacted-input', trace: request(`${whole}&claims=[redacted]`, '200') },
  },
});

/** What is said of a link that nobody has opened. */
function said(parameters: string) {
  const opened = openFile(`https://idp.example/authorize?${parameters}`);
  if (opened.kind === 'unreadable') throw new Error(opened.because);
  return analyze(opened.recording.capture).flows.flatMap(({ findings }) =>
    findings
      .filter(({ check }) => check === authzParamProblem.id)
      .map((finding) => ({ as: finding.message, at: finding.evidence[0].place, severity: finding.severity, words: explain(finding).text })),
  );
}

describe('authz-param-problem, in a link that was not opened', () => {
  const unsent = { as: 'unsent', severity: 'warning' };

  it('a response_type that no standard knows is a warning, since nobody has refused it', () => {
    const [finding, ...more] = said(whole.replace('=code', '=cod'));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ ...unsent, at: 'request.query.response_type' });
    expect(finding?.words).not.toMatch(/[{}]/);
  });

  it('so is one that is missing, where nothing else can hold it', () => {
    const without = whole.replace('response_type=code&', '');
    expect(said(without)).toMatchObject([unsent]);
    expect(said(`${without}&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3ACANARY`)).toEqual([]);
  });

  it('nothing is said of one that is sound', () => {
    expect(said(whole)).toEqual([]);
  });
});
