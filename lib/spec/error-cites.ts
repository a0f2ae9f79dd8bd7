/** The error codes of the standards' registry, and where each is defined. What each says stands in the catalog of words, section `errorSentences`. */
import type { Cite } from './specs.ts';

const to = (spec: Cite['spec'], section = ''): Cite => ({ spec, section });
const authorize = to('RFC6749', '4.1.2.1');
const token = to('RFC6749', '5.2');
const core = to('OIDCCore', '3.1.2.6');
const ciba = to('CIBA');
const vp = to('OpenID4VP');

export const errorCites = {
  invalid_request: authorize,
  unauthorized_client: authorize,
  access_denied: authorize,
  unsupported_response_type: authorize,
  invalid_scope: authorize,
  server_error: authorize,
  temporarily_unavailable: authorize,
  invalid_client: token,
  invalid_grant: token,
  unsupported_grant_type: token,
  invalid_token: to('RFC6750', '3.1'),
  insufficient_scope: to('RFC6750', '3.1'),
  unsupported_token_type: to('RFC7009', '2.2.1'),
  interaction_required: core,
  login_required: core,
  account_selection_required: core,
  consent_required: core,
  invalid_request_uri: core,
  invalid_request_object: core,
  request_not_supported: core,
  request_uri_not_supported: core,
  registration_not_supported: core,
  invalid_redirect_uri: to('RFC7591', '3.2.2'),
  invalid_client_metadata: to('RFC7591', '3.2.2'),
  invalid_software_statement: to('RFC7591', '3.2.2'),
  unapproved_software_statement: to('RFC7591', '3.2.2'),
  authorization_pending: to('RFC8628', '3.5'),
  slow_down: to('RFC8628', '3.5'),
  expired_token: to('RFC8628', '3.5'),
  invalid_target: to('RFC8707', '2'),
  invalid_authorization_details: to('RFC9396'),
  invalid_dpop_proof: to('RFC9449', '5'),
  use_dpop_nonce: to('RFC9449', '8'),
  insufficient_user_authentication: to('RFC9470', '3'),
  unmet_authentication_requirements: to('UnmetRequirements'),
  expired_login_hint_token: ciba,
  unknown_user_id: ciba,
  missing_user_code: ciba,
  invalid_user_code: ciba,
  invalid_binding_message: ciba,
  transaction_failed: ciba,
  vp_formats_not_supported: vp,
  invalid_request_uri_method: vp,
  invalid_transaction_data: vp,
  wallet_unavailable: vp,
  unsupported_response_mode: null,
} as const satisfies Readonly<Record<string, Cite | null>>;
