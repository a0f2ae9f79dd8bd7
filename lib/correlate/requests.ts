/** Authorization requests: a new flow, the same one once more, or one inside another. */
import type { Exchange, ExchangeId } from '../model/exchange.ts';
import { valueFor } from '../read/parameters.ts';
import { siteOf } from '../read/site.ts';
import { originOf, readUrl } from '../read/url.ts';
import { clientOrigin, contextOf, type Draft, isAnswered, isAppSide, isServerSide } from './draft.ts';
import type { AuthorizationShape, Placed } from './recognize.ts';
import type { Registry } from './registry.ts';
import { isSameRequest, type Pushed, readAuthorizationRequest } from './request.ts';
import { startHops } from './start.ts';

export class Requests {
  readonly #registry: Registry;
  readonly #pushed: (requestUri: string) => Pushed | null;

  constructor(registry: Registry, pushed: (requestUri: string) => Pushed | null) {
    this.#registry = registry;
    this.#pushed = pushed;
  }

  /** A server's own page script repeating the parameters to its own back end: a hop of the same request, never a second one. */
  isRelayInside(exchange: Exchange, shape: Placed): boolean {
    if (exchange.where.kind !== 'fetch') return false;
    const origin = originOf(exchange.request.url);
    const state = valueFor(shape.list, 'state');
    const known = this.#registry
      .active(contextOf(exchange))
      .find(
        (draft) =>
          origin !== null &&
          draft.serverOrigins.has(origin) &&
          draft.request?.clientId === (valueFor(shape.list, 'client_id') ?? draft.request?.clientId) &&
          (state === null || draft.request?.state?.value === state),
      );
    if (!known) return false;
    this.#registry.step(known, exchange.id, 'provider');
    return true;
  }

  visit(exchange: Exchange, index: number, shape: AuthorizationShape): void {
    const requestUri = valueFor(shape.list, 'request_uri');
    const request = readAuthorizationRequest(exchange, shape, requestUri === null ? null : this.#pushed(requestUri));
    const context = contextOf(exchange);
    const same = this.#sameFlow(exchange, request, context);
    if (same) {
      same.repeats.push(exchange.id);
      const origin = originOf(exchange.request.url);
      const isFirstAddress = readUrl(exchange.request.url).base === readUrl(this.#registry.requestUrl(same)).base;
      this.#registry.step(same, exchange.id, isFirstAddress ? 'authorization-request' : 'provider');
      if (origin && !isAnswered(same)) same.serverOrigins.add(origin);
      return;
    }
    const parent = this.#parentOf(exchange, request, context);
    const draft = this.#registry.create(request.prompts.includes('none') || exchange.where.kind === 'frame' ? 'silent' : 'login', context);
    draft.request = request;
    draft.clientId = request.clientId;
    draft.parent = parent;
    draft.silent = draft.kind === 'silent';
    if (request.hidden) draft.gaps.add(request.hidden);
    const origin = originOf(exchange.request.url);
    if (origin) draft.serverOrigins.add(origin);
    for (const id of startHops(this.#registry.exchanges, index, draft, (hop) => this.#endsAnother(hop, draft))) {
      if (this.#belongsElsewhere(id, draft)) continue;
      this.#registry.step(draft, id, 'start');
      draft.startSites.add(siteOf(this.#registry.exchange(id)?.request.url ?? null) ?? '');
    }
    this.#registry.step(draft, exchange.id, 'authorization-request');
    this.#registry.index(draft);
    if (!parent && isNavigation(exchange))
      for (const earlier of this.#registry.active(context))
        if (earlier !== draft && earlier.clientId === draft.clientId && !earlier.parent && draft.silent === earlier.silent)
          earlier.supersededBy ??= draft;
    this.#registry.inContext(context, draft);
  }

  /** A hop of another login's server, or the app's start of the outer one: cookies set there are no business of this client. */
  #belongsElsewhere(id: ExchangeId, draft: Draft): boolean {
    const client = clientOrigin(draft);
    return this.#registry.owners(id).some((owner) => {
      if (owner.roles.get(id) === 'start') return isInside(draft, owner);
      if (!isServerSide(owner, id) || (client === null && owner === draft.parent)) return false;
      return originOf(this.#registry.exchange(id)?.request.url ?? '') !== client;
    });
  }

  /** The callback of a login that is over, and what followed it. */
  #endsAnother(id: ExchangeId, draft: Draft): boolean {
    return this.#registry.owners(id).some((owner) => owner !== draft.parent && isAppSide(owner, id));
  }

  #sameFlow(exchange: Exchange, request: NonNullable<Draft['request']>, context: string): Draft | null {
    const pool = new Set([
      ...(request.state ? (this.#registry.byState.get(request.state.value) ?? []) : []),
      ...this.#registry.active(context),
      ...(this.#registry.byContext.get(context) ?? []).slice(-2),
    ]);
    for (const draft of [...pool].reverse()) {
      if (!draft.request || draft.kind === 'logout') continue;
      const fromServer = isServerSide(draft, exchange.previousHop);
      if (isSameRequest(draft.request, request)) {
        const fromApp = exchange.previousHop !== null && !fromServer;
        // The app sent the user off again with the same values after an answer: another attempt, and a finding of its own.
        if (isAnswered(draft) && (fromApp || fromServer)) continue;
        if (isAnswered(draft) && exchange.request.url !== this.#registry.requestUrl(draft)) continue;
        return draft;
      }
      // Nothing in it is made for one attempt: only the way it came says that it is the same one.
      const bare = !request.state && !request.nonce && !request.codeChallenge;
      if (
        bare &&
        !isAnswered(draft) &&
        draft.request.clientId === request.clientId &&
        draft.request.redirectUri === request.redirectUri &&
        (fromServer || (!draft.request.state && exchange.request.url === this.#registry.requestUrl(draft)))
      )
        return draft;
    }
    return null;
  }

  /** The flow whose server went to another server to have the user identified there. */
  #parentOf(exchange: Exchange, request: NonNullable<Draft['request']>, context: string): Draft | null {
    const callback = originOf(request.redirectUri ?? '');
    for (const outer of this.#registry.active(context)) {
      const sent = isServerSide(outer, exchange.previousHop);
      if (outer.request?.redirectUri && outer.request.redirectUri === request.redirectUri) continue;
      if (callback !== null && outer.serverOrigins.has(callback) && callback !== clientOrigin(outer)) return outer;
      if (!sent) continue;
      // PAR and default redirects hide the address; a redirect from inside the server tells enough.
      if (
        callback === null ||
        siteOf(callback) !== siteOf(outer.request?.redirectUri ?? null) ||
        siteOf(callback) === siteOf(this.#registry.requestUrl(outer))
      )
        return outer;
    }
    return null;
  }
}

function isInside(draft: Draft, outer: Draft): boolean {
  for (let parent = draft.parent; parent; parent = parent.parent) if (parent === outer) return true;
  return false;
}

/** A request of a script or an image does not replace a login the user is in. */
function isNavigation(exchange: Exchange): boolean {
  return (
    (exchange.where.kind === 'page' || exchange.where.kind === 'frame' || exchange.where.kind === 'unknown') &&
    exchange.speculative === null
  );
}
