/**
 * Drawn traces: a login written down the way one would on a whiteboard, read by the real normalizers.
 *
 *   GET https://app.example/login [tab 2] [+90s]     a request; what stands in brackets is explained below
 *     Cookie: sid=CANARY-1                           its headers, indented
 *     = grant_type=authorization_code&code=c         its body (form, or JSON when it begins with {; else as its Content-Type says)
 *   → 302 https://idp.example/authorize?state=s      the answer; a Location makes the next request its next hop
 *     Set-Cookie: state=s; Path=/                    the answer's headers
 *     = {"error":"invalid_grant"}                    the answer's body (files only: webRequest has none)
 *     "Invalid parameter: redirect_uri"              visible text of an error page (both sources)
 *   → failed net::ERR_CONNECTION_REFUSED             no answer
 *   → failed NS_ERROR_UNKNOWN_PROTOCOL               to an address of an app's own scheme: nothing opens it
 *   → failed net::ERR_FAILED after 400               its headers came (given below, or a status), then the browser gave up
 *   → pending                                        nothing came (yet)
 *
 * The cookie jar, which only webRequest can be asked for: below the request, what it held when the request was sent;
 * below the answer, what became of a Set-Cookie line.
 *     ~ held sid; SameSite=None; Secure; sent        (or `not sent`: leave `sent` out; also HttpOnly, Partitioned, Path=..)
 *     ~ held nothing
 *   → 200
 *     ~ kept sid
 *     ~ dropped other
 *
 * Brackets: [tab N] [frame] [frame N] [fetch] [preflight] [image] [script] [from URL] [+Ns] [+Nms] [took Nms] [cache] [reload] [back]
 * [prefetch] [prerender] [container NAME] [private] [opener N] [by browser] [by extension] [by worker] [h2]
 * [closed 5s] (the tab, so long after the request).
 * The first request is number 1. The clock starts at 2026-01-01T00:00:00Z and moves 100 ms per request.
 */
import type { Capture, ThirdPartyCookies } from '../../lib/model/capture.ts';
import type { CaptureEvent } from '../../lib/model/event.ts';
import type { Body, ExchangeId, Gap, Header, HeldCookie, SameSite } from '../../lib/model/exchange.ts';
import { fromHar } from '../../lib/normalize/from-har.ts';
import { fromWebRequest } from '../../lib/normalize/from-web-request.ts';
import { readPairs, resolveLocation, withoutFragment } from '../../lib/read/url.ts';

export const clockStart = Date.UTC(2026, 0, 1);
const stepMs = 100;
const tookMs = 50;

export interface DrawnRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly Header[];
  readonly body: string | null;
  readonly at: number;
  readonly flags: ReadonlyMap<string, string>;
  /** Jar lines below the request and below the answer, `~` removed. */
  readonly jar: readonly string[];
  readonly answer: DrawnAnswer;
}

export type DrawnAnswer =
  | { readonly kind: 'pending' }
  | { readonly kind: 'failed'; readonly reason: string; readonly received: number | null; readonly headers: readonly Header[] }
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly location: string | null;
      readonly headers: readonly Header[];
      readonly body: string | null;
      readonly page: string | null;
    };

interface Draft {
  method: string;
  url: string;
  headers: Header[];
  body: string | null;
  at: number;
  flags: Map<string, string>;
  jar: string[];
  answer: { line: string | null; headers: Header[]; body: string | null; page: string | null };
}

const flagNames = ['tab', 'frame', 'from', 'took', 'container', 'opener', 'by', 'closed'];

function readFlags(text: string): { rest: string; flags: Map<string, string> } {
  const flags = new Map<string, string>();
  const rest = text.replace(/\s\[([^\][]+)\]/g, (_, inside: string) => {
    const [name = '', ...value] = inside.split(' ');
    if (name.startsWith('+')) flags.set('+', name.slice(1));
    else flags.set(name, flagNames.includes(name) ? value.join(' ') : 'yes');
    return '';
  });
  return { rest: rest.trim(), flags };
}

