/**
 * An address by itself: a login link that nobody has opened, or the address an answer came back on. Its one request was never sent,
 * so nothing that comes of it is missing.
 */
import type { Capture } from '../model/capture.ts';
import { unknownMachine } from '../model/capture.ts';
import type { Exchange } from '../model/exchange.ts';
import { addressOf } from '../read/url.ts';

export type LinkResult =
  | { readonly kind: 'read'; readonly capture: Capture }
  | { readonly kind: 'unreadable'; readonly because: string }
  | { readonly kind: 'other' };

const begins = /^https?:\/\//i;
/** No server takes one of this length, and a line of a large file is no address. */
const longest = 200_000;

/** `text` is what was pasted: an address alone, perhaps between `<` and `>` as in a mail. */
export function fromLink(text: string): LinkResult {
  const pasted = text
    .trim()
    .replace(/^<(.*)>$/s, '$1')
    .trim();
  if (!begins.test(pasted)) return { kind: 'other' };
  if (/[\r\n]/.test(pasted) || /\shttps?:\/\//i.test(pasted))
    return { kind: 'unreadable', because: 'it is more than one line or address; one at a time is read' };
  if (pasted.length > longest) return { kind: 'unreadable', because: 'it is too long for an address' };
  if (!addressOf(pasted)?.host) return { kind: 'unreadable', because: 'it begins like an address, and names no host' };
  // As browsers do with blanks.
  return { kind: 'read', capture: captureOf(pasted.replaceAll(/\s/g, '%20')) };
}

function captureOf(url: string): Capture {
  const exchange: Exchange = {
    id: 'x0.0',
    source: 'file',
    where: { tab: null, frame: 0, kind: 'page', container: null, incognito: false, opener: null, fromBrowser: false },
    startedAt: 0,
    waitMs: null,
    durationMs: null,
    request: {
      method: 'GET',
      url,
      headers: { fields: [], hidden: 'all' },
      body: { seen: true, value: { kind: 'empty' } },
      initiator: null,
    },
    outcome: { kind: 'pending' },
    previousHop: null,
    protocol: null,
    fromCache: false,
    speculative: null,
    navigation: null,
    jar: { seen: false, why: 'not-sent' },
  };
  return {
    source: { kind: 'link', creator: null, browser: null, product: null, entries: 1 },
    machine: unknownMachine,
    exchanges: [exchange],
    gaps: ['not-sent', 'times-missing'],
    restartedAt: [],
    skipped: [],
    settings: { thirdPartyCookies: null },
    live: false,
    asOf: 0,
  };
}
