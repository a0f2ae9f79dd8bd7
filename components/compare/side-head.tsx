import type { Side, SideSummary } from '../../lib/compare/comparison.ts';
import { printable } from '../../lib/read/printable.ts';
import { clockWords } from '../flow/flow-words.ts';
import { outcomeLook } from '../flow/outcome-look.ts';
import { Icon } from '../kit/icon.tsx';
import { Prose } from '../kit/prose.tsx';

export interface SideHeadProps {
  readonly side: Side;
  readonly summary: SideSummary;
}

export function SideHead({ side, summary }: SideHeadProps) {
  const look = outcomeLook(side.judged);
  return (
    <div class="compare-side" data-tone={look.tone}>
      <p class="compare-side-line">
        <bdi class="compare-side-label">{printable(side.label)}</bdi>
        {summary.startedAt !== null && <time class="compare-side-time">{clockWords(summary.startedAt)}</time>}
      </p>
      <p class="compare-side-line">
        <span class="flow-mark" data-tone={look.tone} data-running={look.running} aria-hidden="true">
          <Icon name={look.icon} size={11} />
        </span>
        <span class="compare-side-outcome">{look.words}</span>
      </p>
      {summary.headline && (
        <p class="compare-side-headline">
          <Prose text={summary.headline.title} />
        </p>
      )}
    </div>
  );
}
