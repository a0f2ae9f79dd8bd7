/** What every check says, in German; one file for each folder of `lib/checks`, more where one would be too long. */
import type { CheckWords } from '../../check-words.ts';
import { callback } from './callback.ts';
import { cookies } from './cookies.ts';
import { discovery } from './discovery.ts';
import { issuer } from './issuer.ts';
import { logout } from './logout.ts';
import { loop } from './loop.ts';
import { nonce } from './nonce.ts';
import { pkce } from './pkce.ts';
import { providerQuirk } from './provider-quirk.ts';
import { redirectUri } from './redirect-uri.ts';
import { request } from './request.ts';
import { response } from './response.ts';
import { session } from './session.ts';
import { size } from './size.ts';
import { state } from './state.ts';
import { tokenEndpoint } from './token-endpoint.ts';
import { tokenPlacement } from './token-placement.ts';
import { transport } from './transport.ts';

export const checksDe: CheckWords = {
  ...state,
  ...nonce,
  ...pkce,
  ...redirectUri,
  ...request,
  ...response,
  ...issuer,
  ...tokenPlacement,
  ...size,
  ...cookies,
  ...session,
  ...tokenEndpoint,
  ...callback,
  ...loop,
  ...transport,
  ...discovery,
  ...providerQuirk,
  ...logout,
};
