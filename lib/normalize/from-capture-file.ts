/** A capture file of our own, read back. Nothing in it is trusted to have the type it should have. */
import type { Browser, Capture, Skipped } from '../model/capture.ts';
import type { Exchange, Gap } from '../model/exchange.ts';
import { isObject, type JsonObject } from '../read/json.ts';
import { child, list, member, number, text } from '../read/loose.ts';
import { readStoredExchange } from './capture-file/exchange.ts';
import { gapOf, policyOf } from './capture-file/words.ts';

export type CaptureFileResult =
  | { readonly kind: 'read'; readonly capture: Capture }
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
  const raw = member(value, 'exchanges');
  if (!Array.isArray(raw)) return { kind: 'unreadable', because: 'it is a Roundtrip capture without its list of exchanges' };
  const exchanges: Exchange[] = [];
  const skipped: Skipped[] = [...skippedOf(value)];
  raw.forEach((entry, index) => {
    const exchange = readStoredExchange(entry);
    if (typeof exchange === 'string') skipped.push({ entry: index, because: exchange });
    else exchanges.push(exchange);
  });
  return {
    kind: 'read',
    capture: {
      source: sourceOf(value, raw.length),
      exchanges: exchanges.sort((a, b) => a.startedAt - b.startedAt),
      gaps: list(member(value, 'gaps'))
        .map(gapOf)
        .filter((gap): gap is Gap => gap !== null),
      skipped,
      settings: { thirdPartyCookies: policyOf(member(child(value, 'settings') ?? {}, 'thirdPartyCookies')) },
      // What had not happened when it was saved will not happen any more; what was still running then is judged as of then.
      live: member(value, 'live') === true,
      asOf: number(member(value, 'asOf')) ?? 0,
    },
  };
}

function sourceOf(value: JsonObject, entries: number): Capture['source'] {
  const source = child(value, 'source') ?? {};
  const browser = text(member(source, 'browser'));
  const browsers: readonly Browser[] = ['chrome', 'firefox', 'safari'];
  return {
    kind: 'file',
    creator: text(member(source, 'creator')).slice(0, 120) || null,
    browser: browsers.find((name) => name === browser) ?? null,
    entries: number(member(source, 'entries')) ?? entries,
  };
}

function skippedOf(value: JsonObject): Skipped[] {
  return list(member(value, 'skipped'))
    .filter(isObject)
    .map((one) => ({ entry: number(member(one, 'entry')) ?? 0, because: text(member(one, 'because')).slice(0, 200) }));
}
