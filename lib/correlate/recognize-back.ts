/** Calls to the server beside the front channel, told by their shape. */
import type { Exchange } from '../model/exchange.ts';
import { asParameters, formOf, jsonOf, mayName, strayFormOf } from '../read/body.ts';
import { headerValue } from '../read/headers.ts';
import { isObject, stringMember } from '../read/json.ts';
import { looksLikeJwt } from '../read/jwt.ts';
import { readLogout } from '../read/logout.ts';
import { first, valueFor } from '../read/parameters.ts';
import { addressOf, originOf, readUrl, type Written } from '../read/url.ts';
import { pushedPath } from './recognize.ts';

const noBody: readonly Written[] = [];

export type BackRole =
  | 'token-request'
  | 'pushed-request'
  | 'registration'
  | 'device-authorization'
  | 'introspection'
  | 'revocation'
  | 'discovery'
  | 'keys'
  | 'userinfo'
  | 'logout-request'
  | 'backchannel-logout';

export interface BackShape {
  readonly role: BackRole;
  /** The request's parameters, form or JSON. */
  readonly list: readonly Written[];
}

/** Grants of RFC 6749 and its extensions. A home-made `grant_type` next to nothing else is not enough. */
const grantTypes = /^(?:authorization_code|refresh_token|client_credentials|password|implicit|device_code|urn:[\w.:-]+)$/;

/** Members of an answer by which it is told. */
const telling = ['kty', 'request_uri', 'device_code'];

/** Everything that is neither an authorization request nor an answer to one. */
export function recognizeBack(exchange: Exchange): BackShape | null {
  const { method, url, body } = exchange.request;
  if (exchange.where.kind === 'preflight' || method === 'OPTIONS') return null;
  const path = addressOf(url)?.path ?? '';
  if (path.includes('/.well-known/')) {
    if (/\/\.well-known\/(?:openid-configuration|oauth-authorization-server)/.test(path)) return { role: 'discovery', list: noBody };
  }
  const answered = exchange.outcome.kind === 'answered' ? exchange.outcome.body : null;
  const answer = answered && mayName(answered, telling) ? jsonOf(answered) : null;
  if (method === 'GET' && answer && Array.isArray(answer['keys']) && answer['keys'].some((key) => isObject(key) && 'kty' in key))
    return { role: 'keys', list: noBody };
  if (method === 'POST' || method === 'GET') {
    const json = jsonOf(body);
    const list = [...formOf(body), ...asParameters(json), ...strayFormOf(body), ...(readUrl(url).query ?? noBody)];
    const grant = valueFor(list, 'grant_type');
    if (grant !== null && grantTypes.test(grant) && (method === 'POST' || path.includes('token'))) return { role: 'token-request', list };
    if (method === 'GET') return isUserinfo(exchange, path) ? { role: 'userinfo', list: noBody } : null;
    if (tellsOfLogout(exchange, path)) return { role: 'backchannel-logout', list };
    if (json && Array.isArray(json['redirect_uris'])) return { role: 'registration', list };
    if (stringMember(answer, 'request_uri') && first(list, 'client_id')) return { role: 'pushed-request', list };
    if (stringMember(answer, 'device_code') && stringMember(answer, 'user_code')) return { role: 'device-authorization', list };
    if (/introspect/i.test(path) && first(list, 'token')) return { role: 'introspection', list };
    if (/revo(?:ke|cation)/i.test(path) && first(list, 'token')) return { role: 'revocation', list };
    if (
      exchange.where.kind === 'fetch' &&
      first(list, 'client_id') &&
      (first(list, 'redirect_uri') || first(list, 'request')) &&
      (pushedPath.test(path) || (exchange.outcome.kind === 'answered' && exchange.outcome.status === 201))
    )
      return { role: 'pushed-request', list };
    if (first(list, 'code') && first(list, 'client_id') && (first(list, 'code_verifier') || /token/i.test(path)) && method === 'POST')
      return { role: 'token-request', list };
    if (isUserinfo(exchange, path)) return { role: 'userinfo', list: noBody };
  }
  return null;
}

function isUserinfo(exchange: Exchange, path: string): boolean {
  return /\/user_?info\/?$/i.test(path) && /^(?:bearer|dpop) /i.test(headerValue(exchange.request.headers, 'authorization') ?? '');
}

/** Back-Channel Logout: a server posts a token to another one, where a recording shows it; some recordings leave the form out. */
function tellsOfLogout({ where, request }: Exchange, path: string): boolean {
  if (where.fromBrowser && where.kind !== 'unknown') return false;
  const token = valueFor(formOf(request.body), 'logout_token');
  return token === null ? !request.body.seen && /back-?_?channel[-_/]?log-?out/i.test(path) : looksLikeJwt(token);
}

/** A request to end the session at the server. `endpoints`: what metadata names as `end_session_endpoint`. */
export function recognizeLogout(exchange: Exchange, endpoints: ReadonlySet<string>): BackShape | null {
  const { where, request, outcome } = exchange;
  if (where.kind === 'fetch' || where.kind === 'resource' || where.kind === 'preflight') return null;
  if (request.method !== 'GET' && request.method !== 'POST') return null;
  const shape = readLogout(request.url, request.method === 'POST' ? formOf(request.body) : noBody, endpoints);
  if (!shape) return null;
  // The app's own address, which hands the wish on to the server.
  const own = originOf(request.url);
  const isRelay =
    outcome.kind === 'redirected' &&
    originOf(shape.back?.value ?? '') === own &&
    originOf(outcome.to) !== own &&
    readLogout(outcome.to, noBody, endpoints) !== null;
  return isRelay ? null : { role: 'logout-request', list: shape.list };
}
