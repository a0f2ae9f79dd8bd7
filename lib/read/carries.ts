import type { Exchange } from '../model/exchange.ts';
import type { Place } from '../model/place.ts';
import { asParameters, formOf, jsonOf } from './body.ts';
import { decodePercent, readUrl } from './url.ts';

/** Codes are longer than this; shorter values meet by chance. */
const shortest = 8;

/** A value in the request's query or body. */
export function carries({ request }: Exchange, value: string): boolean {
  if (value.length < shortest) return false;
  const fields = [...(readUrl(request.url).query ?? []), ...formOf(request.body), ...asParameters(jsonOf(request.body))];
  return fields.some((field) => field.value === value);
}

/** Where a value was found: as something the request says itself, or inside the address of a page that it names. */
export interface Carried {
  readonly place: Place;
  readonly within: 'value' | 'address';
}

/** Trackers encode an address once for its own query and once for theirs; some do it again. */
const deepest = 3;

/** `https://app/cb?code=` or `/cb#x=1&code=`: what follows is part of an address. */
function endsInAddress(before: string): boolean {
  const word = before.slice(Math.max(0, before.search(/(?<![^\s"'<>])[^\s"'<>]*$/)));
  return /[?&#][a-z_]{2,20}=$/i.test(word) && /[/.]/.test(word);
}

function within(text: string, value: string): Carried['within'] | null {
  let read = text;
  for (let depth = 0; depth <= deepest; depth++) {
    const start = read.indexOf(value);
    if (start >= 0) return endsInAddress(read.slice(Math.max(0, start - 500), start)) ? 'address' : 'value';
    const next = decodePercent(read);
    if (next === read) return null;
    read = next;
  }
  return null;
}

/** A value anywhere in what a request says, however it is encoded; headers left out. */
export function carriedIn({ request }: Exchange, value: string): Carried | null {
  const { query } = readUrl(request.url);
  const fields = [
    ...(query ?? []).map(({ name, value: text }) => ({ place: `request.query.${name}` as const, text })),
    ...formOf(request.body).map(({ name, value: text }) => ({ place: `request.form.${name}` as const, text })),
  ];
  for (const { place, text } of fields) {
    const found = within(text, value);
    if (found) return { place, within: found };
  }
  const body = request.body.seen && request.body.value.kind === 'text' ? request.body.value.text : '';
  // JSON may write slashes and ampersands as escapes.
  const found = within(
    body
      .replaceAll('\\/', '/')
      .replaceAll(/\\u0026/gi, '&')
      .replaceAll(/\\u003d/gi, '='),
    value,
  );
  return found ? { place: 'request.body', within: found } : null;
}