function duration(text: string): number {
  const match = /^(\d+)(ms|s|min)$/.exec(text);
  if (!match) throw new Error(`"${text}" is no duration: write 90s, 250ms or 3min`);
  return Number(match[1]) * (match[2] === 'ms' ? 1 : match[2] === 's' ? 1000 : 60_000);
}

export function draw(text: string): DrawnRequest[] {
  const drafts: Draft[] = [];
  let at = clockStart;
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.trim().startsWith('#')) continue;
    const content = line.trim();
    const current = drafts.at(-1);
    if (content.startsWith('→')) {
      if (!current) throw new Error(`an answer without a request: ${content}`);
      current.answer.line = content.slice(1).trim();
    } else if (/^[A-Z]+ \S/.test(content) && !content.includes(': ', content.indexOf(' ') < 8 ? undefined : 0)) {
      const { rest, flags } = readFlags(content);
      const [method = '', url = ''] = rest.split(/\s+/);
      if (drafts.length > 0) at += stepMs;
      if (flags.has('+')) at += duration(flags.get('+') ?? '');
      drafts.push({
        method,
        url,
        headers: [],
        body: null,
        at,
        flags,
        jar: [],
        answer: { line: null, headers: [], body: null, page: null },
      });
    } else if (current) {
      const answered = current.answer.line !== null;
      if (content.startsWith('= ')) {
        if (answered) current.answer.body = content.slice(2);
        else current.body = content.slice(2);
      } else if (content.startsWith('~ ')) current.jar.push(content.slice(2));
      else if (content.startsWith('"')) current.answer.page = content.slice(1, -1);
      else {
        const colon = content.indexOf(':');
        if (colon < 0) throw new Error(`not a request, an answer or a header: ${content}`);
        (answered ? current.answer.headers : current.headers).push({
          name: content.slice(0, colon),
          value: content.slice(colon + 1).trim(),
        });
      }
    } else throw new Error(`a trace begins with a request: ${content}`);
  }
  return drafts.map(finish);
}

function finish(draft: Draft): DrawnRequest {
  const { answer, ...request } = draft;
  return { ...request, answer: readAnswer(answer) };
}

function readAnswer({ line, headers, body, page }: Draft['answer']): DrawnAnswer {
  if (line === null || line === 'pending') return { kind: 'pending' };
  const failed = /^failed (.*?)(?: after (\d{3}))?$/.exec(line);
  if (failed) {
    const received = failed[2] ? Number(failed[2]) : headers.length > 0 ? 200 : null;
    return { kind: 'failed', reason: failed[1] ?? '', received, headers };
  }
  const match = /^(\d{3})(?:\s+(\S+))?$/.exec(line);
  if (!match) throw new Error(`not an answer: ${line}`);
  return { kind: 'answered', status: Number(match[1]), location: match[2] ?? null, headers, body, page };
}

const durationOf = (request: DrawnRequest) => (request.flags.has('took') ? duration(request.flags.get('took') ?? '') : tookMs);

const frameOf = (request: DrawnRequest) => (request.flags.has('frame') ? Number(request.flags.get('frame') || 7) : 0);

export function typeOf(request: DrawnRequest): string {
  if (request.flags.has('frame')) return 'sub_frame';
  if (request.flags.has('fetch') || request.flags.has('preflight')) return 'xmlhttprequest';
  if (request.flags.has('script')) return 'script';
  return request.flags.has('image') ? 'image' : 'main_frame';
}

/** The media type drawn as a header, when there is one. */
const drawnMime = (headers: readonly Header[]) => headers.find((h) => h.name.toLowerCase() === 'content-type')?.value ?? null;

const isForm = (mime: string | null) => mime === null || /x-www-form-urlencoded|multipart\/form-data/i.test(mime);

function bodyOf({ body: text, headers }: DrawnRequest): Body | null {
  if (text === null) return null;
  // The browsers hand over as bytes what no form was.
  if (!isForm(drawnMime(headers)) && !text.startsWith('{')) return { kind: 'text', mime: '', text, bytes: text.length };
  if (text.startsWith('{')) return { kind: 'text', mime: 'application/json', text, bytes: text.length };
  return { kind: 'form', fields: readPairs(text).map(({ name, value }) => ({ name, value })), bytes: text.length };
}

