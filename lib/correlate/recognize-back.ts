/** Calls to the server beside the front channel, told by their shape. */
import type { Exchange } from '../model/exchange.ts';
import { asParameters, formOf, jsonOf, strayFormOf } from '../read/body.ts';
import { headerValue } from '../read/headers.ts';
import { isObject, stringMember } from '../read/json.ts';
import { first, valueFor } from '../read/parameters.ts';
import { addressOf, readUrl, type Written } from '../read/url.ts';

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
  | 'logout-request';

export interface BackShape {
  readonly role: BackRole;
  /** The request's parameters, form or JSON. */
  readonly list: readonly Written[];
}

/** Grants of RFC 6749 and its extensions. A home-made `grant_type` next to nothing else is not enough. */
const grantTypes = /^(?:authorization_code|refresh_token|client_credentials|password|implicit|device_code|urn:[\w.:-]+)$/;

/** Everything that is neither an authorization request nor an answer to one. */
export function recognizeBack(exchange: Exchange): BackShape | null {
  const { method, url, body } = exchange.request;
  if (exchange.where.kind === 'preflight' || method === 'OPTIONS') return null;
  const path = addressOf(url)?.path ?? '';
  if (path.includes('/.well-known/')) {
    if (/\/\.well-known\/(?:openid-configuration|oauth-authorization-server)/.test(path)) return { role: 'discovery', list: noBody };
  }
  const answer = exchange.outcome.kind === 'answered' ? jsonOf(exchange.outcome.body) : null;
  if (method === 'GET' && answer && Array.isArray(answer['keys']) && answer['keys'].some((key) => isObject(key) && 'kty' in key))
    return { role: 'keys', list: noBody };
  if (method === 'GET' || method === 'POST') {
    const query = readUrl(url).query ?? noBody;
    const form = method === 'POST' ? formOf(body) : noBody;
    const logout = recognizeLogout(path, [...query, ...form], exchange);
    if (logout) return logout;
  }
  if (method === 'POST' || method === 'GET') {
    const json = jsonOf(body);
    const list = [...formOf(body), ...asParameters(json), ...strayFormOf(body), ...(readUrl(url).query ?? noBody)];
    const grant = valueFor(list, 'grant_type');
    if (grant !== null && grantTypes.test(grant) && (method === 'POST' || path.includes('token'))) return { role: 'token-request', list };
    if (method === 'GET') return isUserinfo(exchange, path) ? { role: 'userinfo', list: noBody } : null;
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

function recognizeLogout(path: string, list: readonly Written[], exchange: Exchange): BackShape | null {
  const kind = exchange.where.kind;
  if (kind === 'fetch' || kind === 'resource' || kind === 'preflight') return null;
  if (first(list, 'response_type') || first(list, 'redirect_uri')) return null;
  const named = first(list, 'post_logout_redirect_uri') !== null;
  const hinted = first(list, 'id_token_hint') !== null || first(list, 'logout_hint') !== null;
  const worded = /log-?out|sign-?out|sign-?off|end_?session/i.test(path);
  return named || (hinted && worded) ? { role: 'logout-request', list } : null;
}
