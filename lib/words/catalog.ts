/** The shape that a language fills: every section of the English one, what the checks say, and what parameters mean. */
import type { CheckWords } from './check-words.ts';
import type * as english from './en/index.ts';
import type { ParameterWords } from './parameters.ts';

type English = typeof english;

export type Catalog = { readonly [Section in keyof English]: ReturnType<English[Section]> } & {
  readonly checks: CheckWords;
  readonly parameters: ParameterWords;
};
