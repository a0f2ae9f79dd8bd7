import { expect, it } from 'vitest';
import { analyze } from '../../../../lib/analyze.ts';
import { silentAuthFailed } from '../../../../lib/checks/session/silent-auth-failed.ts';
import { verdictOfFlow } from '../../../../lib/explain/verdict.ts';
import { cases } from '../../../build/cases.ts';
import { capture } from '../../../build/trace.ts';

const authorize =
  'https://idp.example/authorize?response_type=code&client_id=spa&redirect_uri=https%3A%2F%2Fapp.example%2Fsilent&state=CANARY-s';
const framed = (parameters: string, more = '') => `
        GET https://app.example/
        → 200
        GET ${authorize}&prompt=none [frame] [from https://app.example/]
          Sec-Fetch-Site: cross-site${more}
        → 302 https://app.example/silent?${parameters}&state=CANARY-s
        GET https://app.example/silent?${parameters}&state=CANARY-s [frame]
        → 200`;
/** The frame ends on a page of the provider. */
const page = (wait: string, more = '') => `
        GET https://app.example/
        → 200
        GET ${authorize}&prompt=none${more} [frame] [from https://app.example/]
        → 200
        GET https://app.example/prices [${wait}]
        → 200`;
/** {"alg":"RSA-OAEP","enc":"A256GCM"} and four parts nobody can read. */
const encrypted = 'eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.CANARYkey.CANARYiv.CANARYtext.CANARYtag';

cases(silentAuthFailed, {
  fails: {
    'nobody is signed in': {
      as: 'no-session',
      at: ['2 response.location.query.error'],
      severity: 'info',
      data: { code: 'login_required' },
      trace: framed('error=login_required'),
    },
    'nobody is signed in, and the question went by a full page': {
      as: 'no-session',
      trace: `
        GET ${authorize}&prompt=none
        → 302 https://app.example/silent?error=login_required&state=CANARY-s
        GET https://app.example/silent?error=login_required&state=CANARY-s
        → 200`,
    },
    'Microsoft says in a number that nobody is signed in': {
      as: 'no-session',
      data: { code: 'interaction_required' },
      trace: framed('error=interaction_required&error_description=AADSTS50058%3A%20no%20session'),
    },
    'the user would have to consent': {
      as: 'interaction',
      severity: 'info',
      data: { code: 'consent_required' },
      trace: framed('error=consent_required'),
    },
    'the user would have to choose an account': { as: 'interaction', trace: framed('error=account_selection_required') },
    'the browser kept the cookie back': {
      as: 'withheld',
      severity: 'info',
      only: 'web-request', // a file has no jar readings
      trace: framed(
        'error=login_required',
        '\n          Sec-Fetch-Storage-Access: none\n          ~ held idp_session; SameSite=None; Secure; HttpOnly',
      ),
    },
    'a page stands where the answer should be': {
      as: 'no-answer',
      at: ['2 response.status', '2 request.url'],
      severity: 'warning',
      data: { host: 'idp.example', status: 200 },
      trace: page('+12s'),
    },
    'the page is a hop further on': {
      as: 'no-answer',
      at: ['2 response.status', '1 request.url'],
      trace: `
        GET ${authorize}&prompt=none [frame] [from https://app.example/]
        → 302 /consent
        GET https://idp.example/consent [frame]
        → 200
        GET https://app.example/prices [+30s]
        → 200`,
    },
  },
  passes: {
    'it worked': framed('code=CANARY-c'),
    'an empty error is none': framed('code=CANARY-c&error='),
  },
  skips: {
    'the login is one that people see': `
        GET ${authorize}
        → 302 https://app.example/silent?error=login_required&state=CANARY-s
        GET https://app.example/silent?error=login_required&state=CANARY-s
        → 200`,
    'it broke for a reason that has a check of its own': framed('error=invalid_scope'),
    'a rule said no': framed('error=access_denied'),
    'the user is meant to sign in inside the frame': `
        GET https://app.example/
        → 200
        GET ${authorize} [frame] [from https://app.example/]
        → 200
        GET https://app.example/prices [+30s]
        → 200`,
    'the provider stopped on an error page': `
        GET ${authorize}&prompt=none [frame] [from https://app.example/]
        → 400
        GET https://app.example/prices [+30s]
        → 200`,
    'the connection failed': `
        GET ${authorize}&prompt=none [frame] [from https://app.example/]
        → failed net::ERR_CONNECTION_REFUSED`,
    'the answer was a message between windows, and its code is redeemed': `
        GET ${authorize}&prompt=none&response_mode=web_message [frame] [from https://app.example/]
        → 200
        POST https://idp.example/token [fetch] [from https://app.example]
          Origin: https://app.example
          = grant_type=authorization_code&client_id=spa&code=CANARY-code&redirect_uri=https://app.example/silent&code_verifier=CANARY
        → 200
        GET https://app.example/prices [+30s]
        → 200`,
  },
  unsure: {
    'the answer may be in the text of the page': { why: 'body-not-exposed', trace: page('+30s', '&response_mode=web_message') },
    'the recording ends soon after': { why: 'capture-ended-early', only: 'har', trace: page('+3s') },
    'the frame has not been answered': {
      why: 'never-finished',
      trace: `
        GET ${authorize}&prompt=none [frame] [from https://app.example/]
        → pending`,
    },
    'the file has no times': { why: 'times-missing', only: 'har', untimed: true, trace: page('+30s') },
    'the answer is encrypted': {
      why: 'encrypted',
      trace: framed(`response=${encrypted}`),
    },
  },
});

it('is what a silent login that found nobody is summed up by', () => {
  const { flows } = analyze(capture(framed('error=login_required'), 'har').capture);
  expect(flows.map((flow) => [flow.outcome, flow.headline, verdictOfFlow(flow, (finding) => finding.message)])).toEqual([
    ['completed', null, 'no-session'],
  ]);
});
