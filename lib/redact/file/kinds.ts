/** What a replaced value was, for the list of what leaves: a reader wants to know that the passwords are gone. */
import { looksLikeJwt } from '../../read/jwt.ts';

/** Closed list, in the order in which people ask. */
export const hiddenKinds = ['credential', 'token', 'one-time', 'cookie', 'person', 'id', 'value'] as const;

export type HiddenKind = (typeof hiddenKinds)[number];

/** How many different values of each kind were replaced. */
export type HiddenCounts = Readonly<Record<HiddenKind, number>>;

const credential = /pass(?:w|c|p|$)|secret|credential|api_?-?key|^authorization$|^proxy-authorization$|^pin$|^x-.*key$/i;
const token = /token|assertion|^jwt$|^dpop$|^request$|^response$|^saml|^wresult$|^id$/i;
const oneTime =
  /^(?:code|state|nonce|code_challenge|code_verifier|session_state|request_uri|device_code|user_code|ticket|otp|totp|relaystate|wctx)$|csrf|xsrf/i;
/** After these stands where something is, whoever it is about: `accounts_endpoint`. */
export const placeNames = /_(?:endpoint|ur[il]s?)$/i;
const person = /^(?:user|login|mail|phone|sub|name|given_|family_|account)|user_?name|e-?mail|login_?hint/i;
const address = /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i;

export function kindOf(name: string, value: string): HiddenKind {
  if (credential.test(name)) return 'credential';
  if (oneTime.test(name)) return 'one-time';
  if (looksLikeJwt(value) || (token.test(name) && name.length > 2)) return 'token';
  return (person.test(name) && !placeNames.test(name)) || address.test(value) ? 'person' : 'value';
}
