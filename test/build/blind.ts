/** What is left of a capture when hosts were out of sight: the browser tells nothing of them but where redirects lead. */
import type { Capture } from '../../lib/model/capture.ts';
import { hostOf } from '../../lib/read/url.ts';

export function hostsIn(capture: Capture): readonly string[] {
  return [...new Set(capture.exchanges.map((exchange) => hostOf(exchange.request.url)))].sort();
}

export function without(capture: Capture, hidden: ReadonlySet<string>): Capture {
  const exchanges = capture.exchanges.filter((exchange) => !hidden.has(hostOf(exchange.request.url)));
  const left = new Set(exchanges.map((exchange) => exchange.id));
  return {
    ...capture,
    exchanges: exchanges.map((exchange) =>
      exchange.previousHop === null || left.has(exchange.previousHop) ? exchange : { ...exchange, previousHop: null },
    ),
    gaps: [...capture.gaps, 'not-granted'],
  };
}
