import { getDomain } from 'tldts';
import { addressOf } from './url.ts';

const cache = new Map<string, string>();

/**
 * The site of a host: its registrable domain by the public suffix list, private suffixes included, as browsers
 * use it for SameSite. Hosts without one (IP addresses, `localhost`) are their own site.
 */
export function siteOfHost(host: string): string {
  const known = cache.get(host);
  if (known !== undefined) return known;
  const site = getDomain(host, { allowPrivateDomains: true }) ?? host;
  if (cache.size > 5000) cache.clear();
  cache.set(host, site);
  return site;
}

/** Site of an absolute URL or origin, null when there is no host. */
export function siteOf(url: string | null): string | null {
  const host = url === null ? null : addressOf(url)?.host;
  return host ? siteOfHost(host) : null;
}

export function sameSite(a: string | null, b: string | null): boolean {
  const site = siteOf(a);
  return site !== null && site === siteOf(b);
}

/** RFC 8252 section 7.3: 127.0.0.0/8 and [::1]; localhost is treated alike by every provider. */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

export function isLoopback(url: string | null): boolean {
  const host = url === null ? null : addressOf(url)?.host;
  return host ? isLoopbackHost(host) : false;
}

/** Hosts that can not be on the public Internet: development and intranet names (guard G17). */
export function isDevelopmentHost(host: string): boolean {
  if (isLoopbackHost(host)) return true;
  if (/\.(?:local|test|localdomain|internal|lan|home\.arpa)$/.test(host)) return true;
  if (!host.includes('.') && !host.startsWith('[')) return true;
  return /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.)/.test(host) || /^\[(?:f[cd]|fe80)/.test(host);
}

/** A secure context for cookies: https, or http on a loopback name (Chrome and Firefox both accept Secure there). */
export function isTrustworthy(url: string): boolean {
  const address = addressOf(url);
  return address !== null && (address.scheme === 'https' || address.scheme === 'wss' || isLoopbackHost(address.host));
}
