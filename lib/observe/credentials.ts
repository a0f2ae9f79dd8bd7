/** Codes and tokens this flow is known to have issued. Only these count as credentials wherever they turn up (guard G21). */
import type { ExchangeId } from '../model/exchange.ts';
import { isObject, readJsonObject, stringMember } from '../read/json.ts';
import { readJwt } from '../read/jwt.ts';
import { isPlaceholder } from '../read/placeholder.ts';
import { decodePercent, originOf } from '../read/url.ts';
import { observed, type Scene, type Stage, withRole } from './scene.ts';
import { staged } from './tables.ts';

export type CredentialKind = 'code' | 'access_token' | 'id_token' | 'refresh_token' | 'state';

export interface Credential {
  readonly kind: CredentialKind;
  readonly value: string;
  readonly issuedBy: ExchangeId;
}

/** Shorter values turn up by chance. */
const shortestCode = 12;
export const shortestToken = 20;

const kinds: readonly CredentialKind[] = ['code', 'access_token', 'id_token', 'refresh_token'];

export const credentials: (scene: Scene) => readonly Credential[] = observed((scene) => {
  const { flow } = scene;
  const found: Credential[] = [];
  for (const response of [flow.response, ...flow.replays]) {
    for (const p of response?.parameters ?? []) {
      const kind = kinds.find((k) => k === p.name);
      if (kind && p.value.length >= (kind === 'code' ? shortestCode : shortestToken) && !isPlaceholder(p.value))
        found.push({ kind, value: p.value, issuedBy: p.exchange });
    }
  }
  for (const exchange of withRole(scene, 'token-request')) {
    if (exchange.outcome.kind !== 'answered' || !exchange.outcome.body.seen) continue;
    const body = exchange.outcome.body.value;
    const answer = body.kind === 'text' ? readJsonObject(body.text) : null;
    if (!isObject(answer)) continue;
    for (const kind of ['access_token', 'id_token', 'refresh_token'] as const) {
      const value = stringMember(answer, kind);
      if (value !== null && value.length >= shortestToken && !isPlaceholder(value)) found.push({ kind, value, issuedBy: exchange.id });
    }
  }
  return [...new Map(found.map((c) => [c.value, c])).values()];
});

const issuers = staged(() => new Map<string, string | null>());

/** Origin that a cookie's value names as its issuer. The same value is sent again and again. */
export function issuerIn(stage: Stage, raw: string): string | null {
  const known = issuers(stage).get(raw);
  if (known !== undefined) return known;
  const jwt = readJwt(decodePercent(raw));
  const issuer = jwt.kind === 'signed' && typeof jwt.claims['iss'] === 'string' ? originOf(jwt.claims['iss']) : null;
  issuers(stage).set(raw, issuer);
  return issuer;
}

/** Which token of this login a cookie's value holds: one that was seen issued, or one that names the provider as its issuer. */
export function tokenIn(scene: Scene, raw: string): 'access token' | 'ID token' | 'token' | null {
  const { serverOrigins, parties } = scene.flow;
  const value = decodePercent(raw);
  const known = credentials(scene).find((c) => (c.kind === 'access_token' || c.kind === 'id_token') && value.includes(c.value));
  if (known) return known.kind === 'id_token' ? 'ID token' : 'access token';
  const issuer = issuerIn(scene.stage, raw);
  return issuer !== null && serverOrigins.includes(issuer) && issuer !== parties.client ? 'token' : null;
}
