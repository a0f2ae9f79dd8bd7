import type { Headers } from '../model/exchange.ts';

export type Lookup =
  | { readonly kind: 'absent' }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'present'; readonly value: string; readonly all: readonly string[] };

/** Looks a header up in three ways: it stands there, it does not, or this source would not show it. */
export function header(headers: Headers, name: string): Lookup {
  const wanted = name.toLowerCase();
  const all: string[] = [];
  // Asked for every exchange many times over: most names are told apart by their length.
  for (const { name: written, value: text } of headers.fields)
    if (written.length === wanted.length && written.toLowerCase() === wanted) all.push(text);
  const [value] = all;
  if (value !== undefined) return { kind: 'present', value, all };
  return headers.hidden === 'all' || headers.hidden.includes(wanted) ? { kind: 'hidden' } : { kind: 'absent' };
}

/** The first value, or null when it is absent or hidden. For uses where hidden and absent mean the same. */
export function headerValue(headers: Headers, name: string): string | null {
  const found = header(headers, name);
  return found.kind === 'present' ? found.value : null;
}

/** A list this long was not written down by hand. */
const manyHeaders = 6;

/**
 * Whether an answer shows all of its headers, as far as can be told: servers with a clock send Date (RFC 9110 section
 * 6.6.1), and files that were shortened or drawn up by hand keep a few. What is missing in those proves nothing.
 */
export function areWhole(headers: Headers): boolean {
  return headers.hidden !== 'all' && (headers.fields.length >= manyHeaders || headerValue(headers, 'date') !== null);
}

/** Media type in lower case without parameters, `''` when there is none. */
export function mediaType(headers: Headers): string {
  return (headerValue(headers, 'content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}
