import type { Written } from './url.ts';

/** A repeated OAuth parameter is an error (RFC 6749 section 3.1), so a lookup answers in three ways. */
export type One<T> =
  | { readonly kind: 'absent' }
  | { readonly kind: 'single'; readonly value: T }
  | { readonly kind: 'repeated'; readonly values: readonly T[] };

export function one<T extends { readonly name: string }>(list: readonly T[], name: string): One<T> {
  const found = list.filter((p) => p.name === name);
  const [first, second] = found;
  if (first === undefined) return { kind: 'absent' };
  return second === undefined ? { kind: 'single', value: first } : { kind: 'repeated', values: found };
}

/** First parameter of that name; RFC 6749 section 3.1: one without a value is treated as absent. */
export function first<T extends { readonly name: string; readonly value: string }>(list: readonly T[] | null, name: string): T | null {
  return list?.find((p) => p.name === name && p.value !== '') ?? null;
}

export function valueFor(list: readonly { readonly name: string; readonly value: string }[] | null, name: string): string | null {
  return first(list, name)?.value ?? null;
}

export function hasAny(list: readonly Written[] | null, names: ReadonlySet<string>): boolean {
  return list?.some((p) => names.has(p.name)) ?? false;
}

/** Splits a space-delimited list (scope, response_type, prompt). Commas count too: some clients write them. */
export function readList(text: string | null): string[] {
  return text === null ? [] : text.split(/[\s,]+/).filter((item) => item !== '');
}
