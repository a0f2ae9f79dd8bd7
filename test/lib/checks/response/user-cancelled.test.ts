import { expect, it } from 'vitest';
import { analyze } from '../../../../lib/analyze.ts';
import { userCancelled } from '../../../../lib/checks/response/user-cancelled.ts';
import { cases } from '../../../build/cases.ts';
import { capture } from '../../../build/trace.ts';

const authorize =
  'https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s';
/** The provider answers at once. */
const answered = (parameters: string, more = '') => `
        GET ${authorize}${more}
        → 302 https://app.example/cb?${parameters}&state=CANARY-s
        GET https://app.example/cb?${parameters}&state=CANARY-s
        → 200`;
/** Somebody pressed a button on the provider's page. */
const declined = (parameters: string) => `
        GET ${authorize}
        → 200
        POST https://idp.example/consent [from https://idp.example] [+6s]
          = approve=no
        → 302 https://app.example/cb?${parameters}&state=CANARY-s
        GET https://app.example/cb?${parameters}&state=CANARY-s
        → 200`;
/** {"alg":"RSA-OAEP","enc":"A256GCM"} and four parts nobody can read. */
const encrypted = 'eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.CANARYkey.CANARYiv.CANARYtext.CANARYtag';

cases(userCancelled, {
  fails: {
    'the user pressed No on the consent page': {
      as: 'cancelled',
      at: ['2 response.location.query.error'],
      severity: 'info',
      data: { code: 'access_denied', detail: '' },
      trace: declined('error=access_denied'),
    },
    'the description says that it was the user': {
      as: 'cancelled',
      data: { code: 'access_denied' },
      trace: answered('error=access_denied&error_description=The%20user%20denied%20access'),
    },
    'the user pressed cancel, in the provider’s own words': {
      as: 'cancelled',
      data: { code: 'user_cancelled_authorize' },
      trace: answered('error=user_cancelled_authorize'),
    },
    'a number of the provider says that the user did not consent': {
      as: 'cancelled',
      data: { detail: ' (AADSTS65004)', reason: 'the user did not consent' },
      trace: answered('error=access_denied&error_description=AADSTS65004%3A%20User%20declined'),
    },
    'Facebook puts the reason into a parameter of its own': {
      as: 'cancelled',
      trace: answered('error=access_denied&error_reason=user_denied'),
    },
    'the refusal is posted by the provider’s page': {
      as: 'cancelled',
      at: ['2 request.form.error'],
      trace: `
        GET ${authorize}&response_mode=form_post
        → 200
        POST https://app.example/cb [from https://idp.example]
          = error=access_denied&state=CANARY-s
        → 200`,
    },
    'the user declined at the provider behind the provider': {
      as: 'cancelled',
      trace: `
        GET ${authorize}
        → 302 https://idp.example/select
        GET https://idp.example/select
        → 200
        GET https://idp.example/broker/back?cancelled=1 [from https://idp.example/select] [+4s]
        → 302 https://app.example/cb?error=access_denied&state=CANARY-s
        GET https://app.example/cb?error=access_denied&state=CANARY-s
        → 200`,
    },
    'the refusal comes without a page that could have been declined': {
      as: 'unattended',
      at: ['1 response.location.query.error', '1 request.url'],
      severity: 'info',
      data: { code: 'access_denied' },
      trace: answered('error=access_denied'),
    },
    'the refusal comes through pages that only redirect': {
      as: 'unattended',
      at: ['2 response.location.query.error', '1 request.url'],
      trace: `
        GET ${authorize}
        → 302 /resume?id=CANARY
        GET https://idp.example/resume?id=CANARY
        → 302 https://app.example/cb?error=access_denied&state=CANARY-s
        GET https://app.example/cb?error=access_denied&state=CANARY-s
        → 200`,
    },
    'a login that nobody sees is refused': {
      as: 'unattended',
      trace: `
        GET ${authorize}&prompt=none [frame] [from https://app.example]
        → 302 https://app.example/cb?error=access_denied&state=CANARY-s
        GET https://app.example/cb?error=access_denied&state=CANARY-s [frame]
        → 200`,
    },
  },
  passes: {
    'the provider answered with a code': answered('code=CANARY-c'),
    'an empty error is none': answered('code=CANARY-c&error='),
  },
  skips: {
    'a rule said no and names itself': answered('error=access_denied&error_description=AADSTS53003%3A%20Access%20has%20been%20blocked'),
    'nobody is signed in': answered('error=login_required', '&prompt=none'),
    'the server failed': answered('error=server_error'),
    'the user left the page': `
        GET ${authorize}
        → 200`,
  },
  unsure: {
    'the answer is encrypted': {
      why: 'encrypted',
      trace: `
        GET ${authorize}&response_mode=query.jwt
        → 302 https://app.example/cb?response=${encrypted}
        GET https://app.example/cb?response=${encrypted}
        → 200`,
    },
  },
});

it('is what a refused login is called by, and no headline', () => {
  for (const trace of [declined('error=access_denied'), answered('error=access_denied')])
    for (const source of ['web-request', 'har'] as const) {
      const [flow] = analyze(capture(trace, source).capture).flows;
      expect(flow).toMatchObject({ outcome: 'denied', headline: null });
      expect(flow?.findings.filter((f) => f.role === 'cause').map((f) => f.check)).toEqual(['user-cancelled']);
    }
});
