/** What a whole file shows and hides, found out before its entries are read. */
import type { Browser } from '../../model/capture.ts';
import type { Exchange } from '../../model/exchange.ts';
import { isObject, type JsonObject } from '../../read/json.ts';
import { child, list, member, text } from '../../read/loose.ts';
import { has, readHeaders, valueFor } from './headers.ts';

/** What the whole file hides, found out before its entries are read. */
export interface FileTraits {
  readonly source: Exchange['source'];
  readonly browser: Browser | null;
  readonly byBrowser: boolean;
  readonly hiddenInRequests: readonly string[];
  readonly hiddenInResponses: readonly string[];
  readonly hidesCookies: boolean;
  readonly cutsFragments: boolean;
}

function browserOf(name: string): Browser | null {
  if (/firefox|firebug/i.test(name)) return 'firefox';
  if (/webkit web inspector|safari/i.test(name)) return 'safari';
  return /webinspector|chrome|chromium|edge|brave|opera|browsertime/i.test(name) ? 'chrome' : null;
}

export function browserOfAgent(agent: string): Browser | null {
  if (!/^Mozilla\/5\.0 \(/.test(agent)) return null;
  if (/Firefox\/\d/.test(agent)) return 'firefox';
  if (/(?:Chrome|Chromium|Edg|OPR)\/\d/.test(agent)) return 'chrome';
  return /Safari\/\d/.test(agent) ? 'safari' : null;
}

export interface Recorder {
  /** An extension saw only what a browser sent, and the whole of its addresses (measured in both browsers). */
  readonly byExtension: boolean;
}

/** `log` says who wrote the file, as a HAR does. */
export function traitsOf(log: JsonObject, entries: readonly unknown[], { byExtension }: Recorder = { byExtension: false }): FileTraits {
  const creator = text(child(log, 'creator')?.['name']);
  const named = browserOf(text(child(log, 'browser')?.['name'])) ?? browserOf(creator);
  let agent: Browser | null = null;
  let cookies = false;
  let fragments = false;
  let cors = false;
  for (const entry of entries) {
    if (!isObject(entry)) continue;
    const request = child(entry, 'request');
    const response = child(entry, 'response');
    if (!request) continue;
    const headers = readHeaders(member(request, 'headers'));
    agent ??= browserOfAgent(valueFor(headers, 'user-agent') ?? '');
    cookies ||= has(headers, 'cookie') || list(member(request, 'cookies')).length > 0;
    const answer = response ? readHeaders(member(response, 'headers')) : [];
    cookies ||= has(answer, 'set-cookie') || list(response ? member(response, 'cookies') : null).length > 0;
    cors ||= has(answer, 'access-control-allow-origin');
    fragments ||= text(member(request, 'url')).includes('#');
  }
  const browser = named ?? agent;
  const devtools = /webinspector/i.test(creator) && !/webkit web inspector/i.test(creator);
  // Chrome's default export (since late 2024) removes all three; any other file without a single cookie may have lost them too.
  const hidden = cookies ? [] : ['cookie', 'set-cookie'];
  // Hand-made files leave CORS headers out; where none stands anywhere, their absence proves nothing.
  const hiddenInResponses = cors ? hidden : [...hidden, 'access-control-allow-origin'];
  return {
    source: byExtension ? 'web-request' : 'har',
    browser,
    byBrowser: byExtension || named !== null,
    hiddenInRequests: cookies ? [] : devtools ? ['cookie', 'authorization'] : ['cookie'],
    hidesCookies: !cookies,
    hiddenInResponses,
    // DevTools cuts request URLs at '#'; a file that shows one does not.
    cutsFragments: !byExtension && !fragments,
  };
}
