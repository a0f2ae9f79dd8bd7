/** One exchange of a capture file; a phrase where it can not be one. */
import type {
  Body,
  Exchange,
  ExchangeId,
  Header,
  Headers,
  HeldCookie,
  JarReading,
  NavigationFacts,
  Outcome,
  Seen,
  Where,
} from '../../model/exchange.ts';
import { isObject, type JsonObject } from '../../read/json.ts';
import { child, list, member, moment, number, text } from '../../read/loose.ts';
import { gapOf, kindOf, protocolOf, redirectorOf, sameSiteOf, sourceOf, speculationOf } from './words.ts';

const idPattern = /^x[\w-]{1,40}\.\d{1,4}$/;
/** More than any server takes; a hostile file may hold any number. */
const mostHeaders = 500;

const idOf = (value: unknown): ExchangeId | null => (typeof value === 'string' && idPattern.test(value) ? (value as ExchangeId) : null);
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const flag = (value: unknown): boolean => value === true;

export function readStoredExchange(value: unknown): Exchange | string {
  if (!isObject(value)) return 'it is not an object';
  const id = idOf(member(value, 'id'));
  const request = child(value, 'request');
  const startedAt = moment(member(value, 'startedAt'));
  const url = request ? text(member(request, 'url')) : '';
  if (id === null) return 'it has no id';
  if (!request || !/^[a-z][a-z0-9+.-]*:/i.test(url)) return 'its request has no URL';
  if (startedAt === null) return 'it has no time';
  const outcome = outcomeOf(child(value, 'outcome') ?? {});
  if (outcome === null) return 'its outcome is none that exists';
  return {
    id,
    source: sourceOf(member(value, 'source')) ?? 'file',
    where: whereOf(child(value, 'where') ?? {}),
    startedAt,
    waitMs: number(member(value, 'waitMs')),
    durationMs: number(member(value, 'durationMs')),
    request: {
      method: /^[A-Z]{1,20}$/.exec(text(member(request, 'method')))?.[0] ?? 'GET',
      url,
      headers: headersOf(member(request, 'headers')),
      body: bodyOf(member(request, 'body')),
      initiator: textOrNull(member(request, 'initiator')),
    },
    outcome,
    previousHop: idOf(member(value, 'previousHop')),
    protocol: protocolOf(member(value, 'protocol')),
    fromCache: flag(member(value, 'fromCache')),
    speculative: speculationOf(member(value, 'speculative')),
    navigation: navigationOf(child(value, 'navigation')),
    jar: jarOf(member(value, 'jar')),
  };
}

function whereOf(value: JsonObject): Where {
  return {
    tab: number(member(value, 'tab')),
    frame: number(member(value, 'frame')),
    kind: kindOf(member(value, 'kind')) ?? 'unknown',
    container: textOrNull(member(value, 'container')),
    incognito: flag(member(value, 'incognito')),
    opener: number(member(value, 'opener')),
    fromBrowser: flag(member(value, 'fromBrowser')),
  };
}

function headersOf(value: unknown): Headers {
  if (!isObject(value)) return { fields: [], hidden: 'all' };
  const hidden = member(value, 'hidden');
  const fields = list(member(value, 'fields'))
    .slice(0, mostHeaders)
    .filter(isObject)
    .map((field): Header => ({ name: text(member(field, 'name')), value: text(member(field, 'value')) }))
    .filter(({ name }) => name !== '');
  return { fields, hidden: hidden === 'all' ? 'all' : list(hidden).filter((name) => typeof name === 'string') };
}

function seenOf<T>(value: unknown, read: (inner: unknown) => T | null): Seen<T> {
  const object = isObject(value) ? value : {};
  const inner = flag(member(object, 'seen')) ? read(member(object, 'value')) : null;
  return inner === null ? { seen: false, why: gapOf(member(object, 'why')) ?? 'body-not-exposed' } : { seen: true, value: inner };
}

function bodyOf(value: unknown): Seen<Body> {
  return seenOf(value, (inner): Body | null => {
    if (!isObject(inner)) return null;
    const bytes = number(member(inner, 'bytes'));
    switch (member(inner, 'kind')) {
      case 'empty':
        return { kind: 'empty' };
      case 'form':
        return {
          kind: 'form',
          bytes,
          fields: list(member(inner, 'fields'))
            .filter(isObject)
            .map((field) => ({ name: text(member(field, 'name')), value: text(member(field, 'value')) })),
        };
      case 'text':
        return {
          kind: 'text',
          bytes,
          mime: text(member(inner, 'mime')),
          text: text(member(inner, 'text')),
          ...(flag(member(inner, 'page')) ? { page: true as const } : {}),
        };
      default:
        return null;
    }
  });
}

function outcomeOf(value: JsonObject): Outcome | null {
  const headers = headersOf(member(value, 'headers'));
  const status = number(member(value, 'status'));
  const body = bodyOf(member(value, 'body'));
  switch (member(value, 'kind')) {
    case 'pending':
      return { kind: 'pending' };
    case 'failed':
      return { kind: 'failed', reason: text(member(value, 'reason')), status, headers };
    case 'redirected': {
      const by = redirectorOf(member(value, 'by'));
      return status === null || by === null ? null : { kind: 'redirected', status, by, to: text(member(value, 'to')), headers, body };
    }
    case 'answered':
      return status === null ? null : { kind: 'answered', status, headers, body };
    default:
      return null;
  }
}

function navigationOf(value: JsonObject | null): NavigationFacts | null {
  const closedAt = value && moment(member(value, 'closedAt'));
  return (
    value && {
      transition: textOrNull(member(value, 'transition')),
      qualifiers: list(member(value, 'qualifiers')).filter((qualifier) => typeof qualifier === 'string'),
      committed: flag(member(value, 'committed')),
      ...(closedAt === null ? {} : { closedAt }),
    }
  );
}

function jarOf(value: unknown): Seen<JarReading> {
  const jar = seenOf(value, (inner): JarReading | null => {
    if (!isObject(inner)) return null;
    return {
      held: list(member(inner, 'held')).filter(isObject).map(heldOf),
      kept: list(member(inner, 'kept'))
        .filter(isObject)
        .map((cookie) => ({ name: text(member(cookie, 'name')), stored: flag(member(cookie, 'stored')) })),
    };
  });
  return jar.seen || isObject(value) ? jar : { seen: false, why: 'jar-not-readable' };
}

function heldOf(cookie: JsonObject): HeldCookie {
  return {
    name: text(member(cookie, 'name')),
    domain: text(member(cookie, 'domain')),
    hostOnly: flag(member(cookie, 'hostOnly')),
    path: text(member(cookie, 'path')),
    secure: flag(member(cookie, 'secure')),
    httpOnly: flag(member(cookie, 'httpOnly')),
    sameSite: sameSiteOf(member(cookie, 'sameSite')) ?? 'unspecified',
    partitioned: flag(member(cookie, 'partitioned')),
    sent: flag(member(cookie, 'sent')),
  };
}
