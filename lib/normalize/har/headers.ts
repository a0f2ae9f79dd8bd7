/** Headers and cookies of a HAR entry. */
import type { Header, Headers } from '../../model/exchange.ts';
import { isObject, type JsonObject } from '../../read/json.ts';
import { list, member, text } from '../../read/loose.ts';

export function readHeaders(value: unknown): Header[] {
  // Some converters write headers as an object, repeated ones as a list in it.
  if (isObject(value))
    return Object.entries(value).flatMap(([name, v]) => (Array.isArray(v) ? v : [v]).map((item) => ({ name, value: text(item) })));
  return list(value)
    .filter(isObject)
    .map((h) => ({ name: text(member(h, 'name')), value: text(member(h, 'value')) }))
    .filter((h) => h.name !== '');
}

/** More than any server takes; a hostile file may hold any number. Where more stand, a missing one proves nothing. */
const mostHeaders = 500;

export const shownHeaders = (fields: readonly Header[], hidden: Headers['hidden']): Headers =>
  fields.length > mostHeaders ? { fields: fields.slice(0, mostHeaders), hidden: 'all' } : { fields, hidden };

export const has = (headers: readonly Header[], name: string) => headers.some((h) => h.name.toLowerCase() === name);
export const valueFor = (headers: readonly Header[], name: string) => headers.find((h) => h.name.toLowerCase() === name)?.value ?? null;

/** Recorders that keep cookies only in their own arrays get them back as the headers they came from. */
export function withCookieArrays(headers: readonly Header[], cookies: unknown, name: 'Cookie' | 'Set-Cookie'): readonly Header[] {
  const pairs = list(cookies).filter(isObject);
  if (pairs.length === 0 || has(headers, name.toLowerCase())) return headers;
  if (name === 'Cookie')
    return [...headers, { name, value: pairs.map((c) => `${text(member(c, 'name'))}=${text(member(c, 'value'))}`).join('; ') }];
  return [...headers, ...pairs.map((c) => ({ name, value: setCookieLine(c) }))];
}

function setCookieLine(cookie: JsonObject): string {
  const parts = [`${text(member(cookie, 'name'))}=${text(member(cookie, 'value'))}`];
  for (const attribute of ['Path', 'Domain', 'Expires', 'SameSite'] as const) {
    const value = text(member(cookie, attribute.toLowerCase()) ?? member(cookie, attribute === 'SameSite' ? 'sameSite' : attribute));
    const expires = attribute === 'Expires' && value !== '' ? new Date(value) : null;
    if (expires) parts.push(Number.isNaN(expires.getTime()) ? '' : `Expires=${expires.toUTCString()}`);
    else if (value !== '') parts.push(`${attribute}=${value}`);
  }
  if (member(cookie, 'secure') === true) parts.push('Secure');
  if (member(cookie, 'httpOnly') === true) parts.push('HttpOnly');
  return parts.filter((part) => part !== '').join('; ');
}
