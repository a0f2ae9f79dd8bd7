import type { Ref } from 'preact';
import { useState } from 'preact/hooks';
import { explain } from '../../lib/explain/finding.ts';
import { verdictOfFlow } from '../../lib/explain/verdict.ts';
import type { Finding, JudgedFlow } from '../../lib/model/finding.ts';
import type { Evidence } from '../../lib/model/place.ts';
import { flow as words } from '../../lib/words/en/flow.ts';
import { FindingBody } from '../finding/finding-body.tsx';
import { findingAttributes } from '../finding/finding-card.tsx';
import { whoWords } from '../finding/words.ts';
import { Button } from '../kit/button.tsx';
import { Icon } from '../kit/icon.tsx';
import { Prose } from '../kit/prose.tsx';
import { FlowFacts } from './flow-facts.tsx';
import { nextStepWords } from './next-step.ts';
import { outcomeLook } from './outcome-look.ts';

export interface VerdictProps {
  readonly judged: JudgedFlow;
  readonly cause: Finding | null;
  /** Windows and containers the login went through; empty for ordinary tabs. */
  readonly places: readonly string[];
  /** Show at once what was seen. */
  readonly roomy: boolean;
  readonly onJump: (evidence: Evidence) => void;
  readonly onIgnore: (() => void) | null;
  readonly element: Ref<HTMLElement>;
}

/** The answer first: how it ended, in whose hands it is, and one next step. */
export function Verdict({ judged, cause, places, roomy, onJump, onIgnore, element }: VerdictProps) {
  const look = outcomeLook(judged);
  const told = cause ? explain(cause) : null;
  const sentence = verdictOfFlow(judged, (finding) => explain(finding).plain);
  const hint = nextStepWords(judged);
  const passed = look.tone === 'good' ? judged.results.filter((r) => r.verdict.kind === 'pass').length : 0;
  return (
    <section class="verdict" data-tone={look.tone} ref={element} aria-label={words().verdict}>
      <FlowFacts judged={judged} places={places} onIgnore={onIgnore} />
      <div class="verdict-main">
        <span class="verdict-mark" data-running={look.running} aria-hidden="true">
          <Icon name={look.icon} size={18} />
        </span>
        <div class="verdict-words">
          {told && <p class="verdict-outcome">{look.words}</p>}
          <h2>{told ? <Prose text={told.title} /> : look.words}</h2>
          <p data-verdict>
            <Prose text={sentence} />
          </p>
          {passed > 0 && <p class="verdict-passed">{words().passed(passed)}</p>}
        </div>
      </div>
      {told && cause && <NextStep finding={cause} fix={told.fix} startsOpen={roomy} onJump={onJump} />}
      {!told && hint !== null && <p class="verdict-hint">{hint}</p>}
    </section>
  );
}

interface NextStepProps {
  readonly finding: Finding;
  readonly fix: string;
  readonly startsOpen: boolean;
  readonly onJump: (evidence: Evidence) => void;
}

function NextStep({ finding, fix, startsOpen, onJump }: NextStepProps) {
  const [open, setOpen] = useState(startsOpen);
  return (
    <div class="next-step" {...findingAttributes(finding)}>
      <p class="next-step-who">
        <span>{words().nextStep}</span>
        <strong>{whoWords(finding.owner)}</strong>
      </p>
      <p class="next-step-fix">
        <Prose text={fix} />
      </p>
      <div class="next-step-actions">
        <Button icon="target" onClick={() => onJump(finding.evidence[0])}>
          {words().showWhere}
        </Button>
        <button type="button" class="quiet-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name="chevron" size={12} class="turn" />
          {words().seen}
        </button>
      </div>
      {open && <FindingBody finding={finding} onJump={onJump} brief />}
    </div>
  );
}
