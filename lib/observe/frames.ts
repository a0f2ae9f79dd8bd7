/** What a frame on another site may send: the browser's own word where it gives one, else the cookies themselves. */

import type { Exchange } from '../model/exchange.ts';
import { effectiveSameSite, isBystander, isLoginName, readCookies, type SetCookie, scopeMiss } from '../read/cookies.ts';
import { headerValue } from '../read/headers.ts';
import { sameSite } from '../read/site.ts';
import { setCookiesOf } from './cookies.ts';
import { observed, type Scene, withRole } from './scene.ts';
import { ofSite } from './tables.ts';

export type FrameCookies =
  | { readonly kind: 'not-third-party' }
  | { readonly kind: 'hidden'; readonly why: 'header-hidden' | 'jar-not-readable' }
  /** The browser holds a session cookie that may travel into frames, and did not send it. */
  | {
      readonly kind: 'blocked';
      readonly exchange: Exchange;
      readonly names: readonly string[];
      readonly setBy: Exchange | null;
      readonly proof: 'browser' | 'cookies';
    }
  /** Another extension took it out: the browser says that it would have been allowed. */
  | { readonly kind: 'removed'; readonly exchange: Exchange; readonly names: readonly string[] }
  /** The only session cookies never travel into frames on other sites. */
  | {
      readonly kind: 'same-site';
      readonly exchange: Exchange;
      readonly names: readonly string[];
      readonly setBy: Exchange | null;
      readonly accessOff: boolean;
    }
  /** A cookie set in the frame did not come back in it. */
  | { readonly kind: 'not-kept'; readonly exchange: Exchange; readonly names: readonly string[]; readonly setBy: Exchange }
  | { readonly kind: 'sent' }
  | { readonly kind: 'no-session'; readonly accessOff: boolean };

interface Known {
  readonly name: string;
  readonly due: boolean;
  readonly sent: boolean;
  readonly setBy: Exchange | null;
}

/** What a script of the page may read, and is not named like a session, is none. */
const isSession = (cookie: { readonly name: string; readonly httpOnly: boolean }) =>
  !isBystander(cookie.name) && (cookie.httpOnly || isLoginName(cookie.name));

/** Which of several to name: the one that says who is signed in, not one against forged forms or of a sign-in under way. */
function namedLikeSession(name: string): number {
  if (/csrf|xsrf|antiforgery|restart|nonce|state|locale|lang/i.test(name)) return 0;
  if (/identity|sso|ests|sid\b|remember|idsrv/i.test(name)) return 3;
  if (/auth_session/i.test(name)) return 1;
  return /sess|auth|login|token|idp|cognito|okta/i.test(name) ? 2 : 1;
}

/** Cookies the provider set in a full page before, by what this capture shows. */
function fromCapture(scene: Scene, frame: Exchange, sent: ReadonlySet<string>): Known[] {
  const { source } = scene.stage.capture;
  const end = scene.stage.order.get(frame.id) ?? 0;
  const held = new Map<string, { cookie: SetCookie; setBy: Exchange }>();
  for (const exchange of ofSite(scene.stage, frame.request.url, 0, end)) {
    if (
      exchange.where.kind === 'frame' ||
      exchange.where.container !== frame.where.container ||
      exchange.where.incognito !== frame.where.incognito
    )
      continue;
    const lines = setCookiesOf(exchange);
    if (lines === 'hidden') continue;
    for (const cookie of lines) {
      const key = `${cookie.name};${cookie.domain ?? ''};${cookie.path ?? ''}`;
      if (cookie.deletes) held.delete(key);
      else held.set(key, { cookie, setBy: exchange });
    }
  }
  return [...held.values()]
    .filter(
      ({ cookie, setBy }) =>
        isSession(cookie) &&
        !cookie.partitioned &&
        (cookie.expiresAt === null || cookie.expiresAt > frame.startedAt) &&
        scopeMiss(cookie, setBy.request.url, frame.request.url) === null,
    )
    .map(({ cookie, setBy }) => ({
      name: cookie.name,
      due: effectiveSameSite(cookie, source.browser) === 'none',
      sent: sent.has(`${cookie.name}=${cookie.value}`),
      setBy,
    }));
}

