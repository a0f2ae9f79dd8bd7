import { outcomeWords } from '../../lib/explain/words.ts';
import { printable } from '../../lib/read/printable.ts';
import type { Candidate } from './candidates.ts';

export interface SideChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly candidates: readonly Candidate[];
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
}

export function SideChoice({ id, label, candidates, chosen, onChoose }: SideChoiceProps) {
  return (
    <label class="field side-choice">
      <span>{label}</span>
      <select id={id} value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
        {[...Map.groupBy(candidates, ({ group }) => group)].map(([group, list]) => (
          <optgroup key={group} label={printable(group)}>
            {list.map(({ key, label: name, judged }) => (
              <option key={key} value={key}>
                {printable(name)}: {outcomeWords(judged.outcome)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
