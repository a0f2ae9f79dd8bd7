/** The entries of a file become a capture. One that can not be read is skipped and counted, never the end of the file. */
import type { Capture, Product, Skipped } from '../../model/capture.ts';
import type { Exchange, Gap } from '../../model/exchange.ts';
import { agentOf } from '../../read/agent.ts';
import { readEntry } from './entry.ts';
import { linkHops } from './hops.ts';
import type { FileTraits } from './traits.ts';

export type FileResult = { readonly kind: 'read'; readonly capture: Capture } | { readonly kind: 'unreadable'; readonly because: string };

export interface EntriesFile {
  readonly kind: 'har' | 'saml-tracer';
  /** Program and version that wrote it. */
  readonly creator: string | null;
  readonly traits: FileTraits;
  /** The browser by its name, given what its requests call it. */
  readonly productOf: (asked: Product | null) => Product | null;
  /** Minutes east of UTC. */
  readonly zoneOffsetMinutes: number | null;
  /** Epoch milliseconds: where the clock of entries without a time begins. */
  readonly since: number;
}

/** `entries` are those of a HAR, in the order of the file. */
export function readEntries(
  entries: readonly unknown[],
  { kind, creator, traits, productOf, zoneOffsetMinutes, since }: EntriesFile,
): FileResult {
  const skipped: Skipped[] = [];
  const read: Exchange[] = [];
  let untimed = 0;
  entries.forEach((entry, index) => {
    const result = readEntry(entry, index, traits, (read.at(-1)?.startedAt ?? since) + 1);
    if (result.kind === 'skipped') skipped.push({ entry: index, because: result.because });
    else {
      read.push(result.exchange);
      if (!result.timed) untimed++;
    }
  });
  if (read.length === 0)
    return {
      kind: 'unreadable',
      because: `none of its ${entries.length} entries can be read (the first: ${skipped[0]?.because ?? 'unknown'})`,
    };
  const ordered = read
    .map((exchange, index) => ({ exchange, index }))
    .sort((a, b) => a.exchange.startedAt - b.exchange.startedAt || a.index - b.index);
  const exchanges = linkHops(ordered.map((o) => o.exchange));
  const gaps: Gap[] = [];
  if (traits.hidesCookies) gaps.push('header-hidden');
  if (traits.cutsFragments) gaps.push('fragment-not-recorded');
  if (untimed > 0) gaps.push('times-missing');
  const agent = agentOf(exchanges);
  const last = exchanges.reduce((end, e) => Math.max(end, e.startedAt + (e.durationMs ?? 0)), 0);
  return {
    kind: 'read',
    capture: {
      source: { kind, creator, browser: traits.browser, product: productOf(agent.product), entries: entries.length },
      machine: { platform: agent.platform, zoneOffsetMinutes },
      exchanges,
      gaps: gaps.sort(),
      restartedAt: [],
      skipped,
      settings: { thirdPartyCookies: null },
      live: false,
      asOf: last,
    },
  };
}
