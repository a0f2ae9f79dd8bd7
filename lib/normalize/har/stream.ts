/**
 * A HAR of any size, read piece by piece: what comes out is the file as JSON.parse would give it, but for texts of answers that
 * nothing is read from. Those never become text.
 */
import { isObject, type JsonObject } from '../../read/json.ts';
import { child, member } from '../../read/loose.ts';
import { assetChars, largestBodyChars, statusOf, usedOf } from './body.ts';
import { decode, decodeBeginning, decodeString } from './json-bytes.ts';
import { type CutEntry, HarScanner, NotCut } from './scan.ts';

/** Not worth being taken out. */
const shortTextBytes = 1_000;
/** Stands where a text was that nothing is read from. */
const unread = '-';
/** Stands where a text was that is larger than is read. All share one. */
const tooLong = '-'.repeat(largestBodyChars + 1);

/** The file as JSON, or null when it is none, or no HAR: then it has to be read whole to say what it is. `chunks` are UTF-8. */
export async function readHarStream(chunks: AsyncIterable<Uint8Array>): Promise<JsonObject | null> {
  let entries: unknown[] = [];
  let lists = 0;
  const scanner = new HarScanner(
    (entry) => entries.push(readCut(entry)),
    () => {
      entries = [];
      lists++;
    },
  );
  try {
    for await (const chunk of chunks) scanner.push(chunk);
    const frame: unknown = JSON.parse(decode(scanner.end()));
    const log = isObject(frame) ? child(frame, 'log') : null;
    if (lists === 0 || !isObject(frame) || !log || !Array.isArray(member(log, 'entries'))) return null;
    return { ...frame, log: { ...log, entries } };
  } catch (error) {
    // A piece that is no JSON, or longer than a text can be.
    if (error instanceof NotCut || error instanceof SyntaxError || error instanceof RangeError || error instanceof TypeError) return null;
    throw error;
  }
}

function readCut({ bytes, text: span, cut }: CutEntry): unknown {
  if (!span || (!cut && span.to - span.from < shortTextBytes)) {
    if (cut) throw new NotCut();
    return JSON.parse(decode(bytes));
  }
  const rest: unknown = JSON.parse(decode(bytes.subarray(0, span.from)) + decode(bytes.subarray(span.to)));
  const entry = isObject(rest) ? rest : null;
  const response = entry && child(entry, 'response');
  const content = response && child(response, 'content');
  // Another member of the same name came later.
  if (!content || !Object.hasOwn(content, 'text')) return rest;
  const body = bytes.subarray(span.from, span.to);
  // What Roundtrip wrote itself is read by other rules.
  const own = Object.hasOwn(entry, '_roundtrip');
  if (own && cut) throw new NotCut();
  return {
    ...entry,
    response: { ...response, content: { ...content, text: own ? decodeString(body) : usedText(body, cut, response, content) } },
  };
}

function usedText(body: Uint8Array, cut: boolean, response: JsonObject, content: JsonObject): string {
  // Whether it is too long is known by its characters alone.
  const mayBeLong = cut || body.length > largestBodyChars;
  const begins = () => (mayBeLong ? '' : decodeBeginning(body, assetChars + 1));
  switch (usedOf(content, statusOf(response), begins)) {
    case 'nothing':
      return unread;
    case 'beginning':
      return begins().slice(0, assetChars + 1);
    case 'all':
      return cut ? tooLong : decodeString(body);
  }
}
