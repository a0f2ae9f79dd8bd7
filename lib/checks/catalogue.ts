/** Every check, in the order in which they are listed. Adding one is one line here. */
import { answerUnused } from './callback/answer-unused.ts';
import { botChallenge } from './callback/bot-challenge.ts';
import { callbackHttpError } from './callback/callback-http-error.ts';
import { callbackLate } from './callback/callback-late.ts';
import { callbackReplayed } from './callback/callback-replayed.ts';
import { callbackServiceWorker } from './callback/callback-service-worker.ts';
import { callbackSlow } from './callback/callback-slow.ts';
import { callbackWithoutRequest } from './callback/callback-without-request.ts';
import { corsOnFrontChannel } from './callback/cors-on-front-channel.ts';
import { postLoginOpenRedirect } from './callback/post-login-open-redirect.ts';
import { containerSwitch } from './cookies/container-switch.ts';
import { cookieScopeMismatch } from './cookies/cookie-scope-mismatch.ts';
import { parallelFlowOverwrite } from './cookies/parallel-flow-overwrite.ts';
import { samesiteFormPost } from './cookies/samesite-form-post.ts';
import { samesiteStrictCallback } from './cookies/samesite-strict-callback.ts';
import { sessionCookieFlags } from './cookies/session-cookie-flags.ts';
import { sessionNotEstablished } from './cookies/session-not-established.ts';
import { setCookieRejected } from './cookies/set-cookie-rejected.ts';
import { thirdPartyCookieBlocked } from './cookies/third-party-cookie-blocked.ts';
import { transactionCookieLost } from './cookies/transaction-cookie-lost.ts';
import type { Check } from './define.ts';
import { discoveryProblem } from './discovery/discovery-problem.ts';
import { registrationFailed } from './discovery/registration-failed.ts';
import { issMismatch } from './issuer/iss-mismatch.ts';
import { mixupSuspected } from './issuer/mixup-suspected.ts';
import { frontchannelLogoutBroken } from './logout/frontchannel-logout-broken.ts';
import { logoutNotEffective } from './logout/logout-not-effective.ts';
import { logoutRequestIncomplete } from './logout/logout-request-incomplete.ts';
import { logoutReturnBroken } from './logout/logout-return-broken.ts';
import { loginLoop } from './loop/login-loop.ts';
import { redirectLoop } from './loop/redirect-loop.ts';
import { idTokenInvalid } from './nonce/id-token-invalid.ts';
import { nonceMismatch } from './nonce/nonce-mismatch.ts';
import { nonceMissing } from './nonce/nonce-missing.ts';
import { pkceMalformed } from './pkce/pkce-malformed.ts';
import { pkceMissing } from './pkce/pkce-missing.ts';
import { pkcePlain } from './pkce/pkce-plain.ts';
import { pkceVerifierMismatch } from './pkce/pkce-verifier-mismatch.ts';
import { fedcmFailed } from './provider-quirk/fedcm-failed.ts';
import { appSchemeNotHandled } from './redirect-uri/app-scheme-not-handled.ts';
import { callbackParamsLost } from './redirect-uri/callback-params-lost.ts';
import { redirectUriEnvironmentMixup } from './redirect-uri/redirect-uri-environment-mixup.ts';
import { redirectUriHostDrift } from './redirect-uri/redirect-uri-host-drift.ts';
import { redirectUriMalformed } from './redirect-uri/redirect-uri-malformed.ts';
import { redirectUriMismatch } from './redirect-uri/redirect-uri-mismatch.ts';
import { redirectUriRejected } from './redirect-uri/redirect-uri-rejected.ts';
import { redirectUriSchemeDowngrade } from './redirect-uri/redirect-uri-scheme-downgrade.ts';
import { redirectUriSuspicious } from './redirect-uri/redirect-uri-suspicious.ts';
import { authzMangled } from './request/authz-mangled.ts';
import { authzParamProblem } from './request/authz-param-problem.ts';
import { authzPlaceholder } from './request/authz-placeholder.ts';
import { authzViaXhr } from './request/authz-via-xhr.ts';
import { clientSecretExposed } from './request/client-secret-exposed.ts';
import { duplicateParameter } from './request/duplicate-parameter.ts';
import { loginPageExternalHosts } from './request/login-page-external-hosts.ts';
import { metadataUnsupported } from './request/metadata-unsupported.ts';
import { parRequestUriStale } from './request/par-request-uri-stale.ts';
import { providerProfileRule } from './request/provider-profile-rule.ts';
import { requestObjectConflict } from './request/request-object-conflict.ts';
import { retiredFeature } from './request/retired-feature.ts';
import { scopeMalformed } from './request/scope-malformed.ts';
import { authzErrorResponse } from './response/authz-error-response.ts';
import { authzHttpError } from './response/authz-http-error.ts';
import { callbackNoResult } from './response/callback-no-result.ts';
import { flowStalledAtIdp } from './response/flow-stalled-at-idp.ts';
import { responseModeMismatch } from './response/response-mode-mismatch.ts';
import { userCancelled } from './response/user-cancelled.ts';
import { authzFrameBlocked } from './session/authz-frame-blocked.ts';
import { clickjackingUnprotected } from './session/clickjacking-unprotected.ts';
import { coopSeversPopup } from './session/coop-severs-popup.ts';
import { silentAuthFailed } from './session/silent-auth-failed.ts';
import { cookieHeaderTooLarge } from './size/cookie-header-too-large.ts';
import { headerLimitRejected } from './size/header-limit-rejected.ts';
import { responseHeadersTooLarge } from './size/response-headers-too-large.ts';
import { transactionCookiePileup } from './size/transaction-cookie-pileup.ts';
import { urlTooLong } from './size/url-too-long.ts';
import { browserBindingMissing } from './state/browser-binding-missing.ts';
import { oneTimeValueReused } from './state/one-time-value-reused.ts';
import { oneTimeValueWeak } from './state/one-time-value-weak.ts';
import { sensitiveDataInUrl } from './state/sensitive-data-in-url.ts';
import { stateMangled } from './state/state-mangled.ts';
import { stateMismatch } from './state/state-mismatch.ts';
import { stateMissing } from './state/state-missing.ts';
import { stateNotReturned } from './state/state-not-returned.ts';
import { codeReused } from './token-endpoint/code-reused.ts';
import { deviceFlowProblem } from './token-endpoint/device-flow-problem.ts';
import { dpopMisuse } from './token-endpoint/dpop-misuse.ts';
import { refreshNotRotated } from './token-endpoint/refresh-not-rotated.ts';
import { refreshTokenMissing } from './token-endpoint/refresh-token-missing.ts';
import { resourceRequestRejected } from './token-endpoint/resource-request-rejected.ts';
import { sensitiveResponseCacheable } from './token-endpoint/sensitive-response-cacheable.ts';
import { tokenCorsBlocked } from './token-endpoint/token-cors-blocked.ts';
import { tokenErrorResponse } from './token-endpoint/token-error-response.ts';
import { tokenLifetimeAnomaly } from './token-endpoint/token-lifetime-anomaly.ts';
import { tokenRequestMalformed } from './token-endpoint/token-request-malformed.ts';
import { tokenResponseMalformed } from './token-endpoint/token-response-malformed.ts';
import { callbackThirdPartyContent } from './token-placement/callback-third-party-content.ts';
import { credentialInReferer } from './token-placement/credential-in-referer.ts';
import { credentialToThirdParty } from './token-placement/credential-to-third-party.ts';
import { fragmentCarriedOver } from './token-placement/fragment-carried-over.ts';
import { implicitFlow } from './token-placement/implicit-flow.ts';
import { tokenExposedToScript } from './token-placement/token-exposed-to-script.ts';
import { tokenInQuery } from './token-placement/token-in-query.ts';
import { cleartextHop } from './transport/cleartext-hop.ts';
import { clockSkew } from './transport/clock-skew.ts';
import { credentials307 } from './transport/credentials-307.ts';
import { cspFormActionBlocks } from './transport/csp-form-action-blocks.ts';
import { extensionInterference } from './transport/extension-interference.ts';
import { networkFailure } from './transport/network-failure.ts';

