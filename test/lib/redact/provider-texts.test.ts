/** What single providers write of an error is dropped with all other texts, and what it says stays. */
import { expect, it } from 'vitest';
import { analyze } from '../../../lib/analyze.ts';
import type { Capture } from '../../../lib/model/capture.ts';
import { redactRecording } from '../../../lib/redact/file/capture.ts';
import { capture } from '../../build/trace.ts';

const request = 'response_type=code&client_id=web&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s';
const answered = (at: string, parameters: string) => `
  GET https://${at}?${request}&scope=openid+offline_access
  → 302 https://app.example/cb?${parameters}&state=CANARY-s
  GET https://app.example/cb?${parameters}&state=CANARY-s
  → 200`;
const stopped = (at: string, words: string) => `
  GET https://${at}?${request}
  → 400
    "${words}"`;

const keycloak = 'sso.example/realms/acme/protocol/openid-connect/auth';
const entra = 'login.microsoftonline.com/8f0e6a7c-6f5b-4f4e-9d55-0a1b2c3d4e5f/oauth2/v2.0/authorize';

const told = (taken: Capture) =>
  analyze(taken, 'auditor').flows.map(({ providerName, outcome, headline, findings }) => ({
    providerName,
    outcome,
    headline,
    findings: findings.map(({ check, message, owner, data }) => ({ check, message, owner, data })),
  }));

it.each([
  answered('acme.okta.com/oauth2/v1/authorize', 'error=access_denied&error_description=User+is+not+assigned+to+the+client+application.'),
  answered(
    'acme.auth.eu-west-1.amazoncognito.com/oauth2/authorize',
    'error=invalid_request&error_description=attributes+required%3A+%5BCANARY%5D',
  ),
  answered('login.salesforce.com/services/oauth2/authorize', 'error=OAUTH_APP_BLOCKED&error_description=CANARY'),
  answered('acme.eu.auth0.com/authorize', 'error=unauthorized&error_description=CANARY'),
  answered('accounts.google.com/o/oauth2/v2/auth', 'error=invalid_scope'),
  answered(entra, 'error=server_error&error_description=AADSTS90033%3A+CANARY'),
  answered(entra, 'error=invalid_request&error_description=AADSTS9002325%3A+CANARY'),
  answered(entra, 'error=invalid_request&error_description=AADSTS900971%3A+CANARY'),
  answered(keycloak, 'error=temporarily_unavailable&error_description=authentication_expired'),
  answered(keycloak, 'error=cookie_not_found'),
  stopped(keycloak, 'We are sorry... Restart login cookie not found. CANARY'),
  stopped(keycloak, 'We are sorry... Invalid parameter: redirect_uri CANARY'),
  stopped('accounts.spotify.com/authorize', 'INVALID_CLIENT: Insecure redirect URI CANARY'),
])('the same is said after redaction: %s', (trace) => {
  const taken = capture(trace, 'web-request').capture;
  const { recording } = redactRecording({ capture: taken, story: null, second: null });
  expect(JSON.stringify(recording)).not.toContain('CANARY');
  expect(told(recording.capture)).toEqual(told(taken));
});
