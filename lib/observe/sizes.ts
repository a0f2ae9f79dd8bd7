/** Bytes as sent: what servers limit. HTTP/1 style; HTTP/2 applies limits to the same decoded fields. */
import { commonLimits, identifyServer, type ServerLimits } from '../field/limits.ts';
import type { Exchange, Headers } from '../model/exchange.ts';
import { familyOf, readCookies } from '../read/cookies.ts';
import { headerValue } from '../read/headers.ts';
import { bytesOf } from '../read/size.ts';
import { addressOf, withoutFragment } from '../read/url.ts';
import { tooLarge } from '../spec/page-words.ts';

export interface RequestSizes {
  /** Path and query. */
  readonly targetBytes: number;
  readonly queryBytes: number;
  /** `GET target HTTP/1.1` */
  readonly lineBytes: number;
  /** Null when the source hides the cookies. */
  readonly cookieBytes: number | null;
  readonly cookies: number | null;
  readonly largestHeader: { readonly name: string; readonly bytes: number } | null;
  /** All header lines with their line ends. */
  readonly headersBytes: number;
  readonly count: number;
  /** Request line and headers. */
  readonly totalBytes: number;
}

function targetOf(url: string): string {
  const text = withoutFragment(url);
  const start = text.indexOf('/', text.indexOf('//') + 2);
  return start < 0 ? '/' : text.slice(start);
}

export function measure(exchange: Exchange): RequestSizes {
  const { request } = exchange;
  const target = targetOf(request.url);
  const targetBytes = bytesOf(target);
  const mark = target.indexOf('?');
  const queryBytes = mark < 0 ? 0 : targetBytes - bytesOf(target.slice(0, mark + 1));
  const lineBytes = request.method.length + 1 + targetBytes + 11;
  let headersBytes = 0;
  let largest: { name: string; bytes: number } | null = null;
  let count = 0;
  let host = false;
  for (const { name, value } of request.headers.fields) {
    // Pseudo-headers of HTTP/2 are the request line.
    if (name.startsWith(':')) continue;
    if (name.toLowerCase() === 'host') host = true;
    const bytes = bytesOf(name) + 2 + bytesOf(value);
    headersBytes += bytes + 2;
    count++;
    if (!largest || bytes > largest.bytes) largest = { name, bytes };
  }
  // Chrome never shows Host, but it is sent.
  if (!host && request.headers.hidden !== 'all') headersBytes += 8 + (addressOf(request.url)?.host.length ?? 0);
  const cookies = readCookies(request.headers);
  const cookieLine = headerValue(request.headers, 'cookie');
  return {
    targetBytes,
    queryBytes,
    lineBytes,
    cookieBytes:
      cookies === 'hidden'
        ? null
        : cookieLine === null
          ? 0
          : request.headers.fields.filter((h) => h.name.toLowerCase() === 'cookie').reduce((sum, h) => sum + 8 + bytesOf(h.value), 0),
    cookies: cookies === 'hidden' ? null : cookies.length,
    largestHeader: largest,
    headersBytes,
    count,
    totalBytes: lineBytes + headersBytes,
  };
}

export type Excess = 'url' | 'query' | 'cookies' | 'header' | 'total' | 'count';

export interface OverLimit {
  readonly what: Excess;
  readonly bytes: number;
  readonly limit: number;
}

/** The first limit of this server that the request passes, most telling first. */
export function overLimit(sizes: RequestSizes, server: ServerLimits, protocol: Exchange['protocol'] = null): OverLimit | null {
  // Browsers split the Cookie header over HTTP/2 and later; some servers measure the pieces (size-limits.md 3a).
  const split = server.cookiesSplit === true && (protocol === 'h2' || protocol === 'h3');
  const cookieBytes = split ? 0 : (sizes.cookieBytes ?? 0);
  const header = split && sizes.largestHeader?.name.toLowerCase() === 'cookie' ? 0 : (sizes.largestHeader?.bytes ?? 0);
  const candidates: readonly (readonly [Excess, number, number | undefined])[] = [
    ['url', sizes.lineBytes, server.line],
    ['url', sizes.targetBytes, server.url],
    ['query', sizes.queryBytes, server.query],
    ['cookies', cookieBytes, server.header],
    ['header', header, server.header],
    [
      cookieBytes * 2 > sizes.totalBytes ? 'cookies' : sizes.targetBytes * 2 > sizes.totalBytes ? 'url' : 'total',
      sizes.headersBytes,
      server.total,
    ],
    [
      cookieBytes * 2 > sizes.totalBytes ? 'cookies' : sizes.targetBytes * 2 > sizes.totalBytes ? 'url' : 'total',
      sizes.totalBytes,
      server.lineAndHeaders,
    ],
    ['count', sizes.count, server.count],
  ];
  for (const [what, bytes, limit] of candidates) if (limit !== undefined && bytes > limit) return { what, bytes, limit };
  return null;
}

const common: ServerLimits = {
  id: 'common',
  name: 'the lowest default in wide use',
  line: commonLimits.line,
  header: commonLimits.header,
  lineAndHeaders: commonLimits.lineAndHeaders,
  status: [],
  grade: 'D',
  remedy: '',
};

/** Over the lowest default in wide use, for servers that do not say what they are. */
export function overCommonLimit(sizes: RequestSizes): OverLimit | null {
  return overLimit(sizes, common);
}

export function serverOf(headers: Headers): ServerLimits | null {
  return identifyServer((name) => headerValue(headers, name));
}

export function saysTooLarge(text: string): string | null {
  return tooLarge.find(({ pattern }) => pattern.test(text))?.who ?? null;
}

export interface CookieFamily {
  /** The part of the names that is the same, random part left off. */
  readonly name: string;
  readonly count: number;
  readonly bytes: number;
}

/** Cookies of a request by family, largest first: the one that grew is on top. */
export function cookieFamilies(exchange: Exchange): CookieFamily[] {
  const cookies = readCookies(exchange.request.headers);
  if (cookies === 'hidden') return [];
  const families = new Map<string, { count: number; bytes: number }>();
  const stems = new Map<string, number>();
  for (const { name } of cookies) stems.set(stemOf(name), (stems.get(stemOf(name)) ?? 0) + 1);
  const randomStems = [...new Set(cookies.flatMap(({ name }) => familyOf(name) ?? []))].sort((a, b) => a.length - b.length);
  for (const { name, value } of cookies) {
    // Random parts may hold separators themselves: the shortest beginning that others have is the family.
    const random = randomStems.find((stem) => name.startsWith(stem)) ?? null;
    // `cart1`, `cart2`: numbered by the app itself.
    const numbered = stemOf(name) !== name && (stems.get(stemOf(name)) ?? 0) > 1;
    const family = random !== null ? `${random}*` : numbered ? `${stemOf(name)}*` : chunkFamily(name);
    const known = families.get(family) ?? { count: 0, bytes: 0 };
    families.set(family, { count: known.count + 1, bytes: known.bytes + bytesOf(name) + bytesOf(value) + 3 });
  }
  return [...families].map(([name, { count, bytes }]) => ({ name, count, bytes })).sort((a, b) => b.bytes - a.bytes);
}

const stemOf = (name: string) => name.replace(/(?<=[A-Za-z]{3})\d{1,4}$/, '');

/** `appSession.0`, `_oauth2_proxy_1`, `.AspNetCore.CookiesC2`: pieces of one cookie. */
export function chunkFamily(name: string): string {
  return name.replace(/(?:[._-]|C)\d{1,2}$/, '');
}

export function isChunk(name: string): boolean {
  return chunkFamily(name) !== name;
}
