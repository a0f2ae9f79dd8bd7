import { useState } from 'preact/hooks';
import type { JudgedFlow } from '../../lib/model/finding.ts';
import type { FlowId } from '../../lib/model/flow.ts';
import { type FlowEntry, listFlows } from '../../lib/session/view.ts';
import { flow as words } from '../../lib/words/en/flow.ts';
import { Icon } from '../kit/icon.tsx';
import { WindowList } from '../kit/window-list.tsx';
import { FlowItem } from './flow-item.tsx';

/** More than so many stand behind "more"; a popup is 600 pixels high. */
const shortList = 3;

/** So many stand in the document, seen or not; of more, those near the window. */
const fewFlows = 100;

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
    <nav class="switcher" aria-label={words().inView}>
      <Entries entries={main} all={all} selected={selected} onSelect={onSelect} />
      {rest > 0 && (
        <button type="button" class="switcher-more" aria-expanded={all} onClick={() => setAll(!all)}>
          <Icon name="chevron" size={12} class="turn" />
          {all ? words().fewer : words().more(rest)}
        </button>
      )}
      {quiet.length > 0 && (
        <>
          <button type="button" class="switcher-more" aria-expanded={openQuiet} onClick={() => setOpenQuiet(!openQuiet)}>
            <Icon name="chevron" size={12} class="turn" />
            {quietWords(quiet)}
          </button>
          <div hidden={!openQuiet} class="switcher-quiet">
            <Entries
              entries={quiet.map((judged) => ({ judged, inside: null }))}
              all={openQuiet || quiet.length <= fewFlows}
              selected={selected}
              onSelect={onSelect}
            />
          </div>
        </>
      )}
    </nav>
  );
}

interface EntriesProps extends Pick<FlowSwitcherProps, 'selected' | 'onSelect'> {
  readonly entries: readonly FlowEntry[];
  readonly all: boolean;
}

const keyOf = ({ judged }: FlowEntry) => judged.flow.id;
const estimate = () => 36;

function Entries({ entries, all, selected, onSelect }: EntriesProps) {
  const item = ({ judged, inside }: FlowEntry) => (
    <FlowItem judged={judged} inside={inside} selected={judged.flow.id === selected} onSelect={onSelect} />
  );
  const many = entries.length > fewFlows;
  if (many && all) return <WindowList items={entries} keyOf={keyOf} estimate={estimate} render={item} label={words().allLogins} />;
  const shown = (entry: FlowEntry, index: number) => all || index < shortList || keyOf(entry) === selected;
  return (
    <ul>
      {(many ? entries.filter(shown) : entries).map((entry) => (
        <li key={keyOf(entry)} hidden={!shown(entry, entries.indexOf(entry))}>
          {item(entry)}
        </li>
      ))}
    </ul>
  );
}

function quietWords(quiet: readonly JudgedFlow[]): string {
  const silent = quiet.every((j) => j.flow.kind === 'silent');
  const answered = quiet.every((j) => j.outcome === 'completed');
  const say = words();
  const what = (silent ? say.renewals : say.quiet)(quiet.length);
  return answered ? say.allAnswered(what) : what;
}
