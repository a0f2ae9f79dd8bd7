import { registrationFailed } from '../../../../lib/checks/discovery/registration-failed.ts';
import { cases } from '../../../build/cases.ts';

const register = `
        POST https://idp.example/register [fetch] [from https://app.example]
          = {"client_name":"app","redirect_uris":["https://app.example/cb"]}`;
const login = `
        GET https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-s
        → 200`;

cases(registrationFailed, {
  fails: {
    'a redirect_uri is not accepted': {
      as: 'refused',
      at: ['1 response.body.error', '1 response.status'],
      severity: 'error',
      data: { status: 400, code: 'invalid_redirect_uri' },
      // Only files show the bodies of answers.
      only: 'har',
      trace: `${register}
        → 400
          = {"error":"invalid_redirect_uri","error_description":"CANARY"}`,
    },
    'the metadata is not accepted': {
      as: 'refused',
      data: { code: 'invalid_client_metadata' },
      only: 'har',
      trace: `${register}
        → 400
          = {"error":"invalid_client_metadata"}`,
    },
    'the provider wants a token first': {
      as: 'protected',
      at: ['1 response.body.error', '1 response.status'],
      data: { status: 401, code: 'invalid_token' },
      only: 'har',
      trace: `${register}
        → 401
          = {"error":"invalid_token"}`,
    },
    'the provider wants a token first and says it with 403': {
      as: 'protected',
      data: { status: 403 },
      only: 'har',
      trace: `${register}
        → 403
          = {"error":"insufficient_scope","error_description":"Policy Trusted Hosts rejected request"}`,
    },
    'what the provider said was not shown': {
      as: 'status',
      at: ['1 response.status'],
      data: { status: 400 },
      only: 'web-request',
      trace: `${register}
        → 400`,
    },
    'the provider answered with a page': {
      as: 'status',
      data: { status: 404 },
      trace: `${register}
        → 404`,
    },
    'the recorder lists the preflight behind it': {
      as: 'status',
      at: ['1 response.status'],
      trace: `${register}
        → 400
        OPTIONS https://idp.example/register [preflight] [from https://app.example]
        → 200`,
    },
    'it was tried twice in vain': {
      as: 'status',
      at: ['2 response.status'],
      data: { status: 500 },
      trace: `${register}
        → 400${register}
        → 500`,
    },
  },
  passes: {
    'the app was registered': `${register}
        → 201`,
    'the second try went well': `${register}
        → 400${register}
        → 201`,
    'the second try went well, and the login followed': {
      only: 'har',
      trace: `${register}
        → 400${register}
        → 201
          = {"client_id":"app"}${login}`,
    },
  },
  skips: {
    'nothing was registered': login,
    'the app was registered and went on to log in': {
      only: 'har',
      trace: `${register}
        → 201
          = {"client_id":"app"}${login}`,
    },
    'there is only metadata': {
      only: 'har',
      trace: `
        GET https://idp.example/.well-known/openid-configuration [fetch] [from https://app.example]
        → 200
          = {"issuer":"https://idp.example","authorization_endpoint":"https://idp.example/authorize"}`,
    },
    'the network failed, which has a check of its own': `${register}
        → failed net::ERR_FAILED`,
  },
  unsure: {
    'the provider has not answered': {
      why: 'never-finished',
      trace: `${register}
        → pending`,
    },
  },
});
