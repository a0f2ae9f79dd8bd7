/** One HAR entry becomes one exchange, or a reason why not. */
import type { Exchange, Header, Outcome, RequestKind } from '../../model/exchange.ts';
import { isObject, type JsonObject } from '../../read/json.ts';
import { child, list, member, moment, number, text } from '../../read/loose.ts';
import { resolveLocation } from '../../read/url.ts';
import { kindFromHeaders, kindOfType, protocolOf, redirectedBy, speculationOf, splitJoined } from '../quirks.ts';
import { readContent, readPostData, statusOf } from './body.ts';
import { has, readHeaders, shownHeaders, valueFor, withCookieArrays } from './headers.ts';
import { browserOfAgent, type FileTraits } from './traits.ts';

function fromBrowser(entry: JsonObject, headers: readonly Header[], traits: FileTraits): boolean {
  if (traits.byBrowser || text(member(entry, '_resourceType')) !== '') return true;
  return headers.some((h) => /^sec-(?:fetch-|ch-ua)/i.test(h.name)) || browserOfAgent(valueFor(headers, 'user-agent') ?? '') !== null;
}

function kindOf(entry: JsonObject, method: string, headers: readonly Header[]): RequestKind {
  const byType = kindOfType(text(member(entry, '_resourceType')));
  const byHeaders = kindFromHeaders(method, headers);
  if (byHeaders === 'preflight') return byHeaders;
  // DevTools says `document` for frames too; the header knows better. `other` and `ping` say nothing about a navigation.
  if (byType === 'page') return byHeaders === 'frame' ? 'frame' : 'page';
  if (/^other$/i.test(text(member(entry, '_resourceType')))) return byHeaders ?? 'resource';
  return byType ?? byHeaders ?? 'unknown';
}

function initiatorOf(entry: JsonObject, headers: readonly Header[]): string | null {
  const initiator = member(entry, '_initiator');
  if (isObject(initiator)) {
    const url = text(member(initiator, 'url'));
    if (url !== '' && text(member(initiator, 'type')) !== 'preflight') return url;
    const frames = list(member(child(initiator, 'stack') ?? {}, 'callFrames')).filter(isObject);
    // The script may come from anywhere; the page that runs it is what counts.
    const script = frames.map((f) => text(member(f, 'url'))).find((u) => u !== '');
    if (script) return pageOf(headers) ?? script;
  }
  return pageOf(headers);
}

function pageOf(headers: readonly Header[]): string | null {
  return valueFor(headers, 'referer') ?? (valueFor(headers, 'origin') !== 'null' ? valueFor(headers, 'origin') : null);
}

/** Sum of the phases up to the first byte of the answer; `-1` means "does not apply". */
function waitOf(entry: JsonObject): number | null {
  const timings = child(entry, 'timings');
  if (!timings) return null;
  const wait = number(member(timings, 'wait'));
  if (wait === null || wait < 0) return null;
  return ['blocked', 'dns', 'connect', 'send'].reduce((sum, phase) => sum + Math.max(0, number(member(timings, phase)) ?? 0), wait);
}

function readOutcome(entry: JsonObject, url: string, traits: FileTraits): Outcome {
  const response = child(entry, 'response');
  // `_failureText` is Playwright's.
  const error =
    ['_error', '_failureText'].map((name) => text(response ? member(response, name) : '')).find((reason) => reason !== '') ??
    text(member(entry, '_error'));
  const status = response ? statusOf(response) : 0;
  const fields = splitJoined(
    withCookieArrays(
      readHeaders(response ? member(response, 'headers') : null),
      response ? member(response, 'cookies') : null,
      'Set-Cookie',
    ),
  );
  const headers = shownHeaders(fields, traits.hiddenInResponses);
  if (!response || status <= 0)
    return error === '' ? { kind: 'pending' } : { kind: 'failed', reason: error, status: null, headers: { ...headers, hidden: 'all' } };
  // Chrome lists what came and then kept it from the page.
  if (error === 'net::ERR_FAILED') return { kind: 'failed', reason: error, status, headers };
  const body = readContent(response);
  const location = valueFor(fields, 'location') ?? '';
  const redirectUrl = text(member(response, 'redirectURL'));
  const isRedirect = status >= 300 && status < 400 && status !== 304;
  const target = isRedirect ? location || redirectUrl : '';
  const to = target === '' ? null : resolveLocation(target, url);
  if (to !== null)
    return {
      kind: 'redirected',
      status,
      by: redirectedBy(status, text(member(response, 'statusText')), fields, url, to),
      to,
      headers,
      body,
    };
  // A script that is content with the status leaves the rest where it is, or its page is left meanwhile: it was answered all the same.
  if (error === 'net::ERR_ABORTED' && byScript(entry))
    return { kind: 'answered', status, headers, body: { seen: false, why: 'never-finished' } };
  if (error !== '') return { kind: 'failed', reason: error, status, headers };
  return { kind: 'answered', status, headers, body };
}

