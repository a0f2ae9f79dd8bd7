/** Reads an authorization request as its server would honor it: pushed parameters and request objects resolved. */
import type { Exchange, ExchangeId, Gap } from '../model/exchange.ts';
import type { AuthorizationRequest, Parameter, ParameterPlace } from '../model/flow.ts';
import type { Place } from '../model/place.ts';
import { readJwt } from '../read/jwt.ts';
import { first, readList, valueFor } from '../read/parameters.ts';
import type { Written } from '../read/url.ts';
import { clientIdAliases, redirectUriAliases } from '../spec/vocabulary.ts';
import type { AuthorizationShape } from './recognize.ts';

export function placed(
  list: readonly Written[],
  exchange: ExchangeId,
  at: `request.${'query' | 'fragment' | 'form'}` | `response.location.${'query' | 'fragment'}`,
): Parameter[] {
  return list.filter((p) => p.name !== '').map(({ name, value, raw }) => ({ name, value, raw, exchange, place: `${at}.${name}` as Place }));
}

/** A pushed request this capture saw, by the `request_uri` it was answered with. */
export interface Pushed {
  readonly exchange: Exchange;
  readonly list: readonly Written[];
}

/** Later entries win: RFC 9101 section 6.3, what is inside a request object counts. */
function merge(outer: readonly Parameter[], inner: readonly Parameter[]): Parameter[] {
  const names = new Set(inner.map((p) => p.name));
  return [...inner, ...outer.filter((p) => !names.has(p.name))];
}

function objectParameters(
  jwt: string,
  exchange: ExchangeId,
  place: Place,
): { readonly list: readonly Parameter[]; readonly hidden: Gap | null } {
  const read = readJwt(jwt);
  if (read.kind === 'encrypted') return { list: [], hidden: 'encrypted' };
  if (read.kind === 'unreadable') return { list: [], hidden: 'parameters-hidden' };
  const list = Object.entries(read.claims)
    .filter(([name, value]) => typeof value === 'string' && !['iss', 'aud', 'sub', 'jti'].includes(name))
    .map(([name, value]) => ({ name, value: String(value), raw: String(value), exchange, place }));
  return { list, hidden: null };
}

function resolve(
  visible: readonly Parameter[],
  exchange: ExchangeId,
  at: ParameterPlace,
  pushed: Pushed | null,
): { parameters: readonly Parameter[]; hidden: Gap | null } {
  let parameters = visible;
  let hidden: Gap | null = null;
  if (first(visible, 'request_uri')) {
    if (pushed) parameters = merge(parameters, placed(pushed.list, pushed.exchange.id, 'request.form'));
    else hidden = 'parameters-hidden';
  }
  const object = valueFor(parameters, 'request');
  if (object !== null) {
    const read = objectParameters(object, exchange, `request.${at === 'form' ? 'form' : 'query'}.request`);
    parameters = merge(parameters, read.list);
    hidden ??= read.hidden;
  }
  return { parameters, hidden };
}

export function readAuthorizationRequest(exchange: Exchange, shape: AuthorizationShape, pushed: Pushed | null): AuthorizationRequest {
  const at = shape.in === 'form' ? 'request.form' : 'request.query';
  const { parameters, hidden } = resolve(placed(shape.list, exchange.id, at), exchange.id, shape.in, pushed);
  const alias = (names: readonly string[]) => names.map((name) => valueFor(parameters, name)).find((value) => value !== null) ?? null;
  return {
    exchange: exchange.id,
    parameters,
    in: shape.in,
    hidden,
    clientId: valueFor(parameters, 'client_id') ?? alias(clientIdAliases),
    redirectUri: valueFor(parameters, 'redirect_uri') ?? alias(redirectUriAliases),
    responseTypes: readList(valueFor(parameters, 'response_type')),
    responseMode: valueFor(parameters, 'response_mode'),
    state: first(parameters, 'state'),
    nonce: first(parameters, 'nonce'),
    codeChallenge: first(parameters, 'code_challenge'),
    prompts: readList(valueFor(parameters, 'prompt')),
    scopes: readList(valueFor(parameters, 'scope')),
    repeats: [],
  };
}

/**
 * The same request once more: moving inside the server, reloaded, or reached again by Back. At least one value
 * that is made for one attempt must be shared, and none may differ.
 */
export function isSameRequest(a: AuthorizationRequest, b: AuthorizationRequest): boolean {
  if (a.clientId !== b.clientId) return false;
  const requestUri = (r: AuthorizationRequest) => first(r.parameters, 'request_uri');
  const pairs = [
    [a.state, b.state],
    [a.nonce, b.nonce],
    [a.codeChallenge, b.codeChallenge],
    [requestUri(a), requestUri(b)],
  ] as const;
  let shared = 0;
  for (const [left, right] of pairs) {
    if (!left || !right) continue;
    if (left.value !== right.value) return false;
    shared++;
  }
  return shared > 0;
}
