/** What servers take by default, and how many of these requests pass it: the size chart as a table. Pure. */
import { type BrowserRow, browserRows } from '../field/limits/browsers.ts';
import type { Limits, ServerLimits } from '../field/limits/model.ts';
import { serverLimits } from '../field/limits/table.ts';
import type { HopSizes } from './sizes.ts';

export interface LimitLine {
  readonly server: ServerLimits;
  /** Bytes over HTTP/1.1, null where it has no such limit. */
  readonly address: number | null;
  readonly query: number | null;
  readonly header: number | null;
  /** All headers together, and with the address. */
  readonly total: number | null;
  readonly lineAndHeaders: number | null;
  /** Hops that pass any of them. */
  readonly passedBy: number;
  /** One of the hosts says that this is what answers there. */
  readonly answered: boolean;
}

export const browserLines: readonly BrowserRow[] = browserRows;

const least = (a: number | undefined, b: number | undefined): number | null => {
  const found = Math.min(a ?? Number.POSITIVE_INFINITY, b ?? Number.POSITIVE_INFINITY);
  return Number.isFinite(found) ? found : null;
};

const lowest = ({ line, url, query, header, total, lineAndHeaders }: Limits): number =>
  Math.min(...[line, url, query, header, total, lineAndHeaders].map((bytes) => bytes ?? Number.POSITIVE_INFINITY));

/** Those that answered first, then those most hops pass, then the strictest. */
export function limitTable(sizes: readonly HopSizes[], answering: ReadonlySet<ServerLimits>): LimitLine[] {
  const passed = new Map<ServerLimits, number>();
  for (const { bars } of sizes)
    for (const server of new Set(bars.flatMap(({ over }) => over.map((mark) => mark.server))))
      passed.set(server, (passed.get(server) ?? 0) + 1);
  return serverLimits
    .map((server): LimitLine => {
      const { line, url, query, header, total, lineAndHeaders } = server.h1;
      return {
        server,
        address: least(line, url),
        query: query ?? null,
        header: header ?? null,
        total: total ?? null,
        lineAndHeaders: lineAndHeaders ?? null,
        passedBy: passed.get(server) ?? 0,
        answered: answering.has(server),
      };
    })
    .sort((a, b) => Number(b.answered) - Number(a.answered) || b.passedBy - a.passedBy || lowest(a.server.h1) - lowest(b.server.h1));
}
