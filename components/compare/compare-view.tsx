import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { compareFlows } from '../../lib/compare/compare.ts';
import type { Side, SideName } from '../../lib/compare/comparison.ts';
import { summaryOf } from '../../lib/compare/summary.ts';
import { unseenSentence } from '../../lib/compare/words.ts';
import type { ExchangeId } from '../../lib/model/exchange.ts';
import { compare as say } from '../../lib/words/en/compare.ts';
import { Icon } from '../kit/icon.tsx';
import { Prose } from '../kit/prose.tsx';
import { DifferenceList } from './difference-list.tsx';
import { HopTable } from './hop-table.tsx';
import { SideHead } from './side-head.tsx';

export interface CompareViewProps {
  readonly a: Side;
  readonly b: Side;
  /** Leads to a hop in its own timeline; null where none can be opened. */
  readonly onOpenHop: ((side: SideName, exchange: ExchangeId) => void) | null;
  /** What else can be done here: buttons beside the heading. */
  readonly actions?: ComponentChildren;
}

/** Two logins side by side: how both ended, what explains it, what else differs, and every hop. */
export function CompareView({ a, b, onOpenHop, actions }: CompareViewProps) {
  const comparison = useMemo(() => compareFlows(a, b), [a, b]);
  const { differences, unseen, hops } = comparison;
  const words = say();
  const labels = { a: a.label, b: b.label };
  // How both ended stands in the head.
  const listed = differences.filter((one) => one.subject.kind !== 'outcome');
  const explaining = listed.filter((one) => one.explains);
  const rest = listed.filter((one) => !one.explains);
  return (
    <section class="compare" aria-labelledby="compare-title">
      <header class="compare-head">
        <div class="compare-bar">
          <h2 id="compare-title">{words.title}</h2>
          {actions && <div class="compare-actions">{actions}</div>}
        </div>
        <div class="compare-sides">
          <SideHead side={a} summary={comparison.a} />
          <SideHead side={b} summary={comparison.b} />
        </div>
        <p class="compare-summary" data-summary>
          <Prose text={summaryOf(comparison)} />
        </p>
      </header>
      {explaining.length > 0 && <DifferenceList title={words.whereFindingPoints} differences={explaining} labels={labels} explaining />}
      {rest.length > 0 && (
        <DifferenceList title={explaining.length > 0 ? words.alsoDifferent : words.whatDiffers} differences={rest} labels={labels} />
      )}
      {listed.length === 0 && differences.length > 0 && (
        <p class="compare-none">{unseen.length > 0 ? words.nothingSeenDiffers : words.nothingDiffers}</p>
      )}
      {unseen.length > 0 && (
        <ul class="compare-unseen">
          {unseen.map((one) => (
            <li key={one.what}>
              <Icon name="eye-off" size={13} />
              <span>
                <Prose text={unseenSentence(one, labels)} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <HopTable hops={hops} labels={labels} onOpenHop={onOpenHop} />
    </section>
  );
}
