import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { talePhrase } from '../../lib/explain/cookies.ts';
import type { Capture } from '../../lib/model/capture.ts';
import type { Finding, JudgedFlow } from '../../lib/model/finding.ts';
import type { Evidence } from '../../lib/model/place.ts';
import { flow as words } from '../../lib/words/en/flow.ts';
import { FindingCard } from '../finding/finding-card.tsx';
import { Disclosure } from '../kit/disclosure.tsx';
import { Icon } from '../kit/icon.tsx';
import { Prose } from '../kit/prose.tsx';
import { CookiesNote } from './cookies-note.tsx';
import { Untold } from './untold.tsx';

export interface NotesProps {
  readonly judged: JudgedFlow;
  readonly capture: Capture;
  /** The finding that the verdict is about: not repeated here. */
  readonly cause: Finding | null;
  /** Findings about the recording as a whole. */
  readonly general: readonly Finding[];
  /** Everything stands open, one below the other. */
  readonly roomy: boolean;
  readonly onJump: (evidence: Evidence) => void;
}

interface Note {
  readonly id: string;
  readonly label: string;
  readonly lead: string | null;
  readonly content: ComponentChildren;
}

/** What else there is to say, one line of switches so that the timeline stays near: consequences, remarks, what could not be told. */
export function Notes({ judged, capture, cause, general, roomy, onJump }: NotesProps) {
  const [open, setOpen] = useState<string | null>(null);
  const base = useId();
  const { findings, results } = judged;
  const say = words();
  const cards = (list: readonly Finding[]) => list.map((f) => <FindingCard key={f.id} finding={f} onJump={onJump} />);
  const others = findings.filter((f) => f.role === 'cause' && f !== cause);
  const symptoms = findings.filter((f) => f.role === 'symptom');
  const remarks = findings.filter((f) => f.role === 'hygiene');
  const untold = results.filter((r) => r.verdict.kind === 'inconclusive');
  const crashed = results.filter((r) => r.verdict.kind === 'crashed');
  const notes: Note[] = [];
  if (judged.cookies.kind !== 'none')
    notes.push({
      id: 'cookies',
      label: talePhrase(judged.cookies),
      lead: null,
      content: <CookiesNote tale={judged.cookies} timed={!capture.gaps.includes('times-missing')} onJump={onJump} />,
    });
  if (symptoms.length > 0)
    notes.push({
      id: 'symptoms',
      label: say.consequences(symptoms.length),
      lead: say.consequencesAbout,
      content: cards(symptoms),
    });
  if (remarks.length > 0)
    notes.push({
      id: 'remarks',
      label: say.remarks(remarks.length),
      lead: remarksLead(judged),
      content: cards(remarks),
    });
  if (general.length > 0) notes.push({ id: 'general', label: say.aboutRecording(general.length), lead: null, content: cards(general) });
  if (untold.length > 0)
    notes.push({
      id: 'untold',
      label: say.untold(untold.length),
      lead: null,
      content: <Untold judged={judged} capture={capture} />,
    });
  if (notes.length + others.length + crashed.length === 0) return null;
  return (
    <section class="notes" aria-label={say.notes}>
      {others.length > 0 && <div class="note-cards">{cards(others)}</div>}
      {crashed.map(({ check }) => (
        <p class="crashed" key={check}>
          <Icon name="alert" size={14} />
          <span>
            <Prose text={say.crashed(`\`${check}\``)} />
          </span>
        </p>
      ))}
      <div class="note-switches" hidden={notes.length === 0 || roomy}>
        {notes.map(({ id, label }) => (
          <button
            type="button"
            key={id}
            class="note-switch"
            aria-expanded={open === id}
            aria-controls={`${base}-${id}`}
            data-tone={id === 'cookies' && blamesCookies(judged) ? 'bad' : undefined}
            onClick={() => setOpen(open === id ? null : id)}
          >
            <Icon name="chevron" size={12} class="turn" />
            {label}
          </button>
        ))}
      </div>
      {notes.map(({ id, label, lead, content }) =>
        roomy && id === 'cookies' ? (
          // Of a login without trouble with them there is little to read.
          <div key={id} class="note-panel note-folded">
            <Disclosure summary={say.cookies(label)} startsOpen={blamesCookies(judged)}>
              <div class="note-cards">{content}</div>
            </Disclosure>
          </div>
        ) : (
          <div key={id} id={`${base}-${id}`} class="note-panel" hidden={open !== id && !roomy}>
            {roomy && <h3>{label}</h3>}
            {lead !== null && <p class="note-lead">{lead}</p>}
            <div class="note-cards">{content}</div>
          </div>
        ),
      )}
    </section>
  );
}

function remarksLead({ flow, headline }: JudgedFlow): string {
  const say = words();
  if (flow.gaps.includes('not-sent')) return say.worthKnowing;
  if (headline !== null) return say.notTheReason;
  return flow.kind === 'logout' ? say.brokeNoLogout : say.brokeNothing;
}

/** The login broke, and a cookie that did not come can be why. */
function blamesCookies({ headline, cookies }: JudgedFlow): boolean {
  return headline !== null && cookies.kind === 'told' && (cookies.torn.length > 0 || cookies.lines.some((line) => line.culprit));
}
