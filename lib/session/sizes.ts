/** How large each request is, held against what servers take by default. Pure. */
import type { ProtocolLimits, Quantity, ServerLimits } from '../field/limits/model.ts';
import { limitsOver, serverLimits } from '../field/limits/table.ts';
import type { Exchange, Headers } from '../model/exchange.ts';
import { type OverLimit, overLimits, quantitiesOf, serverOf, surelyOverLimits } from '../observe/limits.ts';
import { measure, type RequestSizes } from '../observe/sizes.ts';
import { placeOf } from './rows.ts';

/** The request line, the Cookie header, and the request line with all headers: what HTTP/1.1 sends. */
export type Measured = 'address' | 'cookies' | 'request';

export const measures: readonly Measured[] = ['address', 'cookies', 'request'];

/** Where a server's default stands on a bar, in bytes of what the bar shows. */
export interface LimitMark {
  readonly server: ServerLimits;
  readonly bytes: number;
}

export interface SizeBar {
  readonly of: Measured;
  /** Null: the source does not show it. */
  readonly bytes: number | null;
  /** A part of it is not shown by the source. */
  readonly atLeast: boolean;
  /** Servers whose default it passes, lowest first. */
  readonly over: readonly LimitMark[];
  /** The lowest default that it does not pass; null where that can not be told. */
  readonly next: LimitMark | null;
}

/** What answered, by its own sign, and what of this request passes its default over the protocol that was spoken. */
export interface OwnServer {
  readonly server: ServerLimits;
  readonly marks: Readonly<Partial<Record<Measured, number>>>;
  readonly over: readonly OverLimit[];
  /** It passes none, whichever protocol was spoken. */
  readonly within: boolean;
}

export interface HopSizes {
  readonly bars: readonly SizeBar[];
  readonly own: OwnServer | null;
}

/** Numbers of headers and cookies, and steps of a path, are no sizes of a bar. */
const quantitiesIn: Readonly<Record<Measured, readonly Quantity[]>> = {
  address: ['line', 'url', 'query'],
  cookies: ['header'],
  request: ['total', 'lineAndHeaders'],
};

/** The first of a server's limits that each bar reaches when it grows. */
export function marksOf(sizes: RequestSizes, limits: ProtocolLimits, over: 'h1' | 'h2'): Partial<Record<Measured, number>> {
  const found = quantitiesOf(sizes, over, limits);
  const bar: Readonly<Record<Measured, number>> = {
    address: sizes.lineBytes,
    cookies: found.header,
    request: sizes.totalBytes,
  };
  const marks: Partial<Record<Measured, number>> = {};
  for (const of of measures)
    for (const quantity of quantitiesIn[of]) {
      const limit = limits[quantity];
      if (limit === undefined || (quantity === 'query' && sizes.queryBytes === 0)) continue;
      // Over HTTP/2 some measure each cookie by itself: then no size of the whole says anything.
      if (of === 'cookies' && over === 'h2' && limits.crumbs === 'separate') continue;
      // A server adds up in its own way; the mark stands as far from the bar's end as the limit is from its sum.
      const at = of === 'cookies' ? limit : bar[of] + limit - found[quantity];
      marks[of] = Math.min(marks[of] ?? at, at);
    }
  return marks;
}

/** Nothing went over the wire: the browser or another program answered. */
export const wasAsked = ({ fromCache, outcome }: Exchange): boolean =>
  !fromCache && !(outcome.kind === 'redirected' && outcome.by !== 'server');

function isHidden({ hidden }: Headers, name: string): boolean {
  return hidden === 'all' || hidden.includes(name);
}

function barsOf(exchange: Exchange, sizes: RequestSizes): SizeBar[] {
  const { headers } = exchange.request;
  const all = serverLimits.map((server) => ({ server, marks: marksOf(sizes, server.h1, 'h1') }));
  const sized = (of: Measured, bytes: number | null, atLeast: boolean): SizeBar => {
    const marks = all
      .flatMap(({ server, marks: { [of]: at } }) => (at === undefined ? [] : [{ server, bytes: at }]))
      .sort((a, b) => a.bytes - b.bytes);
    const over = bytes === null ? [] : marks.filter((mark) => bytes > mark.bytes);
    const next = bytes === null || atLeast ? null : (marks.find((mark) => bytes <= mark.bytes) ?? null);
    return { of, bytes, atLeast, over, next };
  };
  const unseen = headers.hidden === 'all';
  return [
    sized('address', sizes.lineBytes, false),
    sized('cookies', sizes.cookieBytes, false),
    sized('request', unseen ? null : sizes.totalBytes, isHidden(headers, 'cookie')),
  ];
}

