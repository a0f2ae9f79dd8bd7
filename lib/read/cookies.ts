import { parseSetCookie, splitCookiesString } from 'set-cookie-parser';
import type { Browser } from '../model/capture.ts';
import type { Refusal } from '../model/cookie.ts';
import type { Headers, SameSite } from '../model/exchange.ts';
import { header } from './headers.ts';
import { isTrustworthy, siteOfHost } from './site.ts';
import { bytesOf } from './size.ts';
import { addressOf } from './url.ts';

export interface CookiePair {
  readonly name: string;
  readonly value: string;
}

export interface SetCookie {
  readonly name: string;
  readonly value: string;
  /** Bytes of name and value together: what browsers limit to 4,096. */
  readonly nameValueBytes: number;
  /** Lower case, leading dot removed; null for a host-only cookie. */
  readonly domain: string | null;
  readonly path: string | null;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: SameSite;
  readonly partitioned: boolean;
  /** Epoch milliseconds; null for a session cookie. */
  readonly expiresAt: number | null;
  /** It deletes: expired when it arrives. */
  readonly deletes: boolean;
  readonly hasControlCharacter: boolean;
}

/** The pairs of all Cookie headers: one over HTTP/1.1, several over HTTP/2 in some recordings. */
export function readCookies(headers: Headers): readonly CookiePair[] | 'hidden' {
  let cookies = known.get(headers);
  if (cookies === undefined) {
    cookies = readLines(headers);
    known.set(headers, cookies);
  }
  return cookies;
}

/** Every look at a request's cookies reads the same header. */
const known = new WeakMap<Headers, readonly CookiePair[] | 'hidden'>();

function readLines(headers: Headers): readonly CookiePair[] | 'hidden' {
  const found = header(headers, 'cookie');
  if (found.kind === 'hidden') return 'hidden';
  if (found.kind === 'absent') return [];
  return found.all.flatMap((line) =>
    line
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map((part) => {
        const at = part.indexOf('=');
        return at < 0 ? { name: '', value: part } : { name: part.slice(0, at), value: part.slice(at + 1) };
      }),
  );
}

const sameSites: ReadonlyMap<string, SameSite> = new Map([
  ['strict', 'strict'],
  ['lax', 'lax'],
  ['none', 'none'],
]);

function readSetCookieLine(line: string, now: number): SetCookie | null {
  const parsed = parseSetCookie(line, { decodeValues: false, silent: true, split: false })[0];
  if (!parsed) return null;
  const maxAge = typeof parsed.maxAge === 'number' && !Number.isNaN(parsed.maxAge) ? parsed.maxAge : null;
  const expires = parsed.expires instanceof Date && !Number.isNaN(parsed.expires.getTime()) ? parsed.expires.getTime() : null;
  const expiresAt = maxAge === null ? expires : maxAge <= 0 ? 0 : now + maxAge * 1000;
  const domain = parsed.domain?.trim().replace(/^\./, '').toLowerCase() || null;
  return {
    name: parsed.name,
    value: parsed.value,
    nameValueBytes: bytesOf(parsed.name) + bytesOf(parsed.value),
    domain,
    path: parsed.path?.startsWith('/') ? parsed.path : null,
    secure: parsed.secure === true,
    httpOnly: parsed.httpOnly === true,
    sameSite: sameSites.get(String(parsed.sameSite ?? '').toLowerCase()) ?? 'unspecified',
    partitioned: parsed.partitioned === true,
    expiresAt,
    deletes: expiresAt !== null && expiresAt <= now,
    // biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 6265bis section 5.7 step 1 is about exactly these.
    hasControlCharacter: /[\x00-\x08\x0a-\x1f\x7f]/.test(line),
  };
}

/**
 * All Set-Cookie lines of an answer. `now` is the moment they arrived, epoch milliseconds. Chrome gives one header
 * each; Firefox joins them with line feeds (measured, ESR 153); some proxies join them with commas.
 */
export function readSetCookies(headers: Headers, now: number): SetCookie[] | 'hidden' {
  const found = header(headers, 'set-cookie');
  if (found.kind === 'hidden') return 'hidden';
  if (found.kind === 'absent') return [];
  return (
    found.all
      .flatMap((value) => value.split('\n'))
      // A comma may stand in a value; only one behind attributes can separate two cookies.
      .flatMap((line) => (/;[^,;]*(?:,\s?\d{2}[ -][^,;]*)*,\s*[^;,=\s]+=/.test(line) ? splitCookiesString(line) : [line]))
      .map((line) => readSetCookieLine(line, now))
      .filter((cookie) => cookie !== null)
  );
}

/** Browsers refuse a cookie whose name and value together are larger (RFC 6265bis section 5.7; measured in both). */
export const cookieLimitBytes = 4096;

/** The rules that can be told from the line alone, in the order browsers apply them (measured in Chromium 156 and Firefox ESR 153). */
export function refusalOf(cookie: SetCookie, url: string): Refusal | null {
  const address = addressOf(url);
  if (!address) return null;
  if (cookie.hasControlCharacter) return 'control-character';
  if (cookie.nameValueBytes > cookieLimitBytes) return 'too-large';
  const lower = cookie.name.toLowerCase();
  if (/^__(?:host-)?http-/.test(lower) && !cookie.httpOnly) return 'http-prefix';
  if (lower.startsWith('__host-') && (!cookie.secure || cookie.domain !== null || cookie.path !== '/')) return 'host-prefix';
  if (lower.startsWith('__secure-') && !cookie.secure) return 'secure-prefix';
  if (cookie.secure && !isTrustworthy(url)) return 'secure-on-http';
  if (cookie.sameSite === 'none' && !cookie.secure) return 'none-without-secure';
  if (cookie.partitioned && !cookie.secure) return 'partitioned-without-secure';
  if (cookie.domain !== null && cookie.domain !== address.host) {
    if (!domainMatches(address.host, cookie.domain)) return 'domain-mismatch';
    if (isPublicSuffix(cookie.domain, address.host)) return 'public-suffix';
  }
  return null;
}

