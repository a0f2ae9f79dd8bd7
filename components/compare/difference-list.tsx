import { useState } from 'preact/hooks';
import type { Both, Difference, Shown, Subject } from '../../lib/compare/comparison.ts';
import { shownWords, subjectWords } from '../../lib/compare/words.ts';
import { printable } from '../../lib/read/printable.ts';
import { compare as say } from '../../lib/words/en/compare.ts';
import { Prose } from '../kit/prose.tsx';
import { ColumnHeads } from './column-heads.tsx';

/** Two quite different logins differ in nearly everything. */
const shortList = 40;

export interface DifferenceListProps {
  readonly title: string;
  readonly differences: readonly Difference[];
  readonly labels: Both<string>;
  readonly explaining?: boolean;
}

export function DifferenceList({ title, differences, labels, explaining = false }: DifferenceListProps) {
  const [all, setAll] = useState(false);
  const shown = all ? differences : differences.slice(0, shortList);
  const left = differences.length - shown.length;
  return (
    <section class="compare-part" data-explaining={explaining}>
      <ColumnHeads title={title} count={differences.length} labels={labels} />
      <ul class="compare-rows">
        {shown.map((difference) => (
          <li class="compare-row" key={JSON.stringify(difference.subject)} data-difference={difference.subject.kind}>
            <p class="compare-what">
              <Prose text={subjectWords(difference.subject)} />
            </p>
            <dl class="compare-values">
              <Value label={labels.a} shown={difference.a} subject={difference.subject} />
              <Value label={labels.b} shown={difference.b} subject={difference.subject} />
            </dl>
          </li>
        ))}
      </ul>
      {left > 0 && (
        <button type="button" class="link-button compare-more" onClick={() => setAll(true)}>
          {say().showMore(left)}
        </button>
      )}
    </section>
  );
}

interface ValueProps {
  readonly label: string;
  readonly shown: Shown;
  readonly subject: Subject;
}

function Value({ label, shown, subject }: ValueProps) {
  return (
    <div class="compare-value" data-shown={shown.kind}>
      <dt>
        <bdi>{printable(label)}</bdi>
      </dt>
      <dd>
        <Prose text={shownWords(shown, subject)} />
      </dd>
    </div>
  );
}
