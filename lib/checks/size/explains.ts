/** Whether the size of a request alone explains that it was refused: asked by the checks that would otherwise name another reason. */
import { answersOf } from '../../field/limits/table.ts';
import type { Exchange } from '../../model/exchange.ts';
import { overCommonLimit, overLimits, serverOf } from '../../observe/limits.ts';
import { measure, saysTooLarge } from '../../observe/sizes.ts';

const sizeStatuses: ReadonlySet<number> = new Set([400, 404, 413, 414, 431, 494, 502, 503, 520]);

/** Reasons with which connections end when an HTTP/2 server gives up on a request that is too large. */
export const deadConnection =
  /ERR_HTTP2_|ERR_CONNECTION_CLOSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|ERR_QUIC_PROTOCOL_ERROR|NS_ERROR_NET_INTERRUPT|NS_ERROR_NET_RESET|NS_ERROR_NET_PARTIAL_TRANSFER|NS_ERROR_NET_HTTP2/;

export function sizeExplains(exchange: Exchange): boolean {
  const { outcome } = exchange;
  if (outcome.kind === 'pending' || outcome.kind === 'redirected') return false;
  const sizes = measure(exchange);
  if (outcome.kind === 'failed') return deadConnection.test(outcome.reason) && overCommonLimit(sizes) !== null;
  const { status } = outcome;
  if (status === 414 || status === 431 || status === 494) return true;
  if (!sizeStatuses.has(status)) return false;
  if (outcome.body.seen && outcome.body.value.kind === 'text' && saysTooLarge(outcome.body.value.text) !== null) return true;
  const server = serverOf(outcome.headers);
  return server && answersOf(server).has(status)
    ? overLimits(sizes, server, exchange.protocol).some(({ answers }) => answers.includes(status))
    : server === null && status !== 404 && overCommonLimit(sizes) !== null;
}
