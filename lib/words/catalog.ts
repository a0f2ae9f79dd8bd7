/** The shape that a language fills: every section of the English one, and what the checks say. */
import type { CheckWords } from './check-words.ts';
import type * as english from './en/index.ts';

type English = typeof english;

export type Catalog = { readonly [Section in keyof English]: ReturnType<English[Section]> } & { readonly checks: CheckWords };
