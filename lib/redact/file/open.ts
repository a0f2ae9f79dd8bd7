/** What may stay in a file besides what a report shows. */
import { isOpenScope } from '../policy.ts';
import { isVocabulary } from '../words.ts';

/** A setting that was never filled in says so, or is a switch; it is nobody's secret. */
const unset =
  /^(?:undefined|null|nan|none|nil|true|false|required|optional|enabled|disabled|[01]|\[object object\]|changeme|change_me|todo|x{3}|<[^<>@]{1,40}>|\$\{[\w.]{0,60}\}|\{\{\s*[\w.]{0,60}\s*\}\}|#\{[\w.]{1,60}\}#?|\{[a-z_-]{1,40}\}|:[a-z]{1,20}|process\.env\.\w{1,60}|%[A-Z_]{3,40}%|__[A-Z0-9_]{3,60}__|your[-_ ]?(?:client|app|tenant)[-_ ]?id)$/i;

export function isUnset(value: string): boolean {
  return unset.test(value);
}

/**
 * A placeholder as somebody's sanitizer or template engine left it. The words that make it one stay; a name that stands between
 * them goes through `hide`.
 */
export function placeholder(value: string, hide: (run: string) => string): string {
  return value.replace(/[\p{L}\p{N}]+/gu, (run) => {
    if (/^(?:x+|nan|nil)$/i.test(run) || isVocabulary(run)) return run;
    const found = /redact(?:ed)?|scrubb(?:ed)?|saniti[sz](?:ed)?|anonymi[sz]?(?:ed)?|masked|filtered|obfuscat(?:ed)?/i.exec(run);
    if (!found) return hide(run);
    const before = run.slice(0, found.index);
    const after = run.slice(found.index + found[0].length);
    return (before && hide(before)) + found[0] + (after && hide(after));
  });
}

/** Members and parameters whose values are words or addresses of the protocol. */
export const openMembers: ReadonlySet<string> = new Set([
  'response_types_supported',
  'response_modes_supported',
  'grant_types_supported',
  'scopes_supported',
  'token_endpoint_auth_methods_supported',
  'code_challenge_methods_supported',
  'subject_types_supported',
  'id_token_signing_alg_values_supported',
  'grant_types',
  'response_types',
  'application_type',
  'request_uri',
  'grant_type',
  'requested_token_type',
  'subject_token_type',
  'client_assertion_type',
  'kty',
  'use',
  'alg',
  'typ',
]);

/** Free text of a provider or an app. */
export const sentenceNames =
  /^(?:error_?description|error_?message|error_?reason|error_?summary|message|msg|detail|details|title|reason|description|error_uri_text)$/i;

/** What an app or a provider writes about how it went, in one word. */
export function isOutcome(value: string): boolean {
  return /^(?:failed|failure|error|success|ok|denied|expired|invalid|unauthori[sz]ed|forbidden|access_denied|invalid[_-]?state|state[_-]?mismatch|csrf|oauth[_-]?error|(?:login|sso|auth|sign_?in|oauth)[_-]?(?:failed|error|failure))$/i.test(
    value,
  );
}

/** A name as HTML or a copied text left it: `amp;scope`, `scope `. */
export const mangled = /^(?=((?:amp;|[\s\u200b\ufeff])*))\1((?:.*[^\s\u200b\ufeff])?)([\s\u200b\ufeff]*)$/;

/** Durations, moments and statuses. A `code` that is none of those may be a one-time code. */
export function isOpenNumber(name: string, value: number): boolean {
  if (/^(?:expires_in|interval|max_age)$/.test(name)) return Math.abs(value) < 1e9;
  if (/^(?:exp|iat|nbf|auth_time)$/.test(name)) return value === 0 || (value > 1e9 && value < 1e13);
  return /^(?:status|code)$/.test(name) && value >= 100 && value < 600;
}

/** What a server says it supports; registered names, but for the scopes. */
export function isListed(name: string, value: string): boolean {
  if (name === 'scopes_supported') return isOpenScope(value);
  return value.length <= 80 && value.split(/[\s:]+/).every(isVocabulary);
}

/** Opaque to everybody but the one who made it, whatever it looks like. */
export const oneTime = /^(?:state|nonce|code|code_challenge|code_verifier|session_state)$/;
/** What a person types: nothing of it is a word of the protocol. */
const password = /pass(?:w|c|p|$)|^(?:pin|pwd|otp|totp|mfa_?code|answer)$/i;
/** But for a switch: `password=required` asks for one and is none. */
export const isTyped = (name: string, value: string): boolean =>
  password.test(name) && !/^(?:true|false|required|optional|enabled|disabled)$/i.test(value);
/** What a check compares with another value of the login. */
export const compared =
  /^(?:state|nonce|code|code_challenge|code_verifier|session_state|redirect_uri|client_id|login_hint|id_token|access_token)$/;