export const catalogue: readonly Check[] = [
  browserBindingMissing,
  oneTimeValueReused,
  oneTimeValueWeak,
  sensitiveDataInUrl,
  stateMangled,
  stateMismatch,
  stateMissing,
  stateNotReturned,
  idTokenInvalid,
  nonceMismatch,
  nonceMissing,
  pkceMalformed,
  pkceMissing,
  pkcePlain,
  pkceVerifierMismatch,
  appSchemeNotHandled,
  callbackParamsLost,
  redirectUriEnvironmentMixup,
  redirectUriHostDrift,
  redirectUriMalformed,
  redirectUriMismatch,
  redirectUriRejected,
  redirectUriSchemeDowngrade,
  redirectUriSuspicious,
  authzMangled,
  authzParamProblem,
  authzPlaceholder,
  authzViaXhr,
  clientSecretExposed,
  duplicateParameter,
  loginPageExternalHosts,
  metadataUnsupported,
  parRequestUriStale,
  providerProfileRule,
  requestObjectConflict,
  retiredFeature,
  scopeMalformed,
  authzErrorResponse,
  authzHttpError,
  callbackNoResult,
  flowStalledAtIdp,
  responseModeMismatch,
  userCancelled,
  issMismatch,
  mixupSuspected,
  callbackThirdPartyContent,
  credentialInReferer,
  credentialToThirdParty,
  fragmentCarriedOver,
  implicitFlow,
  tokenExposedToScript,
  tokenInQuery,
  cookieHeaderTooLarge,
  headerLimitRejected,
  responseHeadersTooLarge,
  transactionCookiePileup,
  urlTooLong,
  containerSwitch,
  cookieScopeMismatch,
  parallelFlowOverwrite,
  samesiteFormPost,
  samesiteStrictCallback,
  sessionCookieFlags,
  sessionNotEstablished,
  setCookieRejected,
  thirdPartyCookieBlocked,
  transactionCookieLost,
  authzFrameBlocked,
  clickjackingUnprotected,
  coopSeversPopup,
  silentAuthFailed,
  codeReused,
  deviceFlowProblem,
  dpopMisuse,
  refreshNotRotated,
  refreshTokenMissing,
  resourceRequestRejected,
  sensitiveResponseCacheable,
  tokenCorsBlocked,
  tokenErrorResponse,
  tokenLifetimeAnomaly,
  tokenRequestMalformed,
  tokenResponseMalformed,
  answerUnused,
  botChallenge,
  callbackHttpError,
  callbackLate,
  callbackReplayed,
  callbackServiceWorker,
  callbackSlow,
  callbackWithoutRequest,
  corsOnFrontChannel,
  postLoginOpenRedirect,
  loginLoop,
  redirectLoop,
  cleartextHop,
  clockSkew,
  credentials307,
  cspFormActionBlocks,
  extensionInterference,
  networkFailure,
  discoveryProblem,
  registrationFailed,
  fedcmFailed,
  frontchannelLogoutBroken,
  logoutNotEffective,
  logoutRequestIncomplete,
  logoutReturnBroken,
];

const byId = new Map(catalogue.map((check) => [check.id, check]));

export function findCheck(id: string): Check | null {
  return byId.get(id) ?? null;
}
