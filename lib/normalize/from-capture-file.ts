/** A capture file of our own, read back. Nothing in it is trusted to have the type it should have. */
import type { Capture, Skipped } from '../model/capture.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Recording, SecondAttempt, Story } from '../model/recording.ts';
import { isObject, type JsonObject } from '../read/json.ts';
import { child, member, number, text } from '../read/loose.ts';
import { readStoredExchange } from './capture-file/exchange.ts';
import { readCaptureFacts } from './capture-file/facts.ts';
import { againOf } from './capture-file/words.ts';

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

function captureOf(value: JsonObject): Capture | null {
  const raw = member(value, 'exchanges');
  if (!Array.isArray(raw)) return null;
  const facts = readCaptureFacts(value, raw.length);
  const exchanges: Exchange[] = [];
  const skipped: Skipped[] = [...facts.skipped];
  raw.forEach((entry, index) => {
    const exchange = readStoredExchange(entry);
    if (typeof exchange === 'string') skipped.push({ entry: index, because: exchange });
    else exchanges.push(exchange);
  });
  return { ...facts, skipped, exchanges: exchanges.sort((a, b) => a.startedAt - b.startedAt) };
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
