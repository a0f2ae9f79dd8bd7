/** A recording as HAR 1.2, share-safe: what other programs read, and in `_roundtrip` what only this one does. */
import type { Creator, Log, Page } from 'har-format';
import type { Capture } from '../model/capture.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Recording } from '../model/recording.ts';
import type { Redacted } from '../model/redacted.ts';
import { isoOf } from '../read/time.ts';
import { withoutFragment } from '../read/url.ts';
import type { WriteOptions } from './capture-file.ts';
import { harEntry, type OwnEntry } from './har/entry.ts';

export interface OwnHar {
  readonly log: Omit<Log, 'entries'> & {
    readonly entries: OwnEntry[];
    readonly _roundtrip: Omit<Capture, 'exchanges'> & {
      readonly version: 1;
      /** ISO 8601, UTC. */
      readonly createdAt: string;
    };
  };
}

/** One attempt: a HAR has no place for a second one, nor for what the user says about it. */
export function harFile({ capture }: Redacted<Recording>, options: WriteOptions): Redacted<OwnHar> {
  const { exchanges, ...facts } = capture;
  const pages = pagesOf(exchanges);
  const browser = exchanges.every(({ where }) => where.fromBrowser) ? browserOf(facts.source) : null;
  return {
    log: {
      version: '1.2',
      creator: { name: 'Roundtrip', version: options.version },
      ...(browser ? { browser } : {}),
      pages: [...pages.values()],
      entries: exchanges.map((exchange) => harEntry(exchange, pages.get(exchange.where.tab)?.id ?? null)),
      comment: 'Redacted by Roundtrip.',
      _roundtrip: { version: 1, createdAt: options.createdAt.toISOString(), ...facts },
    },
  } satisfies OwnHar as unknown as Redacted<OwnHar>;
}

const browserNames = { chrome: 'Chrome', firefox: 'Firefox', safari: 'Safari' } as const;

/** The version only where the source was the browser itself. */
function browserOf({ browser, creator }: Capture['source']): Creator | null {
  if (browser === null) return null;
  const [name = '', version = ''] = (creator ?? '').split(' ');
  return { name: browserNames[browser], version: name.toLowerCase() === browser ? version : '' };
}

/** One page a tab, called after the first document in it. Requests of no tab belong to no page. */
function pagesOf(exchanges: readonly Exchange[]): ReadonlyMap<number | null, Page> {
  const pages = new Map<number | null, Page>();
  for (const { where, startedAt } of exchanges) {
    if (where.tab === null || pages.has(where.tab)) continue;
    const first = exchanges.find((other) => other.where.tab === where.tab && other.where.kind === 'page');
    pages.set(where.tab, {
      startedDateTime: isoOf(startedAt),
      id: `page_${pages.size + 1}`,
      title: first ? (withoutFragment(first.request.url).split('?', 1)[0] ?? '') : '',
      pageTimings: { onContentLoad: -1, onLoad: -1 },
    });
  }
  return pages;
}