export function requestHeaders(request: DrawnRequest): Header[] {
  const purpose = request.flags.has('prefetch') ? 'prefetch' : request.flags.has('prerender') ? 'prefetch;prerender' : null;
  const extra = purpose === null ? [] : [{ name: 'Sec-Purpose', value: purpose }];
  const preflight = request.flags.has('preflight') ? [{ name: 'Access-Control-Request-Method', value: 'POST' }] : [];
  return [...request.headers, ...extra, ...preflight];
}

const sameSites: Readonly<Record<string, SameSite>> = { none: 'none', lax: 'lax', strict: 'strict' };

function heldOf(line: string, url: string): HeldCookie[] {
  if (line === 'nothing') return [];
  const [name = '', ...words] = line.split(';').map((word) => word.trim());
  const word = (wanted: string) => words.some((w) => w.toLowerCase() === wanted);
  const textAfter = (wanted: string) => words.find((w) => w.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1);
  return [
    {
      name,
      domain: new URL(url).hostname,
      hostOnly: true,
      path: textAfter('path') ?? '/',
      secure: word('secure'),
      httpOnly: word('httponly'),
      sameSite: sameSites[textAfter('samesite')?.toLowerCase() ?? ''] ?? 'unspecified',
      partitioned: word('partitioned'),
      sent: word('sent'),
    },
  ];
}

/** The number of the request and hop each drawn request becomes: a redirect's target continues the request. */
export function numbering(requests: readonly DrawnRequest[]): { readonly request: string; readonly hop: number }[] {
  let number = 0;
  const open = new Map<string, { to: string; request: string; hop: number }>();
  return requests.map((request) => {
    const place = `${request.flags.get('tab') ?? '1'}/${frameOf(request)}/${typeOf(request).endsWith('_frame') ? 'page' : 'other'}`;
    const waiting = open.get(place);
    let own: { request: string; hop: number };
    if (waiting && withoutFragment(waiting.to) === withoutFragment(request.url)) own = { request: waiting.request, hop: waiting.hop + 1 };
    else own = { request: String(++number), hop: 0 };
    const to =
      request.answer.kind === 'answered' && request.answer.location !== null ? resolveLocation(request.answer.location, request.url) : null;
    if (to !== null) open.set(place, { to, ...own });
    else open.delete(place);
    return own;
  });
}

export interface DrawOptions {
  readonly browser?: 'chrome' | 'firefox';
  readonly live?: boolean;
  readonly thirdPartyCookies?: ThirdPartyCookies;
  /** Times the extension was blind; only webRequest has them. */
  readonly gaps?: readonly Gap[];
  /** The recorder wrote no times; only files are like that. */
  readonly untimed?: boolean;
  /** A proxy wrote the file: it names no browser and no kinds of request; only headers give them away. */
  readonly recorder?: 'proxy';
}

