/**
 * Values that somebody's sanitizer put in place of the real ones. Two equal placeholders prove nothing, so a
 * check that compares must answer `redacted-input`. Our own pseudonyms keep equality and are not meant here.
 */
const words = /redact|scrubb|sanitiz|sanitis|anonymi|\bmasked\b|\bfiltered\b|\bobfuscat/i;
const fillers =
  /^(?:\*{3,}|x{5,}|•{3,}|\.{3,}|…+|#{3,}|-{4,}|<(?:hidden|removed|secret|omitted)>|\[(?:hidden|removed|secret|omitted|filtered|masked)\])$/i;

export function isPlaceholder(value: string): boolean {
  return value.length < 80 && (words.test(value) || fillers.test(value));
}
