/** Follows an evidence pointer to the value it points at. */
import type { Exchange, Headers } from '../model/exchange.ts';
import type { Place } from '../model/place.ts';
import { formOf, jsonOf } from './body.ts';
import { readCookies, readSetCookies } from './cookies.ts';
import { header } from './headers.ts';
import { readFragmentPairs, readUrl } from './url.ts';

/** What stands at a place; null when nothing does or the source does not show it. */
export function lookup(exchange: Exchange, place: Place): string | null {
  const { request, outcome } = exchange;
  const [side, part, ...rest] = place.split('.');
  const name = rest.join('.');
  const responseHeaders: Headers | null = outcome.kind === 'pending' ? null : outcome.headers;
  if (side === 'timing') return exchange.durationMs === null ? null : String(exchange.durationMs);
  if (side === 'outcome') return outcome.kind === 'failed' ? outcome.reason : null;
  if (side === 'request') {
    switch (part) {
      case 'url':
        return request.url;
      case 'method':
        return request.method;
      case 'body':
        return request.body.seen && request.body.value.kind === 'text' ? request.body.value.text : null;
      case 'query':
        return valueIn(readUrl(request.url).query, name);
      case 'fragment':
        return valueIn(readFragmentPairs(request.url), name);
      case 'form':
        return valueIn(formOf(request.body), name);
      case 'header':
        return headerAt(request.headers, name);
      case 'cookie': {
        const cookies = readCookies(request.headers);
        return cookies === 'hidden' ? null : (cookies.find((c) => c.name === name)?.value ?? null);
      }
    }
  }
  if (side !== 'response' || !responseHeaders) return null;
  switch (part) {
    case 'status':
      return outcome.kind === 'answered' || outcome.kind === 'redirected' || outcome.kind === 'failed'
        ? outcome.status === null
          ? null
          : String(outcome.status)
        : null;
    case 'header':
      return headerAt(responseHeaders, name);
    case 'cookie': {
      const cookies = readSetCookies(responseHeaders, exchange.startedAt);
      return cookies === 'hidden' ? null : (cookies.find((c) => c.name === name)?.value ?? null);
    }
    case 'location': {
      if (outcome.kind !== 'redirected') return null;
      const [where, ...inner] = rest;
      return valueIn(where === 'fragment' ? readFragmentPairs(outcome.to) : readUrl(outcome.to).query, inner.join('.'));
    }
    case 'body': {
      if (outcome.kind !== 'answered' && outcome.kind !== 'redirected') return null;
      if (name !== '') {
        const member = jsonOf(outcome.body)?.[name];
        return typeof member === 'string' || typeof member === 'number' ? String(member) : null;
      }
      return outcome.body.seen && outcome.body.value.kind === 'text' ? outcome.body.value.text : null;
    }
    default:
      return null;
  }
}

function valueIn(list: readonly { readonly name: string; readonly value: string }[] | null, name: string): string | null {
  return list?.find((p) => p.name === name)?.value ?? null;
}

function headerAt(headers: Headers, name: string): string | null {
  if (name === '*') return headers.fields.length > 0 ? `${headers.fields.length} headers` : null;
  const found = header(headers, name);
  return found.kind === 'present' ? found.all.join('\n') : null;
}
