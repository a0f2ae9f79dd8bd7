/**
 * HAR 1.1 and 1.2 as Chrome, Firefox, Safari, Playwright, Charles, Fiddler, Proxyman, mitmproxy and others write
 * them. Nothing in a file is trusted to have the type the format says; an entry that can not be read is skipped
 * and counted, never the end of the file.
 */
import type { Browser, Capture, Skipped } from '../model/capture.ts';
import type { Body, Exchange, ExchangeId, Field, Gap, Header, Headers, Outcome, RequestKind, Seen } from '../model/exchange.ts';
import { isObject, type JsonObject } from '../read/json.ts';
import { bytesOf } from '../read/size.ts';
import { decodeForm, readPairs, resolveLocation, withoutFragment } from '../read/url.ts';
import { kindFromHeaders, kindOfType, protocolOf, redirectedBy, speculationOf, splitJoined } from './quirks.ts';

const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
const number = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const member = (object: JsonObject, name: string): unknown => (Object.hasOwn(object, name) ? object[name] : undefined);
const child = (object: JsonObject, name: string): JsonObject | null => {
  const value = member(object, name);
  return isObject(value) ? value : null;
};

function readHeaders(value: unknown): Header[] {
  // Some converters write headers as an object.
  if (isObject(value)) return Object.entries(value).map(([name, v]) => ({ name, value: text(v) }));
  return list(value)
    .filter(isObject)
    .map((h) => ({ name: text(member(h, 'name')), value: text(member(h, 'value')) }))
    .filter((h) => h.name !== '');
}

const has = (headers: readonly Header[], name: string) => headers.some((h) => h.name.toLowerCase() === name);
const valueFor = (headers: readonly Header[], name: string) => headers.find((h) => h.name.toLowerCase() === name)?.value ?? null;

/** Recorders that keep cookies only in their own arrays get them back as the headers they came from. */
function withCookieArrays(headers: readonly Header[], cookies: unknown, name: 'Cookie' | 'Set-Cookie'): readonly Header[] {
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

const binaryMime = /^(?:image|audio|video|font)\/|octet-stream|wasm|zip|pdf/i;

/** Bodies larger than this hold no OAuth message and are not read. */
const largestBodyChars = 2_000_000;

function readPostData(request: JsonObject): Seen<Body> {
  const postData = child(request, 'postData');
  const bytes = number(member(request, 'bodySize'));
  if (!postData) {
    const method = text(member(request, 'method')).toUpperCase();
    return bytes !== null && bytes > 0 && method === 'POST'
      ? { seen: false, why: 'body-not-exposed' }
      : { seen: true, value: { kind: 'empty' } };
  }
  const mime = text(member(postData, 'mimeType'));
  const body = text(member(postData, 'text'));
  if (body.length > largestBodyChars) return { seen: false, why: 'body-too-large' };
  const fields = readParams(member(postData, 'params'));
  if (/x-www-form-urlencoded/i.test(mime) || (mime === '' && fields.length > 0)) {
    if (body !== '')
      return {
        seen: true,
        value: { kind: 'form', fields: readPairs(body).map(({ name, value }) => ({ name, value })), bytes: bytesOf(body) },
      };
    if (fields.length > 0) return { seen: true, value: { kind: 'form', fields, bytes: null } };
  }
  if (/multipart\/form-data/i.test(mime)) {
    const parts = fields.length > 0 ? fields : readMultipart(body);
    if (parts.length > 0) return { seen: true, value: { kind: 'form', fields: parts, bytes: bytesOf(body) || null } };
  }
  if (body === '')
    return fields.length > 0
      ? { seen: true, value: { kind: 'form', fields, bytes: null } }
      : bytes !== null && bytes > 0
        ? { seen: false, why: 'body-not-exposed' }
        : { seen: true, value: { kind: 'empty' } };
  return { seen: true, value: { kind: 'text', mime, text: body, bytes: bytesOf(body) } };
}

/** Recorders disagree on whether `params` are decoded; a value that still looks percent-encoded as a whole is decoded. */
function readParams(value: unknown): Field[] {
  return list(value)
    .filter(isObject)
    .map((p) => ({ name: text(member(p, 'name')), value: text(member(p, 'value')) || text(member(p, 'fileName')) }))
    .filter((p) => p.name !== '')
    .map((p) =>
      /%[0-9a-f]{2}/i.test(p.value) && !/[\s:/?&=+]/.test(p.value) ? { name: decodeForm(p.name), value: decodeForm(p.value) } : p,
    );
}

function readMultipart(body: string): Field[] {
  const fields: Field[] = [];
  for (const part of body.split(/\r?\n?--[^\r\n]+\r?\n/)) {
    const match = /^content-disposition:[^\r\n]*?\bname="([^"]*)"(?:; filename="([^"]*)")?[\s\S]*?\r?\n\r?\n([\s\S]*)$/i.exec(part);
    if (match?.[1] !== undefined) fields.push({ name: match[1], value: match[2] ?? (match[3] ?? '').replace(/\r?\n$/, '') });
  }
  return fields;
}

