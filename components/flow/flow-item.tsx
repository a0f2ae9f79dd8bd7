import type { JudgedFlow } from '../../lib/model/finding.ts';
import type { FlowId } from '../../lib/model/flow.ts';
import { flow as words } from '../../lib/words/en/flow.ts';
import { Icon } from '../kit/icon.tsx';
import { clockWords } from './flow-words.ts';
import { outcomeLook } from './outcome-look.ts';
import { Parties } from './parties.tsx';

export interface FlowItemProps {
  readonly judged: JudgedFlow;
  readonly inside: FlowId | null;
  readonly selected: boolean;
  readonly onSelect: (flow: FlowId) => void;
}

/** What end-to-end tests and other tools find a flow by. */
export function flowAttributes({ flow, headline, outcome }: JudgedFlow) {
  return { 'data-flow': flow.id, 'data-kind': flow.kind, 'data-headline': headline ?? '', 'data-outcome': outcome };
}

export function FlowItem({ judged, inside, selected, onSelect }: FlowItemProps) {
  const { flow } = judged;
  const look = outcomeLook(judged);
  return (
    <button
      type="button"
      class="flow-item"
      data-inside={inside ?? undefined}
      // The selected flow is the article below; every flow stands in the document once.
      {...(selected ? {} : flowAttributes(judged))}
      aria-current={selected ? 'true' : undefined}
      onClick={() => onSelect(flow.id)}
    >
      <span class="flow-mark" data-tone={look.tone} data-running={look.running} role="img" aria-label={look.words} title={look.words}>
        <Icon name={look.icon} size={11} />
      </span>
      <span class="flow-item-main">
        <Parties judged={judged} />
        {inside !== null && <span class="flow-inside">{words().inside(inside)}</span>}
        {flow.kind !== 'login' && <span class="flow-inside">{look.words}</span>}
      </span>
      <span class="flow-item-id">{flow.id}</span>
      <time class="flow-item-time">{clockWords(flow.startedAt)}</time>
    </button>
  );
}
