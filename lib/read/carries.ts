import type { Exchange } from '../model/exchange.ts';
import { asParameters, formOf, jsonOf } from './body.ts';
import { readUrl } from './url.ts';

/** Codes are longer than this; shorter values meet by chance. */
const shortest = 8;

/** A value in the request's query or body. */
export function carries({ request }: Exchange, value: string): boolean {
  if (value.length < shortest) return false;
  const fields = [...(readUrl(request.url).query ?? []), ...formOf(request.body), ...asParameters(jsonOf(request.body))];
  return fields.some((field) => field.value === value);
}
