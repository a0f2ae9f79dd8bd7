/** Comparing redirection endpoints: component by component, on the text as written. */
import { isLoopbackHost, siteOfHost } from './site.ts';
import { type Address, addressOf, decodePercent, type Written } from './url.ts';

/** Which part differs first, and how. Closed list. */
export type RedirectDifference =
  | 'scheme'
  | 'scheme-upgrade'
  | 'www'
  | 'loopback-name'
  | 'host'
  | 'port'
  | 'trailing-slash'
  | 'path-case'
  | 'path-encoding'
  | 'path'
  | 'query';

function stripWww(host: string): string {
  return host.startsWith('www.') ? host.slice(4) : host;
}

function pathDifference(a: string, b: string): RedirectDifference | null {
  const left = a === '' ? '/' : a;
  const right = b === '' ? '/' : b;
  if (left === right) return null;
  if (left.replace(/(?<!\/)\/+$/, '') === right.replace(/(?<!\/)\/+$/, '')) return 'trailing-slash';
  if (decodePercent(left) === decodePercent(right)) return 'path-encoding';
  if (left.toLowerCase() === right.toLowerCase()) return 'path-case';
  return 'path';
}

/**
 * First differing component of two redirection endpoints, most telling first; null when they are the same.
 * RFC 8252 section 7.3: on loopback hosts any port will do. Default ports and an empty path are no difference
 * (RFC 3986 section 6.2.3).
 */
export function redirectDifference(requested: string, reached: string): RedirectDifference | null {
  const a = addressOf(requested);
  const b = addressOf(reached);
  if (!a || !b) return requested === reached ? null : 'path';
  const loopback = isLoopbackHost(a.host) && isLoopbackHost(b.host);
  if (a.host !== b.host) {
    if (loopback) return 'loopback-name';
    return stripWww(a.host) === stripWww(b.host) ? 'www' : 'host';
  }
  if (a.scheme !== b.scheme) return a.scheme === 'http' && b.scheme === 'https' ? 'scheme-upgrade' : 'scheme';
  if (a.port !== b.port && !loopback) return 'port';
  return pathDifference(a.path, b.path);
}

/** Close enough to be the same endpoint with something changed on the way. */
export function isNear(difference: RedirectDifference | null, requested: string, reached: string): boolean {
  if (difference === null) return true;
  if (difference === 'path' || difference === 'query') return false;
  const a = addressOf(requested);
  const b = addressOf(reached);
  if (!a || !b || pathDifference(a.path, b.path) === 'path') return false;
  return difference !== 'host' || siteOfHost(a.host) === siteOfHost(b.host);
}

/** Removes parameters from a URL's query and drops its fragment. */
export function withoutParameters(base: string, query: readonly Written[] | null, drop: (name: string) => boolean): string {
  const rest = (query ?? []).filter((p) => !drop(p.name));
  return rest.length > 0 ? `${base}?${rest.map((p) => p.text).join('&')}` : base;
}

/** A key under which endpoints that count as the same for attribution meet. */
export function redirectKey(url: string): string {
  const address: Address | null = addressOf(url);
  if (!address) return url;
  const host = isLoopbackHost(address.host) ? 'loopback' : stripWww(address.host);
  return `${host}${address.path.toLowerCase().replace(/(?<!\/)\/+$/, '')}`;
}

/** redirect_uri values that are not a place the browser goes to (guard G13). */
export function isPseudoRedirect(uri: string): boolean {
  return uri === 'postmessage' || uri.startsWith('urn:ietf:wg:oauth:2.0:oob') || uri.startsWith('storagerelay:');
}

/** The same that holds nothing of anybody's. */
export function isRedirectWord(value: string): boolean {
  return /^(?:postmessage|urn:ietf:wg:oauth:2\.0:oob(?::auto)?)$/.test(value);
}

/** Web redirects that a browser extension catches itself (guard G13). */
export function isExtensionRedirect(uri: string): boolean {
  return /^https:\/\/[a-z0-9-]+\.(?:chromiumapp\.org|extensions\.allizom\.org|extensions\.mozilla\.org)(?:[/:?#]|$)/i.test(uri);
}

/** Private-use schemes of native apps, RFC 8252 section 7.1. */
export function isCustomScheme(uri: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(uri) && !/^(?:https?|wss?|about|data|blob|javascript|file|urn|storagerelay):/i.test(uri);
}
