/** What may stay readable. Everything that is not named here is replaced: unknown means hidden. */
import { isVocabulary } from './words.ts';

/** Parameters whose values are settings or codes of the protocol, never secrets. */
export const openParameters: ReadonlySet<string> = new Set([
  'response_type',
  'response_mode',
  'scope',
  'prompt',
  'error',
  'code_challenge_method',
  'client_id',
  'grant_type',
  'token_type',
  'expires_in',
  'display',
  'max_age',
  'ui_locales',
  'claims_locales',
  'access_type',
  'token_endpoint_auth_method',
  'include_granted_scopes',
  'token_type_hint',
  'code_challenge_methods_supported',
  'approval_prompt',
]);

/** Parameters whose values are addresses: they stay as redacted addresses. */
export const addressParameters: ReadonlySet<string> = new Set([
  'redirect_uri',
  'post_logout_redirect_uri',
  'iss',
  'issuer',
  'error_uri',
  'redirect_url',
  'redirectUri',
  'callback_url',
  'return_uri',
]);

/** Values longer than this are not protocol words, whatever their name says. */
const longestWord = 512;

const plainValue = /^[\w .:/+,@~!*()[\]-]*$/;
const email = /(?<![^\s@/:])[^\s@/:]+@[^\s@/]+\.[a-z]{2,}/i;

const words = (value: string) => value.split(/[ +,]+/).every((word) => isVocabulary(word));
const locales = (value: string) =>
  /^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}(?:[ +][A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3})*$/.test(value);
const seconds = (value: string) => /^-?\d{1,12}$/.test(value);

/** What the values may look like where it is not just words of the web. */
const shapes: Readonly<Record<string, (value: string) => boolean>> = {
  client_id: isClientId,
  scope: (value) => value.split(/[\s,+]+/).every(isOpenScope),
  error: (value) => /^[A-Za-z_-]{2,60}$/.test(value) && isVocabulary(value),
  token_type: (value) => isAuthScheme(value) || isVocabulary(value),
  expires_in: seconds,
  max_age: seconds,
  code_challenge_method: (value) => /^(?:S256|plain)$/i.test(value),
  ui_locales: locales,
  claims_locales: locales,
};

/** Servers make these up as they like. An address is shown as one; what people write by hand to others is none. */
function isClientId(value: string): boolean {
  const isToken = /^ey[A-Za-z0-9_-]{10,}\./.test(value);
  const isPhone = /^(?:\+|00)[\d ()./-]{6,}$|^\(?0\d{1,5}\)?[ ()./-][\d ()./-]{4,}$/.test(value);
  const isAccount = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(value);
  return !isToken && !isPhone && !isAccount && !/[\s!*()]/.test(value) && !value.includes('://');
}

/** An allowed parameter still has to look like what it is. */
export function isOpenValue(name: string, value: string): boolean {
  if (!openParameters.has(name) || value.length > longestWord || !plainValue.test(value) || email.test(value)) return false;
  const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
  return shape ? shape(value) : words(value);
}

/** One permission: servers name them as they like, so words stay; what no person wrote goes. */
export function isOpenScope(scope: string): boolean {
  return (
    scope.length <= 120 &&
    plainValue.test(scope) &&
    !email.test(scope) &&
    !isShouted(scope) &&
    scope.split(/[^A-Za-z0-9]+/).every((part) => !isRandomWord(part) && (!/[a-z]\d+[a-z]|\d{3,}/i.test(part) || isVocabulary(part)))
  );
}

/** Schemes of HTTP authentication (IANA registry) and those that are common without being registered. */
export function isAuthScheme(word: string): boolean {
  return /^(?:basic|bearer|digest|dpop|gnap|hoba|mutual|negotiate|ntlm|oauth|privatetoken|scram-sha-(?:1|256)|vapid|mac|token|apikey|aws4-hmac-sha256|n_a)$/i.test(
    word,
  );
}

/** A word that no person wrote: mixed digits and letters, hex, long runs. */
export function isRandomWord(word: string): boolean {
  if (word.length >= 40) return true;
  if (/^\d{5,}$/.test(word)) return true;
  if (/^[0-9a-f-]{16,}$/i.test(word) && /\d/.test(word)) return true;
  if (/^[0-9a-f]{8,}$/i.test(word) && /\d/.test(word) && /[a-f]/i.test(word)) return true;
  const turns = word.match(/[a-z][A-Z]|[A-Z]{2}[a-z]|\d[A-Za-z]|[A-Za-z]\d/g)?.length ?? 0;
  return word.length >= 8 && (turns >= 4 || (turns >= 3 && /\d/.test(word)));
}

