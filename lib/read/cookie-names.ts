import type { Header } from '../model/exchange.ts';

/* Light on purpose: the background reads nothing else of a cookie and does not load the parser. */

function linesOf(headers: readonly Header[]): string[] {
  return headers.filter((h) => h.name.toLowerCase() === 'set-cookie').flatMap((h) => h.value.split('\n'));
}

function namesOf(lines: readonly string[]): string[] {
  return [...new Set(lines.map((line) => line.split(/[=;]/, 1)[0]?.trim() ?? '').filter((name) => name !== ''))];
}

/** Names of the cookies an answer sets, deletions left out. */
export function cookieNamesSet(headers: readonly Header[]): string[] {
  return namesOf(linesOf(headers).filter((line) => !/;\s*(?:max-age\s*=\s*(?:0|-\d+)\s*(?:;|$)|expires\s*=[^;]*\b19\d\d\b)/i.test(line)));
}

/** Names of the cookies an answer sets or deletes. */
export function cookieNamesTouched(headers: readonly Header[]): string[] {
  return namesOf(linesOf(headers));
}
