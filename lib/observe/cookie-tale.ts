/** The whole story of a login's cookies, for people: every one that keeps the login or the session, and what became of it. */
import type { CookieLine, CookieTale, Fate, GrowingFamily, Taken, TornCookie, Withheld } from '../model/cookie.ts';
import type { Exchange, Gap } from '../model/exchange.ts';
import type { Flow } from '../model/flow.ts';
import { isBystander, isLoginName, readCookies, refusalOf, type SetCookie } from '../read/cookies.ts';
import { piecesOf } from '../read/pieces.ts';
import { isTrustworthy } from '../read/site.ts';
import { firstFrom } from '../read/sorted.ts';
import { hostOf } from '../read/url.ts';
import { cookieStory, isCrossSiteArrival, keepsLogin, laterLine, lostCookies, setCookiesOf, whyMissing } from './cookies.ts';
import { callbackRun } from './run.ts';
import { exchangeOf, isClientHost, observed, type Scene, siblings, withRole } from './scene.ts';
import { cookieFamilies, isChunk } from './sizes.ts';

interface Due {
  readonly at: Exchange;
  readonly fate: Fate;
  readonly withheld: Withheld | null;
  readonly ageMs: number;
}

function takenOf(cookie: SetCookie, setBy: Exchange): Taken {
  if (refusalOf(cookie, setBy.request.url) !== null) return 'refused';
  const kept = setBy.jar.seen ? setBy.jar.value.kept.find((k) => k.name === cookie.name) : undefined;
  return kept === undefined ? 'fits' : kept.stored ? 'kept' : 'not-stored';
}

function lineOf(
  scene: Scene,
  keeps: CookieLine['keeps'],
  cookie: SetCookie,
  setBy: Exchange,
  due: Due | null,
  culprit: boolean,
): CookieLine {
  return {
    name: cookie.name,
    keeps,
    setBy: setBy.id,
    host: hostOf(setBy.request.url),
    setAt: setBy.startedAt + (setBy.waitMs ?? 0),
    sameSite: cookie.sameSite,
    taken: takenOf(cookie, setBy),
    refusal: refusalOf(cookie, setBy.request.url),
    due: due?.at.id ?? null,
    fate: due?.fate ?? 'not-due',
    withheld: due?.withheld ?? null,
    ageMs: due?.ageMs ?? null,
    arrival: due && {
      post: due.at.request.method === 'POST',
      crossSite: isCrossSiteArrival(scene, due.at),
      secure: isTrustworthy(due.at.request.url),
    },
    culprit,
  };
}

/** Cookies set on the way out, and the callback. */
function pending(scene: Scene): CookieLine[] {
  const told = cookieStory(scene);
  const run = callbackRun(scene);
  if (told.kind === 'told') {
    const broke = run?.breakdown != null;
    const lost = new Set(lostCookies(scene).map((t) => t.cookie));
    return told.story.transaction.map(({ cookie, setBy, fate, withheld, ageMs }) =>
      lineOf(
        scene,
        'pending',
        cookie,
        setBy,
        { at: told.story.callback, fate, withheld, ageMs },
        broke && (lost.has(cookie) || fate === 'other-value'),
      ),
    );
  }
  if (run) return [];
  return withRole(scene, 'start').flatMap((setBy) => {
    const set = setCookiesOf(setBy);
    const keepers = set === 'hidden' ? [] : set.filter((cookie) => !cookie.deletes && keepsLogin(scene, cookie));
    return keepers.map((cookie) => lineOf(scene, 'pending', cookie, setBy, null, false));
  });
}

/** Cookies set with the answer, and the first request of the app behind it. */
function session(scene: Scene): CookieLine[] {
  const run = callbackRun(scene);
  if (!run || run.status === null || (run.breakdown === 'status' && run.at === run.callback)) return [];
  const order = scene.stage.order;
  const behind = [...run.chain.slice(1), ...withRole(scene, 'app').filter((e) => !run.chain.includes(e) && e.where.kind !== 'fetch')];
  const broke = run.breakdown === 'restart' || run.breakdown === 'bounced' || run.breakdown === 'loop' || run.breakdown === 'status';
  // Where the app begins anew, what it sets is the next attempt's.
  const next = new Set(run.restartedBy?.steps.filter((step) => step.role === 'start').map((step) => step.exchange));
  return run.chain.flatMap((setBy) => {
    if (next.has(setBy.id)) return [];
    const set = setCookiesOf(setBy);
    if (set === 'hidden') return [];
    const keepers = set.filter((c) => !c.deletes && !isBystander(c.name) && (isLoginName(c.name) || c.httpOnly));
    const at = behind.find((e) => (order.get(e.id) ?? 0) > (order.get(setBy.id) ?? 0) && isClientHost(scene, e.request.url));
    return keepers.map((cookie) => {
      const due = at ? dueAt(scene, cookie, setBy, at) : null;
      return lineOf(scene, 'session', cookie, setBy, due, broke && due?.fate === 'missing');
    });
  });
}

