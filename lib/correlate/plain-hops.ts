/** Hops that carry neither request nor answer: inside the server before it, on the app's side after it. */
import type { Exchange } from '../model/exchange.ts';
import type { Role } from '../model/flow.ts';
import { carries } from '../read/carries.ts';
import { logoutWord } from '../read/logout.ts';
import { valueFor } from '../read/parameters.ts';
import { isNear, redirectDifference } from '../read/redirect.ts';
import { siteOf } from '../read/site.ts';
import { addressOf, originOf, readUrl } from '../read/url.ts';
import { contextOf, type Draft, isAnswered, isAppSide, isClientSide, isServerSide } from './draft.ts';
import { isForeign } from './recognize.ts';
import { type Registry, recentInContext } from './registry.ts';

/** After this long on the app's side, the next page is the user's own doing. */
const landingMs = 15_000;

export class PlainHops {
  readonly #registry: Registry;

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  visit(exchange: Exchange): void {
    const { kind } = exchange.where;
    if (kind === 'resource' || kind === 'preflight') return;
    if (this.#followsApp(exchange) || this.#followsLogout(exchange)) return;
    if (kind === 'fetch') {
      this.#callOfApp(exchange);
      return;
    }
    const origin = originOf(exchange.request.url);
    if (origin === null) return;
    for (const draft of this.#registry.active(contextOf(exchange))) {
      const initiator = originOf(exchange.request.initiator ?? '');
      const led = isServerSide(draft, exchange.previousHop);
      const fromServer = led || (initiator !== null && draft.serverOrigins.has(initiator));
      if (!led && !draft.serverOrigins.has(origin) && !(fromServer && !isClientSide(draft, exchange.request.url))) continue;
      if (led && isClientSide(draft, exchange.request.url) && !draft.serverOrigins.has(origin)) {
        // Back on the client's side, but neither at the redirection endpoint nor with an answer.
        this.#registry.step(draft, exchange.id, 'app');
        draft.appSeenAt = exchange.startedAt;
        return;
      }
      const foreign = isForeign(exchange);
      if (!foreign || led) draft.serverOrigins.add(origin);
      this.#registry.step(draft, exchange.id, foreign ? 'foreign' : 'provider');
      return;
    }
  }

  /** The callback page's own calls that tell how it went: the code handed on, or an answer that does not know the user. */
  #callOfApp(exchange: Exchange): void {
    const [last] = (this.#registry.byContext.get(contextOf(exchange)) ?? []).slice(-1);
    if (!last || !isAnswered(last) || last.silent || last.appSeenAt === 0 || exchange.startedAt - last.appSeenAt > landingMs) return;
    const unknown = exchange.outcome.kind === 'answered' && exchange.outcome.status === 401 && isClientSide(last, exchange.request.url);
    if (unknown || [...last.codes].some((code) => carries(exchange, code))) this.#registry.step(last, exchange.id, 'app');
  }

  /** The server's own pages of a logout, the frames in which it tells other clients, and the way back from it. */
  #followsLogout(exchange: Exchange): boolean {
    const origin = originOf(exchange.request.url);
    if (exchange.where.kind === 'fetch' || origin === null) return false;
    for (const draft of this.#registry.drafts.slice(-recentInContext).reverse()) {
      if (draft.kind !== 'logout') continue;
      const role = isLogoutFrame(draft, exchange) ? 'frontchannel-logout' : this.#logoutHop(draft, exchange, origin);
      if (role === null) continue;
      this.#registry.step(draft, exchange.id, role);
      if (role === 'provider') draft.serverOrigins.add(origin);
      return true;
    }
    return false;
  }

