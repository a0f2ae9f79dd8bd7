/** What every check says, in German; one file for each folder of `lib/checks`, two where one would be too long. */
import type { CheckWords } from '../../check-words.ts';
import { issuer } from './issuer.ts';
import { nonce } from './nonce.ts';
import { pkce } from './pkce.ts';
import { redirectUri } from './redirect-uri.ts';
import { requestRules } from './request-rules.ts';
import { requestSpelling } from './request-spelling.ts';
import { response } from './response.ts';
import { size } from './size.ts';
import { state } from './state.ts';
import { tokenPlacement } from './token-placement.ts';

export const checksDe: CheckWords = {
  ...state,
  ...nonce,
  ...pkce,
  ...redirectUri,
  ...requestSpelling,
  ...requestRules,
  ...response,
  ...issuer,
  ...tokenPlacement,
  ...size,
};
