/**
 * Free text (error pages, descriptions) is dropped; only what some check reads in it is said again in words of our own.
 */
import { bareCodeIn, errorCodeIn, visibleText } from '../../read/html.ts';
import { errorCodes, userSaidNo } from '../../spec/errors.ts';
import { badGateways, botChecks, firewalls, loginFailed, tooLarge } from '../../spec/page-words.ts';
import { isKnownParameter } from '../../spec/parameters.ts';
import { clientRefusals, numberedError, redirectRefusals } from '../../spec/refusals.ts';
import { subCodes } from '../../spec/sub-codes.ts';
import { supporting } from '../../spec/vocabulary.ts';
import { isRandomWord, isShouted } from '../policy.ts';

const pkceWords = /pkce|code[_ ]challenge|code[_ ]verifier|proof key/i;
const methodRefused =
  /(?:not (?:supported|allowed|valid)|unsupported|invalid|unknown)[^.=]{0,40}code[_ ]challenge[_ ]method|code[_ ]challenge[_ ]method(?!=)[^.=]{0,40}(?:not (?:supported|allowed|valid)|unsupported|invalid|unknown)/i;
const demand = /requir|missing|must|need|mandatory|enforce/i;

/** Only letters, digits and separators: nothing that could be somebody's. */
const plain = /^[A-Za-z0-9_.-]{3,60}$/;

