/** What became of the answer on the app's side. */

import type { Exchange } from '../model/exchange.ts';
import type { AuthorizationResponse, Flow } from '../model/flow.ts';
import { carries } from '../read/carries.ts';
import { isLoginName, readCookies, readSetCookies } from '../read/cookies.ts';
import { visibleText } from '../read/html.ts';
import { isErrorAddress, isSignInAddress } from '../read/landing.ts';
import { valueFor } from '../read/parameters.ts';
import { sameSite } from '../read/site.ts';
import { loginFailed } from '../spec/page-words.ts';
import { circleAt, isRedirectLoop } from './circle.ts';
import { begunBetween, exchangeOf, observed, type Scene, withRole } from './scene.ts';
import { firstVisitAt, leftBetween, logoutFlows } from './tables.ts';

/** How the app's side went wrong. Closed list. */
export type Breakdown = 'status' | 'network' | 'loop' | 'error-page' | 'error-text' | 'bounced' | 'restart' | 'relay' | 'token';

export interface CallbackRun {
  readonly callback: Exchange;
  /** The callback and what it redirected to. */
  readonly chain: readonly Exchange[];
  readonly last: Exchange;
  readonly breakdown: Breakdown | null;
  /** The exchange that shows it. */
  readonly at: Exchange;
  /** Status of the hop that ended the chain. */
  readonly status: number | null;
  /** The login that was started again because of it. */
  readonly restartedBy: Flow | null;
}

/** A new attempt later than this after the callback has nothing to do with it. */
export const restartWithinMs = 15_000;
/** Nobody reads a page and clicks this fast. */
export const reflexMs = 2_000;
const scriptMs = 5_000;

/** A failure the user caused by leaving, or that says nothing (ERR_ABORTED: stop button, download, 204). */
export function isAbort(reason: string): boolean {
  return /ERR_ABORTED|NS_BINDING_ABORTED|NS_ERROR_ABORT\b/.test(reason);
}

