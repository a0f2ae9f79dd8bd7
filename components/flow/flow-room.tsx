import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Capture } from '../../lib/model/capture.ts';
import type { ExchangeId } from '../../lib/model/exchange.ts';
import type { Analysis, JudgedFlow } from '../../lib/model/finding.ts';
import type { FlowId } from '../../lib/model/flow.ts';
import type { Evidence } from '../../lib/model/place.ts';
import type { Look } from '../../lib/model/selection.ts';
import { chooseFlow, flowOfExchange } from '../../lib/session/view.ts';
import type { Target } from '../finding/target.ts';
import { FlowSwitcher } from './flow-switcher.tsx';
import { FlowView } from './flow-view.tsx';

export interface FlowRoomProps {
  readonly capture: Capture;
  readonly analysis: Analysis;
  /** Those in view; at least one. */
  readonly flows: readonly JudgedFlow[];
  readonly roomy: boolean;
  readonly selectedFlow: FlowId | null;
  readonly openExchange: ExchangeId | null;
  readonly filter: string;
  readonly look: Look;
  readonly onLook: (look: Look) => void;
  /** Of what is drawn, as a file. */
  readonly onSave: (judged: JudgedFlow) => void;
  readonly onSelectFlow: (flow: FlowId) => void;
  readonly onOpen: (exchange: ExchangeId | null) => void;
  readonly onFilter: (text: string) => void;
  /** Null where nothing is remembered about addresses. */
  readonly onIgnore: ((address: string) => void) | null;
  /** Above everything else. */
  readonly children?: ComponentChildren;
}

/** The logins of one capture: which there are, and the one that is chosen. */
export function FlowRoom(props: FlowRoomProps) {
  const { capture, analysis, flows, roomy, selectedFlow, openExchange, filter, onSelectFlow, onOpen, onFilter, onIgnore, children } = props;
  const { look, onLook, onSave } = props;
  const judged = useMemo(() => chooseFlow(flows, { selectedFlow, openExchange }), [flows, selectedFlow, openExchange]);
  const [target, setTarget] = useState<Target | null>(null);
  if (!judged) return null;

  const jump = (evidence: Evidence) => {
    const here = judged.flow.steps.some((s) => s.exchange === evidence.exchange) ? judged : flowOfExchange(flows, evidence.exchange);
    if (!here) return;
    if (here !== judged) onSelectFlow(here.flow.id);
    // What a filter hides can not be jumped to.
    if (filter !== '') onFilter('');
    onOpen(evidence.exchange);
    setTarget({ ...evidence, serial: (target?.serial ?? 0) + 1 });
  };

  return (
    <div class="stage" data-several={flows.length > 1}>
      {children}
      {flows.length > 1 && <FlowSwitcher flows={flows} selected={judged.flow.id} onSelect={onSelectFlow} />}
      <FlowView
        key={judged.flow.id}
        judged={judged}
        flows={flows}
        capture={capture}
        general={analysis.findings}
        roomy={roomy}
        openExchange={openExchange}
        filter={filter}
        look={look}
        onLook={onLook}
        onSave={onSave}
        target={target}
        onOpen={onOpen}
        onFilter={onFilter}
        onJump={jump}
        onIgnore={onIgnore}
        onSelectFlow={onSelectFlow}
      />
    </div>
  );
}
