/** HAR 1.1 and 1.2 as Chrome, Firefox, Safari, Playwright, Charles, Fiddler, Proxyman, mitmproxy and others write them. */
import type { Capture, Product } from '../model/capture.ts';
import { isZoneOffset, productCalled } from '../read/agent.ts';
import { isObject, type JsonObject } from '../read/json.ts';
import { child, member, text } from '../read/loose.ts';
import { readEntries } from './har/capture.ts';
import { readOwnHar } from './har/own.ts';
import { traitsOf } from './har/traits.ts';

export type HarResult =
  | {
      readonly kind: 'read';
      readonly capture: Capture;
      /** Roundtrip wrote it, and nobody changed it: the capture holds all that the file says. */
      readonly own: boolean;
    }
  | { readonly kind: 'unreadable'; readonly because: string };

/** `value` is the parsed JSON of a file. */
export function fromHar(value: unknown): HarResult {
  const log = isObject(value) ? child(value, 'log') : null;
  if (!log) return { kind: 'unreadable', because: 'it has no "log" object, so it is not a HAR file' };
  const raw = member(log, 'entries');
  if (!Array.isArray(raw)) return { kind: 'unreadable', because: 'its "log" has no "entries" list' };
  if (raw.length === 0) return { kind: 'unreadable', because: 'it holds no entries; nothing was recorded' };
  const own = readOwnHar(log, raw);
  if (own) return { kind: 'read', capture: own, own: true };
  const creator = child(log, 'creator');
  const result = readEntries(raw, {
    kind: 'har',
    creator: creator ? `${text(member(creator, 'name'))} ${text(member(creator, 'version'))}`.trim() || null : null,
    traits: traitsOf(log, raw),
    productOf: (asked) => productOf(log, asked),
    zoneOffsetMinutes: zoneOf(raw),
    since: 0,
  });
  return result.kind === 'read' ? { ...result, own: false } : result;
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
