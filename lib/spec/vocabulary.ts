/** Parameter names of the standards that recognition goes by. */

export const responseTypeTokens: ReadonlySet<string> = new Set(['code', 'token', 'id_token', 'none', 'vp_token']);

/** OAuth Multiple Response Types, Form Post, JARM, OpenID for Verifiable Presentations, and what large providers call their own. */
export const responseModes: ReadonlySet<string> = new Set([
  'query',
  'fragment',
  'form_post',
  'jwt',
  'query.jwt',
  'fragment.jwt',
  'form_post.jwt',
  'web_message',
  'okta_post_message',
  'direct_post',
  'direct_post.jwt',
  'dc_api',
  'dc_api.jwt',
  'post_message',
  'permission',
]);

/** Other spellings large providers use; each counts half and only next to a standard name. */
export const clientIdAliases: readonly string[] = ['app_id', 'appid', 'client_key', 'clientId', 'consumer_key'];
export const redirectUriAliases: readonly string[] = ['redirect_url', 'redirectUri', 'callback_url', 'return_uri'];

/** Parameters that make a request with client_id more likely to be an authorization request. */
export const supporting: ReadonlySet<string> = new Set([
  'scope',
  'user_scope',
  'state',
  'nonce',
  'code_challenge',
  'code_challenge_method',
  'prompt',
  'response_mode',
  'acr_values',
  'login_hint',
  'claims',
  'authorization_details',
  'audience',
  'resource',
  'access_type',
  'dpop_jkt',
  'id_token_hint',
  'max_age',
  'ui_locales',
  'display',
]);

/** Parameters of an authorization response (RFC 6749, OIDC Core, JARM, RFC 9207, session management). */
export const responseNames: ReadonlySet<string> = new Set([
  'code',
  'state',
  'error',
  'error_description',
  'error_uri',
  'access_token',
  'token_type',
  'expires_in',
  'scope',
  'id_token',
  'refresh_token',
  'iss',
  'session_state',
  'response',
]);

/** Of those, the ones that are the result itself. */
export const resultNames: ReadonlySet<string> = new Set(['code', 'error', 'access_token', 'id_token', 'response']);

/** Extras providers add to an answer; they say nothing about where it was meant to go. */
export const vendorExtras: ReadonlySet<string> = new Set([
  'authuser',
  'hd',
  'prompt',
  'client_info',
  'cloud_instance_name',
  'cloud_instance_host_name',
  'cloud_graph_host_name',
  'realmId',
  'accounts-server',
  'location',
  'user_id',
  'user',
  'hmac',
  'host',
  'shop',
  'timestamp',
  'error_reason',
  'error_code',
  'error_message',
  'error_subcode',
  'ext_expires_in',
  'not-before-policy',
  'granted_scopes',
  'denied_scopes',
  'data_access_expiration_time',
  'long_lived_token',
  'client_id',
  'correlation_id',
  'trace_id',
  'identity_provider',
  'stripe_publishable_key',
  'livemode',
  'instance_url',
  'id',
  'issued_at',
  'signature',
  'scopes',
  'team',
  'guild_id',
  'permissions',
  'as',
  'sid',
  'kid',
  'login_hint',
]);

/** Parameters inside which a whole authorization request is carried from page to page of one server. */
export const carriers: readonly string[] = [
  'continue',
  'returnUrl',
  'ReturnUrl',
  'return_url',
  'returnTo',
  'return_to',
  'goto',
  'next',
  'RelayState',
  'ctx',
  'redirect',
  'fromURI',
  'target',
  'resume',
  'url',
  'r',
];

/** RFC 6749, 7523, 7522, 8628, 8693, CIBA. */
export const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code';
