/** A request held against the default limits of servers. */
import { commonLimits } from '../field/limits/browsers.ts';
import type { Answer, Limits, ProtocolLimits, Quantity, ServerLimits } from '../field/limits/model.ts';
import { identifyServer, limitsOver, serverLimits } from '../field/limits/table.ts';
import type { Exchange, Headers } from '../model/exchange.ts';
import { headerValue } from '../read/headers.ts';
import type { RequestSizes } from './sizes.ts';

/** What about the request is too large. */
export type Excess = 'url' | 'query' | 'cookies' | 'header' | 'total' | 'count';

export interface OverLimit {
  readonly what: Excess;
  readonly quantity: Quantity;
  readonly bytes: number;
  readonly limit: number;
  /** The protocol whose limit it is. */
  readonly over: 'h1' | 'h2';
  /** What the server answers then. */
  readonly answers: readonly Answer[];
}

/** How large each limited quantity of this request is for a server that measures like this. */
export function quantitiesOf(sizes: RequestSizes, over: 'h1' | 'h2', limits: ProtocolLimits): Readonly<Record<Quantity, number>> {
  const { parts } = sizes;
  const h2 = over === 'h2';
  const separate = h2 && limits.crumbs === 'separate';
  const cookieFields = separate ? parts.pairs : Math.min(parts.pairs, 1);
  const cookieLetters = cookieFields * 6 + parts.pairBytes + (separate ? 0 : Math.max(0, parts.pairs - 1) * 2);
  const asFields = limits.lineAs === 'fields';
  // Over HTTP/2 the host is one of the four fields that make the request line.
  const hostField = asFields ? 0 : 1;
  const per = limits.perField ?? 4;
  const total = parts.otherBytes + cookieLetters + hostField * (4 + parts.hostBytes) + per * (parts.others + cookieFields + hostField);
  const line = asFields
    ? 29 + parts.methodBytes + sizes.targetBytes + parts.schemeBytes + parts.hostBytes + 4 * per
    : limits.lineAs === 'target'
      ? sizes.targetBytes
      : sizes.lineBytes + 2;
  const cookieLine = separate ? parts.largestPairBytes + 8 : parts.pairs === 0 ? 0 : cookieLetters + 2;
  return {
    line: sizes.lineBytes,
    url: sizes.targetBytes,
    query: sizes.queryBytes,
    segment: sizes.segmentBytes,
    header: Math.max(parts.largestOtherBytes, cookieLine),
    encodedField: parts.encodedBytes,
    total,
    lineAndHeaders: line + total,
    count: parts.others + (h2 ? 0 : 1) + (limits.crumbsCount ? parts.pairs : Math.min(parts.pairs, 1)),
    cookies: parts.pairs,
  };
}

/** Most telling first. */
const quantities: readonly Quantity[] = [
  'line',
  'url',
  'query',
  'segment',
  'header',
  'encodedField',
  'total',
  'lineAndHeaders',
  'count',
  'cookies',
];

function excessOf(quantity: Quantity, sizes: RequestSizes): Excess {
  const { parts } = sizes;
  const cookies = parts.pairBytes * 2 > sizes.totalBytes;
  const url = sizes.targetBytes * 2 > sizes.totalBytes;
  switch (quantity) {
    case 'line':
    case 'url':
    case 'segment':
      return 'url';
    case 'query':
      return 'query';
    case 'header':
      return parts.pairBytes > parts.largestOtherBytes ? 'cookies' : 'header';
    case 'encodedField':
      return parts.largestPairBytes >= Math.max(parts.largestOtherBytes, sizes.targetBytes)
        ? 'cookies'
        : sizes.targetBytes >= parts.largestOtherBytes
          ? 'url'
          : 'header';
    case 'count':
      return parts.pairs > parts.others ? 'cookies' : 'count';
    case 'cookies':
      return 'cookies';
    case 'total':
    case 'lineAndHeaders':
      return cookies ? 'cookies' : url ? 'url' : 'total';
  }
}

function overThis(sizes: RequestSizes, limits: ProtocolLimits | null, over: 'h1' | 'h2'): OverLimit | null {
  if (limits === null) return null;
  const found = quantitiesOf(sizes, over, limits);
  for (const quantity of quantities) {
    const limit = limits[quantity];
    if (limit === undefined || found[quantity] <= limit) continue;
    const answers = limits.answers[quantity] ?? limits.answers.else;
    return { what: excessOf(quantity, sizes), quantity, bytes: found[quantity], limit, over, answers };
  }
  return null;
}

export type Protocol = Exchange['protocol'];

/** What this server limits and the request passes, by protocol; both where the capture does not tell which was spoken. */
export function overLimits(sizes: RequestSizes, server: ServerLimits, protocol: Protocol): OverLimit[] {
  const spoken = protocol === null ? (['h1', 'h2'] as const) : ([protocol === 'h1' ? 'h1' : 'h2'] as const);
  return spoken.flatMap((over) => overThis(sizes, limitsOver(server, over), over) ?? []);
}

/** The same, but nothing where the server would take the request over another protocol that may have been spoken. */
export function surelyOverLimits(sizes: RequestSizes, server: ServerLimits, protocol: Protocol): OverLimit[] {
  const overs = overLimits(sizes, server, protocol);
  return overs.length === 1 && protocol === null && server.h2 !== null ? [] : overs;
}

/** A request this large is refused by some servers in wide use. Cookies are one header over HTTP/1.1, which the app itself mostly speaks. */
const common: ProtocolLimits = {
  line: commonLimits.line,
  header: commonLimits.header,
  lineAndHeaders: commonLimits.lineAndHeaders,
  answers: { else: [] },
};

/** Over the lowest default in wide use, for servers that do not say what they are. */
export function overCommonLimit(sizes: RequestSizes): OverLimit | null {
  return overThis(sizes, common, 'h1');
}

/** Proxies add headers of their own, so a request may be too large before it looks so. */
export function nearCommonLimit(sizes: RequestSizes): boolean {
  const share = 0.75;
  const near: Limits = {
    line: commonLimits.line * share,
    header: commonLimits.header * share,
    lineAndHeaders: commonLimits.lineAndHeaders * share,
  };
  return overThis(sizes, { ...near, answers: { else: [] } }, 'h1') !== null;
}

export interface Candidate {
  readonly server: ServerLimits;
  readonly over: OverLimit;
}

/**
 * Servers whose defaults this request passes and that answer so. The answer's own sign does not rule out what stands behind
 * it, but a server that signs every answer is ruled out where the answer's headers are seen and the sign is not among them.
 */
export function candidatesFor(sizes: RequestSizes, protocol: Protocol, came: Answer, headers: Headers | null): Candidate[] {
  const front = headers ? serverOf(headers) : null;
  const shown = headers !== null && headers.hidden !== 'all';
  return serverLimits.flatMap((server) => {
    if (server.signs && shown && server !== front) return [];
    const over = overLimits(sizes, server, protocol).find(({ answers }) => answers.includes(came));
    return over ? [{ server, over }] : [];
  });
}

export function serverOf(headers: Headers): ServerLimits | null {
  return identifyServer((name) => headerValue(headers, name));
}
