/**
 * The story of the cookies that remember a login: set on the way out, and then sent, withheld or refused on the way
 * back. Facts only; which of them is to blame is the checks' business.
 */

import type { Browser } from '../model/capture.ts';
import type { Withheld } from '../model/cookie.ts';
import type { Exchange, ExchangeId } from '../model/exchange.ts';
import {
  type CookiePair,
  effectiveSameSite,
  isBystander,
  isLoginName,
  laxPostGraceMs,
  readCookies,
  readSetCookies,
  refusalOf,
  type SetCookie,
  scopeMiss,
} from '../read/cookies.ts';
import { estimateBits } from '../read/entropy.ts';
import { headerValue } from '../read/headers.ts';
import { sameSite } from '../read/site.ts';
import { addressOf } from '../read/url.ts';
import { callbackRun } from './run.ts';
import { exchangeOf, observed, type Scene, withRole } from './scene.ts';
import { sameStore } from './store.ts';
import { ofSite } from './tables.ts';

export interface TransactionCookie {
  readonly cookie: SetCookie;
  readonly setBy: Exchange;
  /** `sent`: the callback carried this value; `other-value`: it carried the name with another value. */
  readonly fate: 'sent' | 'other-value' | 'missing';
  readonly withheld: Withheld | null;
  /** From being set to the callback, milliseconds. */
  readonly ageMs: number;
}

export interface CookieStory {
  readonly callback: Exchange;
  /** Cookies set on the way out that look like they keep the login. */
  readonly transaction: readonly TransactionCookie[];
  /** The callback's own Cookie header. */
  readonly sent: readonly CookiePair[];
}

export type CookieStoryResult =
  | { readonly kind: 'told'; readonly story: CookieStory }
  | { readonly kind: 'none' }
  | { readonly kind: 'hidden' };

/** A cookie lives in one place: name, domain and path together. */
const placeOf = ({ name, domain, path }: SetCookie) => JSON.stringify([name, domain, path ?? '/']);
function samePlace(a: SetCookie, aBy: Exchange, b: SetCookie, bBy: Exchange): boolean {
  if (a.name !== b.name || a.domain !== b.domain || (a.path ?? '/') !== (b.path ?? '/')) return false;
  // Without Domain it lives at the host that set it; ports do not count.
  return a.domain !== null || addressOf(aBy.request.url)?.host === addressOf(bBy.request.url)?.host;
}

export function setCookiesOf(exchange: Exchange): readonly SetCookie[] | 'hidden' {
  const { outcome } = exchange;
  if (outcome.kind !== 'answered' && outcome.kind !== 'redirected') return [];
  let cookies = known.get(exchange);
  if (cookies === undefined) {
    cookies = readSetCookies(outcome.headers, exchange.startedAt + (exchange.waitMs ?? 0));
    known.set(exchange, cookies);
  }
  return cookies;
}

const known = new WeakMap<Exchange, readonly SetCookie[] | 'hidden'>();

/** The callback was reached from another site: a redirect chain counts as cross-site when any hop of it was. */
export function isCrossSiteArrival(scene: Scene, callback: Exchange): boolean {
  const told = headerValue(callback.request.headers, 'sec-fetch-site');
  if (told !== null) return told === 'cross-site';
  // Behind the callback: what no redirect led to, a page of the app did.
  const { initiator, url } = callback.request;
  if (callback.previousHop === null && callback.id !== scene.flow.response?.callback)
    return initiator !== null && !sameSite(initiator, url);
  return !sameSite(callback.request.url, scene.flow.parties.provider);
}

/**
 * A redirect chain that the app itself began (click, redirect to the provider, redirect back) has the app as its
 * initiator: Chrome then sends Strict cookies, Firefox does not (measured).
 */
function beganAtApp(scene: Scene, callback: Exchange): boolean {
  let hop: Exchange | null = callback;
  for (let i = 0; i < 30 && hop?.previousHop; i++) hop = exchangeOf(scene, hop.previousHop);
  return hop !== null && hop !== callback && sameSite(hop.request.url, callback.request.url);
}

export function laterLine(
  scene: Scene,
  cookie: SetCookie,
  setBy: Exchange,
  callback: Exchange,
): { readonly kind: 'overwritten' | 'deleted'; readonly by: ExchangeId } | null {
  const from = (scene.stage.order.get(setBy.id) ?? 0) + 1;
  const to = scene.stage.order.get(callback.id) ?? 0;
  let found: { kind: 'overwritten' | 'deleted'; by: ExchangeId } | null = null;
  for (const exchange of ofSite(scene.stage, setBy.request.url, from, to)) {
    const lines = setCookiesOf(exchange);
    if (lines === 'hidden') continue;
    for (const line of lines)
      if (samePlace(line, exchange, cookie, setBy) && line.value !== cookie.value && refusalOf(line, exchange.request.url) === null)
        found = { kind: line.deletes ? 'deleted' : 'overwritten', by: exchange.id };
  }
  return found;
}

function siteRule(scene: Scene, cookie: SetCookie, callback: Exchange, ageMs: number, browser: Browser | null): Withheld | null {
  if (!isCrossSiteArrival(scene, callback)) return null;
  const rule = effectiveSameSite(cookie, browser);
  if (callback.where.kind === 'frame') {
    if (rule === 'none') return { kind: 'third-party' };
    return { kind: 'lax-frame' };
  }
  if (rule === 'strict' && !(browser === 'chrome' && beganAtApp(scene, callback))) return { kind: 'strict' };
  const post = callback.request.method === 'POST';
  if (post && rule === 'lax') return { kind: 'lax-post' };
  if (post && rule === 'unspecified' && ageMs >= laxPostGraceMs) return { kind: 'lax-post' };
  return null;
}

