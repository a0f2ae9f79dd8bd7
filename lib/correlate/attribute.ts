/** Which flow does an answer belong to? By state, redirect_uri, code and lineage; never by time alone. */
import type { Exchange } from '../model/exchange.ts';
import { explainAlteration } from '../read/compare.ts';
import { valueFor } from '../read/parameters.ts';
import { isNear, redirectDifference, withoutParameters } from '../read/redirect.ts';
import { siteOf } from '../read/site.ts';
import { originOf, readUrl, type Written } from '../read/url.ts';
import { responseNames, vendorExtras } from '../spec/vocabulary.ts';
import { clientOrigin, contextOf, type Draft, isAnswered, isClientSide, isServerSide } from './draft.ts';
import type { ResponseShape } from './recognize.ts';

export interface Delivery {
  readonly shape: ResponseShape;
  /** The address the answer goes to, response parameters and all. */
  readonly url: string;
  /** The exchange it was seen in. */
  readonly exchange: Exchange;
  /** In that exchange's Location, or in its own request. */
  readonly seenIn: 'location' | 'request';
}

/** Scores below this are a coincidence. */
const acceptedFrom = 0.5;

/** The URL an answer was delivered to without what the server added, keeping parameters the redirect_uri itself has. */
export function targetOf(url: string, shape: ResponseShape, redirectUri: string | null): string {
  const read = readUrl(url);
  const own = new Set((redirectUri ? readUrl(redirectUri).query : null)?.map((p) => p.name) ?? []);
  return withoutParameters(
    read.base,
    read.query,
    (name) => !own.has(name) && (responseNames.has(name) || vendorExtras.has(name) || (shape.in === 'query' && isStray(name))),
  );
}

/** Session and tracking parameters that some servers append to every redirect. */
function isStray(name: string): boolean {
  return /^(?:utm_|_gl$|_ga$|fbclid|gclid|session_|x-|rid$|cid$)/i.test(name);
}

export function redirectScore(draft: Draft, delivery: Delivery): number {
  const redirectUri = draft.request?.redirectUri ?? null;
  if (redirectUri === null) return draft.request !== null ? 0.1 : 0;
  const scores = redirectScores.get(delivery) ?? new Map<string, number>();
  if (scores.size === 0) redirectScores.set(delivery, scores);
  const score = scores.get(redirectUri) ?? scoreRedirect(redirectUri, delivery);
  scores.set(redirectUri, score);
  return score;
}

/** By redirect_uri: most of the logins that an answer could belong to are of one app. */
const redirectScores = new WeakMap<Delivery, Map<string, number>>();

function scoreRedirect(redirectUri: string, delivery: Delivery): number {
  const target = targetOf(delivery.url, delivery.shape, redirectUri);
  const difference = redirectDifference(readUrl(redirectUri).base, readUrl(target).base);
  if (difference === null) return 0.5;
  return isNear(difference, readUrl(redirectUri).base, readUrl(target).base) ? 0.35 : 0;
}

function stateScore(draft: Draft, list: readonly Written[]): number {
  const sent = draft.request?.state?.value ?? null;
  const returned = valueFor(list, 'state');
  if (sent === null || returned === null) return 0;
  if (sent === returned) return 2;
  return explainAlteration(sent, returned) ? 0.6 : 0;
}

function lineageScore(draft: Draft, delivery: Delivery): number {
  const { exchange, seenIn } = delivery;
  const from = seenIn === 'location' ? exchange.id : exchange.previousHop;
  let score = 0;
  if (isServerSide(draft, from)) score += 0.5;
  const context = contextOf(exchange);
  if (context === draft.context) score += context.startsWith('file') ? 0.1 : 0.25;
  else if (exchange.where.opener !== null && draft.context === String(exchange.where.opener)) score += 0.2;
  const initiator = seenIn === 'location' ? originOf(exchange.request.url) : originOf(exchange.request.initiator ?? '');
  if (initiator !== null && draft.serverOrigins.has(initiator)) score += 0.3;
  return score;
}

/** Lineage alone makes an answer only when it leaves the server for the client, and it looks like one. */
function leavesServer(draft: Draft, delivery: Delivery): boolean {
  const origin = originOf(delivery.url);
  if (origin === null) return true;
  return !draft.serverOrigins.has(origin) || origin === clientOrigin(draft);
}

