import { useState } from 'preact/hooks';
import type { JudgedFlow } from '../../lib/model/finding.ts';
import type { FlowId } from '../../lib/model/flow.ts';
import { listFlows } from '../../lib/session/view.ts';
import { Icon } from '../kit/icon.tsx';
import { FlowItem } from './flow-item.tsx';
import { plural } from './flow-words.ts';

/** More than so many stand behind "more"; a popup is 600 pixels high. */
const shortList = 3;

export interface FlowSwitcherProps {
  readonly flows: readonly JudgedFlow[];
  readonly selected: FlowId;
  readonly onSelect: (flow: FlowId) => void;
}

export function FlowSwitcher({ flows, selected, onSelect }: FlowSwitcherProps) {
  const [all, setAll] = useState(false);
  const { main, quiet } = listFlows(flows);
  const selectedQuiet = quiet.some((j) => j.flow.id === selected);
  const [openQuiet, setOpenQuiet] = useState(selectedQuiet);
  const rest = main.length - shortList;
  return (
    <nav class="switcher" aria-label="Logins in view">
      <ul>
        {main.map(({ judged, inside }, index) => (
          <li key={judged.flow.id} hidden={!all && index >= shortList && judged.flow.id !== selected}>
            <FlowItem judged={judged} inside={inside} selected={judged.flow.id === selected} onSelect={onSelect} />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" class="switcher-more" aria-expanded={all} onClick={() => setAll(!all)}>
          <Icon name="chevron" size={12} class="turn" />
          {all ? 'Show fewer' : `${rest} more`}
        </button>
      )}
      {quiet.length > 0 && (
        <>
          <button type="button" class="switcher-more" aria-expanded={openQuiet} onClick={() => setOpenQuiet(!openQuiet)}>
            <Icon name="chevron" size={12} class="turn" />
            {quietWords(quiet)}
          </button>
          <ul hidden={!openQuiet} class="switcher-quiet">
            {quiet.map((judged) => (
              <li key={judged.flow.id}>
                <FlowItem judged={judged} inside={null} selected={judged.flow.id === selected} onSelect={onSelect} />
              </li>
            ))}
          </ul>
        </>
      )}
    </nav>
  );
}

function quietWords(quiet: readonly JudgedFlow[]): string {
  const silent = quiet.every((j) => j.flow.kind === 'silent');
  const answered = quiet.every((j) => j.outcome === 'completed');
  return `${silent ? plural(quiet.length, 'silent renewal') : `${quiet.length} quiet requests in the background`}${answered ? ', all answered' : ''}`;
}
