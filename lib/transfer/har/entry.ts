/** One exchange as a HAR entry that other programs read. */
import type { Entry, PostDataCommon, PostDataText, Request, Response, Timings } from 'har-format';
import type { Body, Exchange, Headers, RequestKind, Seen } from '../../model/exchange.ts';
import { readCookies, readSetCookies } from '../../read/cookies.ts';
import { headerValue } from '../../read/headers.ts';
import { bytesOf } from '../../read/size.ts';
import { isoOf } from '../../read/time.ts';
import { readUrl } from '../../read/url.ts';
import { type OwnFacts, ownFacts } from './own.ts';

export interface OwnEntry extends Entry {
  readonly response: Response & { readonly _error?: string };
  readonly _roundtrip: OwnFacts;
}

/** HAR 1.2 for a number nobody knows. */
const unknown = -1;
const noHeaders: Headers = { fields: [], hidden: 'all' };

export function harEntry(written: Exchange, page: string | null): OwnEntry {
  const exchange = withNamedHeaders(written);
  const { startedAt, request } = exchange;
  const startedDateTime = isoOf(startedAt);
  const timings = timingsOf(exchange);
  const time = timings.wait + timings.receive;
  // Only browsers say this: with it, the call of a server or a script would look like a page's.
  const type = exchange.where.fromBrowser ? resourceTypes[exchange.where.kind] : null;
  return {
    ...(page === null ? {} : { pageref: page }),
    startedDateTime,
    time,
    request: requestOf(exchange),
    response: responseOf(exchange),
    cache: {},
    timings,
    ...(type === null ? {} : { _resourceType: type }),
    ...(request.initiator === null ? {} : { _initiator: { type: 'other', url: request.initiator } }),
    ...(exchange.fromCache ? { _fromCache: 'disk' } : {}),
    _roundtrip: ownFacts(exchange, { startedAt: Date.parse(startedDateTime), waitMs: timings.wait, durationMs: time }),
  };
}

/** DevTools' words. Frames are documents there, too. */
const resourceTypes: Readonly<Record<RequestKind, 'document' | 'fetch' | 'preflight' | 'other' | null>> = {
  page: 'document',
  frame: 'document',
  fetch: 'fetch',
  preflight: 'preflight',
  resource: 'other',
  unknown: null,
};

const protocols = { h1: 'HTTP/1.1', h2: 'http/2.0', h3: 'h3' } as const;

/** The three that may not be -1 add up to what is known. */
function timingsOf({ waitMs, durationMs }: Exchange): Timings & { readonly wait: number; readonly receive: number } {
  const wait = Math.max(0, waitMs ?? durationMs ?? 0);
  return {
    blocked: unknown,
    dns: unknown,
    connect: unknown,
    ssl: unknown,
    send: 0,
    wait,
    receive: Math.max(0, (durationMs ?? wait) - wait),
  };
}

function requestOf({ request, protocol }: Exchange): Request {
  const { headers } = request;
  const cookies = readCookies(headers);
  const postData = postDataOf(request.body);
  return {
    method: request.method,
    url: request.url,
    httpVersion: protocol === null ? '' : protocols[protocol],
    cookies: cookies === 'hidden' ? [] : [...cookies],
    headers: headers.fields.map(({ name, value }) => ({ name, value })),
    queryString: (readUrl(request.url).query ?? []).map(({ name, value }) => ({ name, value })),
    ...(postData ? { postData } : {}),
    headersSize: unknown,
    bodySize: sizeOf(request.body),
  };
}

/** Forms are kept as fields, whatever they were sent as: `text` says them in one way, and nothing but text is understood by all. */
function postDataOf(body: Seen<Body>): (PostDataCommon & PostDataText) | null {
  if (!body.seen || body.value.kind === 'empty') return null;
  const { value } = body;
  if (value.kind === 'text') return { mimeType: value.mime, text: value.text };
  return {
    mimeType: 'application/x-www-form-urlencoded',
    text: new URLSearchParams(value.fields.map(({ name, value: content }) => [name, content])).toString(),
  };
}

function sizeOf(body: Seen<Body>): number {
  if (!body.seen) return unknown;
  return body.value.kind === 'empty' ? 0 : (body.value.bytes ?? unknown);
}

function responseOf({ startedAt, outcome, protocol }: Exchange): OwnEntry['response'] {
  const headers = outcome.kind === 'pending' ? noHeaders : outcome.headers;
  const body: Seen<Body> = 'body' in outcome ? outcome.body : { seen: false, why: 'never-finished' };
  const cookies = readSetCookies(headers, startedAt);
  return {
    status: (outcome.kind === 'pending' ? null : outcome.status) ?? 0,
    statusText: '',
    httpVersion: protocol === null ? '' : protocols[protocol],
    cookies:
      cookies === 'hidden'
        ? []
        : cookies.map(({ name, value, path, domain, expiresAt, httpOnly, secure }) => ({
            name,
            value,
            ...(path === null ? {} : { path }),
            ...(domain === null ? {} : { domain }),
            ...(expiresAt === null ? {} : { expires: isoOf(expiresAt) }),
            httpOnly,
            secure,
          })),
    headers: headers.fields.map(({ name, value }) => ({ name, value })),
    content: contentOf(body, headers),
    redirectURL: outcome.kind === 'redirected' ? outcome.to : '',
    headersSize: unknown,
    bodySize: sizeOf(body),
    ...(outcome.kind === 'failed' ? { _error: outcome.reason } : {}),
  };
}

function contentOf(body: Seen<Body>, headers: Headers): Response['content'] {
  const mimeType = headerValue(headers, 'content-type') || 'x-unknown';
  if (!body.seen) return { size: unknown, mimeType };
  const { value } = body;
  if (value.kind === 'empty') return { size: 0, mimeType };
  const posted = postDataOf(body);
  const text = posted?.text ?? '';
  return {
    size: value.bytes ?? bytesOf(text),
    mimeType: posted?.mimeType ?? mimeType,
    text,
    ...(value.kind === 'text' && value.page ? { comment: 'What the page showed, without its source.' } : {}),
  };
}

/** A header without a name is none to other programs. */
function withNamedHeaders(exchange: Exchange): Exchange {
  const named = ({ fields, hidden }: Headers): Headers => ({ fields: fields.filter(({ name }) => name !== ''), hidden });
  const { request, outcome } = exchange;
  return {
    ...exchange,
    request: { ...request, headers: named(request.headers) },
    outcome: outcome.kind === 'pending' ? outcome : { ...outcome, headers: named(outcome.headers) },
  };
}
