import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { explain } from '../../lib/explain/finding.ts';
import type { Exchange } from '../../lib/model/exchange.ts';
import type { Finding } from '../../lib/model/finding.ts';
import type { Flow } from '../../lib/model/flow.ts';
import type { Place } from '../../lib/model/place.ts';
import { findingsAt, samePlace } from '../../lib/session/detail.ts';
import { findingLook } from '../finding/words.ts';
import { Icon } from '../kit/icon.tsx';
import { Prose } from '../kit/prose.tsx';

export interface MarksContext {
  readonly exchange: Exchange;
  readonly flow: Flow;
  readonly findings: readonly Finding[];
  /** The place that was jumped to. */
  readonly target: Place | null;
}

/** What points into the opened hop. */
export const Marks = createContext<MarksContext | null>(null);

export interface MarkedProps {
  readonly place: Place;
  readonly class: string;
  /** The finding is told right above: a bar is enough. */
  readonly quiet?: boolean;
  readonly children: ComponentChildren;
}

/** A line that findings may point at: marked when one does, lit up when it was jumped to. */
export function Marked({ place, class: own, quiet = false, children }: MarkedProps) {
  const marks = useContext(Marks);
  const findings = marks ? findingsAt(marks.findings, marks.exchange, place) : [];
  const [gravest] = findings;
  return (
    <div
      class={`marked ${own}`}
      data-place={place.toLowerCase()}
      data-marked={gravest ? true : undefined}
      data-tone={gravest ? findingLook(gravest).tone : undefined}
      data-target={marks?.target != null && samePlace(marks.target, place) ? true : undefined}
      tabIndex={-1}
    >
      {children}
      {(quiet ? [] : findings).map((finding) => (
        <p class="marked-by" key={finding.id} data-tone={findingLook(finding).tone}>
          <Icon name={findingLook(finding).icon} size={12} />
          <span>
            <Prose text={explain(finding).title} />
          </span>
        </p>
      ))}
    </div>
  );
}

/** Places that findings point at because nothing stands there: they get a line of their own. */
export function useAbsent(prefix: string): readonly Place[] {
  const marks = useContext(Marks);
  if (!marks) return [];
  const places = marks.findings.flatMap((f) =>
    f.evidence.filter((e) => e.absent && e.exchange === marks.exchange.id && e.place.startsWith(prefix)).map((e) => e.place),
  );
  return [...new Set(places)];
}