function dueAt(scene: Scene, cookie: SetCookie, setBy: Exchange, at: Exchange): Due | null {
  const sent = readCookies(at.request.headers);
  if (sent === 'hidden') return null;
  const ageMs = Math.max(0, at.startedAt - (setBy.startedAt + (setBy.waitMs ?? 0)));
  const same = sent.filter((pair) => pair.name === cookie.name);
  if (same.some((pair) => pair.value === cookie.value)) return { at, fate: 'sent', withheld: null, ageMs };
  if (same.length > 0) return { at, fate: 'other-value', withheld: laterLine(scene, cookie, setBy, at), ageMs };
  return { at, fate: 'missing', withheld: whyMissing(scene, cookie, setBy, at, ageMs), ageMs };
}

function torn(scene: Scene): TornCookie[] {
  return withRole(scene, 'callback', 'app').flatMap((exchange) => {
    const sent = readCookies(exchange.request.headers);
    if (sent === 'hidden') return [];
    const families = piecesOf(sent).filter((p) => p.missing.length > 0 && isLoginName(p.family));
    return families.map(({ family, have, missing }) => ({ family, at: exchange.id, have, missing }));
  });
}

/** Families with a random part, at the callback of each attempt (or at its start, where it never came to one). */
function growing(scene: Scene): GrowingFamily[] {
  const all = siblings(scene);
  let known = grown.get(all);
  if (!known) {
    known = familiesOf(scene, all);
    grown.set(all, known);
  }
  if (known.size === 0) return [];
  const later = all.findIndex((flow) => flow.startedAt > scene.flow.startedAt);
  const end = later < 0 ? all.length : later;
  return [...known].flatMap(([family, list]) => {
    const seen = firstFrom(list, end);
    if ((list[seen - 1]?.attempt.count ?? 0) < 2) return [];
    return [{ family, attempts: list.slice(0, seen).map(({ attempt }) => attempt) }];
  });
}

/** What was in the request; `at`: the login's place among those of its client. */
interface Grown {
  readonly at: number;
  readonly attempt: GrowingFamily['attempts'][number];
}

const grown = new WeakMap<readonly Flow[], ReadonlyMap<string, readonly Grown[]>>();

function familiesOf(scene: Scene, flows: readonly Flow[]): ReadonlyMap<string, readonly Grown[]> {
  const found = new Map<string, Grown[]>();
  for (const [at, flow] of flows.entries()) {
    const start = flow.steps.find((step) => step.role === 'start')?.exchange;
    const exchange = exchangeOf(scene, flow.response?.callback) ?? exchangeOf(scene, start);
    if (!exchange) continue;
    for (const { name, count, bytes } of cookieFamilies(exchange))
      if (name.endsWith('*') && !isChunk(name) && isLoginName(name))
        (found.get(name) ?? found.set(name, []).get(name))?.push({ at, attempt: { at: exchange.id, count, bytes } });
  }
  return found;
}

export const cookieTale: (scene: Scene) => CookieTale = observed((scene) => {
  const starts = withRole(scene, 'start');
  const callback = callbackRun(scene)?.callback;
  const asked = [...starts, ...(callback ? [callback] : [])];
  if (asked.length === 0) return { kind: 'none' };
  const hidden = (e: Exchange) => setCookiesOf(e) === 'hidden' || readCookies(e.request.headers) === 'hidden';
  if (asked.every(hidden)) return { kind: 'hidden', why: 'header-hidden' };
  const lines = [...pending(scene), ...session(scene)];
  const pieces = [...new Map(torn(scene).map((t) => [t.family, t])).values()];
  const families = growing(scene);
  if (lines.length + pieces.length + families.length === 0) return { kind: 'none' };
  const unasked = lines.some((line) => line.taken === 'fits');
  const why = scene.steps.map(({ exchange }) => exchange.jar).find((jar) => !jar.seen);
  const gaps: Gap[] = [...(asked.some(hidden) ? ['header-hidden' as const] : []), ...(unasked && why && !why.seen ? [why.why] : [])];
  return { kind: 'told', lines, torn: pieces, growing: families, gaps: [...new Set(gaps)] };
});