  #logoutHop(draft: Draft, exchange: Exchange, origin: string): Role | null {
    const context = contextOf(exchange);
    if (draft.context !== context || [...draft.roles.values()].includes('logout-return')) return null;
    // A login that began since then has taken the place over.
    if (this.#registry.active(context).some((login) => login.serial > draft.serial)) return null;
    const sender = originOf(exchange.request.initiator ?? '');
    const led = isServerSide(draft, exchange.previousHop);
    const sent = exchange.previousHop === null && sender !== null && draft.serverOrigins.has(sender);
    const back = leadsBack(
      draft,
      exchange.request.url,
      this.#registry.exchange([...draft.roles.keys()].at(-1) ?? 'x.0')?.request.url ?? '',
    );
    if (back && (led || sent || (exchange.previousHop === null && sender === null && isSurelyBack(draft, exchange))))
      return 'logout-return';
    if (led) return 'provider';
    // Its own question, answered; whatever else is opened from its pages is another story.
    const inside = sent && draft.serverOrigins.has(origin);
    return inside && (exchange.request.method === 'POST' || logoutWord.test(addressOf(exchange.request.url)?.path ?? ''))
      ? 'provider'
      : null;
  }

  #followsApp(exchange: Exchange): boolean {
    let found = false;
    for (const draft of this.#registry.owners(exchange.previousHop)) {
      if (!isAppSide(draft, exchange.previousHop)) continue;
      this.#registry.step(draft, exchange.id, 'app');
      draft.appSeenAt = exchange.startedAt + (exchange.durationMs ?? 0);
      found = true;
    }
    if (found || exchange.where.kind === 'fetch' || exchange.previousHop !== null) return found;
    const [last] = (this.#registry.byContext.get(contextOf(exchange)) ?? []).slice(-1);
    if (!last || !isAnswered(last) || last.silent || last.appSeenAt === 0) return false;
    if (exchange.startedAt - last.appSeenAt > landingMs || !isClientSide(last, exchange.request.url)) return false;
    this.#registry.step(last, exchange.id, 'app');
    return true;
  }
}

/** Where the logout should lead, or as near to it as makes it the client's answer. */
function leadsBack(draft: Draft, url: string, before: string): boolean {
  const origin = originOf(url);
  const site = siteOf(url);
  const servers = new Set([...draft.serverOrigins].map((server) => siteOf(server)));
  if (draft.returnTo !== null && originOf(draft.returnTo) !== null) {
    const wanted = readUrl(draft.returnTo).base;
    const reached = readUrl(url).base;
    const difference = redirectDifference(wanted, reached);
    if (difference === null) return reached !== readUrl(before).base;
    if (origin !== null && draft.serverOrigins.has(origin)) return false;
    return isNear(difference, wanted, reached) || originOf(wanted) === origin || (site === siteOf(wanted) && !servers.has(site));
  }
  if (origin === null || draft.serverOrigins.has(origin)) return false;
  return draft.startSites.size > 0 ? draft.startSites.has(site ?? '') : !servers.has(site);
}

/** Nothing says what page it came from: its `state` does, or the file shows one thing after the other. */
function isSurelyBack(draft: Draft, { request, where }: Exchange): boolean {
  const wanted = draft.returnTo === null ? null : readUrl(draft.returnTo).base;
  if (wanted === null || redirectDifference(wanted, readUrl(request.url).base) !== null) return false;
  return draft.logoutState === null ? where.tab === null : valueFor(readUrl(request.url).query, 'state') === draft.logoutState;
}

/** Front-Channel Logout section 2: the server's page loads every client's address in a frame. */
function isLogoutFrame(draft: Draft, { where, request, previousHop }: Exchange): boolean {
  if (where.kind !== 'frame') return false;
  if (previousHop !== null) return draft.roles.get(previousHop) === 'frontchannel-logout';
  const embedder = originOf(request.initiator ?? '');
  const origin = originOf(request.url);
  if (embedder === null || origin === null || !draft.serverOrigins.has(embedder) || draft.serverOrigins.has(origin)) return false;
  if (draft.context.split('/')[0] !== (where.tab === null ? 'file' : String(where.tab))) return false;
  const { query } = readUrl(request.url);
  const named = valueFor(query, 'sid') !== null || valueFor(query, 'iss') !== null;
  return named || /front-?_?channel/i.test(request.url) || logoutWord.test(addressOf(request.url)?.path ?? '');
}
