/** Everything that is not a navigation through the front channel: token, discovery, registration and device traffic. */
import type { Exchange, ExchangeId } from '../model/exchange.ts';
import type { Role } from '../model/flow.ts';
import { basicUser } from '../read/basic.ts';
import { jsonOf } from '../read/body.ts';
import { stringMember } from '../read/json.ts';
import { valueFor } from '../read/parameters.ts';
import { originOf, readUrl, type Written } from '../read/url.ts';
import { deviceGrant } from '../spec/vocabulary.ts';
import { clientOrigin, contextOf, type Draft } from './draft.ts';
import type { BackShape } from './recognize-back.ts';
import type { Registry } from './registry.ts';
import type { Pushed } from './request.ts';

/** How far back a call looks for the login it belongs to. */
const recentFlows = 32;
/** A preflight and the request it asks for are this close. */
const preflightWithinMs = 10_000;

export class BackChannel {
  readonly #registry: Registry;
  readonly #preflights = new Map<string, Exchange[]>();
  readonly #pushed = new Map<string, Pushed>();
  readonly #pushedSteps = new Map<string, ExchangeId>();
  /** Flows without a front channel, by what belongs together in them. */
  readonly #standing = new Map<string, Draft>();
  /** Discovery, keys and registration, until it is known which login they served. */
  readonly #setup: { readonly exchange: Exchange; readonly role: Role; readonly endpoints: readonly string[] }[] = [];

  constructor(registry: Registry) {
    this.#registry = registry;
    for (const exchange of registry.exchanges) {
      if (exchange.where.kind !== 'preflight') continue;
      const known = this.#preflights.get(exchange.request.url);
      if (known) known.push(exchange);
      else this.#preflights.set(exchange.request.url, [exchange]);
    }
  }

  pushed(requestUri: string): Pushed | null {
    return this.#pushed.get(requestUri) ?? null;
  }

  visit(exchange: Exchange, shape: BackShape): void {
    switch (shape.role) {
      case 'token-request':
        this.#token(exchange, shape.list);
        return;
      case 'pushed-request':
        this.#push(exchange, shape.list);
        return;
      case 'discovery':
      case 'keys':
      case 'registration':
        this.#setup.push({ exchange, role: shape.role, endpoints: endpointsOf(exchange) });
        return;
      case 'device-authorization': {
        const draft = this.#registry.create('device', contextOf(exchange));
        this.#begin(draft, exchange, 'device-authorization');
        draft.clientId = valueFor(shape.list, 'client_id');
        this.#standing.set(`device:${draft.clientId}`, draft);
        return;
      }
      default:
        this.#side(exchange, shape.role);
    }
  }