/** RFC 6265bis section 5.1.3. */
export function domainMatches(host: string, domain: string): boolean {
  return host === domain || (host.endsWith(`.${domain}`) && !/^[\d.]+$/.test(host) && !host.startsWith('['));
}

function isPublicSuffix(domain: string, host: string): boolean {
  // A suffix is public when the host's registrable domain is longer than it.
  const site = siteOfHost(host);
  return site !== domain && site.endsWith(`.${domain}`);
}

/** RFC 6265bis section 5.1.4: the directory of the request path. */
export function defaultPath(url: string): string {
  const path = addressOf(url)?.path ?? '/';
  const last = path.lastIndexOf('/');
  return last <= 0 ? '/' : path.slice(0, last);
}

/** RFC 6265bis section 5.1.4; case matters. */
export function pathMatches(requestPath: string, cookiePath: string): boolean {
  const path = requestPath === '' ? '/' : requestPath;
  if (path === cookiePath) return true;
  return path.startsWith(cookiePath) && (cookiePath.endsWith('/') || path[cookiePath.length] === '/');
}

/** Why a stored cookie does not belong to a URL, leaving SameSite aside; null when it does. */
export type ScopeMiss = 'host' | 'path' | 'path-case' | 'scheme';

export function scopeMiss(cookie: SetCookie, setBy: string, url: string): ScopeMiss | null {
  const from = addressOf(setBy);
  const to = addressOf(url);
  if (!from || !to) return null;
  // RFC 6265bis section 5.7: without Domain the cookie goes back to exactly this host.
  if (cookie.domain === null ? to.host !== from.host : !domainMatches(to.host, cookie.domain)) return 'host';
  const path = cookie.path ?? defaultPath(setBy);
  if (!pathMatches(to.path, path)) return pathMatches(to.path.toLowerCase(), path.toLowerCase()) ? 'path-case' : 'path';
  return cookie.secure && !isTrustworthy(url) ? 'scheme' : null;
}

/** How the browser treats a cookie that says nothing about SameSite: Chrome as Lax with two minutes of grace for POST, Firefox as None. */
export function effectiveSameSite(cookie: { readonly sameSite: SameSite }, browser: Browser | null): SameSite {
  if (cookie.sameSite !== 'unspecified') return cookie.sameSite;
  return browser === 'firefox' || browser === 'safari' ? 'none' : 'unspecified';
}

/** RFC 6265bis, "Lax-allowing-unsafe": Chrome sends such a cookie on a top-level POST while it is younger than this. */
export const laxPostGraceMs = 120_000;

/** Cookies that measure, decorate or ask for consent: their loss never breaks a login. */
const bystanders =
  /^(?:_ga|_gid|_gat|_gcl|_fbp|_fbc|_hj|_pk_|_uet|_clck|_clsk|amp_|ajs_|optimizely|intercom|hubspot|__hs|__utm|mp_|_dd_|datadome|__cf_bm|_cfuvid|cf_clearance|ak_bmsc|bm_|incap_|visid_|nlbi_|awsalb|arraffinity|gclb|bigip|didomi|euconsent|optanon|cookieconsent|cookie_consent|cookielaw|consent|locale|lang|language|i18n|next_locale|theme|timezone|tz|currency|region|country)/i;

const loginWords =
  /state|nonce|pkce|verifier|correlation|csrf|xsrf|txn|\btxs\b|transaction|oauth|oidc|openid|auth|login|signin|sso|session|sess|sid\b|\.sid|ticket|token/i;

export function isBystander(name: string): boolean {
  return bystanders.test(name) && !/nonce|correlation|oauth|oidc|pkce/i.test(name);
}

/** Named like something that keeps a login or a session. */
export function isLoginName(name: string): boolean {
  return loginWords.test(name) && !isBystander(name);
}

/** The part of a name that stays the same from login to login, separator included; null when nothing in it looks random. */
export function familyOf(name: string): string | null {
  const segments = name.split(/(?<=[._:~-])/);
  for (let i = 1; i < segments.length; i++) {
    if (!looksRandom((segments[i] ?? '').replace(/[._:~-]$/, ''))) continue;
    const prefix = segments.slice(0, i).join('');
    return prefix.length >= 3 ? prefix : null;
  }
  // Names are short; a long one would be tried at every length.
  const glued = name.length > 200 ? null : /^([A-Za-z_.-]{6,200}?)([0-9a-f]{16,}|[0-9]{10,})$/.exec(name);
  return glued?.[1] ?? null;
}

function looksRandom(word: string): boolean {
  if (word.length < 6) return false;
  if (/^[0-9a-f]{12,}$/i.test(word) && /\d/.test(word)) return true;
  const digits = word.replace(/\D/g, '').length;
  const turns = word.match(/[a-z][A-Z]|[A-Z]{2}[a-z]|\d[A-Za-z]|[A-Za-z]\d/g)?.length ?? 0;
  return (digits >= 2 && digits < word.length && turns >= 2) || turns >= 4 || (/^\d+$/.test(word) && word.length >= 10);
}
