/** The timeline of one flow: a row a hop, quiet runs folded. Pure. */
import type { Capture } from '../model/capture.ts';
import type { Exchange, ExchangeId } from '../model/exchange.ts';
import type { Finding, JudgedFlow } from '../model/finding.ts';
import type { Role } from '../model/flow.ts';
import { type Party, partyOf } from '../read/party.ts';
import { addressOf } from '../read/url.ts';
import { type Chip, chipsOf } from './chips.ts';

export type { Party };

export interface HopRow {
  readonly kind: 'hop';
  readonly key: ExchangeId;
  readonly exchange: Exchange;
  readonly role: Role;
  readonly party: Party;
  /** Milliseconds since the flow began. */
  readonly offsetMs: number;
  readonly findings: readonly Finding[];
  readonly chips: readonly Chip[];
}

export interface FoldRow {
  readonly kind: 'fold';
  /** Stays the same while more hops join. */
  readonly key: `fold-${ExchangeId}`;
  readonly party: Party;
  /** Hops of a login that runs inside this one. */
  readonly nested: boolean;
  readonly offsetMs: number;
  readonly hops: readonly HopRow[];
}

export type Row = HopRow | FoldRow;

const foldable: ReadonlySet<Role> = new Set([
  'provider',
  'nested',
  'foreign',
  'app',
  'preflight',
  'discovery',
  'keys',
  'frontchannel-logout',
  'backchannel-logout',
]);

/** Null: no answer came, or the browser answered by itself without a status. */
export function statusOf(exchange: Exchange): number | null {
  const { outcome } = exchange;
  return outcome.kind === 'pending' || outcome.status === 0 ? null : outcome.status;
}

export function hopsOf(judged: JudgedFlow, capture: Capture): HopRow[] {
  const byId = new Map(capture.exchanges.map((e) => [e.id, e]));
  const findings = Map.groupBy(judged.findings, (f) => f.evidence[0].exchange);
  return judged.flow.steps.flatMap(({ exchange: id, role }): HopRow[] => {
    const exchange = byId.get(id);
    if (!exchange) return [];
    return [
      {
        kind: 'hop',
        key: id,
        exchange,
        role,
        party: partyOf(judged.flow, exchange, role),
        offsetMs: Math.max(0, exchange.startedAt - judged.flow.startedAt),
        findings: findings.get(id) ?? [],
        chips: chipsOf(judged, exchange, role),
      },
    ];
  });
}

const isQuietHop = (hop: HopRow) =>
  foldable.has(hop.role) && hop.exchange.outcome.kind !== 'pending' && !hop.findings.some((f) => f.severity !== 'info');

/** Two quiet hops in a row become one fold: as it takes the place of one row, nothing jumps while a login runs. */
export function foldHops(hops: readonly HopRow[]): Row[] {
  const rows: Row[] = [];
  let run: HopRow[] = [];
  const close = () => {
    const [first, second] = run;
    if (first && second)
      rows.push({
        kind: 'fold',
        key: `fold-${first.key}`,
        party: first.party,
        nested: isNested(first),
        offsetMs: first.offsetMs,
        hops: run,
      });
    else if (first) rows.push(first);
    run = [];
  };
  for (const hop of hops) {
    const [first] = run;
    const quiet = isQuietHop(hop);
    if (!quiet || (first && (first.party !== hop.party || isNested(first) !== isNested(hop)))) close();
    if (quiet) run.push(hop);
    else rows.push(hop);
  }
  close();
  return rows;
}

const isNested = (hop: HopRow) => hop.role === 'nested';

export interface Laid<R extends Row = Row> {
  readonly row: R;
  /** Where the line to this row comes from; null for the first. */
  readonly from: Party | null;
  /** Stands inside an unfolded run. */
  readonly inner: boolean;
  /** For folds: its hops follow. */
  readonly unfolded: boolean;
}

export interface Layout {
  readonly unfolded: ReadonlySet<string>;
  readonly openExchange: ExchangeId | null;
  readonly filter: string;
  /** No folds at all. */
  readonly flat?: boolean;
}

/** The rows as they stand on the screen. A fold that holds the open hop stands open; a filter unfolds everything. */
export function layRows(hops: readonly HopRow[], { unfolded, openExchange, filter, flat = false }: Layout): Laid[] {
  const laid: Laid[] = [];
  const add = (row: Row, inner: boolean, open: boolean) => laid.push({ row, inner, unfolded: open, from: laid.at(-1)?.row.party ?? null });
  const searched = filter.trim() !== '';
  if (searched || flat) {
    for (const hop of hops) if (!searched || matchesFilter(hop, filter)) add(hop, false, false);
    return laid;
  }
  for (const row of foldHops(hops)) {
    const open = row.kind === 'fold' && (unfolded.has(row.key) || row.hops.some((hop) => hop.key === openExchange));
    add(row, false, open);
    if (row.kind === 'fold' && open) for (const hop of row.hops) add(hop, true, false);
  }
  return laid;
}

/** All words have to be found: in the address, method, role, status or in a chip. */
export function matchesFilter(row: HopRow, filter: string): boolean {
  const { request } = row.exchange;
  const text = `${request.method} ${request.url} ${row.role} ${statusOf(row.exchange) ?? ''} ${row.chips.map((c) => c.text).join(' ')}`;
  const haystack = text.toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}

/** Host and path of an address, the way a row shows it. */
export function placeOf(url: string): { readonly host: string; readonly path: string } {
  const address = addressOf(url);
  if (!address) return { host: '', path: url };
  const standard = address.origin === `${address.scheme}://${address.host}`;
  return {
    host: `${address.scheme === 'http' ? 'http://' : ''}${address.host}${standard ? '' : `:${address.port}`}`,
    path: address.path || '/',
  };
}
