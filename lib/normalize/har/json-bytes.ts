/** Strings of JSON, as bytes of UTF-8. Every byte that matters to JSON is ASCII, and no part of another character looks like it. */

const quote = 0x22;
const backslash = 0x5c;
const firstPrintable = 0x20;
const letterU = 0x75;
/** `"`, `\`, `/`, b, f, n, r, t */
const escaped: ReadonlySet<number> = new Set([0x22, 0x5c, 0x2f, 0x62, 0x66, 0x6e, 0x72, 0x74]);

const isHex = (byte: number) => (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66);

/** The same bytes, four at a time: most of a large file is long strings. The length is a multiple of four. */
export interface ByteWindow {
  readonly bytes: Uint8Array;
  readonly words: Int32Array;
}

export function byteWindow(length: number): ByteWindow {
  const buffer = new ArrayBuffer(Math.ceil(length / 4) * 4);
  return { bytes: new Uint8Array(buffer), words: new Int32Array(buffer) };
}

/** Whether one of four bytes may end a run of ordinary characters: a quote, a backslash, a control character. */
function mayStop(word: number): boolean {
  const quotes = word ^ 0x22222222;
  const backslashes = word ^ 0x5c5c5c5c;
  // Hacker's Delight 6-1: a byte that is zero, and one that is less than a blank, show in its highest bit.
  const found = ((quotes - 0x01010101) & ~quotes) | ((backslashes - 0x01010101) & ~backslashes) | ((word - 0x20202020) & ~word);
  return (found & 0x80808080) !== 0;
}

/**
 * From within a string on: where its quote stands, or the first byte that can not be part of a string, or `end`. An escape that `end`
 * cuts in two counts as such a byte: it begins less than six bytes before it.
 */
export function stringStop({ bytes, words }: ByteWindow, from: number, end: number): number {
  let at = from;
  while (at < end) {
    if ((at & 3) === 0) {
      let word = at >> 2;
      for (const last = end >> 2; word < last && !mayStop(words[word] ?? 0); word++);
      at = word << 2;
      if (at >= end) return end;
    }
    const byte = bytes[at] ?? 0;
    if (byte === backslash) {
      const length = escapeLength(bytes, at, end);
      if (length === 0) return at;
      at += length;
    } else if (byte === quote || byte < firstPrintable) return at;
    else at++;
  }
  return at;
}

/** Bytes of the escape at `at`, 0 where it is none. */
function escapeLength(bytes: Uint8Array, at: number, end: number): number {
  if (at + 1 >= end) return 0;
  const kind = bytes[at + 1] ?? 0;
  if (kind !== letterU) return escaped.has(kind) ? 2 : 0;
  if (at + 6 > end) return 0;
  for (let i = at + 2; i < at + 6; i++) if (!isHex(bytes[i] ?? 0)) return 0;
  return 6;
}

const blanks: ReadonlySet<number> = new Set([0x20, 0x0a, 0x0d, 0x09]);

/** Nothing but what JSON lets stand anywhere. */
export const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => blanks.has(byte));

/** Whether the name between two quotes is this one, which is ASCII. A name may be written with escapes. */
export function isKey(bytes: Uint8Array, from: number, to: number, word: string): boolean {
  if (bytes.subarray(from, to).includes(backslash)) return decodeString(bytes.subarray(from, to)) === word;
  if (to - from !== word.length) return false;
  for (let i = 0; i < word.length; i++) if (bytes[from + i] !== word.charCodeAt(i)) return false;
  return true;
}

/** A byte order mark within a text is a character of it. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export const decode = (bytes: Uint8Array): string => decoder.decode(bytes);

/** What stands between the quotes of a string. */
export const decodeString = (bytes: Uint8Array): string => String(JSON.parse(`"${decode(bytes)}"`));

/**
 * The first characters of a string, at least `chars` of them where it has so many. A part of the file would be kept alive by a part of
 * the string, so no more of it is decoded.
 */
export function decodeBeginning(bytes: Uint8Array, chars: number): string {
  const most = chars * 6 + 24;
  if (bytes.length <= most) return decodeString(bytes);
  // An escape may be cut in two here.
  for (let to = most; to > most - 6; to--) {
    try {
      return decodeString(bytes.subarray(0, to));
    } catch {}
  }
  return decodeString(bytes);
}