  /** Flows made last, newest first. */
  #recent(): readonly Draft[] {
    return this.#registry.drafts.slice(-recentFlows).reverse();
  }

  #begin(draft: Draft, exchange: Exchange, role: Role): void {
    const origin = originOf(exchange.request.url);
    if (origin) draft.serverOrigins.add(origin);
    this.#registry.step(draft, exchange.id, role);
  }

  #push(exchange: Exchange, list: readonly Written[]): void {
    const answer = exchange.outcome.kind === 'answered' ? jsonOf(exchange.outcome.body) : null;
    const requestUri = stringMember(answer, 'request_uri');
    if (requestUri === null) {
      this.#begin(this.#registry.create('setup', contextOf(exchange)), exchange, 'pushed-request');
      return;
    }
    this.#pushed.set(requestUri, { exchange, list });
    this.#pushedSteps.set(requestUri, exchange.id);
  }

  #token(exchange: Exchange, list: readonly Written[]): void {
    const grantType = valueFor(list, 'grant_type') ?? (valueFor(list, 'code') === null ? null : 'authorization_code');
    const clientId = valueFor(list, 'client_id') ?? basicUser(exchange);
    const draft = this.#tokenFlow(exchange, list, grantType, clientId);
    draft.grantType ??= grantType;
    draft.clientId ??= clientId;
    const preflight = this.#preflightOf(exchange);
    if (preflight) this.#registry.step(draft, preflight, 'preflight');
    this.#registry.step(draft, exchange.id, 'token-request');
    draft.tokens.push({ exchange: exchange.id, grantType, preflight });
  }

  #tokenFlow(exchange: Exchange, list: readonly Written[], grantType: string | null, clientId: string | null): Draft {
    const code = valueFor(list, 'code');
    const byCode = code === null ? null : (this.#registry.byCode.get(code) ?? null);
    if (byCode) return byCode;
    if (grantType === 'authorization_code') {
      // The answer itself was not visible (web_message, a fragment the recorder cut): the client and its address tell.
      const redirectUri = valueFor(list, 'redirect_uri');
      const login = this.#recent().find(
        (d) =>
          d.request !== null &&
          d.clientId === clientId &&
          (redirectUri === null || d.request.redirectUri === null || d.request.redirectUri === redirectUri),
      );
      if (login && login.tokens.length === 0) return login;
    }
    const key =
      grantType === deviceGrant
        ? `device:${clientId}`
        : `tokens:${readUrl(exchange.request.url).base}:${clientId}:${grantType === 'refresh_token' ? 'refresh' : grantType}`;
    const known = this.#standing.get(key);
    if (known) return known;
    const draft = this.#registry.create(grantType === deviceGrant ? 'device' : 'tokens', contextOf(exchange));
    const origin = originOf(exchange.request.url);
    if (origin) draft.serverOrigins.add(origin);
    this.#standing.set(key, draft);
    return draft;
  }

  #preflightOf(exchange: Exchange): ExchangeId | null {
    let best: Exchange | null = null;
    for (const preflight of this.#preflights.get(exchange.request.url) ?? []) {
      const distance = Math.abs(preflight.startedAt - exchange.startedAt);
      if (distance <= preflightWithinMs && (best === null || distance < Math.abs(best.startedAt - exchange.startedAt))) best = preflight;
    }
    return best?.id ?? null;
  }

  /** UserInfo, introspection, revocation: part of the latest login at that server. */
  #side(exchange: Exchange, role: Role): void {
    const origin = originOf(exchange.request.url);
    const login = this.#recent().find((d) => origin !== null && d.serverOrigins.has(origin) && d.kind !== 'logout');
    if (login) this.#registry.step(login, exchange.id, role);
  }

  /** Metadata goes to the logins it served; what is left is a flow of its own. */
  finish(): void {
    const drafts = [...this.#registry.drafts];
    for (const draft of drafts) {
      const requestUri = draft.request?.parameters.find((p) => p.name === 'request_uri')?.value;
      const id = requestUri === undefined ? undefined : this.#pushedSteps.get(requestUri);
      if (id !== undefined) this.#registry.step(draft, id, 'pushed-request');
    }
    const rest = new Map<string, Draft>();
    for (const { exchange, role, endpoints } of this.#setup) {
      const origin = originOf(exchange.request.url) ?? exchange.request.url;
      const served =
        role === 'registration' && !isSuccess(exchange)
          ? []
          : drafts.filter((d) => d.request !== null && this.#serves(d, origin, endpoints));
      if (role === 'discovery')
        for (const draft of drafts) if (draft.kind === 'logout' && draft.serverOrigins.has(origin)) draft.metadata.push(exchange.id);
      // What another app fetched tells of the server, and is no step of this login.
      const by = originOf(exchange.request.initiator ?? '');
      const own = served.filter((d) => by !== null && clientOrigin(d) === by);
      for (const draft of own.length > 0 ? own : served) this.#registry.step(draft, exchange.id, role);
      if (role === 'discovery') for (const draft of served) draft.metadata.push(exchange.id);
      if (served.length > 0) continue;
      const key = originOf(exchange.request.initiator ?? '') ?? origin;
      let draft = rest.get(key);
      if (!draft) {
        draft = this.#registry.create('setup', contextOf(exchange));
        rest.set(key, draft);
      }
      this.#begin(draft, exchange, role);
      const preflight = this.#preflightOf(exchange);
      if (preflight) this.#registry.step(draft, preflight, 'preflight');
      if (role === 'discovery') draft.metadata.push(exchange.id);
    }
  }

  #serves(draft: Draft, origin: string, endpoints: readonly string[]): boolean {
    const authorization = this.#registry.requestUrl(draft);
    return endpoints.length > 0
      ? endpoints.includes(readUrl(authorization).base) || endpoints.includes(originOf(authorization) ?? '')
      : originOf(authorization) === origin;
  }
}

function isSuccess(exchange: Exchange): boolean {
  return exchange.outcome.kind === 'answered' && exchange.outcome.status < 300;
}

/** The addresses a metadata document names, for telling which login it served. */
function endpointsOf(exchange: Exchange): string[] {
  const document = exchange.outcome.kind === 'answered' ? jsonOf(exchange.outcome.body) : null;
  const endpoint = stringMember(document, 'authorization_endpoint');
  return endpoint === null ? [] : [readUrl(endpoint).base];
}
