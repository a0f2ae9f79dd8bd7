import type { HopPair } from '../../lib/compare/comparison.ts';

export type TableRow =
  | { readonly kind: 'pair'; readonly key: string; readonly pair: HopPair }
  | { readonly kind: 'fold'; readonly key: string; readonly count: number };

/** Shorter runs are shown: folding them would save nothing. */
const leastFolded = 4;

const keyOf = ({ a, b }: HopPair) => `${a?.exchange ?? ''} ${b?.exchange ?? ''}`;

/** Runs of hops that are the same on both sides become one row; the steps the protocol is made of always stand. */
export function foldPairs(hops: readonly HopPair[], unfolded: ReadonlySet<string>): TableRow[] {
  const rows: TableRow[] = [];
  let run: HopPair[] = [];
  const close = () => {
    const [head] = run;
    const key = head ? `fold ${keyOf(head)}` : '';
    if (run.length < leastFolded || unfolded.has(key)) for (const pair of run) rows.push({ kind: 'pair', key: keyOf(pair), pair });
    else rows.push({ kind: 'fold', key, count: run.length });
    run = [];
  };
  for (const pair of hops) {
    if (!pair.differs && pair.role !== 'authorization-request' && pair.role !== 'callback') {
      run.push(pair);
      continue;
    }
    close();
    rows.push({ kind: 'pair', key: keyOf(pair), pair });
  }
  close();
  return rows;
}
