/** Bytes as sent: what servers limit. */
import type { Exchange } from '../model/exchange.ts';
import { familyOf, readCookies } from '../read/cookies.ts';
import { headerValue } from '../read/headers.ts';
import { compressedBytes } from '../read/hpack.ts';
import { bytesOf } from '../read/size.ts';
import { addressOf, withoutFragment } from '../read/url.ts';
import { tooLarge } from '../spec/page-words.ts';

export interface RequestSizes {
  /** Path and query. */
  readonly targetBytes: number;
  readonly queryBytes: number;
  /** The longest step of the path. */
  readonly segmentBytes: number;
  /** `GET target HTTP/1.1`, without its line end. */
  readonly lineBytes: number;
  /** The Cookie line. Null when the source hides the cookies. */
  readonly cookieBytes: number | null;
  readonly cookies: number | null;
  readonly largestHeader: { readonly name: string; readonly bytes: number } | null;
  /** All header lines with their line ends. */
  readonly headersBytes: number;
  readonly count: number;
  /** Request line and headers. */
  readonly totalBytes: number;
  /** What HTTP/2 makes of the same request, and what totals are added up from. */
  readonly parts: {
    readonly methodBytes: number;
    readonly schemeBytes: number;
    readonly hostBytes: number;
    /** Names and values of headers that are neither Host nor Cookie. */
    readonly otherBytes: number;
    readonly others: number;
    readonly largestOtherBytes: number;
    /** The pairs of all cookies, without what stands between them. */
    readonly pairBytes: number;
    readonly pairs: number;
    readonly largestPairBytes: number;
    /** The largest of address, headers and cookies as HTTP/2 compresses it. */
    readonly encodedBytes: number;
  };
}

/** No limit on a compressed field is smaller; below it, compressing only to measure is not worth the time. */
const worthCompressing = 4096;

const encoded = (text: string): number => {
  const plain = bytesOf(text);
  return plain > worthCompressing ? compressedBytes(text) : plain;
};

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
  const path = mark < 0 ? target : target.slice(0, mark);
  const lineBytes = request.method.length + targetBytes + 10;
  const address = addressOf(request.url);
  let hostBytes = address ? address.origin.length - address.scheme.length - 3 : 0;
  let headersBytes = 0;
  let largest: { name: string; bytes: number } | null = null;
  let count = 0;
  let host = false;
  let cookieLines = 0;
  let [others, otherBytes, largestOtherBytes, encodedBytes] = [0, 0, 0, encoded(target)];
  let [pairs, pairBytes, largestPairBytes] = [0, 0, 0];
  for (const { name, value } of request.headers.fields) {
    // Pseudo-headers of HTTP/2 are the request line.
    if (name.startsWith(':')) continue;
    const kind = name.toLowerCase();
    const bytes = bytesOf(name) + 2 + bytesOf(value);
    headersBytes += bytes + 2;
    count++;
    if (!largest || bytes > largest.bytes) largest = { name, bytes };
    if (kind === 'host') {
      host = true;
      hostBytes = bytesOf(value);
    } else if (kind === 'cookie') {
      cookieLines += bytes;
      for (const pair of value.split(/;\s*/).filter((text) => text !== '')) {
        pairs++;
        pairBytes += bytesOf(pair);
        largestPairBytes = Math.max(largestPairBytes, bytesOf(pair));
        encodedBytes = Math.max(encodedBytes, encoded(pair));
      }
    } else {
      others++;
      otherBytes += bytes - 2;
      largestOtherBytes = Math.max(largestOtherBytes, bytes);
      encodedBytes = Math.max(encodedBytes, encoded(value));
    }
  }
  // Chrome never shows Host, but it is sent.
  if (!host && request.headers.hidden !== 'all') headersBytes += 8 + hostBytes;
  const cookies = readCookies(request.headers);
  return {
    targetBytes,
    queryBytes: mark < 0 ? 0 : targetBytes - bytesOf(target.slice(0, mark + 1)),
    segmentBytes: Math.max(...path.split('/').map(bytesOf)),
    lineBytes,
    cookieBytes: cookies === 'hidden' ? null : headerValue(request.headers, 'cookie') === null ? 0 : cookieLines,
    cookies: cookies === 'hidden' ? null : cookies.length,
    largestHeader: largest,
    headersBytes,
    count,
    totalBytes: lineBytes + 2 + headersBytes,
    parts: {
      methodBytes: request.method.length,
      schemeBytes: /^https:/i.test(request.url) ? 5 : 4,
      hostBytes,
      otherBytes,
      others,
      largestOtherBytes,
      pairBytes,
      pairs,
      largestPairBytes,
      encodedBytes,
    },
  };
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