/** The events a browser would have sent. */
export function toEvents(requests: readonly DrawnRequest[], options: DrawOptions = {}): CaptureEvent[] {
  const numbers = numbering(requests);
  const browser = options.browser ?? 'chrome';
  const events: CaptureEvent[] = [
    {
      kind: 'settings',
      at: clockStart,
      browser,
      version: '1',
      thirdPartyCookies: options.thirdPartyCookies ?? null,
      machine: { platform: 'linux x86-64', zoneOffsetMinutes: 60 },
    },
  ];
  for (const why of options.gaps ?? []) events.push({ kind: 'gap', at: clockStart, why });
  requests.forEach((drawn, index) => {
    const { request, hop } = numbers[index] ?? { request: '0', hop: 0 };
    const { at, url, answer, flags } = drawn;
    const tab = Number(flags.get('tab') ?? 1);
    const frame = frameOf(drawn);
    const end = at + durationOf(drawn);
    const common = { request, url };
    if (flags.has('closed')) events.push({ kind: 'close', at: at + 1_000 * Number.parseFloat(flags.get('closed') ?? '0'), tab });
    // Browsers send no request to an app's own scheme; Firefox says when nothing opens it.
    if (!/^https?:/i.test(url)) {
      if (answer.kind === 'failed' && answer.reason === 'NS_ERROR_UNKNOWN_PROTOCOL')
        events.push({ kind: 'stranded', at: end, tab, frame, url: requests[index - 1]?.url ?? '' });
      return;
    }
    if (flags.has('opener')) events.push({ kind: 'spawn', at, tab, opener: Number(flags.get('opener')) });
    events.push({
      kind: 'begin',
      ...common,
      at,
      method: drawn.method,
      type: typeOf(drawn),
      tab,
      frame,
      initiator: flags.get('from') ?? null,
      incognito: flags.has('private'),
      container: flags.get('container') ?? null,
      body: hop === 0 || drawn.method === 'POST' ? bodyOf(drawn) : null,
    });
    if (answer.kind === 'failed' && /BLOCKED_BY_(?:CLIENT|ADMINISTRATOR|CSP)|NS_ERROR_ABORT\b/.test(answer.reason)) {
      events.push({ kind: 'fail', ...common, at: end, error: answer.reason });
      return;
    }
    const held = drawn.jar.filter((line) => line.startsWith('held '));
    if (held.length > 0) events.push({ kind: 'held', ...common, at: at + 1, cookies: held.flatMap((line) => heldOf(line.slice(5), url)) });
    const kept = drawn.jar.filter((line) => /^(?:kept|dropped) /.test(line));
    if (kept.length > 0)
      events.push({
        kind: 'kept',
        ...common,
        at: end + 200,
        cookies: kept.map((line) => ({ name: line.slice(line.indexOf(' ') + 1), stored: line.startsWith('kept') })),
      });
    if (!flags.has('by')) events.push({ kind: 'send', ...common, at: at + 1, headers: requestHeaders(drawn) });
    if (answer.kind === 'pending') return;
    if (answer.kind === 'failed') {
      if (answer.received !== null) {
        const { received: status, headers } = answer;
        events.push({ kind: 'receive', ...common, at: end - 1, status, statusLine: `HTTP/1.1 ${status}`, headers });
      }
      events.push({ kind: 'fail', ...common, at: end, error: answer.reason });
      return;
    }
    const to = answer.location === null ? null : resolveLocation(answer.location, url);
    const headers = to === null ? answer.headers : [...answer.headers, { name: 'Location', value: answer.location ?? '' }];
    const internal = flags.get('by');
    const reason =
      internal === undefined || internal === 'worker'
        ? []
        : [{ name: 'Non-Authoritative-Reason', value: internal === 'browser' ? 'HSTS' : 'Delegate' }];
    const statusLine =
      internal === 'worker'
        ? ''
        : internal === undefined
          ? `HTTP/${flags.has('h2') ? '2.0' : '1.1'} ${answer.status}`
          : '307 Internal Redirect';
    const fromCache = flags.has('cache');
    if (internal === undefined) events.push({ kind: 'receive', ...common, at: end - 1, status: answer.status, statusLine, headers });
    if (to !== null)
      events.push({
        kind: 'redirect',
        ...common,
        at: end,
        to,
        status: internal === 'worker' ? 0 : answer.status,
        statusLine,
        headers: [...headers, ...reason],
        fromCache,
      });
    else {
      events.push({ kind: 'complete', ...common, at: end, status: answer.status, statusLine, fromCache });
      if (typeOf(drawn).endsWith('_frame'))
        events.push({
          kind: 'commit',
          at: end,
          tab,
          frame,
          url,
          transition: flags.has('reload') ? 'reload' : 'link',
          qualifiers: flags.has('back') ? ['forward_back'] : [],
        });
      if (answer.page !== null) events.push({ kind: 'page', at: end + 5, tab, frame, url, text: answer.page });
    }
  });
  return events;
}

const resourceTypes: Readonly<Record<string, string>> = {
  main_frame: 'document',
  sub_frame: 'document',
  xmlhttprequest: 'fetch',
  image: 'image',
  script: 'script',
};

