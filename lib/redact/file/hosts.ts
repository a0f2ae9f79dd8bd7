/** Hosts stay: who talks to whom is what a login is about. Only a label that is a token gets a stand-in, the same everywhere. */
import { decodePercent } from '../../read/url.ts';
import { isOpenLabel } from '../policy.ts';

const named = /^[\p{L}\p{N}_*-]*(?:\.[\p{L}\p{N}_*-]+)*\.?$/u;
const literal = /^\[[0-9a-f:.]*\]$/i;

/** Browsers send `xn--`, whatever a page writes. */
function asciiLabel(label: string): string {
  if (!/[^ -~]/.test(label)) return label;
  try {
    return new URL(`https://${label}.example/`).hostname.split('.')[0] ?? label;
  } catch {
    return label;
  }
}

const noTokens: ReadonlySet<string> = new Set();

/** `host` or `host:port`. What is neither is hidden as a whole. `tokens`: labels that are some, in lower case. */
export function hostOf(text: string, hide: (part: string) => string, tokens = noTokens): string {
  const port = /:\d{0,5}$/.exec(text)?.[0] ?? '';
  const host = text.slice(0, text.length - port.length);
  if (literal.test(host)) return text;
  if (!named.test(host)) return hide(host) + port;
  return (
    host
      .split('.')
      .map((label) => labelOf(label, hide, tokens))
      .join('.') + port
  );
}

function labelOf(label: string, hide: (part: string) => string, tokens: ReadonlySet<string>): string {
  const ascii = asciiLabel(label);
  const lower = ascii.toLowerCase();
  if (isOpenLabel(label) && isOpenLabel(ascii) && !tokens.has(lower)) return label;
  // As long as before, and no encoding of other letters that a browser would have to understand.
  if (lower.startsWith('xn--')) return `idn-${hide(lower.slice(4))}`;
  return hide(/[A-Z]/.test(ascii) && ascii === ascii.toUpperCase() ? ascii : lower);
}

/** Lower case hides that a machine made a label up: what some address shows in both cases is remembered for the others. */
export function tokenLabels(address: string): string[] {
  const once = decodePercent(address);
  return [...new Set([address, once, decodePercent(once)])].flatMap((text) =>
    [...text.matchAll(/(?<![\p{L}\p{N}_-])[\p{L}\p{N}_-]{12,63}(?=\.)/gu)].flatMap(([label]) => {
      const ascii = asciiLabel(label);
      return isOpenLabel(label) && isOpenLabel(ascii) ? [] : [ascii.toLowerCase()];
    }),
  );
}

/** The reader's own machine, which is nobody's name. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i.test(host);
}

/** The hosts of a file's addresses, and the domains they are in. */
export class KnownHosts {
  readonly #names = new Set<string>();

  add(host: string): void {
    for (let labels = host.split('.'); labels.length > 0; labels = labels.slice(1)) this.#names.add(labels.join('.'));
  }

  /** The end of `host` or `host:port` that is known; null when nothing of it is. */
  knownPart(text: string): string | null {
    const port = /:\d{1,5}$/.exec(text)?.[0] ?? '';
    const labels = text.slice(0, text.length - port.length).split('.');
    if (!/^[\p{L}\p{N}._*-]+$/u.test(labels.join('.'))) return null;
    const from = labels.findIndex((_, index) => this.#names.has(labels.slice(index).join('.').toLowerCase()));
    return from < 0 ? null : labels.slice(from).join('.') + port;
  }
}
