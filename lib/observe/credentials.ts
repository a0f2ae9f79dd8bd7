/** Codes and tokens this flow is known to have issued. Only these count as credentials wherever they turn up (guard G21). */
import type { ExchangeId } from '../model/exchange.ts';
import { isObject, readJsonObject, stringMember } from '../read/json.ts';
import { isPlaceholder } from '../read/placeholder.ts';
import { observed, type Scene, withRole } from './scene.ts';

export type CredentialKind = 'code' | 'access_token' | 'id_token' | 'refresh_token' | 'state';

export interface Credential {
  readonly kind: CredentialKind;
  readonly value: string;
  readonly issuedBy: ExchangeId;
}

/** Shorter values turn up by chance. */
const shortestCode = 12;
const shortestToken = 20;

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
