import { useId, useState } from 'preact/hooks';
import { explain } from '../../lib/explain/finding.ts';
import type { Finding } from '../../lib/model/finding.ts';
import type { Evidence } from '../../lib/model/place.ts';
import { Icon } from '../kit/icon.tsx';
import { Prose } from '../kit/prose.tsx';
import { FindingBody } from './finding-body.tsx';
import { findingLook, whoWords } from './words.ts';

export interface FindingCardProps {
  readonly finding: Finding;
  readonly onJump: (evidence: Evidence) => void;
  readonly startsOpen?: boolean;
  /** A second showing, on its hop: the first one is what is counted. */
  readonly again?: boolean;
}

export function findingAttributes(finding: Finding) {
  return { 'data-finding': finding.check, 'data-severity': finding.severity, 'data-role': finding.role };
}

export function FindingCard({ finding, onJump, startsOpen = false, again = false }: FindingCardProps) {
  const [open, setOpen] = useState(startsOpen);
  const id = useId();
  const look = findingLook(finding);
  return (
    <section class="finding" data-tone={look.tone} data-open={open} {...(again ? {} : findingAttributes(finding))}>
      <button type="button" class="finding-head" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <span class="finding-mark" role="img" aria-label={look.words}>
          <Icon name={look.icon} size={13} />
        </span>
        <span class="finding-title">
          <Prose text={explain(finding).title} />
        </span>
        {!again && <span class="finding-who">{whoWords(finding.owner)}</span>}
        <Icon name="chevron" size={12} class="turn" />
      </button>
      <div id={id} hidden={!open}>
        {open && <FindingBody finding={finding} onJump={onJump} />}
      </div>
    </section>
  );
}
