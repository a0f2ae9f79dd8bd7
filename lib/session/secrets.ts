/**
 * What a shared screen must not show without being asked. Masking is for the eye only; what leaves the browser is
 * decided by lib/redact. Unknown values that look random are taken for secrets.
 */
import { readUrl, type Written } from '../read/url.ts';

/** Words and addresses of the protocol: safe to show unless the value looks like a token all the same. */
const openNames: ReadonlySet<string> = new Set([
  'response_type',
  'response_mode',
  'client_id',
  'redirect_uri',
  'post_logout_redirect_uri',
  'scope',
  'prompt',
  'display',
  'max_age',
  'ui_locales',
  'claims_locales',
  'acr_values',
  'code_challenge',
  'code_challenge_method',
  'grant_type',
  'token_type',
  'token_type_hint',
  'expires_in',
  'interval',
  'error',
  'error_description',
  'error_uri',
  'iss',
  'issuer',
  'resource',
  'audience',
  'access_type',
  'claims',
  'client_assertion_type',
  'subject_token_type',
]);

/** Names that say that the value opens something or names somebody. */
const secretNames =
  /^(?:code|state|nonce|request|request_uri|response|assertion|username|user|login|email|mail|phone|pin|otp|totp|device_code|user_code|session_state|sid|ticket|samlresponse|samlrequest|relaystate|wresult|wctx|login_hint|logout_hint|id_token_hint|jwt|dpop|auth|key)$|token|secret|passw|passcode|verifier|assertion|credential|csrf|xsrf|session|signature|hmac|api_?key/i;

/** Of a name nobody knows, a longer value with digits in it is some kind of ticket. */
const longestWord = 12;

const tokenLike = /^ey[A-Za-z0-9_-]{8,}\./;
const email = /(?<![^\s@/])[^\s@/]+@[^\s@/]+\.[a-z]{2,}/i;

/** Nobody typed this: long, of one piece, letters and digits mixed. */
export function looksRandom(value: string): boolean {
  if (tokenLike.test(value)) return true;
  return value.length >= 20 && /^[\w.~+/=%-]+$/.test(value) && /\d/.test(value) && /[a-z]/i.test(value);
}

export function isSecret(name: string, value: string): boolean {
  if (value === '') return false;
  const key = name.toLowerCase();
  if (openNames.has(key)) return tokenLike.test(value);
  return secretNames.test(key) || looksRandom(value) || email.test(value) || (value.length > longestWord && /\d/.test(value));
}

const isAddress = (value: string) => /^[a-z][a-z0-9+.-]*:\/\//i.test(value);

/** A run of text that is shown, or a secret that is shown when asked for. */
export interface Piece {
  readonly text: string;
  readonly secret: boolean;
}

const open = (text: string): Piece => ({ text, secret: false });
const hidden = (text: string): Piece => ({ text, secret: text !== '' });

function pairPieces(pairs: readonly Written[]): Piece[] {
  return pairs.flatMap((pair, index) => {
    const joint = index === 0 ? '' : '&';
    const at = pair.text.indexOf('=');
    if (at < 0) return [open(joint), isSecret('', pair.name) ? hidden(pair.text) : open(pair.text)];
    const value = pair.text.slice(at + 1);
    const secret = isSecret(pair.name, pair.value) || (isAddress(pair.value) && addressPieces(pair.value).some((p) => p.secret));
    return [open(joint + pair.text.slice(0, at + 1)), secret ? hidden(value) : open(value)];
  });
}

/** `https://user:password@host/path`: credentials and random path parts are secrets. */
function basePieces(base: string): Piece[] {
  const match = /^([a-z][a-z0-9+.-]*:\/\/)([^/@]*)@(.*)$/is.exec(base);
  const [start, rest] = match ? [[open(match[1] ?? ''), hidden(match[2] ?? ''), open('@')], match[3] ?? ''] : [[], base];
  const parts = rest.split('/');
  return [
    ...start,
    ...parts.flatMap((part, index): Piece[] => [
      ...(index === 0 ? [] : [open('/')]),
      // The host is never hidden: it is who one talks to.
      index > (match ? 0 : 2) && looksRandom(part) ? hidden(part) : open(part),
    ]),
  ];
}

export function addressPieces(url: string): Piece[] {
  const { base, query, fragment } = readUrl(url);
  return merge([
    ...basePieces(base),
    ...(query ? [open('?'), ...pairPieces(query)] : []),
    ...(fragment ? [open('#'), ...pairPieces(fragment)] : []),
  ]);
}

/** `a=1; b=2`, values hidden. */
function cookiePieces(line: string): Piece[] {
  return line.split(';').flatMap((part, index) => {
    const at = part.indexOf('=');
    const joint = index === 0 ? '' : ';';
    return at < 0 ? [open(joint), hidden(part)] : [open(joint + part.slice(0, at + 1)), hidden(part.slice(at + 1))];
  });
}

/** `a=1; Path=/`: only the value is hidden, the attributes are what one looks for. */
function setCookiePieces(line: string): Piece[] {
  const end = line.indexOf(';');
  const pair = end < 0 ? line : line.slice(0, end);
  return [...cookiePieces(pair), ...(end < 0 ? [] : [open(line.slice(end))])];
}

const credentialHeaders = /^(?:authorization|proxy-authorization|dpop|x-(?:csrf|xsrf)-token|x-api-key)$/;
const addressHeaders = /^(?:location|referer|origin|refresh|content-location)$/;

export function headerPieces(name: string, value: string): Piece[] {
  const key = name.toLowerCase();
  if (key === 'cookie') return merge(cookiePieces(value));
  if (key === 'set-cookie')
    return merge(value.split('\n').flatMap((line, index) => [...(index === 0 ? [] : [open('\n')]), ...setCookiePieces(line)]));
  if (credentialHeaders.test(key)) {
    // The scheme (Bearer, Basic, DPoP) is worth seeing.
    const at = value.indexOf(' ');
    return at < 0 ? [hidden(value)] : [open(value.slice(0, at + 1)), hidden(value.slice(at + 1))];
  }
  if (addressHeaders.test(key)) return addressPieces(value);
  return isSecret(key, value) ? [hidden(value)] : [open(value)];
}

export function parameterPieces(name: string, value: string): Piece[] {
  if (isSecret(name, value)) return [hidden(value)];
  return isAddress(value) ? addressPieces(value) : [open(value)];
}

function merge(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (piece.text === '') continue;
    if (last && last.secret === piece.secret) merged[merged.length - 1] = { text: last.text + piece.text, secret: piece.secret };
    else merged.push(piece);
  }
  return merged;
}
