/** Carrying what was chosen from one view to another, and over a new analysis. Pure. */
import type { ExchangeId } from '../model/exchange.ts';
import type { JudgedFlow } from '../model/finding.ts';
import type { FlowId } from '../model/flow.ts';
import type { Selection } from '../model/selection.ts';
import { anchorOf } from './anchor.ts';
import type { SessionState } from './state.ts';
import { flowsInView } from './view.ts';

/** Null when the flow is gone. */
export function flowAt(flows: readonly JudgedFlow[], anchor: ExchangeId | null): FlowId | null {
  if (anchor === null) return null;
  const found =
    flows.find((judged) => anchorOf(judged) === anchor) ?? flows.find(({ flow }) => flow.steps.some((step) => step.exchange === anchor));
  return found?.flow.id ?? null;
}

type Chosen = Pick<SessionState, 'analysis' | 'selectedFlow' | 'openExchange' | 'filter' | 'look'>;

export function chosenAnchor({ analysis, selectedFlow }: Pick<Chosen, 'analysis' | 'selectedFlow'>): ExchangeId | null {
  const judged = analysis?.flows.find(({ flow }) => flow.id === selectedFlow);
  return judged ? anchorOf(judged) : null;
}

export function selectionOf(state: Chosen, chosenAt: number): Selection {
  return { flow: chosenAnchor(state), open: state.openExchange, filter: state.filter, look: state.look, chosenAt };
}

type Receiving = Pick<SessionState, 'analysis' | 'capture' | 'tab' | 'ignored'>;
type Taken = Pick<SessionState, 'look'> & Partial<Pick<SessionState, 'selectedFlow' | 'openExchange' | 'filter'>>;

/**
 * What a view that opens takes over. The look alone when what was chosen is not in this view, or a login began since, and
 * that is what one wants to see.
 */
export function takeOver(selection: Selection, state: Receiving): Taken {
  const { look, filter } = selection;
  const flows = flowsInView(state);
  if (flows.some(({ flow }) => flow.startedAt > selection.chosenAt)) return { look };
  const openExchange = flows.some(({ flow }) => flow.steps.some((step) => step.exchange === selection.open)) ? selection.open : null;
  const selectedFlow = flowAt(flows, selection.flow);
  return openExchange === null && selectedFlow === null ? { look } : { look, selectedFlow, openExchange, filter };
}