function harEntry(drawn: DrawnRequest, options: DrawOptions): unknown {
  const { answer, flags } = drawn;
  const type = flags.has('preflight') ? 'preflight' : (resourceTypes[typeOf(drawn)] ?? 'other');
  const headers = [
    ...requestHeaders(drawn),
    ...(flags.has('frame') ? [{ name: 'Sec-Fetch-Dest', value: 'iframe' }] : []),
    ...(flags.has('from') && !drawn.headers.some((h) => h.name.toLowerCase() === 'referer')
      ? [{ name: 'Referer', value: flags.get('from') ?? '' }]
      : []),
  ];
  const mime = drawnMime(drawn.headers) ?? (drawn.body?.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded');
  const internal = flags.get('by');
  const reason = internal === undefined ? [] : [{ name: 'Non-Authoritative-Reason', value: internal === 'browser' ? 'HSTS' : 'Delegate' }];
  const answered = answer.kind === 'answered' ? answer : null;
  const text = answered?.body ?? (answered?.page ? `<html><body><p>${answered.page}</p></body></html>` : '');
  return {
    ...(options.untimed ? {} : { startedDateTime: new Date(drawn.at).toISOString() }),
    time: durationOf(drawn),
    timings: { send: 1, wait: durationOf(drawn) - 2, receive: 1 },
    ...(options.recorder === 'proxy' ? {} : { _resourceType: type }),
    ...(flags.has('cache') ? { _fromCache: 'disk' } : {}),
    request: {
      method: drawn.method,
      url: drawn.url,
      httpVersion: flags.has('h2') ? 'h2' : 'HTTP/1.1',
      headers,
      bodySize: drawn.body?.length ?? 0,
      ...(drawn.body === null ? {} : { postData: { mimeType: mime, text: drawn.body } }),
    },
    response: {
      status: answered?.status ?? 0,
      statusText: internal === undefined ? '' : 'Internal Redirect',
      headers: [
        ...(answer.kind === 'pending' ? [] : answer.headers),
        ...(answered?.location ? [{ name: 'Location', value: answered.location }] : []),
        ...reason,
      ],
      redirectURL: answered?.location ?? '',
      content: { size: text.length, mimeType: text.startsWith('{') ? 'application/json' : 'text/html', ...(text === '' ? {} : { text }) },
      ...(answer.kind === 'failed' ? { _error: answer.reason } : {}),
    },
  };
}

/** The HAR file that DevTools would have written. */
export function toHar(requests: readonly DrawnRequest[], options: DrawOptions = {}): unknown {
  const firefox = options.browser === 'firefox';
  const browser = firefox ? { name: 'Firefox', version: '153.0' } : { name: 'WebInspector', version: '537.36' };
  return {
    log: {
      version: '1.2',
      creator: options.recorder === 'proxy' ? { name: 'mitmproxy', version: '12.0' } : browser,
      entries: requests.map((drawn) => harEntry(drawn, options)),
    },
  };
}

export type DrawnSource = 'web-request' | 'har';

export interface DrawnCapture {
  readonly capture: Capture;
  /** Exchange id of drawn request number n (from 1). */
  readonly idOf: (n: number) => ExchangeId;
}

export function capture(text: string, source: DrawnSource, options: DrawOptions = {}): DrawnCapture {
  const requests = draw(text);
  if (source === 'har') {
    const read = fromHar(toHar(requests, options));
    if (read.kind !== 'read') throw new Error(read.because);
    return { capture: read.capture, idOf: (n) => `x${n - 1}.0` };
  }
  const numbers = numbering(requests);
  const end = requests.reduce((last, r) => Math.max(last, r.at + durationOf(r)), clockStart);
  const live = options.live ?? false;
  return {
    capture: fromWebRequest(toEvents(requests, options), { live, asOf: live ? end : end + 60_000 }),
    idOf: (n) => {
      const own = numbers[n - 1];
      if (!own) throw new Error(`there is no drawn request ${n}`);
      return `x${own.request}.${own.hop}`;
    },
  };
}
