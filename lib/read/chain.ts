import type { Exchange, ExchangeId } from '../model/exchange.ts';

/** Browsers follow 20 redirects (both, measured); the rest is for a page that goes on by a form or script in between. */
const longest = 40;

/** The redirects that led to an exchange, the exchange itself last. */
export function redirectChain(byId: ReadonlyMap<ExchangeId, Exchange>, tail: Exchange): Exchange[] {
  const chain = [tail];
  for (let hop = byId.get(tail.previousHop ?? 'x.0'); hop && chain.length < longest; hop = byId.get(hop.previousHop ?? 'x.0'))
    chain.unshift(hop);
  return chain;
}
