/** Where tokens were shown, and what came of it. */

import type { Exchange } from '../model/exchange.ts';
import { type Credentials, tokenShown } from '../read/challenge.ts';
import { grouped } from '../read/grouped.ts';
import { headerValue } from '../read/headers.ts';
import { originOf } from '../read/url.ts';
import { credentials } from './credentials.ts';
import { exchangeOf, observed, type Scene, type Stage, withRole } from './scene.ts';
import { logoutFlows } from './tables.ts';
import { endOf, type TokenCall, tokenCalls } from './token-calls.ts';

interface Shown extends Credentials {
  readonly exchange: Exchange;
}

interface ShownTokens {
  readonly byToken: ReadonlyMap<string, readonly Shown[]>;
  /** Those that were let in, oldest first. */
  readonly accepted: readonly Shown[];
  /** The source leaves Authorization out of calls. */
  readonly hidden: boolean;
}

const known = new WeakMap<Stage, ShownTokens>();

/** Every call with a token, worked out once per stage. */
function shownTokens(stage: Stage): ShownTokens {
  let found = known.get(stage);
  if (!found) {
    const calls = stage.capture.exchanges.filter(({ where }) => where.kind !== 'preflight' && where.kind !== 'page');
    const shown = calls.flatMap((exchange) => {
      const token = tokenShown(exchange.request.headers);
      return token ? [{ ...token, exchange }] : [];
    });
    found = {
      byToken: grouped(shown, (s) => s.token),
      accepted: shown.filter(({ exchange: { outcome } }) => outcome.kind === 'answered' && outcome.status < 400),
      hidden: calls.some(
        ({ where, request: { headers } }) =>
          where.kind === 'fetch' && (headers.hidden === 'all' || headers.hidden.includes('authorization')),
      ),
    };
    known.set(stage, found);
  }
  return found;
}

/** Position of the first one that was sent at this moment or later. */
function firstFrom(list: readonly Shown[], at: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.exchange.startedAt ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

const inUseWithinMs = 30_000;

/** The page showed a token to an API after this call, and was let in. Null where this source hides that header. */
export function tokenInUse(scene: Scene, call: TokenCall): boolean | null {
  const { accepted, hidden } = shownTokens(scene.stage);
  const end = endOf(call);
  for (let i = firstFrom(accepted, end); i < accepted.length; i++) {
    const use = accepted[i];
    if (!use || use.exchange.startedAt > end + inUseWithinMs) break;
    if (sameSender(use.exchange, call.exchange)) return true;
  }
  return hidden ? null : false;
}

/** Some token was let in at this origin soon after. */
export function acceptedSoonAfter(scene: Scene, exchange: Exchange): boolean {
  const { accepted } = shownTokens(scene.stage);
  const origin = originOf(exchange.request.url);
  for (let i = firstFrom(accepted, exchange.startedAt); i < accepted.length; i++) {
    const use = accepted[i];
    if (!use || use.exchange.startedAt > exchange.startedAt + inUseWithinMs) break;
    if (originOf(use.exchange.request.url) === origin) return true;
  }
  return false;
}

/** Sent by the same site's scripts, as far as both say who sent them. */
function sameSender(one: Exchange, other: Exchange): boolean {
  const sender = (e: Exchange) => headerValue(e.request.headers, 'origin') ?? originOf(e.request.initiator ?? '');
  const [a, b] = [sender(one), sender(other)];
  return a === null || b === null || a === b;
}

/** Later, other things may have happened to the token. */
const freshMs = 60_000;

export interface TokenUse extends Shown {
  /** Epoch milliseconds of the answer that held this token. */
  readonly issuedAt: number;
  /** `unread`: what was issued is not in the capture, but this call followed it to the same server. */
  readonly kind: 'access_token' | 'id_token' | 'unread';
}

export interface TokenUses {
  /** Oldest first for each token. */
  readonly uses: readonly TokenUse[];
  /** Calls there may have been, whose Authorization header the source leaves out. */
  readonly hidden: boolean;
}

/** Where a fresh token of this flow was shown, until somebody logs out. */
export const tokenUses: (scene: Scene) => TokenUses = observed((scene) => {
  const { byToken, hidden } = shownTokens(scene.stage);
  const uses: TokenUse[] = [];
  const add = (shown: Shown, kind: TokenUse['kind'], issuedAt: number) => {
    const { startedAt } = shown.exchange;
    if (startedAt >= issuedAt && startedAt - issuedAt <= freshMs) uses.push({ ...shown, kind, issuedAt });
  };
  let issued = false;
  for (const { kind, value, issuedBy } of credentials(scene)) {
    if (kind !== 'access_token' && kind !== 'id_token') continue;
    issued = true;
    const issuedAt = exchangeOf(scene, issuedBy)?.startedAt ?? 0;
    for (const shown of byToken.get(value) ?? []) add(shown, kind, issuedAt);
  }
  const unread = tokenCalls(scene).findLast((call) => call.succeeded && call.answer === null);
  if (unread)
    for (const exchange of withRole(scene, 'userinfo')) {
      const token = tokenShown(exchange.request.headers);
      if (token) add({ ...token, exchange }, 'unread', unread.exchange.startedAt);
    }
  const logouts = uses.length === 0 ? [] : logoutFlows(scene.stage).filter((f) => f.startedAt >= scene.flow.startedAt);
  const end = logouts.reduce((first, f) => Math.min(first, f.startedAt), Number.POSITIVE_INFINITY);
  return { uses: uses.filter(({ exchange }) => exchange.startedAt < end), hidden: hidden && (issued || unread !== undefined) };
});
