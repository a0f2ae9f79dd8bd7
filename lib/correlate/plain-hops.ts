/** Hops that carry neither request nor answer: inside the server before it, on the app's side after it. */
import type { Exchange } from '../model/exchange.ts';
import { carries } from '../read/carries.ts';
import { valueFor } from '../read/parameters.ts';
import { originOf } from '../read/url.ts';
import { contextOf, isAnswered, isAppSide, isClientSide, isServerSide } from './draft.ts';
import type { Logouts } from './logouts.ts';
import { isForeign } from './recognize.ts';
import type { Registry } from './registry.ts';

/** After this long on the app's side, the next page is the user's own doing. */
const landingMs = 15_000;

export class PlainHops {
  readonly #registry: Registry;
  readonly #logouts: Logouts;

  constructor(registry: Registry, logouts: Logouts) {
    this.#registry = registry;
    this.#logouts = logouts;
  }

  visit(exchange: Exchange): void {
    const { kind } = exchange.where;
    if (kind === 'resource' || kind === 'preflight') return;
    if (this.#followsApp(exchange) || this.#logouts.follows(exchange)) return;
    if (kind === 'fetch') {
      this.#callOfApp(exchange);
      return;
    }
    const origin = originOf(exchange.request.url);
    if (origin === null) return;
    for (const draft of this.#registry.active(contextOf(exchange))) {
      const initiator = originOf(exchange.request.initiator ?? '');
      const led = isServerSide(draft, exchange.previousHop);
      const fromServer = led || (initiator !== null && draft.serverOrigins.has(initiator));
      if (!led && !draft.serverOrigins.has(origin) && !(fromServer && !isClientSide(draft, exchange.request.url))) continue;
      if (led && isClientSide(draft, exchange.request.url) && !draft.serverOrigins.has(origin)) {
        // Back on the client's side, but neither at the redirection endpoint nor with an answer.
        this.#registry.step(draft, exchange.id, 'app');
        draft.appSeenAt = exchange.startedAt;
        return;
      }
      const foreign = isForeign(exchange);
      if (!foreign || led) draft.serverOrigins.add(origin);
      this.#registry.step(draft, exchange.id, foreign ? 'foreign' : 'provider');
      return;
    }
  }

  /** The callback page's own calls that tell how it went: the code handed on, or an answer that does not know the user. */
  #callOfApp(exchange: Exchange): void {
    const [last] = (this.#registry.byContext.get(contextOf(exchange)) ?? []).slice(-1);
    if (!last || !isAnswered(last) || last.silent || last.appSeenAt === 0 || exchange.startedAt - last.appSeenAt > landingMs) return;
    const unknown = exchange.outcome.kind === 'answered' && exchange.outcome.status === 401 && isClientSide(last, exchange.request.url);
    // An ID token may be for another's eyes as well; what the app's own server says to it counts.
    const idToken = isClientSide(last, exchange.request.url) ? valueFor(last.response?.parameters ?? [], 'id_token') : null;
    const handed = [...last.codes, ...(idToken === null ? [] : [idToken])];
    if (unknown || handed.some((value) => carries(exchange, value))) this.#registry.step(last, exchange.id, 'app');
  }

  #followsApp(exchange: Exchange): boolean {
    let found = false;
    for (const draft of this.#registry.owners(exchange.previousHop)) {
      if (!isAppSide(draft, exchange.previousHop)) continue;
      this.#registry.step(draft, exchange.id, 'app');
      draft.appSeenAt = exchange.startedAt + (exchange.durationMs ?? 0);
      found = true;
    }
    if (found || exchange.where.kind === 'fetch' || exchange.previousHop !== null) return found;
    const [last] = (this.#registry.byContext.get(contextOf(exchange)) ?? []).slice(-1);
    if (!last || !isAnswered(last) || last.silent || last.appSeenAt === 0) return false;
    if (exchange.startedAt - last.appSeenAt > landingMs || !isClientSide(last, exchange.request.url)) return false;
    this.#registry.step(last, exchange.id, 'app');
    return true;
  }
}