function readContent(response: JsonObject): Seen<Body> {
  const content = child(response, 'content');
  const mime = text(content ? member(content, 'mimeType') : '');
  const body = content ? text(member(content, 'text')) : '';
  const size = number(content ? member(content, 'size') : null);
  if (body === '') return size !== null && size > 0 ? { seen: false, why: 'body-not-exposed' } : { seen: true, value: { kind: 'empty' } };
  if (binaryMime.test(mime)) return { seen: true, value: { kind: 'empty' } };
  if (body.length > largestBodyChars) return { seen: false, why: 'body-too-large' };
  if (content && text(member(content, 'encoding')).toLowerCase() === 'base64') {
    const decoded = decodeBase64(body);
    return decoded === null
      ? { seen: false, why: 'body-not-exposed' }
      : { seen: true, value: { kind: 'text', mime, text: decoded, bytes: bytesOf(decoded) } };
  }
  return { seen: true, value: { kind: 'text', mime, text: body, bytes: null } };
}

function decodeBase64(value: string): string | null {
  try {
    const raw = atob(value.replace(/\s+/g, ''));
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(raw, (c) => c.charCodeAt(0)));
  } catch {
    return null;
  }
}

/** What the whole file hides, found out before its entries are read. */
interface FileTraits {
  readonly browser: Browser | null;
  readonly byBrowser: boolean;
  readonly hiddenInRequests: readonly string[];
  readonly hiddenInResponses: readonly string[];
  readonly hidesCookies: boolean;
  readonly cutsFragments: boolean;
}

function browserOf(name: string): Browser | null {
  if (/firefox|firebug/i.test(name)) return 'firefox';
  if (/webkit web inspector|safari/i.test(name)) return 'safari';
  return /webinspector|chrome|chromium|edge|brave|opera|browsertime/i.test(name) ? 'chrome' : null;
}

