/** What the app did right before the authorization request: there it set the cookies it expects back. */
import type { Exchange, ExchangeId } from '../model/exchange.ts';
import { header } from '../read/headers.ts';
import { sameSite } from '../read/site.ts';
import { originOf } from '../read/url.ts';
import { contextOf, type Draft } from './draft.ts';

/** Cookies set longer before belong to something else (checks.md, transaction-cookie-lost). */
const shortlyBeforeMs = 5_000;
/** The page with the login button may have been open for a while. */
const pageBeforeMs = 600_000;
const lookBack = 60;
const longestChain = 12;

/**
 * The redirect chain that led to the request, the app's calls that set cookies moments before, and the page the
 * user came from when nothing redirected. Oldest first.
 */
export function startHops(exchanges: readonly Exchange[], index: number, draft: Draft): ExchangeId[] {
  const request = exchanges[index];
  if (!request) return [];
  const byId = new Map<ExchangeId, Exchange>();
  for (let i = Math.max(0, index - lookBack); i < index; i++) {
    const exchange = exchanges[i];
    if (exchange) byId.set(exchange.id, exchange);
  }
  const chain: Exchange[] = [];
  for (let hop = byId.get(request.previousHop ?? 'x.0'); hop && chain.length < longestChain; hop = byId.get(hop.previousHop ?? 'x.0')) {
    if (hop.where.kind !== 'preflight') chain.unshift(hop);
  }
  const client = draft.request?.redirectUri ?? request.request.initiator ?? chain[0]?.request.url ?? null;
  const own = chain.filter((hop) => !isServerOf(draft, hop) || sameOrigin(hop.request.url, client));
  const nearby = [...byId.values()].filter((e) => !chain.includes(e) && belongs(e, request, client, draft));
  const calls = nearby.filter((e) => e.where.kind === 'fetch' && request.startedAt - e.startedAt <= shortlyBeforeMs && setsCookies(e));
  const pages =
    own.length > 0
      ? nearby.filter((e) => isPage(e) && request.startedAt - e.startedAt <= shortlyBeforeMs && setsCookies(e))
      : nearby.filter((e) => isPage(e) && request.startedAt - e.startedAt <= pageBeforeMs).slice(-1);
  return [...pages, ...calls, ...own].sort((a, b) => a.startedAt - b.startedAt).map((e) => e.id);
}

const sameOrigin = (a: string, b: string | null) => b !== null && originOf(a) === originOf(b);

function isServerOf(draft: Draft, exchange: Exchange): boolean {
  return draft.serverOrigins.has(originOf(exchange.request.url) ?? '');
}

function belongs(exchange: Exchange, request: Exchange, client: string | null, draft: Draft): boolean {
  if (client === null || exchange.where.kind === 'preflight' || exchange.where.kind === 'resource') return false;
  if (!sameSite(exchange.request.url, client)) return false;
  if (isServerOf(draft, exchange) && !sameOrigin(exchange.request.url, client)) return false;
  const here = contextOf(request);
  const there = contextOf(exchange);
  return here === there || here.startsWith(`${there}/`) || there.startsWith(`${here}/`) || request.where.opener === exchange.where.tab;
}

const isPage = (exchange: Exchange) => exchange.where.kind === 'page' || exchange.where.kind === 'unknown';

function setsCookies(exchange: Exchange): boolean {
  const { outcome } = exchange;
  return (outcome.kind === 'answered' || outcome.kind === 'redirected') && header(outcome.headers, 'set-cookie').kind === 'present';
}
