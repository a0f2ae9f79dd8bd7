/** Whom the browser talks to in one hop of a login. */
import type { Exchange } from '../model/exchange.ts';
import type { Flow, Role } from '../model/flow.ts';
import { originOf } from './url.ts';

export type Party = 'client' | 'provider' | 'other';

const clientRoles: ReadonlySet<Role> = new Set(['start', 'callback', 'callback-again', 'app', 'logout-return']);

/** Exchanges never change, and the same ones are looked at again whenever more arrive. */
const origins = new WeakMap<Exchange, string | null>();

function originOfExchange(exchange: Exchange): string | null {
  const known = origins.get(exchange);
  if (known !== undefined) return known;
  const origin = originOf(exchange.request.url);
  origins.set(exchange, origin);
  return origin;
}

export function partyOf(flow: Flow, exchange: Exchange, role: Role): Party {
  if (clientRoles.has(role)) return 'client';
  const origin = originOfExchange(exchange);
  if (origin !== null && flow.serverOrigins.includes(origin)) return 'provider';
  return origin === flow.parties.client ? 'client' : 'other';
}
