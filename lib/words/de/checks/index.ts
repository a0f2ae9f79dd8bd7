/** What every check says, in German; one file for each folder of `lib/checks`, more where one would be too long. */
import type { CheckWords } from '../../check-words.ts';
import { callback } from './callback.ts';
import { callbackAnswers } from './callback-answers.ts';
import { callbackErrors } from './callback-errors.ts';
import { callbackExposure } from './callback-exposure.ts';
import { callbackTiming } from './callback-timing.ts';
import { cookies } from './cookies.ts';
import { sessionCookies } from './cookies-session.ts';
import { transactionCookies } from './cookies-transaction.ts';
import { discovery } from './discovery.ts';
import { issuer } from './issuer.ts';
import { logout } from './logout.ts';
import { logoutReturnBroken } from './logout-return.ts';
import { loop } from './loop.ts';
import { nonce } from './nonce.ts';
import { pkce } from './pkce.ts';
import { providerQuirk } from './provider-quirk.ts';
import { redirectUri } from './redirect-uri.ts';
import { requestRules } from './request-rules.ts';
import { requestSpelling } from './request-spelling.ts';
import { response } from './response.ts';
import { session } from './session.ts';
import { size } from './size.ts';
import { state } from './state.ts';
import { tokenAnswers } from './token-answers.ts';
import { tokenEndpoint } from './token-endpoint.ts';
import { tokenErrors } from './token-errors.ts';
import { tokenPlacement } from './token-placement.ts';
import { tokenRenewal } from './token-renewal.ts';
import { tokenRequests } from './token-requests.ts';
import { transport } from './transport.ts';
import { networkFailure } from './transport-network.ts';

export const checksDe: CheckWords = {
  ...callbackAnswers,
  ...callbackErrors,
  ...callbackExposure,
  ...callbackTiming,
  ...callback,
  ...sessionCookies,
  ...transactionCookies,
  ...cookies,
  ...discovery,
  ...issuer,
  ...logoutReturnBroken,
  ...logout,
  ...loop,
  ...nonce,
  ...pkce,
  ...providerQuirk,
  ...redirectUri,
  ...requestRules,
  ...requestSpelling,
  ...response,
  ...session,
  ...size,
  ...state,
  ...tokenAnswers,
  ...tokenEndpoint,
  ...tokenErrors,
  ...tokenPlacement,
  ...tokenRenewal,
  ...tokenRequests,
  ...networkFailure,
  ...transport,
};
