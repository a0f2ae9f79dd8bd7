import { useState } from 'preact/hooks';
import type { Both, HopPair, HopSide, SideName } from '../../lib/compare/comparison.ts';
import { shownWords } from '../../lib/compare/words.ts';
import { roleWords } from '../../lib/explain/words.ts';
import type { ExchangeId } from '../../lib/model/exchange.ts';
import { printable } from '../../lib/read/printable.ts';
import { compare as say } from '../../lib/words/en/compare.ts';
import { durationWords } from '../flow/flow-words.ts';
import { Icon } from '../kit/icon.tsx';
import type { Tone } from '../kit/tag.tsx';
import { ColumnHeads } from './column-heads.tsx';
import { foldPairs } from './fold-pairs.ts';

/** Rows drawn at once. */
const shortList = 120;

export interface HopTableProps {
  readonly hops: readonly HopPair[];
  readonly labels: Both<string>;
  readonly onOpenHop: ((side: SideName, exchange: ExchangeId) => void) | null;
}

export function HopTable({ hops, labels, onOpenHop }: HopTableProps) {
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const [limit, setLimit] = useState(shortList);
  const rows = foldPairs(hops, unfolded);
  const shown = rows.slice(0, limit);
  return (
    <section class="compare-part compare-hops">
      <ColumnHeads title={say().hopByHop} count={hops.length} labels={labels} />
      <ol class="compare-rows">
        {shown.map((row) =>
          row.kind === 'fold' ? (
            <li key={row.key} class="compare-fold">
              <button type="button" class="quiet-toggle" aria-expanded={false} onClick={() => setUnfolded(new Set([...unfolded, row.key]))}>
                <Icon name="chevron" size={12} class="turn" />
                {say().sameHops(row.count)}
              </button>
            </li>
          ) : (
            <PairRow key={row.key} pair={row.pair} labels={labels} onOpenHop={onOpenHop} />
          ),
        )}
      </ol>
      {rows.length > shown.length && (
        <button type="button" class="link-button compare-more" onClick={() => setLimit(limit + shortList * 4)}>
          {say().showMore(Math.min(rows.length - shown.length, shortList * 4))}
        </button>
      )}
    </section>
  );
}

interface PairRowProps {
  readonly pair: HopPair;
  readonly labels: Both<string>;
  readonly onOpenHop: HopTableProps['onOpenHop'];
}

const nameOf = ({ method, address }: HopSide) => (method === 'GET' ? address : `${method} ${address}`);

function PairRow({ pair, labels, onOpenHop }: PairRowProps) {
  const { a, b, role, differs } = pair;
  const names = [a, b].flatMap((hop) => (hop ? [nameOf(hop)] : []));
  // Equal names are said once.
  const common = new Set(names).size === 1 ? names[0] : undefined;
  return (
    <li class="compare-row" data-role={role} data-differs={differs}>
      <p class="compare-what">
        <span class="compare-role">{roleWords(role)}</span>
        {common && <bdi class="compare-address">{common}</bdi>}
      </p>
      <div class="compare-values">
        {(['a', 'b'] as const).map((side) => (
          <HopCell
            key={side}
            label={labels[side]}
            hop={pair[side]}
            named={common === undefined}
            onOpen={onOpenHop && ((exchange) => onOpenHop(side, exchange))}
          />
        ))}
      </div>
    </li>
  );
}

interface HopCellProps {
  readonly label: string;
  readonly hop: HopSide | null;
  /** The row has no name: each side says its own. */
  readonly named: boolean;
  readonly onOpen: ((exchange: ExchangeId) => void) | null;
}

function toneOf({ status }: HopSide): Tone {
  if (status.kind === 'no-answer') return 'bad';
  return status.kind === 'status' && status.status >= 400 ? 'bad' : 'plain';
}

function statusText({ status }: HopSide): string {
  if (status.kind === 'unseen') return say().noEnd;
  return shownWords(status, { kind: 'status', role: 'app', address: '' }).replaceAll('`', '');
}

function HopCell({ label, hop, named, onOpen }: HopCellProps) {
  if (!hop)
    return (
      <div class="compare-cell" data-missing="true">
        <span class="sr-only">{printable(label)}: </span>
        {say().notHere}
      </div>
    );
  const content = (
    <>
      <span class="sr-only">{printable(label)}: </span>
      <span class="compare-status" data-tone={toneOf(hop)}>
        {statusText(hop)}
      </span>
      {hop.durationMs !== null && <span class="compare-ms">{durationWords(hop.durationMs)}</span>}
      {named && <bdi class="compare-address">{nameOf(hop)}</bdi>}
    </>
  );
  if (!onOpen) return <div class="compare-cell">{content}</div>;
  return (
    <button type="button" class="compare-cell" onClick={() => onOpen(hop.exchange)}>
      {content}
    </button>
  );
}
