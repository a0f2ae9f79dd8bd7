/** What may stay in a file besides what a report shows. */
import { isVocabulary } from '../words.ts';

/** A setting that was never filled in says so; it is nobody's secret. */
const unset =
  /^(?:undefined|null|nan|none|nil|true|false|[01]|\[object object\]|changeme|change_me|todo|x{3}|<[^<>@]{1,40}>|\$\{[\w.]{0,60}\}|\{\{\s*[\w.]{0,60}\s*\}\}|#\{[\w.]{1,60}\}#?|\{[a-z_-]{1,40}\}|:[a-z]{1,20}|process\.env\.\w{1,60}|%[A-Z_]{3,40}%|__[A-Z0-9_]{3,60}__|your[-_ ]?(?:client|app|tenant)[-_ ]?id)$/i;

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
