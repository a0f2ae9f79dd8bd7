/** What a page needs of a capture to show what is said about it: of a day's browsing that is little. */
import type { Capture } from '../model/capture.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Analysis } from '../model/finding.ts';

/**
 * Every exchange that the analysis names, with the hops that led there, and the first one: with it the capture began. And all of a
 * capture that knows tabs: what is cut out of it is cut by them (`share.ts`).
 */
export function shownOf({ exchanges }: Capture, { flows, findings }: Analysis): readonly Exchange[] {
  const byId = new Map<string, Exchange>(exchanges.map((exchange) => [exchange.id, exchange]));
  const shown = new Set<string>();
  const show = (id: string | null) => {
    for (let one = id === null ? undefined : byId.get(id); one && !shown.has(one.id); ) {
      shown.add(one.id);
      one = one.previousHop === null ? undefined : byId.get(one.previousHop);
    }
  };
  show(exchanges[0]?.id ?? null);
  // Named anywhere: as a step, as evidence, as the place of a token.
  const waiting: unknown[] = [flows, findings];
  const seen = new Set<object>();
  for (let value = waiting.pop(); value !== undefined || waiting.length > 0; value = waiting.pop()) {
    if (typeof value === 'string') show(value);
    else if (typeof value === 'object' && value !== null && !seen.has(value)) {
      seen.add(value);
      for (const inner of value instanceof Map ? [...value.keys(), ...value.values()] : Object.values(value)) waiting.push(inner);
    }
  }
  return exchanges.filter(({ id, where }) => shown.has(id) || where.tab !== null);
}