/** Cookies by the browser's own jar. */
function fromJar(scene: Scene, frame: Exchange): Known[] | null {
  if (!frame.jar.seen) return null;
  const firefox = scene.stage.capture.source.browser === 'firefox';
  return frame.jar.value.held
    .filter((c) => !c.partitioned && isSession(c))
    .map((c) => ({ name: c.name, due: c.sameSite === 'none' || (firefox && c.sameSite === 'unspecified'), sent: c.sent, setBy: null }));
}

/** platform.md 3.3, measured in six cookie policies of both browsers. */
function judge(scene: Scene, frame: Exchange, embedder: string | null): FrameCookies | null {
  const site = headerValue(frame.request.headers, 'sec-fetch-site');
  if (site !== null ? site !== 'cross-site' : sameSite(frame.request.url, embedder)) return null;
  const cookies = readCookies(frame.request.headers);
  if (cookies === 'hidden') return { kind: 'hidden', why: 'header-hidden' };
  const sent = new Set(cookies.map((c) => `${c.name}=${c.value}`));
  const access = headerValue(frame.request.headers, 'sec-fetch-storage-access');
  const accessOff = access === 'none' || access === 'inactive';
  const jar = fromJar(scene, frame);
  const known = jar ?? fromCapture(scene, frame, sent);
  const missing = known.filter((k) => k.due && !k.sent);
  const names = missing.map((k) => k.name).sort((a, b) => namedLikeSession(b) - namedLikeSession(a));
  const setBy = missing[0]?.setBy ?? null;
  if (missing.length > 0) {
    if (access === 'active') return { kind: 'removed', exchange: frame, names };
    // Some of them arrived: the others are of no account for the session.
    if (known.some((k) => k.due && k.sent)) return { kind: 'sent' };
    return { kind: 'blocked', exchange: frame, names, setBy, proof: accessOff ? 'browser' : 'cookies' };
  }
  if (known.some((k) => k.due)) return { kind: 'sent' };
  const lax = known.filter((k) => !k.due);
  if (lax.length > 0 && sent.size === 0)
    return {
      kind: 'same-site',
      exchange: frame,
      names: lax.map((k) => k.name).sort((a, b) => namedLikeSession(b) - namedLikeSession(a)),
      setBy: lax[0]?.setBy ?? null,
      accessOff,
    };
  if (sent.size > 0) return { kind: 'sent' };
  if (jar === null && known.length === 0 && scene.stage.capture.live) return { kind: 'hidden', why: 'jar-not-readable' };
  return { kind: 'no-session', accessOff };
}

/** A cookie that one hop in the frame set and the next one lacks. */
function notKept(frames: readonly Exchange[]): FrameCookies | null {
  for (const [index, frame] of frames.entries()) {
    const next = frames[index + 1];
    if (!next || !sameSite(frame.request.url, next.request.url)) continue;
    const lines = setCookiesOf(frame);
    const sent = readCookies(next.request.headers);
    if (lines === 'hidden' || sent === 'hidden') continue;
    const usable = lines.filter(
      (c) =>
        !c.deletes && !c.partitioned && c.secure && c.sameSite === 'none' && scopeMiss(c, frame.request.url, next.request.url) === null,
    );
    if (usable.length > 0 && usable.every((c) => !sent.some((pair) => pair.name === c.name)))
      return { kind: 'not-kept', exchange: next, names: usable.map((c) => c.name), setBy: frame };
  }
  return null;
}

/** Null when the flow ran in no frame. */
export const frameCookies: (scene: Scene) => FrameCookies | null = observed((scene) => {
  const frames = withRole(scene, 'authorization-request', 'provider').filter((e) => e.where.kind === 'frame');
  if (frames.length === 0) return null;
  let best: FrameCookies | null = null;
  for (const frame of frames) {
    const found = judge(scene, frame, scene.flow.parties.client);
    if (found?.kind === 'blocked' || found?.kind === 'removed' || found?.kind === 'same-site') return found;
    if (best === null || (found !== null && best.kind === 'no-session')) best = found ?? best;
  }
  return notKept(frames) ?? best ?? { kind: 'not-third-party' };
});

/** The same for one frame of a page of another site: a client's address in the provider's page after a logout. */
export function cookiesInFrame(scene: Scene, frame: Exchange, embedder: string): FrameCookies {
  return judge(scene, frame, embedder) ?? { kind: 'not-third-party' };
}
