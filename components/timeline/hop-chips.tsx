import { printable } from '../../lib/read/printable.ts';
import type { HopRow } from '../../lib/session/rows.ts';
import { Tag } from '../kit/tag.tsx';

export function HopChips({ chips }: Pick<HopRow, 'chips'>) {
  if (chips.length === 0) return null;
  return (
    <span class="hop-chips">
      {chips.map((chip) => (
        <Tag
          key={chip.text}
          tone={chip.tone}
          {...(chip.tone === 'good' ? { icon: 'check' as const } : chip.tone === 'bad' ? { icon: 'cross' as const } : {})}
        >
          {printable(chip.text)}
        </Tag>
      ))}
    </span>
  );
}