function browserOfAgent(agent: string): Browser | null {
  if (!/^Mozilla\/5\.0 \(/.test(agent)) return null;
  if (/Firefox\/\d/.test(agent)) return 'firefox';
  if (/(?:Chrome|Chromium|Edg|OPR)\/\d/.test(agent)) return 'chrome';
  return /Safari\/\d/.test(agent) ? 'safari' : null;
}

function traitsOf(log: JsonObject, entries: readonly unknown[]): FileTraits {
  const creator = text(child(log, 'creator')?.['name']);
  const named = browserOf(text(child(log, 'browser')?.['name'])) ?? browserOf(creator);
  let agent: Browser | null = null;
  let cookies = false;
  let fragments = false;
  let cors = false;
  for (const entry of entries) {
    if (!isObject(entry)) continue;
    const request = child(entry, 'request');
    const response = child(entry, 'response');
    if (!request) continue;
    const headers = readHeaders(member(request, 'headers'));
    agent ??= browserOfAgent(valueFor(headers, 'user-agent') ?? '');
    cookies ||= has(headers, 'cookie') || list(member(request, 'cookies')).length > 0;
    const answer = response ? readHeaders(member(response, 'headers')) : [];
    cookies ||= has(answer, 'set-cookie') || list(response ? member(response, 'cookies') : null).length > 0;
    cors ||= has(answer, 'access-control-allow-origin');
    fragments ||= text(member(request, 'url')).includes('#');
  }
  const browser = named ?? agent;
  const devtools = /webinspector/i.test(creator) && !/webkit web inspector/i.test(creator);
  // Chrome's default export (since late 2024) removes all three; any other file without a single cookie may have lost them too.
  const hidden = cookies ? [] : ['cookie', 'set-cookie'];
  // Hand-made files leave CORS headers out; where none stands anywhere, their absence proves nothing.
  const hiddenInResponses = cors ? hidden : [...hidden, 'access-control-allow-origin'];
  return {
    browser,
    byBrowser: named !== null,
    hiddenInRequests: cookies ? [] : devtools ? ['cookie', 'authorization'] : ['cookie'],
    hidesCookies: !cookies,
    hiddenInResponses,
    // DevTools cuts request URLs at '#'; a file that shows one does not.
    cutsFragments: !fragments,
  };
}

function fromBrowser(entry: JsonObject, headers: readonly Header[], traits: FileTraits): boolean {
  if (traits.byBrowser || text(member(entry, '_resourceType')) !== '') return true;
  return headers.some((h) => /^sec-(?:fetch-|ch-ua)/i.test(h.name)) || browserOfAgent(valueFor(headers, 'user-agent') ?? '') !== null;
}

function kindOf(entry: JsonObject, method: string, headers: readonly Header[]): RequestKind {
  const byType = kindOfType(text(member(entry, '_resourceType')));
  const byHeaders = kindFromHeaders(method, headers);
  // DevTools says `document` for frames too; the header knows better. `other` and `ping` say nothing about a navigation.
  if (byType === 'page') return byHeaders === 'frame' ? 'frame' : 'page';
  return byType ?? byHeaders ?? 'unknown';
}

function initiatorOf(entry: JsonObject, headers: readonly Header[]): string | null {
  const initiator = member(entry, '_initiator');
  if (isObject(initiator)) {
    const url = text(member(initiator, 'url'));
    if (url !== '' && text(member(initiator, 'type')) !== 'preflight') return url;
    const frames = list(member(child(initiator, 'stack') ?? {}, 'callFrames')).filter(isObject);
    const script = frames.map((f) => text(member(f, 'url'))).find((u) => u !== '');
    if (script) return script;
  }
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
  const error = text(response ? member(response, '_error') : '') || text(member(entry, '_error'));
  const status = number(response ? member(response, 'status') : null) ?? (Number(text(response ? member(response, 'status') : '')) || 0);
  const fields = splitJoined(
    withCookieArrays(
      readHeaders(response ? member(response, 'headers') : null),
      response ? member(response, 'cookies') : null,
      'Set-Cookie',
    ),
  );
  const headers: Headers = { fields, hidden: traits.hiddenInResponses };
  if (!response || status <= 0)
    return error === '' ? { kind: 'pending' } : { kind: 'failed', reason: error, status: null, headers: { fields, hidden: 'all' } };
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
  if (error !== '') return { kind: 'failed', reason: error, status, headers };
  return { kind: 'answered', status, headers, body };
}

type EntryResult =
  | { readonly kind: 'read'; readonly exchange: Exchange; readonly timed: boolean }
  | { readonly kind: 'skipped'; readonly because: string };

function readEntry(entry: unknown, index: number, traits: FileTraits, fallbackAt: number): EntryResult {
  if (!isObject(entry)) return { kind: 'skipped', because: 'it is not an object' };
  const request = child(entry, 'request');
  if (!request) return { kind: 'skipped', because: 'it has no request' };
  const url = text(member(request, 'url'));
  if (url === '') return { kind: 'skipped', because: 'its request has no URL' };
  const method = text(member(request, 'method')).toUpperCase() || 'GET';
  const fields = withCookieArrays(readHeaders(member(request, 'headers')), member(request, 'cookies'), 'Cookie');
  const started = Date.parse(text(member(entry, 'startedDateTime')));
  const duration = number(member(entry, 'time'));
  const protocol = protocolOf(text(member(request, 'httpVersion'))) ?? protocolOf(text(child(entry, 'response')?.['httpVersion']));
  return {
    kind: 'read',
    timed: !Number.isNaN(started),
    exchange: {
      id: `x${index}.0`,
      source: 'har',
      where: {
        tab: null,
        frame: null,
        kind: kindOf(entry, method, fields),
        container: null,
        incognito: false,
        opener: null,
        fromBrowser: fromBrowser(entry, fields, traits),
      },
      startedAt: Number.isNaN(started) ? fallbackAt : started,
      waitMs: waitOf(entry),
      durationMs: duration !== null && duration >= 0 ? duration : null,
      request: {
        method,
        url,
        headers: { fields, hidden: traits.hiddenInRequests },
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

/** A redirect is followed at once; what comes later is another visit. */
const followedWithinMs = 30_000;

/** Files do not say which entry followed which redirect: the next one of that URL, not yet claimed by another, did. */
function linkHops(exchanges: readonly Exchange[]): Exchange[] {
  const byUrl = new Map<string, number[]>();
  exchanges.forEach((exchange, index) => {
    const key = comparable(exchange.request.url);
    const known = byUrl.get(key);
    if (known) known.push(index);
    else byUrl.set(key, [index]);
  });
  const previous = new Map<number, ExchangeId>();
  exchanges.forEach((exchange, index) => {
    if (exchange.outcome.kind !== 'redirected') return;
    const end = exchange.startedAt + (exchange.durationMs ?? 0);
    const next = byUrl.get(comparable(exchange.outcome.to))?.find((i) => {
      const candidate = exchanges[i];
      if (!candidate || i === index || previous.has(i) || candidate.where.kind === 'preflight') return false;
      return (
        (candidate.startedAt > exchange.startedAt || (candidate.startedAt === exchange.startedAt && i > index)) &&
        candidate.startedAt - end <= followedWithinMs
      );
    });
    if (next !== undefined) previous.set(next, exchange.id);
  });
  return exchanges.map((exchange, index) => {
    const hop = previous.get(index);
    return hop === undefined ? exchange : { ...exchange, previousHop: hop };
  });
}

function comparable(url: string): string {
  try {
    return withoutFragment(new URL(url).href);
  } catch {
    return withoutFragment(url);
  }
}

export type HarResult = { readonly kind: 'read'; readonly capture: Capture } | { readonly kind: 'unreadable'; readonly because: string };

/** `value` is the parsed JSON of a file. */
export function fromHar(value: unknown): HarResult {
  const log = isObject(value) ? child(value, 'log') : null;
  if (!log) return { kind: 'unreadable', because: 'it has no "log" object, so it is not a HAR file' };
  const raw = member(log, 'entries');
  if (!Array.isArray(raw)) return { kind: 'unreadable', because: 'its "log" has no "entries" list' };
  if (raw.length === 0) return { kind: 'unreadable', because: 'it holds no entries; nothing was recorded' };
  const traits = traitsOf(log, raw);
  const skipped: Skipped[] = [];
  const read: Exchange[] = [];
  let untimed = 0;
  raw.forEach((entry, index) => {
    const result = readEntry(entry, index, traits, (read.at(-1)?.startedAt ?? 0) + 1);
    if (result.kind === 'skipped') skipped.push({ entry: index, because: result.because });
    else {
      read.push(result.exchange);
      if (!result.timed) untimed++;
    }
  });
  if (read.length === 0)
    return {
      kind: 'unreadable',
      because: `none of its ${raw.length} entries can be read (the first: ${skipped[0]?.because ?? 'unknown'})`,
    };
  const ordered = read
    .map((exchange, index) => ({ exchange, index }))
    .sort((a, b) => a.exchange.startedAt - b.exchange.startedAt || a.index - b.index);
  const exchanges = linkHops(ordered.map((o) => o.exchange));
  const gaps: Gap[] = [];
  if (traits.hidesCookies) gaps.push('header-hidden');
  if (traits.cutsFragments) gaps.push('fragment-not-recorded');
  if (untimed > 0) gaps.push('times-missing');
  const last = exchanges.reduce((end, e) => Math.max(end, e.startedAt + (e.durationMs ?? 0)), 0);
  const creator = child(log, 'creator');
  return {
    kind: 'read',
    capture: {
      source: {
        kind: 'har',
        creator: creator ? `${text(creator['name'])} ${text(creator['version'])}`.trim() || null : null,
        browser: traits.browser,
        entries: raw.length,
      },
      exchanges,
      gaps: gaps.sort(),
      skipped,
      settings: { thirdPartyCookies: null },
      live: false,
      asOf: last,
    },
  };
}
