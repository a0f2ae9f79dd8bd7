/**
 * HAR 1.1 and 1.2 as Chrome, Firefox, Safari, Playwright, Charles, Fiddler, Proxyman, mitmproxy and others write
 * them. An entry that can not be read is skipped and counted, never the end of the file.
 */
import type { Capture, Product, Skipped } from '../model/capture.ts';
import type { Exchange, Gap } from '../model/exchange.ts';
import { agentOf, isZoneOffset, productCalled } from '../read/agent.ts';
import { isObject, type JsonObject } from '../read/json.ts';
import { child, member, text } from '../read/loose.ts';
import { readEntry } from './har/entry.ts';
import { linkHops } from './har/hops.ts';
import { traitsOf } from './har/traits.ts';

export type HarResult = { readonly kind: 'read'; readonly capture: Capture } | { readonly kind: 'unreadable'; readonly because: string };

/** `value` is the parsed JSON of a file. */
export function fromHar(value: unknown): HarResult {
  const log = isObject(value) ? child(value, 'log') : null;
  if (!log) return { kind: 'unreadable', because: 'it has no "log" object, so it is not a HAR file' };
  const raw = member(log, 'entries');
  if (!Array.isArray(raw)) return { kind: 'unreadable', because: 'its "log" has no "entries" list' };
  if (raw.length === 0) return { kind: 'unreadable', because: 'it holds no entries; nothing was recorded' };
  const traits = traitsOf(log, raw);
  const skipped: Skipped[] = [];
  const read: Exchange[] = [];
  let untimed = 0;
  raw.forEach((entry, index) => {
    const result = readEntry(entry, index, traits, (read.at(-1)?.startedAt ?? 0) + 1);
    if (result.kind === 'skipped') skipped.push({ entry: index, because: result.because });
    else {
      read.push(result.exchange);
      if (!result.timed) untimed++;
    }
  });
  if (read.length === 0)
    return {
      kind: 'unreadable',
      because: `none of its ${raw.length} entries can be read (the first: ${skipped[0]?.because ?? 'unknown'})`,
    };
  const ordered = read
    .map((exchange, index) => ({ exchange, index }))
    .sort((a, b) => a.exchange.startedAt - b.exchange.startedAt || a.index - b.index);
  const exchanges = linkHops(ordered.map((o) => o.exchange));
  const gaps: Gap[] = [];
  if (traits.hidesCookies) gaps.push('header-hidden');
  if (traits.cutsFragments) gaps.push('fragment-not-recorded');
  if (untimed > 0) gaps.push('times-missing');
  const last = exchanges.reduce((end, e) => Math.max(end, e.startedAt + (e.durationMs ?? 0)), 0);
  const creator = child(log, 'creator');
  const agent = agentOf(exchanges);
  return {
    kind: 'read',
    capture: {
      source: {
        kind: 'har',
        creator: creator ? `${text(creator['name'])} ${text(creator['version'])}`.trim() || null : null,
        browser: traits.browser,
        product: productOf(log, agent.product),
        entries: raw.length,
      },
      machine: { platform: agent.platform, zoneOffsetMinutes: zoneOf(raw) },
      exchanges,
      gaps: gaps.sort(),
      skipped,
      settings: { thirdPartyCookies: null },
      live: false,
      asOf: last,
    },
  };
}

/** A file that names its browser is believed, also where the name is none that is known here; requests may call themselves anything. */
function productOf(log: JsonObject, asked: Product | null): Product | null {
  const named = (name: string) => {
    const program = child(log, name);
    return program && text(member(program, 'name')) !== ''
      ? { product: productCalled(`${text(member(program, 'name'))} ${text(member(program, 'version'))}`) }
      : null;
  };
  const browser = named('browser');
  return browser ? browser.product : (named('creator')?.product ?? asked);
}

/** Times with an offset tell the clock they were written by. `+00:00` tells nothing: programs that count in UTC write it everywhere. */
function zoneOf(entries: readonly unknown[]): number | null {
  const first = entries.find(isObject);
  const [, sign, hours = '', minutes = ''] = /T[\d:.]+([+-])(\d\d):?(\d\d)$/.exec(text(first && member(first, 'startedDateTime'))) ?? [];
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  return sign === undefined || offset === 0 || !isZoneOffset(offset) ? null : offset;
}
