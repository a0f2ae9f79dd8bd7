import { useContext, useMemo, useRef } from 'preact/hooks';
import type { Capture } from '../../lib/model/capture.ts';
import type { ExchangeId } from '../../lib/model/exchange.ts';
import type { Finding, JudgedFlow } from '../../lib/model/finding.ts';
import type { FlowId, Role } from '../../lib/model/flow.ts';
import type { Evidence } from '../../lib/model/place.ts';
import type { Look } from '../../lib/model/selection.ts';
import { placesOf } from '../../lib/session/places.ts';
import { hopsOf } from '../../lib/session/rows.ts';
import { ignoreKey } from '../../lib/session/view.ts';
import { HopRoles } from '../finding/evidence-list.tsx';
import type { Target } from '../finding/target.ts';
import { Timeline } from '../timeline/timeline.tsx';
import { ContainerNames } from './container-names.ts';
import { flowAttributes } from './flow-item.tsx';
import { Notes } from './notes.tsx';
import { Verdict } from './verdict.tsx';

export interface FlowViewProps {
  readonly judged: JudgedFlow;
  readonly flows: readonly JudgedFlow[];
  readonly capture: Capture;
  /** Findings about the recording as a whole. */
  readonly general: readonly Finding[];
  /** There is room to show at once what a popup folds. */
  readonly roomy: boolean;
  readonly openExchange: ExchangeId | null;
  readonly filter: string;
  readonly look: Look;
  readonly target: Target | null;
  readonly onOpen: (exchange: ExchangeId | null) => void;
  readonly onFilter: (text: string) => void;
  readonly onJump: (evidence: Evidence) => void;
  readonly onLook: (look: Look) => void;
  readonly onSave: (judged: JudgedFlow) => void;
  readonly onIgnore: ((address: string) => void) | null;
  readonly onSelectFlow: (flow: FlowId) => void;
}

export function FlowView(props: FlowViewProps) {
  const { judged, flows, capture, general, roomy, openExchange, filter, target, onOpen, onFilter, onJump, onIgnore, onSelectFlow } = props;
  const { look, onLook, onSave } = props;
  const verdict = useRef<HTMLElement>(null);
  const hops = useMemo(() => hopsOf(judged, capture), [judged, capture]);
  const names = useContext(ContainerNames);
  const places = useMemo(() => placesOf(judged, capture, names), [judged, capture, names]);
  const roles = useMemo(() => {
    const known = new Map<ExchangeId, Role>();
    for (const one of [...flows, judged]) for (const step of one.flow.steps) known.set(step.exchange, step.role);
    return known;
  }, [flows, judged]);
  const cause = causeOf(judged);
  const address = ignoreKey(judged, capture);
  const inner = flows.find((one) => one.flow.parent === judged.flow.id)?.flow.id ?? null;
  return (
    <HopRoles.Provider value={roles}>
      <article class="flow" data-selected-flow {...flowAttributes(judged)}>
        <div class="flow-said">
          <Verdict
            judged={judged}
            cause={cause}
            places={places}
            roomy={roomy}
            onJump={onJump}
            onIgnore={address === null || onIgnore === null ? null : () => onIgnore(address)}
            element={verdict}
          />
          <Notes judged={judged} capture={capture} cause={cause} general={general} roomy={roomy} onJump={onJump} />
        </div>
        <Timeline
          judged={judged}
          hops={hops}
          cause={cause}
          verdict={verdict}
          openExchange={openExchange}
          filter={filter}
          look={look}
          onLook={roomy ? onLook : null}
          onSave={() => onSave(judged)}
          timed={!capture.gaps.includes('times-missing')}
          target={target}
          inner={inner}
          onOpen={onOpen}
          onFilter={onFilter}
          onJump={onJump}
          onSelectFlow={onSelectFlow}
        />
      </article>
    </HopRoles.Provider>
  );
}

/** What the verdict is about: the headline's finding, or the cause of a decision that is no fault. */
function causeOf({ findings, headline, outcome }: JudgedFlow) {
  const cause = findings.find((f) => f.role === 'cause' && f.check === headline) ?? findings.find((f) => f.role === 'cause');
  return cause && (headline !== null || outcome === 'failed' || outcome === 'denied') ? cause : null;
}
