/** Logouts: the request to the server, the app's hops that led to it, the server's pages, whom it tells, and the way back. */
import type { Exchange } from '../model/exchange.ts';
import type { Role } from '../model/flow.ts';
import { jsonOf } from '../read/body.ts';
import { stringMember } from '../read/json.ts';
import { readJwt } from '../read/jwt.ts';
import { logoutWord, readLogout } from '../read/logout.ts';
import { valueFor } from '../read/parameters.ts';
import { isNear, redirectDifference } from '../read/redirect.ts';
import { siteOf } from '../read/site.ts';
import { addressOf, originOf, readUrl, type Written } from '../read/url.ts';
import { contextOf, type Draft, isServerSide } from './draft.ts';
import type { Registry } from './registry.ts';

/** How far back a hop looks for the logout it belongs to. */
const recentFlows = 8;
/** The server tells the other clients at once. */
const tellsWithinMs = 60_000;

export class Logouts {
  readonly #registry: Registry;
  readonly #drafts: Draft[] = [];
  /** What metadata documents seen so far call their `end_session_endpoint`. */
  readonly endpoints = new Set<string>();

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  /** Newest first. */
  #recent(): readonly Draft[] {
    return this.#drafts.slice(-recentFlows).reverse();
  }

  /** A metadata document names the address at which sessions end. */
  note(exchange: Exchange): void {
    const document = exchange.outcome.kind === 'answered' ? jsonOf(exchange.outcome.body) : null;
    const endpoint = stringMember(document, 'end_session_endpoint');
    if (endpoint !== null && originOf(endpoint) !== null) this.endpoints.add(readUrl(endpoint).base);
  }

  /** Epoch milliseconds of the last step so far. */
  #lastOf(draft: Draft): number {
    return Math.max(0, ...[...draft.roles.keys()].map((id) => this.#registry.exchange(id)?.startedAt ?? 0));
  }

  visit(exchange: Exchange, list: readonly Written[]): void {
    const context = contextOf(exchange);
    const sender = originOf(exchange.request.initiator ?? '');
    const open = this.#recent().find(
      (d) =>
        d.context === context &&
        ![...d.roles.values()].includes('logout-return') &&
        (isServerSide(d, exchange.previousHop) || (exchange.previousHop === null && sender !== null && d.serverOrigins.has(sender))),
    );
    const back = readLogout(exchange.request.url, list, this.endpoints)?.back?.value ?? null;
    if (open) {
      // The server's own question and its answer; or a server that ends the session at another one, too.
      this.#step(open, exchange, back === null ? 'provider' : 'logout-request');
      return;
    }
    const draft = this.#registry.create('logout', context);
    this.#drafts.push(draft);
    for (const hop of this.#ledTo(exchange)) {
      this.#registry.step(draft, hop.id, 'start');
      draft.startSites.add(siteOf(hop.request.url) ?? '');
    }
    if (sender !== null && exchange.previousHop === null) draft.startSites.add(siteOf(sender) ?? '');
    this.#step(draft, exchange, 'logout-request');
    draft.clientId = valueFor(list, 'client_id') ?? clientOfHint(valueFor(list, 'id_token_hint'));
    draft.returnTo = back;
    draft.logoutState = valueFor(list, 'state');
    // What comes now is no landing page of the login before.
    for (const earlier of this.#registry.byContext.get(context) ?? []) earlier.appSeenAt = 0;
  }

  /** The app's own hops that led to the request, as far as they belong to nothing else. */
  #ledTo(exchange: Exchange): Exchange[] {
    const hops: Exchange[] = [];
    const server = originOf(exchange.request.url);
    for (let id = exchange.previousHop; id !== null && this.#registry.owners(id).length === 0; ) {
      const hop = this.#registry.exchange(id);
      if (!hop || originOf(hop.request.url) === server) break;
      hops.unshift(hop);
      id = hop.previousHop;
    }
    return hops;
  }

  /** A call from server to server (Back-Channel Logout). */
  told(exchange: Exchange): void {
    const asked = this.#recent().find((d) => exchange.startedAt - this.#lastOf(d) <= tellsWithinMs);
    if (asked) this.#registry.step(asked, exchange.id, 'backchannel-logout');
  }

  #step(draft: Draft, exchange: Exchange, role: Role): void {
    const origin = originOf(exchange.request.url);
    if (origin) draft.serverOrigins.add(origin);
    this.#registry.step(draft, exchange.id, role);
  }

  /** The server's own pages of a logout, the frames in which it tells other clients, and the way back from it. */
  follows(exchange: Exchange): boolean {
    const origin = originOf(exchange.request.url);
    if (exchange.where.kind === 'fetch' || origin === null) return false;
    for (const draft of this.#recent()) {
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

/** Whom the ID token was issued to (OpenID Connect Core section 2). */
function clientOfHint(hint: string | null): string | null {
  const read = hint === null ? null : readJwt(hint);
  if (read?.kind !== 'signed') return null;
  const client = read.claims['azp'] ?? read.claims['aud'];
  return typeof client === 'string' ? client : null;
}
