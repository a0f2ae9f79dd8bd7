/** One hop's events become one exchange. */
import type { AnswerEvent, CommitEvent, PageEvent } from '../../model/event.ts';
import type { Body, Exchange, Headers, JarReading, NavigationFacts, Outcome, RequestKind, Seen } from '../../model/exchange.ts';
import { headerValue } from '../../read/headers.ts';
import {
  isHandedOver,
  kindFromHeaders,
  kindOfType,
  noHeaders,
  nothingHidden,
  protocolOf,
  redirectedBy,
  speculationOf,
  splitJoined,
} from '../quirks.ts';
import type { Draft, Hop } from './hops.ts';

function requestKind({ begin, hop }: Draft): RequestKind {
  const { type } = begin;
  const headers = hop.send?.headers ?? [];
  if (begin.method === 'OPTIONS' && kindFromHeaders('OPTIONS', headers) === 'preflight') return 'preflight';
  return kindOfType(type) ?? 'resource';
}

const unseenBody: Seen<Body> = { seen: false, why: 'body-not-exposed' };

function outcomeOf(hop: Hop, url: string, page: PageEvent | null): Outcome {
  // Handed over and answered within one millisecond: the two beginnings are one and the same event then (Firefox).
  const redirect = hop.redirect && isHandedOver(hop.redirect) && (hop.receive ?? hop.complete ?? hop.fail) ? undefined : hop.redirect;
  const received = hop.receive ?? redirect ?? null;
  const headers: Headers = received ? { fields: splitJoined(received.headers), hidden: nothingHidden } : noHeaders;
  if (redirect) {
    const { status, statusLine, to } = redirect;
    return {
      kind: 'redirected',
      status,
      by: redirectedBy(status, statusLine, redirect.headers, url, to),
      to,
      headers,
      body: { seen: true, value: { kind: 'empty' } },
    };
  }
  if (hop.fail) return { kind: 'failed', reason: hop.fail.error, status: hop.receive?.status ?? null, headers };
  const done = hop.complete ?? hop.receive;
  if (!done) return { kind: 'pending' };
  return { kind: 'answered', status: done.status, headers, body: readBody(hop.answer, done.status, headers) ?? pageBody(page) };
}

/** Null where nobody read it. */
function readBody(answer: AnswerEvent | undefined, status: number, headers: Headers): Seen<Body> | null {
  if (!answer) return null;
  const { text, bytes } = answer;
  if (text === null) return { seen: false, why: 'body-too-large' };
  if (text !== '') return { seen: true, value: { kind: 'text', mime: headerValue(headers, 'content-type') ?? '', text, bytes } };
  // Firefox shows nothing of an answer that it keeps from the page (CORS; measured, ESR 153): only the server knows that there was nothing.
  const isEmpty = status === 204 || status === 205 || headerValue(headers, 'content-length')?.trim() === '0';
  return isEmpty ? { seen: true, value: { kind: 'empty' } } : null;
}

function pageBody(page: PageEvent | null): Seen<Body> {
  return page ? { seen: true, value: { kind: 'text', mime: 'text/plain', text: page.text, bytes: null, page: true } } : unseenBody;
}

function bodyOf({ begin }: Hop): Seen<Body> {
  if (!begin) return { seen: false, why: 'worker-restarted' };
  if (begin.body) return { seen: true, value: begin.body };
  return begin.method === 'GET' || begin.method === 'HEAD' ? { seen: true, value: { kind: 'empty' } } : unseenBody;
}

function jarOf(hop: Hop): Seen<JarReading> {
  if (!hop.held && !hop.kept) return { seen: false, why: 'jar-not-readable' };
  return { seen: true, value: { held: hop.held?.cookies ?? [], kept: hop.kept?.cookies ?? [] } };
}

function headersOf(hop: Hop): Headers {
  return hop.send ? { fields: hop.send.headers, hidden: nothingHidden } : noHeaders;
}

/**
 * Chrome writes HTTP/1.1 on the status line whatever was spoken. Names of headers tell: over HTTP/2 and later they are all in
 * small letters, so one that is not was sent over HTTP/1.1.
 */
function spokenOf(hop: Hop): Exchange['protocol'] {
  const said = protocolOf(hop.receive?.statusLine ?? hop.redirect?.statusLine ?? hop.complete?.statusLine ?? '');
  return said === 'h1' && !(hop.receive?.headers ?? hop.redirect?.headers ?? []).some(({ name }) => /[A-Z]/.test(name)) ? null : said;
}

export function exchangeOf(
  draft: Draft,
  commit: CommitEvent | null,
  page: PageEvent | null,
  openers: ReadonlyMap<number, number>,
): Exchange {
  const { hop, begin } = draft;
  const end = hop.redirect ?? hop.complete ?? hop.fail ?? null;
  const navigation: NavigationFacts | null = commit
    ? { transition: commit.transition, qualifiers: commit.qualifiers, committed: true }
    : null;
  return {
    id: draft.id,
    source: 'web-request',
    where: {
      tab: begin.tab < 0 ? null : begin.tab,
      frame: begin.frame < 0 ? null : begin.frame,
      kind: requestKind(draft),
      container: begin.container,
      incognito: begin.incognito,
      opener: openers.get(begin.tab) ?? null,
      fromBrowser: true,
    },
    startedAt: begin.at,
    waitMs: hop.receive ? Math.max(0, hop.receive.at - begin.at) : hop.redirect ? Math.max(0, hop.redirect.at - begin.at) : null,
    durationMs: end ? Math.max(0, end.at - begin.at) : null,
    request: {
      method: begin.method,
      url: begin.url,
      headers: headersOf(hop),
      body: bodyOf(hop),
      initiator: begin.initiator,
    },
    outcome: outcomeOf(hop, begin.url, page),
    previousHop: draft.previousHop,
    protocol: spokenOf(hop),
    fromCache: hop.redirect?.fromCache ?? hop.complete?.fromCache ?? false,
    speculative: speculationOf(hop.send?.headers ?? []),
    navigation,
    jar: jarOf(hop),
  };
}
