/** A capture file of our own, read back. Nothing in it is trusted to have the type it should have. */
import type { Browser, Capture, Machine, Skipped } from '../model/capture.ts';
import type { Exchange, Gap } from '../model/exchange.ts';
import type { Recording, SecondAttempt, Story } from '../model/recording.ts';
import { isZoneOffset, productCalled } from '../read/agent.ts';
import { isObject, type JsonObject } from '../read/json.ts';
import { child, list, member, number, text } from '../read/loose.ts';
import { readStoredExchange } from './capture-file/exchange.ts';
import { againOf, gapOf, policyOf } from './capture-file/words.ts';

export type CaptureFileResult =
  | { readonly kind: 'read'; readonly recording: Recording }
  | { readonly kind: 'unreadable'; readonly because: string }
  /** It does not say that it is one. */
  | { readonly kind: 'other' };

const newestVersion = 1;

export function fromCaptureFile(value: unknown): CaptureFileResult {
  if (!isObject(value) || member(value, 'format') !== 'roundtrip.capture') return { kind: 'other' };
  const version = number(member(value, 'version'));
  if (version === null || version < 1) return { kind: 'unreadable', because: 'it is a Roundtrip capture without a version' };
  if (version > newestVersion)
    return {
      kind: 'unreadable',
      because: `it is a Roundtrip capture of version ${version}; this Roundtrip reads up to version ${newestVersion}, so update it`,
    };
  const capture = captureOf(value);
  if (!capture) return { kind: 'unreadable', because: 'it is a Roundtrip capture without its list of exchanges' };
  return { kind: 'read', recording: { capture, story: storyOf(child(value, 'story')), second: secondOf(child(value, 'second')) } };
}

/** Members that later releases added may be missing. */
function captureOf(value: JsonObject): Capture | null {
  const raw = member(value, 'exchanges');
  if (!Array.isArray(raw)) return null;
  const exchanges: Exchange[] = [];
  const skipped: Skipped[] = [...skippedOf(value)];
  raw.forEach((entry, index) => {
    const exchange = readStoredExchange(entry);
    if (typeof exchange === 'string') skipped.push({ entry: index, because: exchange });
    else exchanges.push(exchange);
  });
  return {
    source: sourceOf(value, raw.length),
    machine: machineOf(child(value, 'machine')),
    exchanges: exchanges.sort((a, b) => a.startedAt - b.startedAt),
    gaps: list(member(value, 'gaps'))
      .map(gapOf)
      .filter((gap): gap is Gap => gap !== null),
    skipped,
    settings: { thirdPartyCookies: policyOf(member(child(value, 'settings') ?? {}, 'thirdPartyCookies')) },
    // What had not happened when it was saved will not happen any more; what was still running then is judged as of then.
    live: member(value, 'live') === true,
    asOf: number(member(value, 'asOf')) ?? 0,
  };
}

function sourceOf(value: JsonObject, entries: number): Capture['source'] {
  const source = child(value, 'source') ?? {};
  const browser = text(member(source, 'browser'));
  const product = child(source, 'product');
  const creator = text(member(source, 'creator')).slice(0, 120) || null;
  const browsers: readonly Browser[] = ['chrome', 'firefox', 'safari'];
  return {
    kind: 'file',
    creator,
    browser: browsers.find((name) => name === browser) ?? null,
    // Files written before there was such a member name the browser as their creator.
    product: productCalled(product ? `${text(member(product, 'name'))} ${text(member(product, 'version'))}` : (creator ?? '')),
    entries: number(member(source, 'entries')) ?? entries,
  };
}

function machineOf(value: JsonObject | null): Machine {
  const offset = number(member(value ?? {}, 'zoneOffsetMinutes'));
  return {
    platform: text(member(value ?? {}, 'platform')).slice(0, 80) || null,
    zoneOffsetMinutes: offset !== null && isZoneOffset(offset) ? offset : null,
  };
}

/** What fits on a screen; a longer text is cut. */
const longestWords = 4_000;

function storyOf(value: JsonObject | null): Story | null {
  if (!value) return null;
  const words = (name: string) => text(member(value, name)).slice(0, longestWords);
  return { site: words('site') || null, goal: words('goal') || null, did: words('did'), saw: words('saw') };
}

function secondOf(value: JsonObject | null): SecondAttempt | null {
  const capture = value && captureOf(value);
  return capture ? { how: againOf(member(value, 'how')) ?? 'same-window', capture } : null;
}

function skippedOf(value: JsonObject): Skipped[] {
  return list(member(value, 'skipped'))
    .filter(isObject)
    .map((one) => ({ entry: number(member(one, 'entry')) ?? 0, because: text(member(one, 'because')).slice(0, 200) }));
}
