/** The times of a JWT against the clocks of those who hand it out and who read it. */
import type { Owner } from '../../model/finding.ts';
import { type IssuedJwt, serverClock } from '../../observe/id-tokens.ts';
import { exchangeOf, type Scene } from '../../observe/scene.ts';
import { member, number } from '../../read/loose.ts';

export interface TimeProblem {
  readonly message: 'expired' | 'future' | 'clock';
  readonly minutes: number;
  /** Whose clock is off, for `clock`. */
  readonly who: string;
  readonly way: 'behind' | 'ahead';
  readonly owner: Owner;
}

/** Clients allow for this much; less is nobody's fault. */
const leewayMs = 5 * 60_000;

const minutesOf = (ms: number) => Math.round(ms / 60_000);

/** NumericDate (RFC 7519 section 2) in epoch milliseconds. */
function claimAt(claims: Readonly<Record<string, unknown>>, name: string): number | null {
  const seconds = number(member(claims, name));
  return seconds === null || seconds <= 0 ? null : seconds * 1000;
}

export function timeProblem(scene: Scene, token: IssuedJwt, claims: Readonly<Record<string, unknown>>): TimeProblem | null {
  const expiresAt = claimAt(claims, 'exp');
  const since = Math.max(claimAt(claims, 'iat') ?? 0, claimAt(claims, 'nbf') ?? 0);
  const { servedAt } = token;
  const of = (message: TimeProblem['message'], ms: number): TimeProblem => ({
    message,
    minutes: minutesOf(ms),
    who: '',
    way: 'behind',
    owner: 'provider',
  });
  if (servedAt !== null && expiresAt !== null && servedAt - expiresAt > leewayMs) return of('expired', servedAt - expiresAt);
  if (servedAt !== null && since - servedAt > leewayMs) return of('future', since - servedAt);
  const reader = readerOf(scene, token);
  if (!reader) return null;
  const { at, ...whose } = reader;
  if (since - at > leewayMs) return { ...of('clock', since - at), ...whose };
  // Late is the same as ahead, unless it is known when it was handed out.
  if (servedAt !== null && expiresAt !== null && at - expiresAt > leewayMs)
    return { ...of('clock', at - servedAt), ...whose, way: 'ahead' };
  return null;
}

/** Epoch milliseconds by the clock of whoever reads the JWT: the page’s computer, or the app’s server. */
function readerOf(scene: Scene, token: IssuedJwt): { readonly at: number; readonly who: string; readonly owner: Owner } | null {
  const { exchange } = token;
  const inPage = token.from === 'token-endpoint' ? exchange.where.kind === 'fetch' : scene.flow.response?.in === 'fragment';
  if (inPage) {
    if (!exchange.where.fromBrowser || scene.stage.capture.gaps.includes('times-missing')) return null;
    return { at: exchange.startedAt + (exchange.waitMs ?? exchange.durationMs ?? 0), who: 'this computer', owner: 'user' };
  }
  const callback = exchangeOf(scene, scene.flow.response?.callback);
  const at = callback && token.from === 'authorization-endpoint' ? serverClock(callback) : null;
  return at === null ? null : { at, who: 'the app’s server', owner: 'app' };
}
