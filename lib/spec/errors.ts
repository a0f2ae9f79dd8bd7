/** Error codes of the standards, and those of large providers that mean the same everywhere, in one line each. */
import type { Owner } from '../model/finding.ts';

/** What an error is about. Closed list. */
export type ErrorKind =
  | 'user'
  | 'no-session'
  | 'redirect-uri'
  | 'client'
  | 'scope'
  | 'request'
  | 'pkce'
  | 'policy'
  | 'transient'
  | 'request-object'
  | 'grant'
  | 'polling'
  | 'other';

export interface ErrorMeaning {
  readonly kind: ErrorKind;
  readonly owner: Owner;
  /** Completes "The provider refused: ...". */
  readonly reason: string;
  readonly fix: string;
}

export const meaning = (kind: ErrorKind, owner: Owner, reason: string, fix: string): ErrorMeaning => ({ kind, owner, reason, fix });

export const redirectFix = 'Register exactly the redirect_uri the app sends, or make the app send the registered one.';

export const lostCookie = meaning(
  'grant',
  'user',
  'the cookie of its sign-in page did not come back',
  'Start the login again, in one tab and not from history. If it happens to many, see whether the provider’s cookies are blocked.',
);

export const pkceDemanded = meaning(
  'pkce',
  'app',
  'it insists on PKCE',
  'Send `code_challenge` with method S256, and `code_verifier` with the code.',
);