/** An answer shape without a result that could be mistaken for a voucher, a page number or a server's own ticket. */
function looksLikeAnswer(delivery: Delivery, draft: Draft): boolean {
  const { list, in: place } = delivery.shape;
  if (valueFor(list, 'error') !== null && (valueFor(list, 'state') !== null || valueFor(list, 'error_description') !== null)) return true;
  if (valueFor(list, 'access_token') !== null || valueFor(list, 'id_token') !== null || valueFor(list, 'response') !== null) return true;
  if (valueFor(list, 'code') === null) return valueFor(list, 'error') !== null && isClientSide(draft, delivery.url);
  // RFC 9207; FAPI 2.0 has neither a visible redirect_uri nor, with PKCE, a state.
  const issued = /^https?:/.test(valueFor(list, 'iss') ?? '');
  return issued || valueFor(list, 'state') !== null || place === 'fragment' || isClientSide(draft, delivery.url);
}

/** A code and a state that the server passes to a host of its own: another state than was sent, on the way to where no client is. */
function isServersTicket(draft: Draft, delivery: Delivery): boolean {
  if (draft.request?.state && valueFor(delivery.shape.list, 'state') !== null) return !isClientSide(draft, delivery.url);
  // A pushed request hides state and address; the app's own hops before it tell where it lives.
  const site = siteOf(delivery.url);
  return draft.request?.hidden != null && draft.startSites.size > 0 && site !== null && !draft.startSites.has(site);
}

/** The server's error page on another host of its own: an error and no result, on its site and not on the client's. */
function isServersErrorPage(draft: Draft, delivery: Delivery): boolean {
  const { list } = delivery.shape;
  if (valueFor(list, 'error') === null || valueFor(list, 'code') !== null || isClientSide(draft, delivery.url)) return false;
  const site = siteOf(delivery.url);
  return site !== null && [...draft.serverOrigins].some((origin) => siteOf(origin) === site);
}

export function scoreDelivery(draft: Draft, delivery: Delivery): number {
  const { list } = delivery.shape;
  const state = stateScore(draft, list);
  const redirect = redirectScore(draft, delivery);
  const code = valueFor(list, 'code');
  const replayed = code !== null && draft.codes.has(code) ? 0.9 : 0;
  const lineage = lineageScore(draft, delivery);
  if (state + replayed === 0 && redirect < 0.3) {
    if (lineage < 0.5 || !leavesServer(draft, delivery) || !looksLikeAnswer(delivery, draft)) return 0;
    if (isServersTicket(draft, delivery) || isServersErrorPage(draft, delivery)) return 0;
  } else if (state < 2 && replayed === 0 && !looksLikeAnswer(delivery, draft) && redirect < 0.5) return 0;
  // Another code for a login that has its answer, and not from its server: somebody else's answer.
  if (isAnswered(draft) && code !== null && state < 2 && replayed === 0 && lineage < 0.3) return 0;
  // The server's own pages use the same parameter names; what stays inside it is no answer unless it goes to the redirect_uri.
  if (redirect < 0.3 && !leavesServer(draft, delivery)) return 0;
  return state + redirect + replayed + lineage + (isAnswered(draft) ? 0 : 0.15);
}

/**
 * The login this answer really ended, where a server that keeps one login for two tabs gave it the other's `state`:
 * its own tab, its own unbroken way through the server.
 */
function ownWay(best: Draft, candidates: readonly Draft[], delivery: Delivery): Draft | null {
  const { exchange, seenIn } = delivery;
  const context = contextOf(exchange);
  const from = seenIn === 'location' ? exchange.id : exchange.previousHop;
  if (exchange.where.tab === null || best.context === context || isServerSide(best, from)) return null;
  const rival = candidates.find(
    (draft) =>
      draft !== best &&
      draft.context === context &&
      draft.clientId === best.clientId &&
      draft.request?.state &&
      !isAnswered(draft) &&
      isServerSide(draft, from) &&
      redirectScore(draft, delivery) >= 0.5,
  );
  return rival ?? null;
}

/** Best flow, newest first on a tie; null when none fits. */
export function attribute(candidates: Iterable<Draft>, delivery: Delivery): Draft | null {
  let best: Draft | null = null;
  let bestScore = acceptedFrom - 1e-9;
  const all = [...candidates];
  for (const draft of all) {
    const score = scoreDelivery(draft, delivery);
    if (score > bestScore || (score === bestScore && best !== null && draft.serial > best.serial)) {
      best = draft;
      bestScore = score;
    }
  }
  return best && (ownWay(best, all, delivery) ?? best);
}
