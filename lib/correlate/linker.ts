/** Puts exchanges together into flows. One pass in time order; every look-up is by key, so the cost is linear. */
import type { Exchange, ExchangeId } from '../model/exchange.ts';
import type { AuthorizationResponse, Role } from '../model/flow.ts';
import { formOf } from '../read/body.ts';
import { valueFor } from '../read/parameters.ts';
import { redirectDifference, redirectKey } from '../read/redirect.ts';
import { siteOf } from '../read/site.ts';
import { originOf, readUrl, type Written } from '../read/url.ts';
import { attribute, type Delivery, targetOf } from './attribute.ts';
import { BackChannel } from './back.ts';
import { addStep, clientOrigin, contextOf, type Draft, isAnswered, isAppSide, isClientSide, isServerSide, newDraft } from './draft.ts';
import {
  isForeign,
  openJarm,
  type Placed,
  readResponse,
  recognizeAuthorization,
  recognizeBack,
  recognizedFrom,
  scoreAuthorization,
} from './recognize.ts';
import { isSameRequest, placed, readAuthorizationRequest } from './request.ts';
import { startHops } from './start.ts';

/** After this long on the app's side, the next page is the user's own doing. */
const landingMs = 15_000;
/** Forgotten after an hour (checks.md 4.4): what comes later is an answer nobody waits for. */
const openForMs = 3_600_000;
/** How many recent flows of one place are looked at when nothing else points to one. */
const recentInContext = 8;

export class Linker {
  readonly drafts: Draft[] = [];
  readonly #exchanges: readonly Exchange[];
  readonly #byId: ReadonlyMap<ExchangeId, Exchange>;
  readonly #byState = new Map<string, Draft[]>();
  readonly #byRedirect = new Map<string, Draft[]>();
  readonly #byCode = new Map<string, Draft>();
  readonly #byContext = new Map<string, Draft[]>();
  /** Flows an exchange takes part in, innermost last. */
  readonly #owners = new Map<ExchangeId, Draft[]>();
  /** Answers seen in a Location, waiting for the request that follows it. */
  readonly #awaited = new Map<ExchangeId, { readonly draft: Draft; readonly response: AuthorizationResponse; readonly replay: boolean }>();
  readonly #back: BackChannel;

