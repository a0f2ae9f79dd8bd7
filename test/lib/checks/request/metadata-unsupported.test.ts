import { metadataUnsupported } from '../../../../lib/checks/request/metadata-unsupported.ts';
import { cases, type FailCase } from '../../../build/cases.ts';

const metadata = (members: string, path = 'openid-configuration') => `
        GET https://idp.example/.well-known/${path} [fetch] [from https://app.example]
        → 200
          = {"issuer":"https://idp.example","authorization_endpoint":"https://idp.example/authorize",${members}}`;
const codeOnly = metadata('"response_types_supported":["code","code id_token"]');
const base = 'client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&scope=openid&state=CANARY-s';
const asked = (query: string, answer: string) => `
        GET https://idp.example/authorize?${base}&${query}
        → 302 https://app.example/cb?${answer}&state=CANARY-s
        GET https://app.example/cb?${answer}&state=CANARY-s
        → 200`;
/** Only files have the bodies of answers. */
const har = (fail: Omit<FailCase, 'only'>): FailCase => ({ ...fail, only: 'har' });

cases(metadataUnsupported, {
  fails: {
    'the response_type is not listed, and the provider refuses it': har({
      as: 'value',
      at: ['2 request.query.response_type', '1 response.body', '2 response.location.query.error'],
      severity: 'error',
      data: { name: 'response_type', member: 'response_types_supported' },
      trace: `${codeOnly}${asked('response_type=id_token&nonce=CANARY-n', 'error=unsupported_response_type')}`,
    }),
    'the response_mode is not listed, and the provider refuses it': har({
      as: 'value',
      severity: 'error',
      data: { name: 'response_mode' },
      trace: `${metadata('"response_modes_supported":["query","fragment"]')}${asked('response_type=code&response_mode=form_post', 'error=unsupported_response_mode')}`,
    }),
    'the provider wants pushed requests, and says so': har({
      as: 'pushed',
      at: ['2 request.url', '1 response.body'],
      severity: 'error',
      trace: `${metadata('"require_pushed_authorization_requests":true')}${asked('response_type=code', 'error=invalid_request&error_description=Pushed%20authorization%20request%20is%20required.')}`,
    }),
  },
  passes: {
    'the response_type is not listed, and the provider takes it': {
      only: 'har',
      trace: `${codeOnly}${asked('response_type=token', 'code=CANARY-c')}`,
    },
    'the response_type is not listed, and the user declines': {
      only: 'har',
      trace: `${codeOnly}${asked('response_type=token', 'error=access_denied')}`,
    },
    'the response_type is not listed, and the scope is refused': {
      only: 'har',
      trace: `${codeOnly}${asked('response_type=token', 'error=invalid_scope')}`,
    },
    'pushed requests are wanted, and the client is unknown': {
      only: 'har',
      trace: `${metadata('"require_pushed_authorization_requests":true')}${asked('response_type=code', 'error=unauthorized_client')}`,
    },
    'all is listed': { only: 'har', trace: `${codeOnly}${asked('response_type=code', 'code=CANARY-c')}` },
    'the words stand in another order': { only: 'har', trace: `${codeOnly}${asked('response_type=id_token%20code', 'code=CANARY-c')}` },
    'the document does not say': {
      only: 'har',
      trace: `${metadata('"x":1')}${asked('response_type=token', 'error=unsupported_response_type')}`,
    },
    'another document of the server lists it': {
      only: 'har',
      trace: `${codeOnly}${metadata('"response_types_supported":["token"]', 'oauth-authorization-server')}${asked('response_type=token', 'code=CANARY-c')}`,
    },
  },
  skips: {
    'no metadata document is in the capture': asked('response_type=token', 'error=unsupported_response_type'),
  },
  unsure: {
    'the request was pushed out of sight': {
      why: 'parameters-hidden',
      only: 'har',
      trace: `${codeOnly}
        GET https://idp.example/authorize?client_id=app&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3ACANARY-par
        → 400`,
    },
    'the browser does not show the document': {
      why: 'body-not-exposed',
      only: 'web-request',
      trace: `${codeOnly}${asked('response_type=token', 'error=unsupported_response_type')}`,
    },
  },
});
