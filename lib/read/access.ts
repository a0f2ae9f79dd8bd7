/** Which addresses the user gave access to. What this does not cover is never written down. */
import type { Access } from '../model/access.ts';
import { addressOf } from './url.ts';

export const everywhere = '*://*/*';

interface Pattern {
  /** `*` stands for http and https. */
  readonly scheme: string;
  /** In small letters; null: every host. */
  readonly host: string | null;
  readonly subdomains: boolean;
}

/** Null for what is about no web page. A path plays no part: browsers give access to whole hosts. */
function readPattern(text: string): Pattern | null {
  if (text === '<all_urls>') return { scheme: '*', host: null, subdomains: true };
  const [, scheme = '', below, host = ''] = /^(\*|https?):\/\/(\*\.)?([^/]+)(?:\/|$)/i.exec(text) ?? [];
  if (host === '') return null;
  if (host === '*') return { scheme: scheme.toLowerCase(), host: null, subdomains: true };
  return { scheme: scheme.toLowerCase(), host: host.toLowerCase().replace(/:(?:\d+|\*)$/, ''), subdomains: below !== undefined };
}

/** The same list is asked about every event of every page. */
const read = new WeakMap<readonly string[], readonly (Pattern | null)[]>();

function patternsIn({ sites }: Access): readonly (Pattern | null)[] {
  const known = read.get(sites);
  if (known) return known;
  const patterns = sites.map(readPattern);
  read.set(sites, patterns);
  return patterns;
}

const isWeb = (scheme: string) => scheme === 'http' || scheme === 'https';

/** True where the user gave access to the page, request or redirect target of this address. */
export function covers(access: Access, url: string): boolean {
  const address = addressOf(url);
  if (!address || !isWeb(address.scheme)) return false;
  const { scheme, host } = address;
  return patternsIn(access).some((pattern) => {
    if (!pattern || (pattern.scheme !== '*' && pattern.scheme !== scheme)) return false;
    if (pattern.host === null || pattern.host === host) return true;
    return pattern.subdomains && host.endsWith(`.${pattern.host}`);
  });
}

/** All of the web, in one pattern or in two. */
export function isEverywhere(access: Access): boolean {
  const all = patternsIn(access).filter((pattern) => pattern?.host === null);
  return all.some((pattern) => pattern?.scheme === '*') || new Set(all.map((pattern) => pattern?.scheme)).size === 2;
}

export function isNowhere(access: Access): boolean {
  return patternsIn(access).every((pattern) => pattern === null);
}

/** The hosts the user named, in the order of the alphabet. */
export function hostsOf({ sites }: Access): readonly string[] {
  return [...new Set(sites.flatMap((site) => readPattern(site)?.host ?? []))].sort();
}

/** What the browser has to be asked to take back so that this host is no longer named. */
export function patternsOf({ sites }: Access, host: string): readonly string[] {
  return sites.filter((site) => readPattern(site)?.host === host);
}

/** The host of a web address that is not covered; null where it is, and for what is no web page. */
export function uncoveredHost(access: Access, url: string): string | null {
  const address = addressOf(url);
  return address && isWeb(address.scheme) && address.host !== '' && !covers(access, url) ? address.host : null;
}

const isAddress = (host: string) => /^[\d.]+$|^\[/.test(host);

/** A host covers its subdomains; an address of a computer has none. */
export function patternFor(host: string): string {
  return isAddress(host) ? `*://${host}/*` : `*://*.${host}/*`;
}
