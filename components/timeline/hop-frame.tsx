import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { HopRow } from '../../lib/session/rows.ts';

export interface HopFrameProps {
  readonly row: HopRow;
  /** Stands inside an unfolded run. */
  readonly within: boolean;
  readonly open: boolean;
  readonly tabbable: boolean;
  readonly onToggle: () => void;
  readonly onFocus: () => void;
  readonly head: ComponentChildren;
  readonly children: ComponentChildren;
}

/** What a hop is in every picture of a login: one button that opens it in place. */
export function HopFrame({ row, within, open, tabbable, onToggle, onFocus, head, children }: HopFrameProps) {
  const { exchange, role, party } = row;
  const id = useId();
  return (
    <div class="hop" data-row="hop" data-role={role} data-exchange={exchange.id} data-party={party} data-open={open} data-within={within}>
      <button
        type="button"
        class="hop-head"
        data-row-head
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        tabIndex={tabbable ? 0 : -1}
        onClick={onToggle}
        onFocus={onFocus}
      >
        {head}
      </button>
      {open && (
        <div class="hop-detail" id={id}>
          {children}
        </div>
      )}
    </div>
  );
}
