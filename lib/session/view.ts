/** Which flows a view shows, in which order, and which one it opens with. Pure. */
import type { Capture } from '../model/capture.ts';
import type { Exchange, ExchangeId } from '../model/exchange.ts';
import type { JudgedFlow } from '../model/finding.ts';
import type { FlowId } from '../model/flow.ts';
import { readUrl } from '../read/url.ts';
import { anchorOf } from './anchor.ts';
import type { SessionState } from './state.ts';

/** The address by which a flow is ignored: origin and path of its authorization request or callback. */
export function ignoreKey(judged: JudgedFlow, capture: Capture): string | null {
  const anchor = anchorOf(judged);
  const exchange = capture.exchanges.find((e) => e.id === anchor);
  return exchange ? readUrl(exchange.request.url).base : null;
}

type Shown = Pick<SessionState, 'analysis' | 'capture' | 'tab' | 'ignored'>;

/** Flows of the tab (and of windows it opened), newest first. */
export function flowsInView(state: Shown): readonly JudgedFlow[] {
  return splitFlows(state).shown;
}

/** How many flows of this tab the user has marked as no login. */
export function countIgnored(state: Shown): number {
  return splitFlows(state).ignored;
}

function splitFlows({ analysis, capture, tab, ignored }: Shown): { readonly shown: readonly JudgedFlow[]; readonly ignored: number } {
  if (!analysis || !capture) return { shown: [], ignored: 0 };
  const byId = new Map(capture.exchanges.map((e) => [e.id, e]));
  const hidden = new Set(ignored);
  const here = analysis.flows.filter(
    (judged) => tab === null || judged.flow.steps.some((step) => belongsToTab(byId.get(step.exchange), tab)),
  );
  const shown = here.filter((judged) => {
    const key = hidden.size > 0 ? ignoreKey(judged, capture) : null;
    return key === null || !hidden.has(key);
  });
  return { shown: shown.sort((a, b) => b.flow.startedAt - a.flow.startedAt), ignored: here.length - shown.length };
}

function belongsToTab(exchange: Exchange | undefined, tab: number): boolean {
  return exchange !== undefined && (exchange.where.tab === tab || exchange.where.opener === tab);
}

/** Background traffic that went as it should: five renewals must not bury the login. */
export function isQuiet({ flow, outcome, headline }: JudgedFlow): boolean {
  const background = flow.kind === 'silent' || flow.kind === 'tokens' || flow.kind === 'setup';
  return background && headline === null && outcome !== 'failed';
}

export interface FlowEntry {
  readonly judged: JudgedFlow;
  /** The flow it runs inside, when that one is in view too. */
  readonly inside: FlowId | null;
}

export interface FlowList {
  /** Newest first, inner flows below the one they run in. */
  readonly main: readonly FlowEntry[];
  /** Folded into one line. Empty, or two and more. */
  readonly quiet: readonly JudgedFlow[];
}

export function listFlows(flows: readonly JudgedFlow[]): FlowList {
  const ids = new Set(flows.map((j) => j.flow.id));
  const quiet = flows.filter(isQuiet);
  const loud = quiet.length > 1 ? flows.filter((j) => !isQuiet(j)) : flows;
  const insideOf = (j: JudgedFlow) => (j.flow.parent !== null && ids.has(j.flow.parent) ? j.flow.parent : null);
  const main: FlowEntry[] = [];
  const seen = new Set<FlowId>();
  const add = (judged: JudgedFlow) => {
    if (seen.has(judged.flow.id)) return;
    seen.add(judged.flow.id);
    main.push({ judged, inside: insideOf(judged) });
    for (const inner of loud) if (insideOf(inner) === judged.flow.id) add(inner);
  };
  for (const judged of loud) if (insideOf(judged) === null) add(judged);
  // What runs inside a folded flow still stands on its own.
  for (const judged of loud) add(judged);
  return { main, quiet: quiet.length > 1 ? quiet : [] };
}

/** The user's choice; else the flow of the hop that stands open; else the newest that matters. */
export function chooseFlow(
  flows: readonly JudgedFlow[],
  { selectedFlow, openExchange }: Pick<SessionState, 'selectedFlow' | 'openExchange'>,
): JudgedFlow | null {
  const chosen = flows.find((j) => j.flow.id === selectedFlow);
  if (chosen) return chosen;
  const reading = openExchange === null ? undefined : flowOfExchange(flows, openExchange);
  if (reading) return reading;
  const { main } = listFlows(flows);
  const outer = main.find(({ judged, inside }) => inside === null && !isQuiet(judged)) ?? main[0];
  if (!outer) return flows[0] ?? null;
  // An outer login that broke without a cause of its own broke over the inner one.
  if (outer.judged.headline !== null || outer.judged.outcome === 'completed') return outer.judged;
  return main.find(({ judged, inside }) => inside === outer.judged.flow.id && judged.headline !== null)?.judged ?? outer.judged;
}

export function flowOfExchange(flows: readonly JudgedFlow[], exchange: ExchangeId): JudgedFlow | undefined {
  return flows.find((j) => j.flow.steps.some((step) => step.exchange === exchange));
}