/**
 * Playwright notes where a redirect led that a script asked not to follow (`redirect: 'manual'`; measured, Chromium 156). Nothing was
 * sent there: the headers every request has on the wire are not among those the browser had in mind.
 */
function gaveUpBeforeSending(entry: JsonObject, headers: readonly Header[]): boolean {
  const response = child(entry, 'response');
  return (
    response !== null &&
    text(member(response, '_failureText')) === 'net::ERR_ABORTED' &&
    statusOf(response) <= 0 &&
    byScript(entry) &&
    !['host', ':authority', 'accept-encoding'].some((name) => has(headers, name))
  );
}

const byScript = (entry: JsonObject) => /^(?:fetch|xhr)$/i.test(text(member(entry, '_resourceType')));

export type EntryResult =
  | { readonly kind: 'read'; readonly exchange: Exchange; readonly timed: boolean }
  | { readonly kind: 'skipped'; readonly because: string };

export function readEntry(entry: unknown, index: number, traits: FileTraits, fallbackAt: number): EntryResult {
  if (!isObject(entry)) return { kind: 'skipped', because: 'it is not an object' };
  const request = child(entry, 'request');
  if (!request) return { kind: 'skipped', because: 'it has no request' };
  const url = text(member(request, 'url'));
  if (url === '') return { kind: 'skipped', because: 'its request has no URL' };
  if (!/^[a-z][a-z0-9+.-]*:/i.test(url)) return { kind: 'skipped', because: 'its request has a URL that is not absolute' };
  const method = text(member(request, 'method')).toUpperCase() || 'GET';
  const fields = withCookieArrays(readHeaders(member(request, 'headers')), member(request, 'cookies'), 'Cookie');
  if (gaveUpBeforeSending(entry, fields)) return { kind: 'skipped', because: 'it was given up before it was sent' };
  const started = moment(Date.parse(text(member(entry, 'startedDateTime'))));
  const duration = number(member(entry, 'time'));
  const protocol = protocolOf(text(member(request, 'httpVersion'))) ?? protocolOf(text(child(entry, 'response')?.['httpVersion']));
  return {
    kind: 'read',
    timed: started !== null,
    exchange: {
      id: `x${index}.0`,
      source: traits.source,
      where: {
        tab: null,
        frame: null,
        kind: kindOf(entry, method, fields),
        container: null,
        incognito: false,
        opener: null,
        fromBrowser: fromBrowser(entry, fields, traits),
      },
      startedAt: started ?? fallbackAt,
      waitMs: waitOf(entry),
      durationMs: duration !== null && duration >= 0 ? duration : null,
      request: {
        method,
        url,
        headers: shownHeaders(fields, traits.hiddenInRequests),
        body: readPostData(request),
        initiator: initiatorOf(entry, fields),
      },
      outcome: readOutcome(entry, url, traits),
      previousHop: null,
      protocol,
      fromCache:
        text(member(entry, '_fromCache')) !== '' || text(member(child(entry, 'response') ?? {}, '_fetchedViaServiceWorker')) === 'true',
      speculative: speculationOf(fields),
      navigation: null,
      jar: { seen: false, why: 'jar-not-readable' },
    },
  };
}