/** RFC 6749 sections 4.1.2.1 and 5.2, OIDC Core section 3.1.2.6, RFC 9101, 9126, 9396, 8628, 9449, and common spellings outside them. */
export const errorCodes: Readonly<Record<string, ErrorMeaning>> = {
  invalid_request: meaning(
    'request',
    'app',
    'a parameter of the request is missing, repeated or malformed',
    'Compare the request’s parameters with the provider’s documentation; its error description names the one it means.',
  ),
  unauthorized_client: meaning(
    'client',
    'app',
    'this app may not use this kind of login',
    'Allow this grant or response type for the client in the provider’s console.',
  ),
  access_denied: meaning('user', 'user', 'the user, or a rule, said no', 'Offer a way to try again.'),
  user_cancelled_authorize: meaning('user', 'user', 'the user cancelled', 'Offer a way to try again.'),
  user_cancelled_login: meaning('user', 'user', 'the user cancelled', 'Offer a way to try again.'),
  login_cancelled: meaning('user', 'user', 'the user cancelled', 'Offer a way to try again.'),
  consent_denied: meaning('user', 'user', 'the user did not consent', 'Ask for fewer permissions, or explain them.'),
  unsupported_response_type: meaning(
    'client',
    'app',
    'it does not offer this response_type',
    'Use a response_type that the client is registered for; `code` is the one to use.',
  ),
  unsupported_response_mode: meaning(
    'client',
    'app',
    'it does not offer this response_mode',
    'Leave response_mode out or use one that the provider supports.',
  ),
  invalid_scope: meaning(
    'scope',
    'app',
    'a requested permission does not exist or is not allowed for this app',
    'Ask only for scopes that the client is registered for, separated by single spaces.',
  ),
  server_error: meaning(
    'transient',
    'provider',
    'it had an internal problem',
    'Try again; if it stays, send the provider the time and the correlation id.',
  ),
  temporarily_unavailable: meaning(
    'transient',
    'provider',
    'it is not available at the moment',
    'Try again later and look at the provider’s status page.',
  ),
  interaction_required: meaning('no-session', 'user', 'the user has to do something on its page', 'Start a visible login.'),
  login_required: meaning('no-session', 'user', 'nobody is signed in there', 'Start a visible login.'),
  account_selection_required: meaning('no-session', 'user', 'the user has to choose an account', 'Start a visible login.'),
  consent_required: meaning('no-session', 'user', 'the user has to consent first', 'Start a visible login.'),
  session_expired: meaning('no-session', 'user', 'the session there has ended', 'Start a visible login.'),
  invalid_request_uri: meaning(
    'request-object',
    'app',
    'the pushed or referenced request is unknown, used or expired',
    'Push a new request for every attempt and open it at once.',
  ),
  invalid_request_object: meaning(
    'request-object',
    'app',
    'the signed request object is not valid',
    'Check its signature, audience, expiry and client_id.',
  ),
  request_not_supported: meaning('request-object', 'app', 'it takes no `request` parameter', 'Send plain parameters or push the request.'),
  request_uri_not_supported: meaning('request-object', 'app', 'it takes no `request_uri` parameter', 'Send plain parameters.'),
  registration_not_supported: meaning('request-object', 'app', 'it takes no `registration` parameter', 'Register the client beforehand.'),
  unmet_authentication_requirements: meaning(
    'policy',
    'user',
    'the requested level of assurance was not reached',
    'Check acr_values and the user’s second factors.',
  ),
  invalid_authorization_details: meaning(
    'request',
    'app',
    'the fine-grained permission request is wrong',
    'Check authorization_details against the types the provider knows.',
  ),
  redirect_uri_mismatch: meaning('redirect-uri', 'app', 'the redirect_uri is not one that is registered', redirectFix),
  redirect_mismatch: meaning('redirect-uri', 'app', 'the redirect_uri is not one that is registered', redirectFix),
  invalid_redirect_uri: meaning('redirect-uri', 'app', 'the redirect_uri is not valid', redirectFix),
  bad_redirect_uri: meaning('redirect-uri', 'app', 'the redirect_uri is not valid', redirectFix),
  oauth_authorization_url_mismatch: meaning('redirect-uri', 'app', 'the redirect_uri is not one that is registered', redirectFix),
  origin_mismatch: meaning(
    'request',
    'app',
    'the page’s origin is not one that is registered',
    'Register the origin the app runs on among the client’s JavaScript origins.',
  ),
  application_suspended: meaning('client', 'provider', 'this app has been suspended', 'Ask the provider why the app was suspended.'),
  deleted_client: meaning('client', 'app', 'this app was deleted', 'Use the id of an app that exists.'),
  disallowed_useragent: meaning('policy', 'app', 'it does not accept logins in embedded browsers', 'Open the login in the system browser.'),
  org_internal: meaning(
    'policy',
    'app',
    'only accounts of one organization may use this app',
    'Use an account of that organization, or make the app external.',
  ),
  admin_policy_enforced: meaning('policy', 'user', 'an administrator does not allow this app', 'Ask the administrator to allow it.'),
  oauth_app_blocked: meaning(
    'policy',
    'user',
    'an administrator has blocked this app',
    'Ask the administrator of the organization to unblock it.',
  ),
  oauth_approval_error_generic: meaning(
    'policy',
    'provider',
    'the permission could not be given',
    'Look at the policies of the connected app and at the login history of the user.',
  ),
  inactive_user: meaning('policy', 'user', 'the user’s account there is not active', 'Ask the administrator to activate the account.'),
  inactive_org: meaning('policy', 'user', 'the organization there is locked or closed', 'Ask the administrator of the organization.'),
  cookie_not_found: lostCookie,
  expired_code: meaning('grant', 'user', 'the sign-in page was open for too long', 'Start the login again.'),
  invalid_client: meaning(
    'client',
    'app',
    'it does not know this app, or the app’s credentials are wrong',
    'Check client_id, secret and the way they are sent.',
  ),
  invalid_grant: meaning(
    'grant',
    'app',
    'the code or refresh token is expired, used, or belongs to another request',
    'Use each code once, at once, with the same redirect_uri and the code_verifier of the same attempt.',
  ),
  unsupported_grant_type: meaning('client', 'app', 'it does not offer this grant', 'Use a grant that the client is registered for.'),
  invalid_target: meaning('scope', 'app', 'the requested resource or audience is not known', 'Check `resource` and `audience`.'),
  invalid_dpop_proof: meaning(
    'grant',
    'app',
    'the DPoP proof does not fit the request',
    'Make a new proof for each request: right method, address, time and nonce.',
  ),
  use_dpop_nonce: meaning('polling', 'app', 'it wants its nonce in the DPoP proof', 'Repeat the request with the nonce it sent.'),
  authorization_pending: meaning('polling', 'user', 'the user has not finished yet', 'Keep polling at the given interval.'),
  slow_down: meaning('polling', 'app', 'it is asked too often', 'Add five seconds to the polling interval.'),
  expired_token: meaning('grant', 'user', 'the device code has expired', 'Start again.'),
  bad_verification_code: meaning('grant', 'app', 'the code is wrong or expired', 'Use each code once and at once.'),
  incorrect_client_credentials: meaning('client', 'app', 'client_id or secret is wrong', 'Check both against the provider’s console.'),
  invalid_token: meaning('grant', 'app', 'the token is expired, revoked or malformed', 'Get a new token.'),
  invalid_client_metadata: meaning(
    'request',
    'app',
    'a value of the registration is not accepted',
    'Check the registration against what the provider supports.',
  ),
  unapproved_software_statement: meaning('policy', 'provider', 'the software statement is not approved', 'Ask the provider to approve it.'),
};

/** Descriptions of `access_denied` that say who said no: a person. */
export const userSaidNo =
  /\b(?:(?:end[- ]?)?user|resource[- ]owner)\b[^.]{0,40}(?:den(?:y|ied)|declin|cancel|reject|refus|abort|did ?n[o'’]t)|(?:cancell?ed|denied|declined|rejected|refused) by (?:the )?(?:end[- ]?)?(?:user|resource owner)|user_(?:denied|cancel)/i;
