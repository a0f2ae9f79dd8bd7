/** Requests as the browser tells of them: those of recorded logins, and those of ordinary pages. */
import type { Exchange } from '../../../lib/model/exchange.ts';
import { readRecording } from '../../truth/recordings.ts';
import type { RequestDetails } from './fake-api.ts';

export interface Told {
  readonly event: string;
  readonly details: RequestDetails;
}

interface Made {
  readonly url: string;
  readonly type: string;
  readonly tab: number;
  readonly request: string;
  readonly requestHeaders: readonly object[];
  readonly responseHeaders: readonly object[];
  readonly status: number;
  readonly to?: string;
  readonly method?: string;
}

const types: Readonly<Record<string, string>> = {
  page: 'main_frame',
  frame: 'sub_frame',
  fetch: 'xmlhttprequest',
  preflight: 'xmlhttprequest',
};

/** All the browser says of one request, in order. */
export function told({ url, type, tab, request, requestHeaders, responseHeaders, status, to, method = 'GET' }: Made): readonly Told[] {
  const common = { requestId: request, timeStamp: Date.now(), url, method, type, tabId: tab, frameId: type === 'sub_frame' ? 3 : 0 };
  const answer = { ...common, statusCode: status, statusLine: `HTTP/1.1 ${status}`, responseHeaders, fromCache: false };
  return [
    { event: 'onBeforeRequest', details: { ...common } },
    { event: 'onSendHeaders', details: { ...common, requestHeaders } as RequestDetails },
    { event: 'onHeadersReceived', details: answer as RequestDetails },
    to === undefined
      ? { event: 'onCompleted', details: answer as RequestDetails }
      : { event: 'onBeforeRedirect', details: { ...answer, redirectUrl: to } as RequestDetails },
  ];
}

/** A login that works, as Chromium told of it, in another tab and under other numbers. Bodies are not told. */
export function login(tab: number, run: number): readonly Told[] {
  const capture = readRecording('chromium', 'server-code');
  if (!capture) throw new Error('The recording of a login that works is gone.');
  return capture.exchanges.flatMap((exchange: Exchange) => {
    const { outcome } = exchange;
    if (outcome.kind !== 'answered' && outcome.kind !== 'redirected') return [];
    return told({
      url: exchange.request.url,
      type: types[exchange.where.kind] ?? 'other',
      tab,
      request: `${run}-${exchange.id.slice(1).split('.')[0]}`,
      method: exchange.request.method,
      requestHeaders: exchange.request.headers.fields,
      responseHeaders: outcome.headers.fields,
      status: outcome.status,
      ...(outcome.kind === 'redirected' ? { to: outcome.to } : {}),
    });
  });
}

const requestHeaders = [
  ['Accept', 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8'],
  ['Accept-Encoding', 'gzip, deflate, br, zstd'],
  ['Accept-Language', 'en-US,en;q=0.9'],
  ['Cookie', `session=CANARY-${'c'.repeat(300)}; _ga=GA1.1.${'1'.repeat(20)}; consent=${'y'.repeat(120)}`],
  ['Referer', 'https://shop.example/catalog?page=4'],
  ['Sec-Fetch-Dest', 'image'],
  ['Sec-Fetch-Mode', 'no-cors'],
  ['Sec-Fetch-Site', 'same-origin'],
  ['User-Agent', `Mozilla/5.0 ${'x'.repeat(100)}`],
].map(([name, value]) => ({ name, value }));
const responseHeaders = [
  ['Content-Type', 'image/webp'],
  ['Content-Length', '18211'],
  ['Cache-Control', 'public, max-age=31536000, immutable'],
  ['Date', 'Sun, 01 Mar 2026 10:00:00 GMT'],
  ['ETag', '"5f3c-CANARY"'],
  ['Server', 'nginx'],
  ['Strict-Transport-Security', 'max-age=63072000; includeSubDomains; preload'],
  ['Vary', 'Accept-Encoding'],
].map(([name, value]) => ({ name, value }));

/** What a page asks for that has nothing to do with a login: pictures, scripts and calls, with addresses as long as they are. */
export function ordinary(type: string, tab: number, run: number): readonly Told[] {
  const url = `https://cdn.shop.example/assets/${run}/${'path-'.repeat(run % 8)}item.webp?width=640&quality=80&version=${'a1b2c3'.repeat(run % 40)}`;
  return told({ url, type, tab, request: `o-${type}-${tab}-${run}`, requestHeaders, responseHeaders, status: 200 });
}
