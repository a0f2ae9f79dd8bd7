/** The ID tokens and signed answers that this flow's answers brought, as far as they can be read. */
import type { Exchange, Gap } from '../model/exchange.ts';
import type { Evidence } from '../model/place.ts';
import { header } from '../read/headers.ts';
import { stringMember } from '../read/json.ts';
import { type Jwt, readJwt } from '../read/jwt.ts';
import { first } from '../read/parameters.ts';
import { isPlaceholder } from '../read/placeholder.ts';
import { redemptions } from './redemption.ts';
import { exchangeOf, observed, type Scene } from './scene.ts';

export interface IssuedJwt {
  /** JARM: the answer itself is the JWT. */
  readonly kind: 'id-token' | 'answer';
  readonly from: 'authorization-endpoint' | 'token-endpoint';
  readonly jwt: Jwt;
  readonly at: Evidence;
  readonly exchange: Exchange;
  /** Epoch milliseconds by the clock of the server that handed it out; null where that is not seen. */
  readonly servedAt: number | null;
}

/** The server's own clock, from an answer that was made for this request. */
export function serverClock({ outcome, fromCache }: Exchange): number | null {
  if (fromCache || outcome.kind === 'pending' || outcome.kind === 'failed') return null;
  if (outcome.kind === 'redirected' && outcome.by !== 'server') return null;
  const date = header(outcome.headers, 'date');
  if (date.kind !== 'present' || header(outcome.headers, 'age').kind === 'present') return null;
  const at = Date.parse(date.value);
  return Number.isFinite(at) ? at : null;
}

export const issuedJwts: (scene: Scene) => readonly IssuedJwt[] = observed((scene) => {
  const found: IssuedJwt[] = [];
  const { response } = scene.flow;
  const delivered = exchangeOf(scene, response?.exchange);
  for (const [name, kind] of [
    ['id_token', 'id-token'],
    ['response', 'answer'],
  ] as const) {
    const parameter = first(response?.parameters ?? [], name);
    if (!parameter || !delivered || isPlaceholder(parameter.value)) continue;
    const servedAt = response?.seenIn === 'location' ? serverClock(delivered) : null;
    const at = { exchange: parameter.exchange, place: parameter.place };
    found.push({ kind, from: 'authorization-endpoint', jwt: readJwt(parameter.value), at, exchange: delivered, servedAt });
  }
  for (const { exchange, answer } of redemptions(scene)) {
    const value = stringMember(answer, 'id_token');
    if (value === null || isPlaceholder(value)) continue;
    const at = { exchange: exchange.id, place: 'response.body.id_token' as const };
    found.push({ kind: 'id-token', from: 'token-endpoint', jwt: readJwt(value), at, exchange, servedAt: serverClock(exchange) });
  }
  return found;
});

/** Why an ID token that was most likely issued can not be looked at; null when nothing points to one. */
export const unseenIdToken: (scene: Scene) => Gap | null = observed((scene) => {
  const { request, response } = scene.flow;
  const parameters = response?.parameters ?? [];
  if (first(parameters, 'id_token')) return 'redacted-input';
  if (response && first(parameters, 'response') && !first(parameters, 'code') && !first(parameters, 'error')) return 'encrypted';
  if (!request?.scopes.includes('openid')) return null;
  for (const { exchange, answer } of redemptions(scene)) {
    const { outcome } = exchange;
    if (outcome.kind !== 'answered' || outcome.status >= 300) continue;
    if (!outcome.body.seen) return outcome.body.why;
    if (stringMember(answer, 'id_token') !== null) return 'redacted-input';
  }
  return null;
});
