/** Logins of which the deciding part happened on a site that the user gave no access to. */
import type { Capture } from '../model/capture.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Flow } from '../model/flow.ts';
import { originOf } from '../read/url.ts';

/** Such flows get the gap; others of the same capture are judged as ever. */
export function withGaps(flows: readonly Flow[], capture: Capture): readonly Flow[] {
  if (!capture.gaps.includes('not-granted')) return flows;
  const byId = new Map(capture.exchanges.map((exchange) => [exchange.id, exchange]));
  const led = new Set(capture.exchanges.flatMap((exchange) => exchange.previousHop ?? []));
  const intoTheDark = ({ id, outcome }: Exchange) => outcome.kind === 'redirected' && originOf(outcome.to) !== null && !led.has(id);
  return flows.map((flow) => {
    const cut = flow.orphan || isUnansweredInSight(flow, byId, intoTheDark);
    return cut ? { ...flow, gaps: [...new Set([...flow.gaps, 'not-granted' as const])].sort() } : flow;
  });
}

/** The request was seen, and what came of it may have happened elsewhere. What ends in sight with an error of its own did not. */
function isUnansweredInSight(flow: Flow, byId: ReadonlyMap<string, Exchange>, intoTheDark: (exchange: Exchange) => boolean): boolean {
  if (!flow.request || flow.bareCallback !== null || flow.response?.callback) return false;
  const last = byId.get(flow.steps.at(-1)?.exchange ?? '');
  if (!last) return false;
  const { outcome } = last;
  return intoTheDark(last) || (outcome.kind === 'answered' && outcome.status < 400);
}
