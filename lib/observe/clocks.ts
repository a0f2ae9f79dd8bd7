/** What the `Date` headers of a login say of the clocks of those who took part, against the clock of who recorded it. */
import type { Exchange } from '../model/exchange.ts';
import type { Role } from '../model/flow.ts';
import { headerValue } from '../read/headers.ts';
import { originOf } from '../read/url.ts';
import { serverClock } from './id-tokens.ts';
import { observed, type Scene } from './scene.ts';

export interface Clock {
  readonly origin: string;
  /** Milliseconds this server is ahead of the recorder's clock: at least and at most. */
  readonly low: number;
  readonly high: number;
  /** Its answers; the first one stands for all. */
  readonly answers: readonly [Exchange, ...Exchange[]];
}

/** `Date` counts whole seconds (RFC 9110 section 5.6.7). */
const granularityMs = 1_000;
/** Timers and rounding of recorders. */
const slackMs = 500;
/** One answer may be a cache's. */
const fewest = 2;

/** Made for this request: its address is asked for only once, a redirect, the answer to a form, or one that nobody may keep. */
function isMade({ request, outcome }: Exchange, role: Role): boolean {
  if (outcome.kind === 'redirected') return outcome.status !== 301 && outcome.status !== 308;
  if (outcome.kind !== 'answered') return false;
  if (role === 'callback' || role === 'authorization-request') return true;
  if (request.method === 'POST') return true;
  return /no-store|no-cache|private/i.test(headerValue(outcome.headers, 'cache-control') ?? '');
}

/** One for each server that answered often enough and always told the same time. */
export const clocks: (scene: Scene) => readonly Clock[] = observed((scene) => {
  const readings = new Map<string, { low: number; high: number; exchange: Exchange }[]>();
  for (const { exchange, role } of scene.steps) {
    const origin = originOf(exchange.request.url);
    const date = isMade(exchange, role) ? serverClock(exchange) : null;
    const waited = exchange.waitMs ?? exchange.durationMs;
    if (origin === null || date === null || waited === null) continue;
    const { startedAt } = exchange;
    const reading = { low: date - (startedAt + waited) - slackMs, high: date + granularityMs - startedAt + slackMs, exchange };
    const list = readings.get(origin);
    if (list) list.push(reading);
    else readings.set(origin, [reading]);
  }
  return [...readings].flatMap(([origin, list]) => {
    const [first, ...rest] = list;
    const low = Math.max(...list.map((reading) => reading.low));
    const high = Math.min(...list.map((reading) => reading.high));
    // A clock that was set in between, or one of the answers was not made then.
    if (!first || list.length < fewest || low > high) return [];
    return [{ origin, low, high, answers: [first.exchange, ...rest.map((reading) => reading.exchange)] as const }];
  });
});
