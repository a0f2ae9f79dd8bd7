import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Icon } from './icon.tsx';

export interface DisclosureProps {
  readonly summary: ComponentChildren;
  readonly children: ComponentChildren;
  readonly startsOpen?: boolean;
}

/** Its content stays in the document while closed, so that what it holds can be counted and found. */
export function Disclosure({ summary, children, startsOpen = false }: DisclosureProps) {
  const [open, setOpen] = useState(startsOpen);
  const id = useId();
  return (
    <div class="disclosure" data-open={open}>
      <button type="button" class="disclosure-summary" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <Icon name="chevron" size={12} class="turn" />
        {summary}
      </button>
      <div id={id} class="disclosure-body" hidden={!open}>
        {children}
      </div>
    </div>
  );
}
