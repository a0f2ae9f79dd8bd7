import type { Both } from '../../lib/compare/comparison.ts';
import { printable } from '../../lib/read/printable.ts';

export interface ColumnHeadsProps {
  readonly title: string;
  readonly count: number;
  readonly labels: Both<string>;
}

/** The labels stand here for the eye, where there is room; every value has its own for everybody else. */
export function ColumnHeads({ title, count, labels }: ColumnHeadsProps) {
  return (
    <div class="compare-columns">
      <h3>
        {title} <span>{count.toLocaleString('en-US')}</span>
      </h3>
      <div class="compare-labels" aria-hidden="true">
        <bdi>{printable(labels.a)}</bdi>
        <bdi>{printable(labels.b)}</bdi>
      </div>
    </div>
  );
}
