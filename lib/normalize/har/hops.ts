/** Redirect chains of a file: which entry followed which redirect. */
import type { Exchange, ExchangeId } from '../../model/exchange.ts';
import { withoutFragment } from '../../read/url.ts';

/** A redirect is followed at once; what comes later is another visit. */
const followedWithinMs = 30_000;

/** Files do not say which entry followed which redirect: the next one of that URL, not yet claimed by another, did. */
export function linkHops(exchanges: readonly Exchange[]): Exchange[] {
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
