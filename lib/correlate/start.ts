/** What the app did right before the authorization request: there it set the cookies it expects back. */
import type { Exchange, ExchangeId } from '../model/exchange.ts';
import { redirectChain } from '../read/chain.ts';
import { header } from '../read/headers.ts';
import { sameSite } from '../read/site.ts';
import { originOf } from '../read/url.ts';
import { contextOf, type Draft } from './draft.ts';
import { isAuthorizationAddress } from './recognize.ts';

/** Cookies set longer before belong to something else (checks.md, transaction-cookie-lost). */
const shortlyBeforeMs = 5_000;
/** The page with the login button may have been open for a while. */
const pageBeforeMs = 600_000;
const lookBack = 60;
const longestChain = 12;

/**
 * The redirect chain that led to the request, the app's calls that set cookies moments before, and the page the
 * user came from when nothing redirected. Oldest first. `isTaken`: the hop ended another login.
 */
export function startHops(exchanges: readonly Exchange[], index: number, draft: Draft, isTaken: (id: ExchangeId) => boolean): ExchangeId[] {
  const request = exchanges[index];
  if (!request) return [];
  const byId = new Map<ExchangeId, Exchange>();
  for (let i = Math.max(0, index - lookBack); i < index; i++) {
    const exchange = exchanges[i];
    if (exchange) byId.set(exchange.id, exchange);
  }
  const chain = redirectChain(byId, request)
    .slice(-1 - longestChain, -1)
    .filter((hop) => hop.where.kind !== 'preflight');
  const client = draft.request?.redirectUri ?? request.request.initiator ?? chain[0]?.request.url ?? null;
  const own = chain.filter((hop) => !isServerOf(draft, hop) || sameOrigin(hop.request.url, client));
  // A script sent the user off: what its page set before is the start, whatever host the answer goes to.
  const home = own.length === 0 ? pageBefore(byId, request, draft) : null;
  const nearby = [...byId.values()].filter(
    (e) => !chain.includes(e) && (belongs(e, request, client, draft) || (home && belongs(e, request, home, draft))) && !beginsAnother(e),
  );
  // What came before the end of another login was for that one.
  const since = Math.max(0, ...nearby.filter((e) => isTaken(e.id)).map((e) => e.startedAt));
  const recent = nearby.filter((e) => request.startedAt - e.startedAt <= shortlyBeforeMs && e.startedAt > since && setsCookies(e));
  const calls = recent.filter((e) => e.where.kind === 'fetch');
  const pages =
    own.length > 0 ? recent.filter(isPage) : nearby.filter((e) => isPage(e) && request.startedAt - e.startedAt <= pageBeforeMs).slice(-1);
  return [...pages, ...calls, ...afterLast(own, isTaken)].sort((a, b) => a.startedAt - b.startedAt).map((e) => e.id);
}

/** Behind the end of another login; that end itself only where it redirects straight to the request. */
function afterLast(chain: readonly Exchange[], isTaken: (id: ExchangeId) => boolean): readonly Exchange[] {
  const last = chain.findLastIndex((hop) => isTaken(hop.id));
  return last < 0 || last === chain.length - 1 ? chain.slice(Math.max(0, last)) : chain.slice(last + 1);
}

/** It redirects to a request of its own. */
function beginsAnother({ outcome }: Exchange): boolean {
  return outcome.kind === 'redirected' && isAuthorizationAddress(outcome.to);
}

/** Address of the page that was shown in the same place before the request. */
function pageBefore(byId: ReadonlyMap<ExchangeId, Exchange>, request: Exchange, draft: Draft): string | null {
  const pages = [...byId.values()].filter(
    (e) => isPage(e) && e.outcome.kind === 'answered' && contextOf(e) === contextOf(request) && !isServerOf(draft, e),
  );
  return pages.at(-1)?.request.url ?? null;
}

const sameOrigin = (a: string, b: string | null) => b !== null && originOf(a) === originOf(b);

function isServerOf(draft: Draft, exchange: Exchange): boolean {
  return draft.serverOrigins.has(originOf(exchange.request.url) ?? '');
}

function belongs(exchange: Exchange, request: Exchange, client: string | null, draft: Draft): boolean {
  if (client === null || exchange.where.kind === 'preflight' || exchange.where.kind === 'resource') return false;
  const here = contextOf(request);
  const there = contextOf(exchange);
  if (here !== there && !here.startsWith(`${there}/`) && !there.startsWith(`${here}/`) && request.where.opener !== exchange.where.tab)
    return false;
  if (!sameSite(exchange.request.url, client)) return false;
  return !isServerOf(draft, exchange) || sameOrigin(exchange.request.url, client);
}

const isPage = (exchange: Exchange) => exchange.where.kind === 'page' || exchange.where.kind === 'unknown';

function setsCookies(exchange: Exchange): boolean {
  const { outcome } = exchange;
  return (outcome.kind === 'answered' || outcome.kind === 'redirected') && header(outcome.headers, 'set-cookie').kind === 'present';
}
