/** Error codes of the standards and of large providers, in one line each. */
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

const meaning = (kind: ErrorKind, owner: Owner, reason: string, fix: string): ErrorMeaning => ({ kind, owner, reason, fix });

const redirectFix = 'Register exactly the redirect_uri the app sends, or make the app send the registered one.';

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

interface SubCode extends ErrorMeaning {
  readonly pattern: RegExp;
}

const sub = (pattern: RegExp, kind: ErrorKind, owner: Owner, reason: string, fix: string): SubCode => ({
  pattern,
  kind,
  owner,
  reason,
  fix,
});

/** What providers write into error_description. Microsoft's error list (reviewed 2026-11-20); AADB2C and Okta from field reports. */
export const subCodes: readonly SubCode[] = [
  sub(/authentication_expired/, 'grant', 'user', 'the sign-in page was open for too long', 'Start the login again.'),
  sub(/AADSTS(?:50011|500113)\b/, 'redirect-uri', 'app', 'the redirect_uri is not registered for this app', redirectFix),
  sub(/AADB2C90006\b/, 'redirect-uri', 'app', 'the redirect_uri is not registered for this app', redirectFix),
  sub(/AADSTS700016\b/, 'client', 'app', 'this app does not exist in the tenant', 'Check client_id and tenant.'),
  sub(
    /AADSTS7000218\b/,
    'client',
    'app',
    'it expects a client secret or assertion',
    'Allow public client flows for the app, or send its credentials from a server.',
  ),
  sub(/AADSTS(?:9002325|900144)\b/, 'request', 'app', 'a required parameter is missing', 'Send the parameter its description names.'),
  sub(
    /AADSTS900232[67]\b/,
    'client',
    'app',
    'the app is registered for another platform (SPA or web) than it redeems its code from',
    'Register the redirect_uri under the platform that redeems the code.',
  ),
  sub(/AADSTS54005\b/, 'grant', 'app', 'the code was already redeemed', 'Redeem each code once.'),
  sub(/AADSTS70008\b/, 'grant', 'app', 'the code or refresh token has expired', 'Redeem codes at once.'),
  sub(
    /AADSTS50196\b/,
    'request',
    'app',
    'the app sent the same request many times in a row',
    'Find out why the app does not keep its session.',
  ),
  sub(/AADSTS50058\b/, 'no-session', 'user', 'nobody is signed in there, or its cookies were withheld', 'Start a visible login.'),
  sub(/AADSTS(?:50020|16000)\b/, 'policy', 'user', 'the account belongs to another tenant', 'Use another account or a private window.'),
  sub(/AADSTS50105\b/, 'policy', 'user', 'the user is not assigned to this app', 'Ask the administrator to assign the user.'),
  sub(/AADSTS(?:65001|90094)\b/, 'policy', 'user', 'an administrator has to consent first', 'Ask the administrator to grant consent.'),
  sub(/AADSTS65004\b/, 'user', 'user', 'the user did not consent', 'Ask for fewer permissions, or explain them.'),
  sub(
    /AADSTS(?:53003|53000|53001)\b/,
    'policy',
    'user',
    'a conditional access rule blocks this sign-in',
    'Ask the administrator which rule it is.',
  ),
  sub(
    /AADSTS(?:50002|500021|500022)\b/,
    'policy',
    'network',
    'the company’s proxy restricts sign-in to other tenants',
    'Ask the administrator.',
  ),
  sub(/AADSTS(?:50076|50079)\b/, 'policy', 'user', 'a second factor is required', 'Finish the second factor, or register one.'),
  sub(/AADB2C90091\b/, 'user', 'user', 'the user cancelled', 'Offer a way to try again.'),
  sub(
    /AADB2C90118\b/,
    'policy',
    'app',
    'the user chose "forgot password", which the app has to handle',
    'Start the password reset policy when this code arrives.',
  ),
  sub(/AADB2C90077\b/, 'no-session', 'user', 'nobody is signed in there', 'Start a visible login.'),
  sub(
    /not assigned|conditional access|blocked by|not allowed|not permitted|not authorized to|admin(?:istrator)?\b|disabled|locked|suspended|restricted|policy/i,
    'policy',
    'user',
    'a rule of the provider does not let this user in',
    'Ask the administrator of the provider.',
  ),
];

/** Descriptions of `access_denied` that say who said no: a person. */
export const userSaidNo =
  /\b(?:(?:end[- ]?)?user|resource[- ]owner)\b[^.]{0,40}(?:den(?:y|ied)|declin|cancel|reject|refus|abort|did ?n[o'’]t)|(?:cancell?ed|denied|declined|rejected|refused) by (?:the )?(?:end[- ]?)?(?:user|resource owner)|user_(?:denied|cancel)/i;
