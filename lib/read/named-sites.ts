/** Sites as people write them: hosts and addresses, typed or pasted, one or many. */
import { parse } from 'tldts';

export type NamedSites =
  | { readonly kind: 'hosts'; readonly hosts: readonly [string, ...string[]] }
  | { readonly kind: 'refused'; readonly because: NoSite };

/** `word` as it was written, cut when long; `host` is what it names. */
export type NoSite =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'no-site'; readonly word: string }
  | { readonly kind: 'shared-ending'; readonly word: string; readonly host: string };

const refused = (because: NoSite): NamedSites => ({ kind: 'refused', because });

/** The longest name of a host (RFC 1035 section 2.3.4) is shorter. */
const longestShown = 60;

/** The host of one site, or null where it is none. `*.` in front and what stands behind the host are left out. */
function hostIn(word: string): string | null {
  const bare = word.replace(/^(?:https?|\*):\/\//i, '').replace(/^\*\./, '');
  // Another scheme, a wildcard within, a name before the host.
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(bare) || /[*@\\]/.test(bare.split('/', 1)[0] ?? '')) return null;
  if (!URL.canParse(`https://${bare}`)) return null;
  const host = new URL(`https://${bare}`).hostname.replace(/\.$/, '');
  return /^\[[0-9a-f:.]+\]$|^(?!-)[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/.test(host) && host.length <= 253 ? host : null;
}

export function readNamedSites(text: string): NamedSites {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const hosts: string[] = [];
  for (const word of words) {
    const shown = word.length > longestShown ? `${word.slice(0, longestShown)}…` : word;
    const host = hostIn(word);
    if (host === null) return refused({ kind: 'no-site', word: shown });
    // Everything below `co.uk` belongs to as many people as there are sites.
    const { publicSuffix, isIcann } = parse(host);
    if (isIcann && publicSuffix === host) return refused({ kind: 'shared-ending', word: shown, host });
    if (!hosts.includes(host)) hosts.push(host);
  }
  const [first, ...more] = hosts;
  return first === undefined ? refused({ kind: 'nothing' }) : { kind: 'hosts', hosts: [first, ...more] };
}
