import { discoveryProblem } from '../../../../lib/checks/discovery/discovery-problem.ts';
import { cases } from '../../../build/cases.ts';

const get = (path = '/.well-known/openid-configuration') => `
        GET https://idp.example${path} [fetch] [from https://app.example]
          Origin: https://app.example`;
const document = (more: object = {}, issuer = 'https://idp.example') =>
  JSON.stringify({ issuer, authorization_endpoint: 'https://idp.example/authorize', token_endpoint: 'https://idp.example/token', ...more });
const good = (more: object = {}, issuer?: string) => `
        → 200
          Access-Control-Allow-Origin: *
          Content-Type: application/json
          = ${document(more, issuer)}`;
const login = `
        GET https://idp.example/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-state-0123 [from https://app.example/]
        → 302 https://app.example/cb?code=code-CANARY-0123&state=CANARY-state-0123
        GET https://app.example/cb?code=code-CANARY-0123&state=CANARY-state-0123
        → 200`;
const token = `
        POST https://idp.example/token [fetch] [from https://app.example]
          = grant_type=authorization_code&code=code-CANARY-0123&client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb
        → 200
          = {"access_token":"CANARY-access-0123456789","token_type":"Bearer","id_token":"CANARY"}`;
const keys = `
        GET https://idp.example/keys [fetch] [from https://app.example]`;
const withKeys = { jwks_uri: 'https://idp.example/keys' };
const page = `
        → 200
          Content-Type: text/html
          = <!DOCTYPE html><html><body>CANARY</body></html>`;

cases(discoveryProblem, {
  fails: {
    'nothing stands there': {
      as: 'status',
      at: ['1 response.status', '1 request.url'],
      severity: 'error',
      data: { status: 404, host: 'https://idp.example' },
      trace: `${get('/tenant/.well-known/openid-configuration')}
        → 404`,
    },
    'the address has the well-known part twice': {
      as: 'status',
      data: { hint: 'The address has the well-known part twice: configure the issuer, not the address of its metadata.' },
      trace: `${get('/.well-known/openid-configuration/.well-known/openid-configuration')}
        → 404`,
    },
    'none of the places it may stand has it': {
      as: 'status',
      at: ['2 response.status'],
      trace: `${get('/.well-known/oauth-authorization-server')}
        → 404${get()}
        → 404`,
    },
    'the browser kept the 404 from the page': {
      as: 'status',
      only: 'web-request', // files write no status then
      trace: `${get()}
        → failed net::ERR_FAILED after 404`,
    },
    'a page stands there': {
      as: 'page',
      at: ['1 response.status'],
      severity: 'error',
      data: { status: 200 },
      trace: `${get()}${page}`,
    },
    'something else that is JSON stands there': {
      as: 'other',
      only: 'har',
      trace: `${get()}
        → 200
          = {"message":"CANARY"}`,
    },
    'a server looked for it in vain': {
      as: 'status',
      severity: 'warning',
      only: 'har',
      recorder: 'proxy',
      trace: `
        GET https://idp.example/.well-known/openid-configuration
        → 404`,
    },
    'the issuer is another one': {
      as: 'issuer',
      at: ['1 response.body.issuer', '1 request.url'],
      severity: 'warning',
      only: 'har',
      trace: `${get()}${good({}, 'http://idp.example')}`,
    },
    'there is nowhere to sign in': {
      as: 'endpoint',
      at: ['1 response.body.authorization_endpoint'],
      severity: 'warning',
      only: 'har',
      trace: `${get()}${good({ authorization_endpoint: undefined })}`,
    },
    'the keys are gone when the token has come': {
      as: 'keys',
      at: ['5 response.status'],
      severity: 'error',
      only: 'har',
      data: { answer: 'HTTP 404' },
      trace: `${get()}${good(withKeys)}${login}${token}${keys}
        → 404`,
    },
    'the keys are not to be had, and nobody needs them yet': {
      as: 'keys',
      severity: 'warning',
      only: 'har',
      data: { answer: 'no usable answer' },
      trace: `${get()}${good(withKeys)}${keys}
        → failed net::ERR_FAILED`,
    },
    'a page comes for the keys': {
      as: 'keys',
      severity: 'warning',
      only: 'har',
      data: { answer: 'a web page' },
      trace: `${get()}${good(withKeys)}${keys}${page}`,
    },
  },
  passes: {
    'all is there': {
      only: 'har',
      trace: `${get()}${good()}`,
    },
    'the browser kept the answer at one of the places, which has a check of its own': `${get('/.well-known/oauth-authorization-server')}
        → 404${get()}
        → failed net::ERR_FAILED`,
    'the app goes on to register': `${get()}
        → 404
        POST https://idp.example/register [fetch] [from https://app.example]
          Origin: https://app.example
          = {"client_name":"app","redirect_uris":["https://app.example/cb"]}
        → 404`,
    'the issuer ends with a slash': {
      only: 'har',
      trace: `${get()}${good({}, 'https://idp.example/')}`,
    },
    'it stands in front of the issuer’s path, as RFC 8414 says': {
      only: 'har',
      trace: `${get('/.well-known/oauth-authorization-server/tenant')}${good({}, 'https://idp.example/tenant')}`,
    },
    'the issuer is a template': {
      only: 'har',
      trace: `${get('/common/v2.0/.well-known/openid-configuration')}${good({}, 'https://idp.example/{tenantid}/v2.0')}`,
    },
    'the second place has it': {
      only: 'har',
      trace: `${get('/.well-known/oauth-authorization-server')}
        → 404${get()}${good()}`,
    },
    'the app has the endpoints configured as well': `${get()}
        → 404${login}`,
    'the issuer is another one and the app does not mind': {
      only: 'har',
      trace: `${get()}${good({}, 'https://other.example')}${login}${token}`,
    },
    'a server for machines has no place to sign in': {
      only: 'har',
      trace: `${get()}${good({ authorization_endpoint: undefined, grant_types_supported: ['client_credentials'] })}`,
    },
    'the keys came at the second try': {
      only: 'har',
      trace: `${get()}${good(withKeys)}${login}${token}${keys}
        → 503${keys}
        → 200
          = {"keys":[{"kty":"RSA"}]}`,
    },
    'the keys were not to be had and the app goes on': {
      only: 'har',
      browser: 'firefox',
      trace: `${get()}${good(withKeys)}${login}${token}${keys}
        → 404
        GET https://api.example/me [fetch] [from https://app.example]
          Authorization: Bearer CANARY-access-0123456789
        → 200`,
    },
  },
  skips: {
    'nobody asked for metadata': login,
    'the network failed, which has a check of its own': `${get()}
        → failed net::ERR_NAME_NOT_RESOLVED`,
  },
  unsure: {
    'the answer’s body was not recorded': {
      why: 'body-not-exposed',
      only: 'web-request',
      trace: `${get()}${good()}`,
    },
    'there is no answer yet': {
      why: 'never-finished',
      trace: `${get()}
        → pending`,
    },
  },
});