/** The first rule that keeps a cookie off the request it was due on. */
export function whyMissing(scene: Scene, cookie: SetCookie, setBy: Exchange, callback: Exchange, ageMs: number): Withheld {
  const { browser } = scene.stage.capture.source;
  const rule = refusalOf(cookie, setBy.request.url);
  if (rule) return { kind: 'refused', rule };
  const later = laterLine(scene, cookie, setBy, callback);
  if (later?.kind === 'deleted') return later;
  if (cookie.expiresAt !== null && cookie.expiresAt <= callback.startedAt) return { kind: 'expired' };
  if (!sameStore(setBy, callback)) return { kind: 'container' };
  const miss = scopeMiss(cookie, setBy.request.url, callback.request.url);
  if (miss) return { kind: miss };
  const site = siteRule(scene, cookie, callback, ageMs, browser);
  if (site) return site;
  const kept = setBy.jar.seen ? setBy.jar.value.kept.find((k) => k.name === cookie.name) : undefined;
  return kept && !kept.stored ? { kind: 'not-stored' } : { kind: 'unexplained' };
}

/** Something that keeps a login: by its name, or because it holds the flow's own values. */
export function surelyKeepsLogin(scene: Scene, cookie: SetCookie): boolean {
  if (isLoginName(cookie.name)) return true;
  const { state, nonce } = scene.flow.request ?? {};
  return !isBystander(cookie.name) && [state, nonce].some((p) => p && p.value.length >= 8 && cookie.value.includes(p.value));
}

/** That, or something that may: by its flags and its size. */
export function keepsLogin(scene: Scene, cookie: SetCookie): boolean {
  if (surelyKeepsLogin(scene, cookie)) return true;
  return !isBystander(cookie.name) && cookie.httpOnly && estimateBits(cookie.value) >= 64;
}

/** A cookie of unknown purpose that was made for another place is not missed here. */
const elsewhere: ReadonlySet<Withheld['kind']> = new Set(['host', 'path', 'path-case']);

function tell(scene: Scene): CookieStoryResult {
  const run = callbackRun(scene);
  if (!run) return { kind: 'none' };
  const { callback } = run;
  const sent = readCookies(callback.request.headers);
  const set: { cookie: SetCookie; setBy: Exchange }[] = [];
  let hidden = false;
  for (const setBy of withRole(scene, 'start')) {
    const lines = setCookiesOf(setBy);
    if (lines === 'hidden') hidden = true;
    else for (const cookie of lines) if (!cookie.deletes) set.push({ cookie, setBy });
  }
  if (hidden || sent === 'hidden') return { kind: 'hidden' };
  const lastAt = new Map(set.map((entry) => [placeOf(entry.cookie), entry]));
  const last = set.filter((entry) => lastAt.get(placeOf(entry.cookie)) === entry);
  const keepers = last.filter(({ cookie }) => keepsLogin(scene, cookie));
  const chosen = keepers.length > 0 ? keepers : last.filter(({ cookie }) => !isBystander(cookie.name) && estimateBits(cookie.value) >= 32);
  if (chosen.length === 0) return { kind: 'none' };
  const transaction = chosen.map(({ cookie, setBy }): TransactionCookie => {
    const ageMs = Math.max(0, callback.startedAt - (setBy.startedAt + (setBy.waitMs ?? 0)));
    const same = sent.filter((pair) => pair.name === cookie.name);
    if (same.some((pair) => pair.value === cookie.value)) return { cookie, setBy, fate: 'sent', withheld: null, ageMs };
    if (same.length > 0) {
      const later = laterLine(scene, cookie, setBy, callback);
      return { cookie, setBy, fate: 'other-value', withheld: later, ageMs };
    }
    return { cookie, setBy, fate: 'missing', withheld: whyMissing(scene, cookie, setBy, callback, ageMs), ageMs };
  });
  return { kind: 'told', story: { callback, transaction, sent } };
}

export const cookieStory: (scene: Scene) => CookieStoryResult = observed(tell);

/**
 * The cookies whose absence can have broken the login. When one that keeps it did arrive, the others are not
 * missed: frameworks set several and need one, except that a cookie which holds this flow's own state is needed.
 */
export const lostCookies: (scene: Scene) => readonly TransactionCookie[] = observed((scene) => {
  const told = cookieStory(scene);
  if (told.kind !== 'told') return [];
  const { transaction } = told.story;
  const missing = transaction.filter(
    (t) => t.fate === 'missing' && (surelyKeepsLogin(scene, t.cookie) || !elsewhere.has(t.withheld?.kind ?? 'unexplained')),
  );
  if (missing.length === 0) return [];
  if (missing.length === transaction.length) return missing;
  const state = scene.flow.request?.state?.value ?? null;
  return missing.filter(
    ({ cookie }) =>
      /state|nonce|pkce|verifier|correlation|csrf|xsrf|txn|transaction/i.test(cookie.name) ||
      (state !== null && state.length >= 8 && cookie.value.includes(state)),
  );
});
