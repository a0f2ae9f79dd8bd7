/** Answers: in a Location, at the callback, again, or without a request anybody saw. */
import type { Exchange, ExchangeId } from '../model/exchange.ts';
import type { AuthorizationResponse } from '../model/flow.ts';
import { formOf } from '../read/body.ts';
import { wasNotSent } from '../read/not-sent.ts';
import { valueFor } from '../read/parameters.ts';
import { redirectDifference, redirectKey } from '../read/redirect.ts';
import { originOf, readUrl } from '../read/url.ts';
import { attribute, type Delivery, targetOf } from './attribute.ts';
import { contextOf, type Draft, isAppSide, isServerSide } from './draft.ts';
import { answerFrom, openJarm, readResponse, recognizedFrom, scoreAuthorization } from './recognize.ts';
import { type Registry, recentInContext } from './registry.ts';
import { placed } from './request.ts';

interface Awaited {
  readonly draft: Draft;
  readonly response: AuthorizationResponse;
  readonly replay: boolean;
}

/** Worth of an address that an earlier login was answered at. */
const knownAddress = 0.6;

export class Deliveries {
  readonly #registry: Registry;
  /** Answers seen in a Location, waiting for the request that follows it. */
  readonly #awaited = new Map<ExchangeId, Awaited>();

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  /** An answer in the exchange's own request: the callback itself. */
  visit(exchange: Exchange): boolean {
    if (exchange.where.kind === 'preflight' || exchange.where.kind === 'resource') return false;
    const awaited = exchange.previousHop === null ? undefined : this.#awaited.get(exchange.previousHop);
    if (awaited) {
      this.#arrive(awaited.draft, awaited.response, exchange, awaited.replay);
      return true;
    }
    if (exchange.where.kind === 'fetch') return false;
    // The app passing its own answer on is the app's business.
    if (this.#registry.owners(exchange.previousHop).some((draft) => isAppSide(draft, exchange.previousHop) && !draft.parent)) return false;
    const form = exchange.request.method === 'POST' ? formOf(exchange.request.body) : [];
    const shape = readResponse(exchange.request.url, form);
    if (!shape) return this.#bareCallback(exchange);
    const delivery: Delivery = { shape, url: exchange.request.url, exchange, seenIn: 'request' };
    const draft = attribute(this.#candidates(delivery), delivery);
    if (draft) {
      this.#answer(draft, delivery, exchange);
      return true;
    }
    // The address alone says it where a login of this capture was answered before.
    const known = this.#registry.byRedirect.get(redirectKey(readUrl(exchange.request.url).base))?.some((d) => d.response !== null);
    const enough = wasNotSent(delivery.exchange) ? answerFrom : recognizedFrom;
    return shape.score + (known ? knownAddress : 0) >= enough - 1e-9 && this.#orphan(delivery);
  }

  /** An answer in the Location the exchange was answered with. */
  location(exchange: Exchange, to: string): void {
    const shape = readResponse(to);
    if (!shape) return;
    const query = readUrl(to).query ?? [];
    if (scoreAuthorization(query, exchange) >= recognizedFrom) return;
    const delivery: Delivery = { shape, url: to, exchange, seenIn: 'location' };
    const owners = this.#registry.owners(exchange.id);
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
      state === null ? undefined : this.#registry.byState.get(state),
      this.#registry.byRedirect.get(redirectKey(readUrl(url).base))?.slice(-32),
      code === null ? undefined : [this.#registry.byCode.get(code)].filter((d) => d !== undefined),
      this.#registry.owners(exchange.id),
      this.#registry.owners(exchange.previousHop),
      this.#registry.byContext.get(contextOf(exchange))?.slice(-recentInContext),
      exchange.where.opener === null ? undefined : this.#registry.byContext.get(String(exchange.where.opener))?.slice(-recentInContext),
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
    const opened = jarm === null ? null : openJarm(jarm);
    if (jarm !== null && opened === null) draft.gaps.add('encrypted');
    const response: AuthorizationResponse = {
      exchange: exchange.id,
      seenIn,
      in: shape.in,
      // What a signed answer holds stands inside it.
      parameters: [
        ...placed(shape.list, exchange.id, at),
        ...placed(opened ?? [], exchange.id, at).map((p) => ({ ...p, place: `${at}.response` as const })),
      ],
      target: targetOf(url, shape, draft.request?.redirectUri ?? null),
      callback: callback?.id ?? null,
      at: seenIn === 'location' ? exchange.startedAt + (exchange.waitMs ?? exchange.durationMs ?? 0) : exchange.startedAt,
    };
    const code = valueFor(response.parameters, 'code');
    // The redirect and the request it led to are not always recorded as one chain: then this is where that answer arrived.
    const replay = draft.response !== null && !(callback && draft.response.callback === null && isSameAnswer(draft.response, response));
    if (seenIn === 'location') this.#awaited.set(exchange.id, { draft, response, replay });
    if (seenIn === 'location') this.#registry.step(draft, exchange.id, 'provider');
    if (code !== null) {
      draft.codes.add(code);
      if (!this.#registry.byCode.has(code)) this.#registry.byCode.set(code, draft);
    }
    if (callback) this.#arrive(draft, replay ? response : (draft.response ?? response), callback, replay);
    else if (replay) draft.replays.push(response);
    else draft.response = response;
    // Finished after all: nothing replaced it.
    if (!replay) draft.supersededBy = null;
  }

  /** The answer reached the redirection endpoint. */
  #arrive(draft: Draft, response: AuthorizationResponse, callback: Exchange, replay: boolean): void {
    const arrived = { ...response, callback: callback.id };
    if (replay) {
      const known = draft.replays.indexOf(response);
      if (known >= 0) draft.replays[known] = arrived;
      else draft.replays.push(arrived);
    } else draft.response = arrived;
    this.#registry.step(draft, callback.id, replay ? 'callback-again' : 'callback');
    draft.appSeenAt = callback.startedAt + (callback.durationMs ?? 0);
    if (draft.parent) draft.parent.serverOrigins.add(originOf(callback.request.url) ?? '');
  }

  #orphan(delivery: Delivery): boolean {
    const { exchange } = delivery;
    const draft = this.#registry.create('login', contextOf(exchange));
    draft.orphan = true;
    draft.gaps.add('capture-started-late');
    this.#answer(draft, delivery, exchange);
    this.#registry.inContext(draft.context, draft);
    return true;
  }

  /** The redirection endpoint was reached, but with nothing on it. */
  #bareCallback(exchange: Exchange): boolean {
    if (exchange.where.kind === 'fetch') return false;
    for (const draft of this.#registry.active(contextOf(exchange))) {
      const redirectUri = draft.request?.redirectUri;
      if (!redirectUri || redirectDifference(readUrl(redirectUri).base, readUrl(exchange.request.url).base) !== null) continue;
      const origin = originOf(exchange.request.initiator ?? '');
      // The form a server asked the browser to send; its content was not recorded.
      const posted = exchange.request.method === 'POST' && !exchange.request.body.seen && draft.request?.responseMode === 'form_post';
      if (!posted && !isServerSide(draft, exchange.previousHop) && !(origin !== null && draft.serverOrigins.has(origin))) continue;
      draft.bareCallback = exchange.id;
      draft.appSeenAt = exchange.startedAt + (exchange.durationMs ?? 0);
      this.#registry.step(draft, exchange.id, 'callback');
      return true;
    }
    return false;
  }
}

/** One answer seen twice: every parameter that stands in the first stands in the second. */
function isSameAnswer(first: AuthorizationResponse, second: AuthorizationResponse): boolean {
  return first.parameters.every((p) => valueFor(second.parameters, p.name) === (p.value === '' ? null : p.value));
}