/** Codes and settings of the standards and of providers that a text names: what a reader may be shown of it. */
export function codesIn(text: string): string[] {
  const words: string[] = [];
  if (redirectRefusals.some((pattern) => pattern.test(text))) words.push('redirect_uri_mismatch');
  if (clientRefusals.some((pattern) => pattern.test(text))) words.push('invalid_client');
  if (pkceWords.test(text))
    words.push(demand.test(text) ? 'PKCE is required' : methodRefused.test(text) ? 'unsupported code_challenge_method' : 'code_challenge');
  if (/\bnonce\b/i.test(text)) words.push('nonce');
  for (const { pattern } of subCodes) {
    const found = pattern.exec(text)?.[0];
    // Where the pattern has no room for anything else, what it found is its own text.
    if (found !== undefined) words.push(plain.test(found) || !/[[*]|\.[{*+?]/.test(pattern.source) ? found : '');
  }
  const numbered = /\b(?:AADSTS|AADB2C|MSIS)\d{4,8}\b/.exec(text)?.[0];
  if (numbered !== undefined) words.push(numbered);
  const named = /\b(?:invalid|missing|unsupported|unknown)\b[^.]{0,20}\bparameters?\b:?\s*["'`]?([a-z_]{4,40})/i
    .exec(text)?.[1]
    ?.toLowerCase();
  if (named !== undefined && (supporting.has(named) || /^(?:response_type|response_mode|redirect_uri|client_id)$/.test(named)))
    words.push(`invalid parameter: ${named}`);
  // A check compares what a refusal names with what was sent.
  words.push(
    ...(text.match(/\b[a-z]+(?:_[a-z]+)+\b/g) ?? []).filter((name) => isKnownParameter(name) && !words.some((word) => word.includes(name))),
  );
  return [...new Set(words.filter((word) => word !== ''))];
}

/** Phrases that the checks understand as they understood the text. */
export function tellingWords(text: string): string[] {
  const words = codesIn(text);
  if (/\b(?:cookies?|expired|timed? ?out|session|restart)\b/i.test(text)) words.push('cookie');
  if (/password|credential|incorrect|locked|disabled|blocked|attempts/i.test(text)) words.push('password');
  if (/token/i.test(text)) words.push('token');
  if (userSaidNo.test(text)) words.push('cancelled by the user');
  if (/fail|error|denied|invalid|expired|could ?n[o']t|unable|problem|wrong/i.test(text))
    words.push(/\b(?:log ?in|auth(?:entication|orization)?|sso|sign[ -]?in|oauth)\b/i.test(text) ? 'login failed' : 'failed');
  return words;
}

/** Characters that take as much room in any encoding. */
function roomOf(char: string): string {
  if (/^[A-Za-z0-9]$/.test(char)) return 'a';
  return char.length === 1 && char < '\u0080' ? char : String(new TextEncoder().encode(char).length);
}

/**
 * An error description that says what the old one said to a check, and is as long as that in any encoding: how long an address is
 * decides whether servers take it. `standIn`: that of the text, so that different descriptions stay different.
 */
export function tellingDescription(text: string, standIn: string): string {
  const said = tellingWords(text).join(' ');
  if (said === '') return standIn;
  const taken = new Map<string, number>();
  let short = 0;
  for (const char of `${said} `) taken.set(roomOf(char), (taken.get(roomOf(char)) ?? 0) + 1);
  const left = [...standIn].filter((char) => {
    const room = roomOf(char);
    const count = taken.get(room) ?? 0;
    taken.set(room, count - 1);
    return count <= 0;
  });
  for (const [room, count] of taken) if (room !== 'a' && count > 0) short += count;
  // Where the text had no blank to give, its letters make room.
  const rest = left.filter((char) => roomOf(char) !== 'a' || short-- <= 0).join('');
  return rest === '' ? said : `${said} ${rest}`;
}

const mostShown = 4_100;
const longestPage = 20_001;

const isErrorCode = (code: string) => Object.hasOwn(errorCodes, code);

/** A page that says what the old one said to a check, and is about as long. `addresses`: redacted ones the old one held. */
export function tellingPage(source: string, addresses: readonly string[]): string {
  const shown = visibleText(source);
  const numbered = numberedError.exec(source)?.[0].split(':', 1)[0];
  const words = [
    ...tellingWords(shown),
    ...(numbered ? [`${numbered}:`] : []),
    ...[...tooLarge, ...firewalls, ...botChecks, ...badGateways].flatMap(({ pattern, says }) => (pattern.test(source) ? [says] : [])),
    ...(loginFailed.test(shown) ? ['login failed'] : []),
  ];
  const codes = Object.keys(errorCodes).filter(
    (code) => new RegExp(`["'=:]\\s{0,3}["']?${code}(?=["'\\s<,;.&)])`).test(source) && /\berror\b/i.test(source),
  );
  const bare = bareCodeIn(shown, isErrorCode);
  if (codes.length === 0 && bare !== null && !words.includes(bare)) codes.push(bare);
  const parts = [
    ...(/^\s*<(?:!doctype|html|head|body|script|meta|!--)/i.test(source) ? ['<!doctype html>'] : []),
    `<p>${words.join('. ')}</p>`,
    ...codes.slice(0, 3).map((code) => `<!-- error: "${code}" -->`),
    ...addresses.map((address) => `<a href="${address}"></a>`),
    ...(/<form\b/i.test(source) ? ['<form></form>'] : []),
    ...(/<input\b/i.test(source) ? ['<input>'] : []),
    ...(/<script\b/i.test(source) ? ['<script></script>'] : []),
  ];
  const page = parts.join('');
  const missing = Math.min(shown.length, mostShown) - visibleText(page).length;
  const filled = missing > 2 ? `${page}<p>${'x '.repeat(missing / 2)}</p>` : page;
  return source.length >= longestPage ? filled.padEnd(longestPage) : filled;
}

/** The same where only the shown words are known. */
export function tellingShown(shown: string): string {
  const numbered = numberedError.exec(shown)?.[0].split(':', 1)[0];
  const said = tellingWords(shown);
  const code = errorCodeIn(shown, isErrorCode) ?? bareCodeIn(shown, isErrorCode);
  const words = [
    ...(code === null || said.includes(code) ? [] : [`error: ${code}`]),
    ...said,
    ...(numbered ? [`${numbered}:`] : []),
    ...[...tooLarge, ...firewalls, ...botChecks, ...badGateways].flatMap(({ pattern, says }) => (pattern.test(shown) ? [says] : [])),
    ...(loginFailed.test(shown) ? ['login failed'] : []),
  ].join('. ');
  return words.padEnd(Math.min(shown.length, mostShown), ' x');
}

/** Pages and scripts hold thousands of words; a secret in them is a hidden field or looks like one. */
const mostLeftOut = 400;
const longestLooked = 200_000;
const shortestLeftOut = 8;
const deepestLooked = 12;

/** What the scan is to look for when a text is not written at all: hidden fields, and all in it that no person wrote. */
export function leftOut(text: string): string[] {
  const whole = text.length <= 80 && !text.includes('/') ? [text.trim()] : [];
  const looked = text.slice(0, longestLooked);
  const fields = [...looked.matchAll(/\bvalue\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].map((match) => match[1] ?? match[2] ?? '');
  // The end of an encoded character is no part of the word behind it.
  const made =
    looked
      .replace(/%(?:25)*[0-9a-f]{2}|\\u[0-9a-f]{4}|\\[bfnrt]|&#?\w{2,8};/gi, ' ')
      // Of a JWT the signature: other JWTs may begin in the same way, and what they say stays readable in part.
      .replace(/ey[\w-]{1,300}\.[\w-]*\./g, ' ')
      .match(/[A-Za-z0-9_~+-]{8,200}/g)
      ?.filter((word) => isRandomWord(word) || isShouted(word)) ?? [];
  return [...whole, ...[...fields, ...made].slice(0, mostLeftOut)].filter(
    (piece) => piece.length >= shortestLeftOut && !piece.includes('/') && !isErrorCode(piece) && !/^(?:AADSTS|AADB2C|MSIS)\d+$/.test(piece),
  );
}

/** The same of a part of a file that may have any type. */
export function leftOutOf(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return leftOut(value);
  if (depth > deepestLooked || value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap((item) => leftOutOf(item, depth + 1));
}
