/** Bodies as the lists and objects that OAuth messages are. */
import type { Body, Field, Seen } from '../model/exchange.ts';
import { type JsonObject, readJsonObject } from './json.ts';
import { readPairs, type Written } from './url.ts';

const none: readonly Written[] = [];

export function formOf(body: Seen<Body>): readonly Written[] {
  const value = body.seen ? body.value : null;
  if (value?.kind !== 'form') return none;
  return value.fields.map((f: Field) => ({ name: f.name, value: f.value, raw: f.value, text: '' }));
}

/** A token request's form under another media type: `fetch` calls a bare string `text/plain`. */
export function strayFormOf(body: Seen<Body>): readonly Written[] {
  const value = body.seen ? body.value : null;
  return value?.kind === 'text' && !value.page && strayForm.test(value.text) && !/\s/.test(value.text) ? readPairs(value.text) : none;
}

const strayForm = /^(?:[\w.-]+=[^\s&]*&)*grant_type=/;

export function jsonOf(body: Seen<Body>): JsonObject | null {
  const value = body.seen ? body.value : null;
  return value?.kind === 'text' && !value.page ? readJsonObject(value.text) : null;
}

/** Whether JSON in it may have a member of one of these names. Most has none, and need not be parsed to know. */
export function mayName(body: Seen<Body>, names: readonly string[]): boolean {
  const value = body.seen ? body.value : null;
  // Pages and scripts are long and no objects: what is searched through several times takes longer than reading the file.
  if (value?.kind !== 'text' || !/^\s*\{/.test(value.text)) return false;
  // A name may be written with escapes.
  return names.some((name) => value.text.includes(name)) || value.text.includes('\\u');
}

/** String members of a JSON object as parameters. */
export function asParameters(object: JsonObject | null): readonly Written[] {
  if (!object) return none;
  return Object.entries(object)
    .filter(([, value]) => typeof value === 'string')
    .map(([name, value]) => ({ name, value: String(value), raw: String(value), text: '' }));
}
