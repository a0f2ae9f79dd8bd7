import type { ExchangeId } from '../model/exchange.ts';
import type { JudgedFlow } from '../model/finding.ts';

/** The hop that stands for a flow, the same however much is seen of it later. */
export function anchorOf({ flow }: JudgedFlow): ExchangeId | null {
  return flow.request?.exchange ?? flow.response?.exchange ?? flow.steps[0]?.exchange ?? null;
}
