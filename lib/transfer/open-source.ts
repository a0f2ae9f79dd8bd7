/** A file from outside of any size, read in pieces where it is large. What it says is the same either way. */
import { readHarStream } from '../normalize/har/stream.ts';
import { decodeFile, type OpenedFile, openFile, openJson } from './open-file.ts';

/** Where the bytes of a file come from. It may be asked for them more than once. */
export interface FileSource {
  readonly bytes: number;
  chunks(): AsyncIterable<Uint8Array>;
}

/** What is smaller is read in one piece. */
export const smallBytes = 4_000_000;
/** No engine holds a longer text. */
const longestBytes = 500_000_000;

export async function openSource(source: FileSource): Promise<OpenedFile> {
  if (source.bytes > smallBytes) {
    const json = await readHarStream(asUtf8(source.chunks()));
    if (json) return openJson(json);
  }
  // No HAR, or a broken one: what it is, and where it breaks, shows when it is read as a whole.
  return openWhole(source, 'and it is no HAR file that is sound to its end, which could be read in several');
}

/** In one piece, with everything that stands in it. `needed`: why no other way will do, for the end of a sentence. */
export async function openWhole(source: FileSource, needed: string): Promise<OpenedFile> {
  const whole = source.bytes > longestBytes ? null : await textOf(source);
  if (whole === null)
    return {
      kind: 'unreadable',
      because: `at ${Math.round(source.bytes / 1e6)} MB it is larger than can be read in one piece, ${needed}`,
    };
  return openFile(whole);
}

async function textOf(source: FileSource): Promise<string | null> {
  const bytes = new Uint8Array(source.bytes);
  let at = 0;
  for await (const chunk of source.chunks()) {
    // It grew meanwhile.
    const part = chunk.subarray(0, bytes.length - at);
    bytes.set(part, at);
    at += part.length;
  }
  try {
    return decodeFile(bytes.subarray(0, at));
  } catch {
    return null;
  }
}

/** As `decodeFile` reads them: the mark at the beginning says which encoding it is. */
async function* asUtf8(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let head: Uint8Array = new Uint8Array();
  let wide: TextDecoder | null = null;
  let begun = false;
  const encoder = new TextEncoder();
  for await (const chunk of chunks) {
    let next = chunk;
    if (!begun) {
      const joined: Uint8Array = new Uint8Array(head.length + chunk.length);
      joined.set(head);
      joined.set(chunk, head.length);
      head = joined;
      if (head.length < 3) continue;
      begun = true;
      if (head[0] === 0xff && head[1] === 0xfe) {
        wide = new TextDecoder('utf-16le');
        next = head.subarray(2);
      } else next = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? head.subarray(3) : head;
    }
    yield wide ? encoder.encode(wide.decode(next, { stream: true })) : next;
  }
  if (!begun) yield head;
  else if (wide) yield encoder.encode(wide.decode());
}
