/** The hops in rows: what only one side has, and where the same hop went another way. */
import type { Gap } from '../model/exchange.ts';
import type { Role } from '../model/flow.ts';
import { addressOf, hostOf } from '../read/url.ts';
import { align } from './align.ts';
import type { HopPair, HopSide, Shown, SideName } from './comparison.ts';
import type { Found } from './found.ts';
import { addressShown, type Hop, type Prepared } from './scene.ts';
import { pathShape } from './stable.ts';
import { sameStatus, statusShown } from './status.ts';

/** One by nature: whatever its address and method, it is the same hop. */
const anchors: ReadonlySet<Role> = new Set([
  'pushed-request',
  'authorization-request',
  'callback',
  'device-authorization',
  'logout-request',
  'logout-return',
]);

/** With one of these, a hop that is not there may have been there. */
const blind: readonly Gap[] = ['worker-restarted', 'browser-restarted', 'not-granted', 'evicted'];

export interface Pair {
  readonly a: Hop | null;
  readonly b: Hop | null;
}

function keyOf({ judged }: Prepared, { exchange, role }: Hop): string {
  if (anchors.has(role)) return role;
  const address = addressOf(exchange.request.url);
  const { client, provider } = judged.flow.parties;
  const host = address?.host ?? '';
  const who = host === hostOf(client ?? '') ? 'client' : host === hostOf(provider ?? '') ? 'provider' : host;
  return `${role} ${exchange.request.method} ${address?.scheme} ${who} ${pathShape(address?.path ?? exchange.request.url)}`;
}

export function alignHops(a: Prepared, b: Prepared): Pair[] {
  const rows = align(
    a.hops.map((hop) => keyOf(a, hop)),
    b.hops.map((hop) => keyOf(b, hop)),
  );
  const at = (side: Prepared, index: number | null) => (index === null ? null : (side.hops[index] ?? null));
  return rows.map(([i, j]) => ({ a: at(a, i), b: at(b, j) }));
}

/** Why a hop that the other side has may be missing here only because nobody looked. */
function whyMissing(side: Prepared, position: 'before' | 'within' | 'after'): Gap | null {
  const gap = blind.find((one) => side.gaps.has(one));
  if (gap) return gap;
  const { flow, outcome } = side.judged;
  // Nothing at all was recorded before it.
  const first = side.hops[0]?.exchange.id === side.capture.exchanges[0]?.id && side.hops[0]?.role !== 'start';
  if (position === 'before' && (flow.orphan || first || side.gaps.has('capture-started-late'))) return 'capture-started-late';
  if (position === 'after' && (outcome === 'in-progress' || outcome === 'unknown')) return 'capture-ended-early';
  return null;
}

function sideOf(side: Prepared, hop: Hop | null): HopSide | null {
  if (!hop) return null;
  const { id, request, durationMs } = hop.exchange;
  return {
    exchange: id,
    method: /^[A-Z]{1,20}$/.test(request.method) ? request.method : '?',
    address: addressShown(side.redactor, request.url),
    status: statusShown(hop.exchange),
    durationMs: side.gaps.has('times-missing') ? null : durationMs,
  };
}

export function hopPairs(a: Prepared, b: Prepared, pairs: readonly Pair[]): HopPair[] {
  return pairs.flatMap(({ a: hopA, b: hopB }): HopPair[] => {
    const role = hopA?.role ?? hopB?.role;
    if (!role) return [];
    const differs = !hopA || !hopB || !sameStatus(hopA.exchange, hopB.exchange);
    return [{ role, a: sideOf(a, hopA), b: sideOf(b, hopB), differs }];
  });
}

interface Run {
  readonly side: SideName;
  readonly hops: readonly [Hop, ...Hop[]];
  readonly position: 'before' | 'within' | 'after';
}

/** Neighbors of one role at one host are one difference. */
function runsOf(pairs: readonly Pair[]): Run[] {
  const firstMatch = pairs.findIndex((pair) => pair.a && pair.b);
  const lastMatch = pairs.findLastIndex((pair) => pair.a && pair.b);
  const runs: Run[] = [];
  let previous = -2;
  pairs.forEach(({ a, b }, index) => {
    const hop = a && b ? null : (a ?? b);
    if (!hop) return;
    const side = a ? 'a' : 'b';
    const position = index < firstMatch ? 'before' : index > lastMatch ? 'after' : 'within';
    const last = runs.at(-1);
    const joins =
      last?.side === side &&
      previous === index - 1 &&
      last.hops[0].role === hop.role &&
      hostOf(last.hops[0].exchange.request.url) === hostOf(hop.exchange.request.url);
    if (last && joins) runs[runs.length - 1] = { ...last, hops: [...last.hops, hop] };
    else runs.push({ side, position, hops: [hop] });
    previous = index;
  });
  return runs;
}

export function compareHops(a: Prepared, b: Prepared, pairs: readonly Pair[]): Found[] {
  return runsOf(pairs).map(({ side, hops, position }): Found => {
    const [own, other] = side === 'a' ? [a, b] : [b, a];
    const [first] = hops;
    const why = whyMissing(other, position);
    const missing: Shown = why ? { kind: 'unseen', why } : { kind: 'absent' };
    const there: Shown = { kind: 'hops', count: hops.length };
    const { exchange, role } = first;
    return {
      subject: {
        kind: 'hop',
        role,
        method: sideOf(own, first)?.method ?? '?',
        address: addressShown(own.redactor, exchange.request.url),
      },
      a: side === 'a' ? there : missing,
      b: side === 'b' ? there : missing,
      at: { a: side === 'a' ? exchange.id : null, b: side === 'b' ? exchange.id : null },
      hops: hops.map((hop) => hop.exchange.id),
      late: position === 'after' && role !== 'callback',
    };
  });
}