/** Only what is sure is said of a server by its name. */
function ownOver(sizes: RequestSizes, server: ServerLimits, protocol: Exchange['protocol']): Pick<OwnServer, 'over' | 'within'> {
  return { over: surelyOverLimits(sizes, server, protocol), within: overLimits(sizes, server, protocol).length === 0 };
}

function sizesOf(exchange: Exchange, server: ServerLimits | null): HopSizes {
  const sizes = measure(exchange);
  const over = exchange.protocol === 'h2' || exchange.protocol === 'h3' ? 'h2' : 'h1';
  const limits = server && limitsOver(server, over);
  const own = server && limits ? { server, marks: marksOf(sizes, limits, over), ...ownOver(sizes, server, exchange.protocol) } : null;
  return { bars: barsOf(exchange, sizes), own };
}

/** Exchanges never change, and they are drawn again with every hop that joins. */
const known = new WeakMap<Exchange, { readonly server: ServerLimits | null; readonly sizes: HopSizes }>();

/** Null where nothing was asked of a server. */
export function hopSizes(exchange: Exchange, server: ServerLimits | null): HopSizes | null {
  if (!wasAsked(exchange)) return null;
  const before = known.get(exchange);
  if (before?.server === server) return before.sizes;
  const sizes = sizesOf(exchange, server);
  known.set(exchange, { server, sizes });
  return sizes;
}

/** What each host says it is, in any of its answers. */
export function serversByHost(exchanges: readonly Exchange[]): ReadonlyMap<string, ServerLimits> {
  const known = new Map<string, ServerLimits>();
  for (const { request, outcome } of exchanges) {
    const server =
      outcome.kind === 'pending' || (outcome.kind === 'redirected' && outcome.by !== 'server') ? null : serverOf(outcome.headers);
    const { host } = placeOf(request.url);
    if (server && !known.has(host)) known.set(host, server);
  }
  return known;
}

/** Defaults of several servers that lie so close together that they are one line in a picture. */
export interface Level {
  /** The lowest of them, and the highest. */
  readonly bytes: number;
  readonly upTo: number;
  /** Best known first. */
  readonly servers: readonly ServerLimits[];
}

/** What most people have heard of, to be named where there is no room for all. */
const wellKnown = [
  'nginx',
  'apache',
  'iis',
  'tomcat',
  'node',
  'aws-alb',
  'kestrel',
  'cloudfront',
  'cloudflare',
  'haproxy',
  'gunicorn',
  'envoy',
];
/** What most people have heard of comes first. */
export const byFame = (a: ServerLimits, b: ServerLimits): number => fame(a) - fame(b);
const fame = ({ id }: ServerLimits) => (wellKnown.includes(id) ? wellKnown.indexOf(id) : wellKnown.length);
const closeBy = 1.08;

const drawn: readonly Quantity[] = ['line', 'url', 'query', 'header', 'total', 'lineAndHeaders'];

/** Of all servers, over HTTP/1.1, smallest first. */
export function limitLevels(): Level[] {
  const all = serverLimits
    .flatMap((server) => drawn.flatMap((quantity) => ({ server, bytes: server.h1[quantity] ?? 0 })))
    .filter(({ bytes }) => bytes > 0)
    .sort((a, b) => a.bytes - b.bytes);
  const levels: { bytes: number; upTo: number; servers: Set<ServerLimits> }[] = [];
  for (const { server, bytes } of all) {
    const last = levels.at(-1);
    if (last && bytes <= last.bytes * closeBy) {
      last.upTo = bytes;
      last.servers.add(server);
    } else levels.push({ bytes, upTo: bytes, servers: new Set([server]) });
  }
  return levels.map((level) => ({ ...level, servers: [...level.servers].sort(byFame) }));
}

export interface SizeScale {
  /** Bytes at the right end. */
  readonly endBytes: number;
  /** The levels that have a place on it. */
  readonly levels: readonly Level[];
}

/** Room for the usual 8 KiB, and for the first default beyond the largest request. */
const usualBytes = 8192;
const roomAtEnd = 1.14;

export function sizeScale(largestBytes: number): SizeScale {
  const levels = limitLevels();
  const most = Math.max(usualBytes, largestBytes);
  const end = Math.max(most, levels.find(({ upTo }) => upTo >= most)?.upTo ?? most) * roomAtEnd;
  return { endBytes: end, levels: levels.filter(({ upTo }) => upTo < end) };
}
