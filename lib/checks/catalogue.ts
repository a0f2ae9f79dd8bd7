/** Every check, in the order in which they are listed. Adding one is one line here. */
import { callbackHttpError } from './callback/callback-http-error.ts';
import { callbackReplayed } from './callback/callback-replayed.ts';
import { callbackWithoutRequest } from './callback/callback-without-request.ts';
import { cookieScopeMismatch } from './cookies/cookie-scope-mismatch.ts';
import { parallelFlowOverwrite } from './cookies/parallel-flow-overwrite.ts';
import { samesiteFormPost } from './cookies/samesite-form-post.ts';
import { samesiteStrictCallback } from './cookies/samesite-strict-callback.ts';
import { sessionNotEstablished } from './cookies/session-not-established.ts';
import { setCookieRejected } from './cookies/set-cookie-rejected.ts';
import { thirdPartyCookieBlocked } from './cookies/third-party-cookie-blocked.ts';
import { transactionCookieLost } from './cookies/transaction-cookie-lost.ts';
import type { Check } from './define.ts';
import { discoveryProblem } from './discovery/discovery-problem.ts';
import { registrationFailed } from './discovery/registration-failed.ts';
import { loginLoop } from './loop/login-loop.ts';
import { redirectLoop } from './loop/redirect-loop.ts';
import { pkceMissing } from './pkce/pkce-missing.ts';
import { callbackParamsLost } from './redirect-uri/callback-params-lost.ts';
import { redirectUriHostDrift } from './redirect-uri/redirect-uri-host-drift.ts';
import { redirectUriMalformed } from './redirect-uri/redirect-uri-malformed.ts';
import { redirectUriMismatch } from './redirect-uri/redirect-uri-mismatch.ts';
import { redirectUriRejected } from './redirect-uri/redirect-uri-rejected.ts';
import { redirectUriSchemeDowngrade } from './redirect-uri/redirect-uri-scheme-downgrade.ts';
import { authzPlaceholder } from './request/authz-placeholder.ts';
import { authzViaXhr } from './request/authz-via-xhr.ts';
import { clientSecretExposed } from './request/client-secret-exposed.ts';
import { authzErrorResponse } from './response/authz-error-response.ts';
import { authzHttpError } from './response/authz-http-error.ts';
import { callbackNoResult } from './response/callback-no-result.ts';
import { responseModeMismatch } from './response/response-mode-mismatch.ts';
import { cookieHeaderTooLarge } from './size/cookie-header-too-large.ts';
import { headerLimitRejected } from './size/header-limit-rejected.ts';
import { transactionCookiePileup } from './size/transaction-cookie-pileup.ts';
import { urlTooLong } from './size/url-too-long.ts';
import { oneTimeValueReused } from './state/one-time-value-reused.ts';
import { stateMangled } from './state/state-mangled.ts';
import { stateMismatch } from './state/state-mismatch.ts';
import { stateMissing } from './state/state-missing.ts';
import { stateNotReturned } from './state/state-not-returned.ts';
import { codeReused } from './token-endpoint/code-reused.ts';
import { deviceFlowProblem } from './token-endpoint/device-flow-problem.ts';
import { dpopMisuse } from './token-endpoint/dpop-misuse.ts';
import { refreshNotRotated } from './token-endpoint/refresh-not-rotated.ts';
import { resourceRequestRejected } from './token-endpoint/resource-request-rejected.ts';
import { tokenCorsBlocked } from './token-endpoint/token-cors-blocked.ts';
import { tokenErrorResponse } from './token-endpoint/token-error-response.ts';
import { tokenRequestMalformed } from './token-endpoint/token-request-malformed.ts';
import { tokenResponseMalformed } from './token-endpoint/token-response-malformed.ts';
import { credentialInReferer } from './token-placement/credential-in-referer.ts';
import { fragmentCarriedOver } from './token-placement/fragment-carried-over.ts';
import { tokenInQuery } from './token-placement/token-in-query.ts';
import { cleartextHop } from './transport/cleartext-hop.ts';
import { cspFormActionBlocks } from './transport/csp-form-action-blocks.ts';
import { extensionInterference } from './transport/extension-interference.ts';
import { networkFailure } from './transport/network-failure.ts';

export const catalogue: readonly Check[] = [
  oneTimeValueReused,
  stateMangled,
  stateMismatch,
  stateMissing,
  stateNotReturned,
  pkceMissing,
  callbackParamsLost,
  redirectUriHostDrift,
  redirectUriMalformed,
  redirectUriMismatch,
  redirectUriRejected,
  redirectUriSchemeDowngrade,
  authzPlaceholder,
  authzViaXhr,
  clientSecretExposed,
  authzErrorResponse,
  authzHttpError,
  callbackNoResult,
  responseModeMismatch,
  credentialInReferer,
  fragmentCarriedOver,
  tokenInQuery,
  cookieHeaderTooLarge,
  headerLimitRejected,
  transactionCookiePileup,
  urlTooLong,
  cookieScopeMismatch,
  parallelFlowOverwrite,
  samesiteFormPost,
  samesiteStrictCallback,
  sessionNotEstablished,
  setCookieRejected,
  thirdPartyCookieBlocked,
  transactionCookieLost,
  codeReused,
  deviceFlowProblem,
  dpopMisuse,
  refreshNotRotated,
  resourceRequestRejected,
  tokenCorsBlocked,
  tokenErrorResponse,
  tokenRequestMalformed,
  tokenResponseMalformed,
  callbackHttpError,
  callbackReplayed,
  callbackWithoutRequest,
  loginLoop,
  redirectLoop,
  cleartextHop,
  cspFormActionBlocks,
  extensionInterference,
  networkFailure,
  discoveryProblem,
  registrationFailed,
];

const byId = new Map(catalogue.map((check) => [check.id, check]));

export function findCheck(id: string): Check | null {
  return byId.get(id) ?? null;
}