  constructor(exchanges: readonly Exchange[]) {
    this.#exchanges = exchanges;
    this.#byId = new Map(exchanges.map((exchange) => [exchange.id, exchange]));
    this.#back = new BackChannel(exchanges, {
      create: (kind, context) => this.#create(kind, context),
      step: (draft, id, role) => this.#step(draft, id, role),
      byCode: (code) => this.#byCode.get(code) ?? null,
      recent: () => this.drafts.slice(-32).reverse(),
    });
  }

  run(): readonly Draft[] {
    for (const [index, exchange] of this.#exchanges.entries()) this.#visit(exchange, index);
    this.#back.finish(this.drafts);
    return this.drafts;
  }

  #create(kind: Draft['kind'], context: string): Draft {
    const draft = newDraft(this.drafts.length, kind, context);
    this.drafts.push(draft);
    return draft;
  }

  #step(draft: Draft, id: ExchangeId, role: Role): void {
    addStep(draft, id, role);
    const owners = this.#owners.get(id);
    if (!owners) this.#owners.set(id, [draft]);
    else if (!owners.includes(draft)) owners.push(draft);
    if (draft.parent) this.#step(draft.parent, id, 'nested');
  }

  #visit(exchange: Exchange, index: number): void {
    const shape = recognizeAuthorization(exchange);
    const back = shape ? null : recognizeBack(exchange);
    if (shape && !this.#isRelayInside(exchange, shape)) this.#authorization(exchange, index, shape);
    else if (back) this.#back.visit(exchange, back, index);
    else if (!this.#delivery(exchange)) this.#other(exchange);
    if (exchange.outcome.kind === 'redirected') this.#location(exchange, exchange.outcome.to);
  }

  /** A server's own page script repeating the parameters to its own back end: a hop of the same request, never a second one. */
  #isRelayInside(exchange: Exchange, shape: Placed): boolean {
    if (exchange.where.kind !== 'fetch') return false;
    const origin = originOf(exchange.request.url);
    const state = valueFor(shape.list, 'state');
    const known = this.#active(contextOf(exchange)).find(
      (draft) =>
        origin !== null &&
        draft.serverOrigins.has(origin) &&
        draft.request?.clientId === (valueFor(shape.list, 'client_id') ?? draft.request?.clientId) &&
        (state === null || draft.request?.state?.value === state),
    );
    if (!known) return false;
    this.#step(known, exchange.id, 'provider');
    return true;
  }

  /** Unanswered flows of a place, newest first. */
  #active(context: string): Draft[] {
    return (this.#byContext.get(context) ?? [])
      .slice(-recentInContext)
      .reverse()
      .filter((draft) => !isAnswered(draft));
  }

  #authorization(exchange: Exchange, index: number, shape: Placed & { readonly score: number }): void {
    const requestUri = valueFor(shape.list, 'request_uri');
    const request = readAuthorizationRequest(exchange, shape, requestUri === null ? null : this.#back.pushed(requestUri));
    const context = contextOf(exchange);
    const same = this.#sameFlow(exchange, request, context);
    if (same) {
      same.repeats.push(exchange.id);
      const origin = originOf(exchange.request.url);
      const isFirstAddress = readUrl(exchange.request.url).base === readUrl(this.#requestUrl(same)).base;
      this.#step(same, exchange.id, isFirstAddress ? 'authorization-request' : 'provider');
      if (origin && !isAnswered(same)) same.serverOrigins.add(origin);
      return;
    }
    const parent = this.#parentOf(exchange, request, context);
    const draft = this.#create(request.prompts.includes('none') || exchange.where.kind === 'frame' ? 'silent' : 'login', context);
    draft.request = request;
    draft.clientId = request.clientId;
    draft.parent = parent;
    draft.silent = draft.kind === 'silent';
    if (request.hidden) draft.gaps.add(request.hidden);
    const origin = originOf(exchange.request.url);
    if (origin) draft.serverOrigins.add(origin);
    for (const id of startHops(this.#exchanges, index, draft)) this.#step(draft, id, 'start');
    this.#step(draft, exchange.id, 'authorization-request');
    this.#index(draft);
    if (!parent)
      for (const earlier of this.#active(context))
        if (
          earlier !== draft &&
          earlier.clientId === draft.clientId &&
          !earlier.parent &&
          draft.silent === earlier.silent &&
          isNavigation(exchange)
        )
          earlier.supersededBy ??= draft;
    push(this.#byContext, context, draft);
  }

  #requestUrl(draft: Draft): string {
    return this.#byId.get(draft.request?.exchange ?? 'x.0')?.request.url ?? '';
  }

  #index(draft: Draft): void {
    const { request } = draft;
    if (request?.state) push(this.#byState, request.state.value, draft);
    if (request?.redirectUri) push(this.#byRedirect, redirectKey(request.redirectUri), draft);
  }

  #sameFlow(exchange: Exchange, request: NonNullable<Draft['request']>, context: string): Draft | null {
    const pool = new Set([
      ...(request.state ? (this.#byState.get(request.state.value) ?? []) : []),
      ...this.#active(context),
      ...(this.#byContext.get(context) ?? []).slice(-2),
    ]);
    for (const draft of [...pool].reverse()) {
      if (!draft.request || draft.kind === 'logout') continue;
      const fromServer = isServerSide(draft, exchange.previousHop);
      if (isSameRequest(draft.request, request)) {
        const fromApp = exchange.previousHop !== null && !fromServer;
        // The app sent the user off again with the same values after an answer: another attempt, and a finding of its own.
        if (isAnswered(draft) && (fromApp || fromServer)) continue;
        if (isAnswered(draft) && exchange.request.url !== this.#requestUrl(draft)) continue;
        return draft;
      }
      // Nothing in it is made for one attempt: only the way it came says that it is the same one.
      const bare = !request.state && !request.nonce && !request.codeChallenge;
      if (
        bare &&
        !isAnswered(draft) &&
        draft.request.clientId === request.clientId &&
        draft.request.redirectUri === request.redirectUri &&
        !draft.request.state &&
        (fromServer || exchange.request.url === this.#requestUrl(draft))
      )
        return draft;
    }
    return null;
  }

  /** The flow whose server went to another server to have the user identified there. */
  #parentOf(exchange: Exchange, request: NonNullable<Draft['request']>, context: string): Draft | null {
    const callback = originOf(request.redirectUri ?? '');
    for (const outer of this.#active(context)) {
      const sent = isServerSide(outer, exchange.previousHop);
      if (outer.request?.redirectUri && outer.request.redirectUri === request.redirectUri) continue;
      if (callback !== null && outer.serverOrigins.has(callback) && callback !== clientOrigin(outer)) return outer;
      if (!sent) continue;
      // PAR and default redirects hide the address; a redirect from inside the server tells enough.
      if (
        callback === null ||
        siteOf(callback) !== siteOf(outer.request?.redirectUri ?? null) ||
        siteOf(callback) === siteOf(this.#requestUrl(outer))
      )
        return outer;
    }
    return null;
  }

  /** An answer in the exchange's own request: the callback itself. */
  #delivery(exchange: Exchange): boolean {
    if (exchange.where.kind === 'preflight' || exchange.where.kind === 'resource') return false;
    const awaited = exchange.previousHop === null ? undefined : this.#awaited.get(exchange.previousHop);
    if (awaited) {
      this.#arrive(awaited.draft, awaited.response, exchange, awaited.replay);
      return true;
    }
    if (exchange.where.kind === 'fetch') return false;
    // The app passing its own answer on is the app's business.
    if (this.#owners.get(exchange.previousHop ?? 'x.0')?.some((draft) => isAppSide(draft, exchange.previousHop) && !draft.parent))
      return false;
    const form = exchange.request.method === 'POST' ? formOf(exchange.request.body) : [];
    const shape = readResponse(exchange.request.url, form);
    if (!shape) return this.#bareCallback(exchange);
    const delivery: Delivery = { shape, url: exchange.request.url, exchange, seenIn: 'request' };
    const draft = attribute(this.#candidates(delivery), delivery);
    if (draft) {
      this.#answer(draft, delivery, exchange);
      return true;
    }
    return shape.score >= recognizedFrom && this.#orphan(delivery);
  }

  /** An answer in the Location the exchange was answered with. */
  #location(exchange: Exchange, to: string): void {
    const shape = readResponse(to);
    if (!shape) return;
    const query = readUrl(to).query ?? [];
    if (scoreAuthorization(query, exchange) >= recognizedFrom) return;
    const delivery: Delivery = { shape, url: to, exchange, seenIn: 'location' };
    const owners = this.#owners.get(exchange.id) ?? [];
    const candidates = [...this.#candidates(delivery)].filter(
      (draft) =>
        !isAppSide(draft, exchange.id) &&
        (isServerSide(draft, exchange.id) || draft.serverOrigins.has(originOf(exchange.request.url) ?? '') || owners.length === 0),
    );
    const draft = attribute(candidates, delivery);
    if (draft) this.#answer(draft, delivery, null);
  }

  *#candidates(delivery: Delivery): Iterable<Draft> {
    const { shape, exchange, url } = delivery;
    const seen = new Set<Draft>();
    const state = valueFor(shape.list, 'state');
    const code = valueFor(shape.list, 'code');
    const pools: (readonly Draft[] | undefined)[] = [
      state === null ? undefined : this.#byState.get(state),
      this.#byRedirect.get(redirectKey(readUrl(url).base))?.slice(-32),
      code === null ? undefined : [this.#byCode.get(code)].filter((d) => d !== undefined),
      this.#owners.get(exchange.id),
      exchange.previousHop === null ? undefined : this.#owners.get(exchange.previousHop),
      this.#byContext.get(contextOf(exchange))?.slice(-recentInContext),
      exchange.where.opener === null ? undefined : this.#byContext.get(String(exchange.where.opener))?.slice(-recentInContext),
    ];
    for (const pool of pools) {
      for (const draft of pool ?? []) {
        if (seen.has(draft) || draft.kind === 'logout' || draft.kind === 'tokens' || draft.kind === 'setup') continue;
        seen.add(draft);
        yield draft;
      }
    }
  }

  #answer(draft: Draft, delivery: Delivery, callback: Exchange | null): void {
    const { shape, exchange, seenIn, url } = delivery;
    const at =
      seenIn === 'location'
        ? (`response.location.${shape.in === 'fragment' ? 'fragment' : 'query'}` as const)
        : (`request.${shape.in === 'fragment' || shape.in === 'form' ? shape.in : 'query'}` as const);
    const jarm = valueFor(shape.list, 'response');
    const opened: readonly Written[] | null = jarm === null ? null : openJarm(jarm);
    if (jarm !== null && opened === null) draft.gaps.add('encrypted');
    const response: AuthorizationResponse = {
      exchange: exchange.id,
      seenIn,
      in: shape.in,
      parameters: placed([...shape.list, ...(opened ?? [])], exchange.id, at),
      target: targetOf(url, shape, draft.request?.redirectUri ?? null),
      callback: callback?.id ?? null,
      at: seenIn === 'location' ? exchange.startedAt + (exchange.waitMs ?? exchange.durationMs ?? 0) : exchange.startedAt,
    };
    const code = valueFor(response.parameters, 'code');
    const replay = isAnswered(draft);
    if (seenIn === 'location') this.#awaited.set(exchange.id, { draft, response, replay });
    if (seenIn === 'location') this.#step(draft, exchange.id, 'provider');
    if (code !== null) {
      draft.codes.add(code);
      if (!this.#byCode.has(code)) this.#byCode.set(code, draft);
    }
    if (callback) this.#arrive(draft, response, callback, replay);
    else if (replay) draft.replays.push(response);
    else draft.response = response;
    if (draft.supersededBy && !replay && exchange.startedAt < openForMs + draft.appSeenAt) draft.supersededBy = null;
  }

  /** The answer reached the redirection endpoint. */
  #arrive(draft: Draft, response: AuthorizationResponse, callback: Exchange, replay: boolean): void {
    const arrived = { ...response, callback: callback.id };
    if (replay) {
      const known = draft.replays.indexOf(response);
      if (known >= 0) draft.replays[known] = arrived;
      else draft.replays.push(arrived);
    } else draft.response = arrived;
    this.#step(draft, callback.id, replay ? 'callback-again' : 'callback');
    draft.appSeenAt = callback.startedAt + (callback.durationMs ?? 0);
    if (draft.parent) draft.parent.serverOrigins.add(originOf(callback.request.url) ?? '');
  }

  #orphan(delivery: Delivery): boolean {
    const { exchange } = delivery;
    const draft = this.#create('login', contextOf(exchange));
    draft.orphan = true;
    draft.gaps.add('capture-started-late');
    this.#answer(draft, delivery, exchange);
    push(this.#byContext, draft.context, draft);
    return true;
  }

  /** The redirection endpoint was reached, but with nothing on it. */
  #bareCallback(exchange: Exchange): boolean {
    if (exchange.where.kind === 'fetch') return false;
    for (const draft of this.#active(contextOf(exchange))) {
      const redirectUri = draft.request?.redirectUri;
      if (!redirectUri || redirectDifference(readUrl(redirectUri).base, readUrl(exchange.request.url).base) !== null) continue;
      const origin = originOf(exchange.request.initiator ?? '');
      if (!isServerSide(draft, exchange.previousHop) && !(origin !== null && draft.serverOrigins.has(origin))) continue;
      draft.bareCallback = exchange.id;
      draft.appSeenAt = exchange.startedAt + (exchange.durationMs ?? 0);
      this.#step(draft, exchange.id, 'callback');
      return true;
    }
    return false;
  }

  /** Hops inside the server, and the app's hops after the answer. */
  #other(exchange: Exchange): void {
    const { kind } = exchange.where;
    if (kind === 'resource' || kind === 'preflight') return;
    if (this.#followsApp(exchange)) return;
    if (kind === 'fetch') return;
    const origin = originOf(exchange.request.url);
    if (origin === null) return;
    for (const draft of this.#active(contextOf(exchange))) {
      const initiator = originOf(exchange.request.initiator ?? '');
      const led = isServerSide(draft, exchange.previousHop);
      const fromServer = led || (initiator !== null && draft.serverOrigins.has(initiator));
      if (!led && !draft.serverOrigins.has(origin) && !(fromServer && !isClientSide(draft, exchange.request.url))) continue;
      if (led && isClientSide(draft, exchange.request.url) && !draft.serverOrigins.has(origin)) {
        // Back on the client's side, but neither at the redirection endpoint nor with an answer.
        this.#step(draft, exchange.id, 'app');
        draft.appSeenAt = exchange.startedAt;
        return;
      }
      const foreign = isForeign(exchange);
      if (!foreign || led) draft.serverOrigins.add(origin);
      this.#step(draft, exchange.id, foreign ? 'foreign' : 'provider');
      return;
    }
  }

  #followsApp(exchange: Exchange): boolean {
    let found = false;
    for (const draft of this.#owners.get(exchange.previousHop ?? 'x.0') ?? []) {
      if (!isAppSide(draft, exchange.previousHop)) continue;
      this.#step(draft, exchange.id, 'app');
      draft.appSeenAt = exchange.startedAt + (exchange.durationMs ?? 0);
      found = true;
    }
    if (found || exchange.where.kind === 'fetch' || exchange.previousHop !== null) return found;
    const [last] = (this.#byContext.get(contextOf(exchange)) ?? []).slice(-1);
    if (!last || !isAnswered(last) || last.silent || last.appSeenAt === 0) return false;
    if (exchange.startedAt - last.appSeenAt > landingMs || !isClientSide(last, exchange.request.url)) return false;
    this.#step(last, exchange.id, 'app');
    return true;
  }
}

/** A request of a script or an image does not replace a login the user is in. */
function isNavigation(exchange: Exchange): boolean {
  return (
    (exchange.where.kind === 'page' || exchange.where.kind === 'frame' || exchange.where.kind === 'unknown') &&
    exchange.speculative === null
  );
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
