/** What the app had to remember its pending login by, when the answer came. */
import type { Exchange } from '../model/exchange.ts';
import { isLoginName, readCookies, type SetCookie } from '../read/cookies.ts';
import { headerValue } from '../read/headers.ts';
import { valueFor } from '../read/parameters.ts';
import { isLoopback } from '../read/site.ts';
import { cookieStory, setCookiesOf, surelyKeepsLogin } from './cookies.ts';
import { exchangeOf, observed, type Scene, withRole } from './scene.ts';

export type Memory =
  /** A cookie that keeps the login came back as it was set, and so did the state. */
  | { readonly kind: 'intact'; readonly cookie: SetCookie; readonly setBy: Exchange }
  /** It came back with another value. */
  | { readonly kind: 'replaced'; readonly cookie: SetCookie; readonly setBy: Exchange }
  /** The app's start set no cookie, and none that keeps a login came with the answer. */
  | { readonly kind: 'none'; readonly start: Exchange }
  /** The browser was told to open the request by itself: no page and no redirect of the app led to it. */
  | { readonly kind: 'unbegun'; readonly request: Exchange }
  /** A cookie that keeps it stayed away. */
  | { readonly kind: 'lost' }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'unknown' };

export const pendingMemory: (scene: Scene) => Memory = observed((scene) => {
  const told = cookieStory(scene);
  if (told.kind === 'hidden') return { kind: 'hidden' };
  if (told.kind === 'told') {
    const keepers = told.story.transaction.filter((t) => surelyKeepsLogin(scene, t.cookie));
    const other = keepers.find((t) => t.fate === 'other-value');
    if (other) return { kind: 'replaced', cookie: other.cookie, setBy: other.setBy };
    if (keepers.some((t) => t.fate === 'missing')) return { kind: 'lost' };
    const [kept] = keepers;
    return kept && stateCameBack(scene) ? { kind: 'intact', cookie: kept.cookie, setBy: kept.setBy } : { kind: 'unknown' };
  }
  return unbegun(scene) ?? unremembered(scene) ?? { kind: 'unknown' };
});

function stateCameBack({ flow }: Scene): boolean {
  const sent = flow.request?.state?.value ?? null;
  return sent !== null && sent === valueFor(flow.response?.parameters ?? [], 'state');
}

/** A bookmark, the history, an address typed or handed over by another program (Fetch Metadata section 2.4: `none`). */
function unbegun(scene: Scene): Memory | null {
  const { request } = scene.flow;
  const exchange = exchangeOf(scene, request?.exchange);
  if (!request || !exchange || withRole(scene, 'start').length > 0) return null;
  // A program on this computer opens the browser, and remembers the login itself.
  if (request.redirectUri === null || !/^https?:/i.test(request.redirectUri) || isLoopback(request.redirectUri)) return null;
  const byHand = exchange.previousHop === null && exchange.speculative === null && exchange.where.kind === 'page';
  return byHand && headerValue(exchange.request.headers, 'sec-fetch-site') === 'none' ? { kind: 'unbegun', request: exchange } : null;
}

function unremembered(scene: Scene): Memory | null {
  const starts = withRole(scene, 'start');
  const [start] = starts;
  const callback = exchangeOf(scene, scene.flow.response?.callback);
  if (!start || !callback) return null;
  // Other calls of the app may have left something that a script or its server goes by.
  if (starts.some((e) => setCookiesOf(e) === 'hidden' || setCookiesOf(e).length > 0 || keepsSomething(e))) return null;
  return keepsSomething(callback) ? null : { kind: 'none', start };
}

function keepsSomething({ request }: Exchange): boolean {
  const sent = readCookies(request.headers);
  return sent === 'hidden' || sent.some((pair) => isLoginName(pair.name) || pair.value.length >= 16);
}
