/** Every exchange under its address, worked out once per stage. */
import type { Exchange } from '../model/exchange.ts';
import { grouped } from '../read/grouped.ts';
import { withoutFragment } from '../read/url.ts';
import type { Stage } from './scene.ts';

const known = new WeakMap<Stage, ReadonlyMap<string, readonly Exchange[]>>();

/** What was fetched from exactly this address, oldest first; preflights left out. */
export function fetchedFrom(stage: Stage, url: string): readonly Exchange[] {
  let index = known.get(stage);
  if (!index) {
    index = grouped(
      stage.capture.exchanges.filter((e) => e.where.kind !== 'preflight'),
      (e) => withoutFragment(e.request.url),
    );
    known.set(stage, index);
  }
  return index.get(withoutFragment(url)) ?? [];
}
