import type { Both } from '../../lib/compare/comparison.ts';
import { printable } from '../../lib/read/printable.ts';
import { numberWords } from '../../lib/words/numbers.ts';

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
        {title} <span>{numberWords(count)}</span>
      </h3>
      <div class="compare-labels" aria-hidden="true">
        <bdi>{printable(labels.a)}</bdi>
        <bdi>{printable(labels.b)}</bdi>
      </div>
    </div>
  );
}
