import type { Header } from '../model/exchange.ts';

/**
 * Names of the cookies an answer sets, deletions left out. Light on purpose: the background reads nothing else of
 * a cookie and does not load the parser.
 */
export function cookieNamesSet(headers: readonly Header[]): string[] {
  const lines = headers.filter((h) => h.name.toLowerCase() === 'set-cookie').flatMap((h) => h.value.split('\n'));
  const kept = lines.filter((line) => !/;\s*(?:max-age\s*=\s*(?:0|-\d+)\s*(?:;|$)|expires\s*=[^;]*\b19\d\d\b)/i.test(line));
  return [...new Set(kept.map((line) => line.split(/[=;]/, 1)[0]?.trim() ?? '').filter((name) => name !== ''))];
}
