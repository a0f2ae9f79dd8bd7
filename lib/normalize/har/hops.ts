/** Redirect chains of a file: which entry followed which redirect. */
import type { Exchange, ExchangeId } from '../../model/exchange.ts';
import { withoutFragment } from '../../read/url.ts';

/** A redirect is followed at once; what comes later is another visit. */
const followedWithinMs = 30_000;

/**
 * Files do not say which entry followed which redirect: the next one of that URL, not yet claimed by another, did.
 * `exchanges` are sorted by their start, so what stands before a redirect need never be looked at again.
 */
export function linkHops(exchanges: readonly Exchange[]): Exchange[] {
  const byUrl = new Map<string, { readonly waiting: number[]; first: number }>();
  exchanges.forEach((exchange, index) => {
    if (exchange.where.kind === 'preflight') return;
    const key = comparable(exchange.request.url);
    const known = byUrl.get(key);
    if (known) known.waiting.push(index);
    else byUrl.set(key, { waiting: [index], first: 0 });
  });
  const previous = new Map<number, ExchangeId>();
  exchanges.forEach((exchange, index) => {
    if (exchange.outcome.kind !== 'redirected') return;
    const targets = byUrl.get(comparable(exchange.outcome.to));
    if (!targets) return;
    while ((targets.waiting[targets.first] ?? Number.POSITIVE_INFINITY) <= index) targets.first++;
    const next = targets.waiting[targets.first];
    const candidate = next === undefined ? undefined : exchanges[next];
    const end = exchange.startedAt + (exchange.durationMs ?? 0);
    if (next === undefined || !candidate || candidate.startedAt - end > followedWithinMs) return;
    previous.set(next, exchange.id);
    targets.first++;
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
