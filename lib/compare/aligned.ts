/** Hops that both sides have: status, who redirected, size, time, protocol. */

import type { Exchange } from '../model/exchange.ts';
import { measure } from '../observe/sizes.ts';
import { bytesOf } from '../read/size.ts';
import { addressOf, hostOf } from '../read/url.ts';
import type { Difference, Unseen } from './comparison.ts';
import type { Compared, Found } from './found.ts';
import { nowhere } from './found.ts';
import type { Pair } from './hops.ts';
import { addressShown, both, type Hop, type Prepared } from './scene.ts';
import { pathShape } from './stable.ts';
import { sameStatus, statusShown } from './status.ts';

/** What differs by less does so from login to login. */
const leastBytes = 1_000;
const leastShare = 1.25;
const leastMs = 2_000;
const leastTimes = 3;

type Met = { readonly a: Hop; readonly b: Hop };

function met(pairs: readonly Pair[]): Met[] {
  return pairs.flatMap(({ a, b }) => (a && b ? [{ a, b }] : []));
}

const place = ({ a, b }: Met): Difference['at'] => ({ a: a.exchange.id, b: b.exchange.id });

/** At two hosts, what both have in common; empty where even the paths differ. */
function addressOfBoth({ redactor }: Prepared, { a, b }: Met): string {
  const shown = both(a, b, ({ exchange }) => addressShown(redactor, exchange.request.url));
  if (shown.a === shown.b) return shown.a;
  const shape = both(a, b, ({ exchange }) => pathShape(addressOf(exchange.request.url)?.path ?? ''));
  return shape.a === shape.b ? shape.a : '';
}

function statuses(side: Prepared, pair: Met): Found[] {
  if (sameStatus(pair.a.exchange, pair.b.exchange)) return [];
  const subject = { kind: 'status', role: pair.a.role, address: addressOfBoth(side, pair) } as const;
  return [{ subject, ...both(pair.a.exchange, pair.b.exchange, statusShown), at: place(pair) }];
}

function redirectors(side: Prepared, pair: Met): Found[] {
  const { a, b } = both(pair.a.exchange, pair.b.exchange, ({ outcome }) => (outcome.kind === 'redirected' ? outcome.by : null));
  if (a === null || b === null || a === b) return [];
  const subject = { kind: 'redirected-by', role: pair.a.role, address: addressOfBoth(side, pair) } as const;
  return [{ subject, a: { kind: 'value', text: a }, b: { kind: 'value', text: b }, at: place(pair) }];
}

function farApart(a: number, b: number, share: number, least: number): boolean {
  return Math.max(a, b) > Math.min(a, b) * share && Math.abs(a - b) > least;
}

function sizes(pair: Met): Found[] {
  const { role } = pair.a;
  // Elsewhere a long address or many cookies break nothing.
  if (role !== 'callback' && role !== 'authorization-request' && sameStatus(pair.a.exchange, pair.b.exchange)) return [];
  const size = (of: 'cookies' | 'url', read: (exchange: Exchange) => number | null): Found[] => {
    const { a, b } = both(pair.a.exchange, pair.b.exchange, read);
    if (a === null || b === null || !farApart(a, b, leastShare, leastBytes)) return [];
    return [{ subject: { kind: 'size', of, role }, a: { kind: 'bytes', bytes: a }, b: { kind: 'bytes', bytes: b }, at: place(pair) }];
  };
  return [...size('cookies', (e) => measure(e).cookieBytes), ...size('url', (e) => bytesOf(e.request.url))];
}

function times(side: Prepared, pair: Met): Found[] {
  const { a, b } = both(pair.a.exchange, pair.b.exchange, (e) => e.durationMs);
  if (a === null || b === null || !farApart(a, b, leastTimes, leastMs)) return [];
  const subject = { kind: 'time', role: pair.a.role, address: addressOfBoth(side, pair) } as const;
  return [{ subject, a: { kind: 'time', ms: a }, b: { kind: 'time', ms: b }, at: place(pair) }];
}

/** A login that broke off is shorter by nature. */
function wholeTime(a: Prepared, b: Prepared): Found[] {
  if (a.judged.outcome !== b.judged.outcome) return [];
  const ms = both(a, b, ({ judged: { flow } }) => flow.endedAt - flow.startedAt);
  if (!farApart(ms.a, ms.b, leastTimes, leastMs)) return [];
  const subject = { kind: 'time', role: null, address: '' } as const;
  return [{ subject, a: { kind: 'time', ms: ms.a }, b: { kind: 'time', ms: ms.b }, at: nowhere }];
}

/** Once a host. Whether HTTP/2 or 3 is spoken changes from visit to visit. */
function protocols({ redactor }: Prepared, pairs: readonly Met[]): Found[] {
  const told = new Set<string>();
  return pairs.flatMap((pair): Found[] => {
    const host = hostOf(pair.a.exchange.request.url);
    const { a, b } = both(pair.a.exchange, pair.b.exchange, (e) => e.protocol);
    if (a === null || b === null || (a === 'h1') === (b === 'h1') || host !== hostOf(pair.b.exchange.request.url) || told.has(host))
      return [];
    told.add(host);
    return [
      {
        subject: { kind: 'protocol', host: addressShown(redactor, `https://${host}`) },
        a: { kind: 'value', text: a },
        b: { kind: 'value', text: b },
        at: place(pair),
      },
    ];
  });
}

export function compareAligned(a: Prepared, b: Prepared, pairs: readonly Pair[]): Compared {
  const all = met(pairs);
  const timeless = both(a, b, (side) => (side.gaps.has('times-missing') ? ('times-missing' as const) : null));
  const timed = timeless.a === null && timeless.b === null;
  const unseen: Unseen[] = timed ? [] : [{ what: 'times', ...timeless }];
  return {
    found: [
      ...all.flatMap((pair) => [...statuses(a, pair), ...redirectors(a, pair), ...sizes(pair), ...(timed ? times(a, pair) : [])]),
      ...(timed ? wholeTime(a, b) : []),
      ...protocols(a, all),
    ],
    unseen,
  };
}