/** A path segment that names a place, not a person or a thing. */
export function isRoute(segment: string): boolean {
  return isVocabulary(segment);
}

/** Runs of capitals that are no abbreviation of the trade: a code, a ticket or a marker. */
const capitals = /[A-Z]{5,}[a-z0-9]*/g;

export function isShouted(text: string): boolean {
  return (text.match(capitals) ?? []).some((run) => !isVocabulary(run));
}

/** What frameworks put in front of a name made for one login; what follows is its own, whatever it looks like. */
const perLogin = /(?:[Cc]orrelation|[Nn]once|[Ss]tate|txn|transaction|interaction)[._-](?=[^._-]*[A-Z0-9])/;

/** A parameter, header or cookie name made of words and single digits. */
export function isName(segment: string): boolean {
  if (perLogin.test(segment) || isShouted(segment)) return false;
  return (
    isWord(segment) &&
    segment
      .split(/[._~:-]/)
      .every(
        (part) =>
          /^(?:[A-Za-z$!*'()[\]]*\d?|\d?[A-Za-z]*|v?\d{1,3}|(?:oauth|openid|saml|ws|auth)\d{1,2})$/i.test(part) || isVocabulary(part),
      )
  );
}

/** Text without a part that only a machine makes up. */
export function isWord(text: string): boolean {
  if (text.length > 48 || !/^[A-Za-z0-9_.~:$!*'()[\]-]*$/.test(text)) return false;
  return !isRandomWord(text) && !text.split(/[._~:-]/).some((part) => isRandomWord(part));
}

/** What a framework calls its cookies, in front of what it made up for one login: `.AspNetCore.Correlation.` and the like. */
export function wordsBefore(name: string): string {
  const made = perLogin.exec(name);
  if (made) return name.slice(0, made.index + made[0].length);
  // In front of the @ of an address stands a person.
  const isWritten = /@|%40/.test(name) ? isVocabulary : isFrameworkWord;
  let end = 0;
  for (const { 0: part, index } of name.matchAll(/(?<![A-Za-z0-9$])[A-Za-z0-9$]*[._~:|-]+/g)) {
    if (index !== end || uuidStart.test(name.slice(index)) || !isWritten(part.replace(/(?<![._~:|-])[._~:|-]+$/, ''))) break;
    end = index + part.length;
  }
  return name.slice(0, end);
}

const uuidStart = /^[0-9a-f]{8}-[0-9a-f]{4}-/i;

function isFrameworkWord(part: string): boolean {
  // Numbers of people, cards and phones; pieces of what a machine made up.
  if (/\d{5,}/.test(part) || (/[a-z]\d{2}|\d{2}[a-z]/i.test(part) && !isVocabulary(part))) return false;
  return (part.match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? []).every((piece) => piece.length >= 3 || /^(?:id|qs|db|js|v\d)$/i.test(piece));
}

/** A parameter without a value that says something by being there: `?error`, `?wsdl`. */
export function isFlag(text: string): boolean {
  return /^[a-z][a-z_-]{0,30}$/.test(text) && isVocabulary(text);
}

/** Hosts are shown. A label that only a machine makes up is a token that stands there: `a1b2c3d4e5f6.tenant.example`. */
export function isOpenLabel(label: string): boolean {
  // Of a name in other letters, those that are ASCII stand first (RFC 3492 section 3.1).
  if (label.startsWith('xn--')) return isOpenLabel(label.slice(4, Math.max(4, label.lastIndexOf('-'))));
  return !isShouted(label) && !(label.length >= 12 && label.split('-').some(isMadeUpPart));
}

function isMadeUpPart(part: string): boolean {
  if (isRandomWord(part) && part.length >= (/[a-z]/i.test(part) ? 8 : 12)) return true;
  // Hosts are written in lower case, so that only the digits between the letters are left to see.
  return part.length >= 16 && /[a-z]\d+[a-z]/i.test(part) && !isVocabulary(part);
}
