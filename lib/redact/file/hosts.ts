/** Hosts stay: who talks to whom is what a login is about. Only a label that is a token gets a stand-in, the same everywhere. */
import { isOpenLabel } from '../policy.ts';

const named = /^[\p{L}\p{N}_*-]*(?:\.[\p{L}\p{N}_*-]+)*\.?$/u;
const literal = /^\[[0-9a-f:.]*\]$/i;

/** `host` or `host:port`. What is neither is hidden as a whole. */
export function hostOf(text: string, hide: (part: string) => string): string {
  const port = /:\d{0,5}$/.exec(text)?.[0] ?? '';
  const host = text.slice(0, text.length - port.length);
  if (literal.test(host)) return text;
  if (!named.test(host)) return hide(host) + port;
  return (
    host
      .split('.')
      .map((label) =>
        isOpenLabel(label) ? label : hide(/[A-Z]/.test(label) && label === label.toUpperCase() ? label : label.toLowerCase()),
      )
      .join('.') + port
  );
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