/** True when the user set off a navigation, false when a script or redirect did, null when the source does not say. */
export function byUser(exchange: Exchange): boolean | null {
  const { fields } = exchange.request.headers;
  if (fields.some((h) => h.name.toLowerCase() === 'sec-fetch-user')) return true;
  if (exchange.navigation?.qualifiers.includes('client_redirect')) return false;
  const names = new Set(fields.map((h) => h.name.toLowerCase()));
  // Safari sends the one and not the other.
  const tells = names.has('sec-ch-ua') || fields.some((h) => h.name.toLowerCase() === 'user-agent' && /Firefox\/|Chrome\//.test(h.value));
  return names.has('sec-fetch-mode') && tells ? false : null;
}

const longestErrorPage = 20_000;

function endOf(exchanges: readonly Exchange[]): number {
  return exchanges.reduce((end, e) => Math.max(end, e.startedAt + (e.durationMs ?? 0)), 0);
}

function restartOf(scene: Scene, callback: Exchange, chain: readonly Exchange[]): Flow | null {
  const ids = new Set(chain.map((e) => e.id));
  const apps = withRole(scene, 'app');
  for (const other of begunBetween(scene, callback.startedAt, endOf([...chain, ...apps]) + restartWithinMs)) {
    if (other === scene.flow || other.silent || scene.flow.silent || other.parent !== scene.flow.parent || !other.request) continue;
    const began = scene.stage.byId.get(other.request.exchange);
    if (!began || began.startedAt < callback.startedAt) continue;
    if (began.where.tab !== null && callback.where.tab !== null && began.where.tab !== callback.where.tab) continue;
    if (isStepUp(scene.flow, other) || loggedOutBetween(scene, callback, began)) continue;
    // A picture or a call that is sent to a login starts none for the user.
    if (began.where.kind !== 'page' && began.where.kind !== 'frame' && began.where.kind !== 'unknown') continue;
    const steps = other.steps.map((step) => scene.stage.byId.get(step.exchange)).filter((e) => e !== undefined);
    // A redirect leads straight from the callback into the next attempt. Sharing a page is not enough: the user may have clicked on it.
    const own = new Set(steps.map((e) => e.id));
    const end = endOf([...chain, ...apps.filter((e) => !own.has(e.id))]);
    if (began.startedAt - end > restartWithinMs) continue;
    if (steps.some((e) => e.previousHop !== null && ids.has(e.previousHop))) return other;
    // No redirect leads from one to the other: only what no user would have done counts.
    const head = steps.find((e) => e.startedAt >= callback.startedAt && !ids.has(e.id)) ?? began;
    const user = byUser(head);
    if (user !== true && head.startedAt - end <= (user === false ? scriptMs : reflexMs)) return other;
  }
  return null;
}

/** The user left in between: what comes then is a new visit. */
export function loggedOutBetween({ stage }: Pick<Scene, 'stage'>, from: Exchange, to: Exchange): boolean {
  const begin = stage.order.get(from.id) ?? 0;
  const end = stage.order.get(to.id) ?? 0;
  for (const url of leftBetween(stage, begin, end)) if (sameSite(url, from.request.url)) return true;
  return logoutFlows(stage).some(
    (f) => f.startedAt >= from.startedAt && f.startedAt <= to.startedAt && tabOf(stage.byId, f) === to.where.tab,
  );
}

function tabOf(byId: Scene['stage']['byId'], flow: Flow): number | null {
  return byId.get(flow.steps[0]?.exchange ?? 'x.0')?.where.tab ?? null;
}

/** Asking for more, or for something else, is no repetition. */
function isStepUp(first: Flow, second: Flow): boolean {
  const changed = ['redirect_uri', 'scope', 'resource', 'audience', 'acr_values', 'claims', 'prompt', 'max_age'];
  const of = (flow: Flow, name: string) => valueFor(flow.request?.parameters ?? [], name);
  return changed.some((name) => of(first, name) !== of(second, name));
}

/** The hop that shows the app's own error; an address the user had been on before is where they wanted to go. */
function errorShown({ stage }: Scene, chain: readonly Exchange[]): Exchange | undefined {
  const [callback] = chain;
  const visited = (url: string) => (firstVisitAt(stage, url) ?? Number.POSITIVE_INFINITY) < (callback?.startedAt ?? 0);
  const last = chain.at(-1)?.outcome;
  // A new session and a page that shows: the word in its address is about something else.
  const signedIn = callback !== undefined && setsNewSession(callback) && last?.kind === 'answered' && last.status < 400;
  const tells = (url: string) => isErrorAddress(url) && !visited(url) && !(signedIn && !isSignInAddress(url));
  return chain.slice(1).find((e) => tells(e.request.url)) ?? chain.find((e) => e.outcome.kind === 'redirected' && tells(e.outcome.to));
}

/** A login-like cookie that the browser did not have before. */
function setsNewSession({ request, outcome }: Exchange): boolean {
  if (outcome.kind === 'pending') return false;
  const sent = readCookies(request.headers);
  const set = readSetCookies(outcome.headers, 0);
  if (sent === 'hidden' || set === 'hidden') return false;
  return set.some((cookie) => !cookie.deletes && isLoginName(cookie.name) && !sent.some((pair) => pair.name === cookie.name));
}

/** The page the callback led to sends the user to the app's own sign-in page: it does not know them. */
function bouncedTo(chain: readonly Exchange[]): Exchange | null {
  const last = chain.at(-1);
  const before = chain.at(-2);
  const [callback] = chain;
  if (!last || !before || !callback || last.outcome.kind !== 'answered' || last.outcome.status >= 400) return null;
  if (!isSignInAddress(last.request.url) || isSignInAddress(before.request.url)) return null;
  return chain.length > 2 || !setsNewSession(callback) ? last : null;
}

/** The page hands the code or the ID token to the app's own server, and that refuses it. */
function failedRelay(scene: Scene): { readonly exchange: Exchange; readonly status: number } | null {
  const calls = withRole(scene, 'app').filter(
    (e) => e.where.kind === 'fetch' && (carriesCode(scene, e) || handsOn(scene.flow, e, 'id_token')),
  );
  const last = calls.at(-1);
  return last?.outcome.kind === 'answered' && last.outcome.status >= 400 ? { exchange: last, status: last.outcome.status } : null;
}

export function carriesCode({ flow }: Scene, exchange: Exchange): boolean {
  return handsOn(flow, exchange, 'code');
}

const handsOn = ({ response }: Flow, exchange: Exchange, name: 'code' | 'id_token') => {
  const value = valueFor(response?.parameters ?? [], name);
  return value !== null && carries(exchange, value);
};

/** A page of a few words that says so itself. */
function saysItFailed({ outcome }: Exchange): boolean {
  if (outcome.kind !== 'answered' || !outcome.body.seen || outcome.body.value.kind !== 'text') return false;
  const { text, mime } = outcome.body.value;
  if (!/html|plain/i.test(mime) || text.length > longestErrorPage) return false;
  const words = visibleText(text);
  return words.length < 600 && loginFailed.test(words) && !/<form\b|<input\b/i.test(text);
}

function runFrom(scene: Scene, callback: Exchange): CallbackRun {
  const chain = [callback];
  for (const exchange of withRole(scene, 'app', 'callback-again')) if (exchange.previousHop === chain.at(-1)?.id) chain.push(exchange);
  const last = chain.at(-1) ?? callback;
  const { outcome } = last;
  const status =
    outcome.kind === 'answered' || outcome.kind === 'redirected' ? outcome.status : outcome.kind === 'failed' ? outcome.status : null;
  const base = { callback, chain, last, status, restartedBy: null };
  if (outcome.kind === 'failed' && !isAbort(outcome.reason))
    return { ...base, breakdown: isRedirectLoop(outcome.reason) ? 'loop' : 'network', at: last };
  if (outcome.kind === 'answered' && outcome.status >= 400) return { ...base, breakdown: 'status', at: last };
  const failedToken = withRole(scene, 'token-request').find(
    (e) => e.outcome.kind === 'failed' || (e.outcome.kind === 'answered' && e.outcome.status >= 400),
  );
  const shown = valueFor(scene.flow.response?.parameters ?? [], 'error') === null ? errorShown(scene, chain) : undefined;
  if (shown) return { ...base, breakdown: 'error-page', at: shown };
  const restartedBy = restartOf(scene, callback, chain);
  if (restartedBy) return { ...base, breakdown: 'restart', at: last, restartedBy };
  // After a refusal the sign-in page is where people should land.
  const bounced = valueFor(scene.flow.response?.parameters ?? [], 'error') === null ? bouncedTo(chain) : null;
  if (bounced) return { ...base, breakdown: 'bounced', at: bounced };
  const relay = failedRelay(scene);
  if (relay) return { ...base, breakdown: 'relay', at: relay.exchange, status: relay.status };
  if (saysItFailed(last)) return { ...base, breakdown: 'error-text', at: last };
  if (circleAt(scene, last)) return { ...base, breakdown: 'loop', at: last };
  if (failedToken && !withRole(scene, 'token-request').some((e) => e.outcome.kind === 'answered' && e.outcome.status < 300))
    return { ...base, breakdown: 'token', at: failedToken };
  return { ...base, breakdown: null, at: last };
}

function isSameCode(a: AuthorizationResponse, b: AuthorizationResponse | null): boolean {
  const code = valueFor(a.parameters, 'code') ?? valueFor(a.parameters, 'state');
  return code !== null && b !== null && (valueFor(b.parameters, 'code') ?? valueFor(b.parameters, 'state')) === code;
}

/** Null when no request to the redirection endpoint was recorded. */
export const callbackRun: (scene: Scene) => CallbackRun | null = observed((scene) => {
  const { response, replays, bareCallback } = scene.flow;
  const callback = exchangeOf(scene, response?.callback ?? bareCallback);
  if (!callback) return null;
  const first = runFrom(scene, callback);
  if (first.breakdown === null && first.last.outcome.kind !== 'failed') return first;
  // A server that stumbled, a line that broke: the load that went through is the one that counts.
  for (const replay of replays.filter((again) => isSameCode(again, response))) {
    const again = exchangeOf(scene, replay.callback);
    const run = again ? runFrom(scene, again) : null;
    if (run && run.breakdown === null && run.last.outcome.kind !== 'failed' && run.last.outcome.kind !== 'pending') return run;
  }
  return first;
});

/** The app's side is known to have gone wrong after the answer was delivered. */
export function brokeAfterAnswer(scene: Scene): boolean {
  return callbackRun(scene)?.breakdown != null;
}
