/**
 * Values for a file that looks like the one it came from: the same value always gets the same stand-in, of the same length and
 * kind of characters, so that sizes, encodings and comparisons stay true. Made by chance; nothing leads back.
 */
import { explainAlteration, wayFrom } from '../../read/compare.ts';
import { decodePercent } from '../../read/url.ts';
import { writtenLike } from './encode.ts';
import { type HiddenCounts, type HiddenKind, hiddenKinds } from './kinds.ts';
import { packedLike } from './packed.ts';

/** Relations are looked for among values that are compared at all; a file has few of those. */
const mostRelated = 400;
const longestRelated = 4_000;
/** Every way there and back is tried for each pair; after so many the rest of a hostile file gets unrelated stand-ins. */
const mostComparisons = 20_000;

/** As often as a value may be encoded on top of another encoding; more is no value of a login. */
const mostEncodings = 3;

/** Different values get different stand-ins; of very short ones there may be no other left, or nothing in them to be changed. */
const mostTries = (value: string) => (value.length < 8 ? 300 : 8);

/** A value that must not leave. */
export interface HiddenValue {
  readonly value: string;
  readonly kind: HiddenKind;
  /** By chance it is also the stand-in of another one, so finding it proves nothing. */
  readonly madeUp: boolean;
}

/** Encoded characters next to each other, or one character. */
const encodedRun = /(?:%[0-9a-f]{2})+|[\s\S]/giu;

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decoded(bytes: readonly number[]): string | null {
  try {
    return utf8.decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}

/** A cut may go through an encoded character. */
const cutThrough = 4;

/** What no mistake in encoding changes: letters and digits, without and with what looks like markup. */
function bonesOf(value: string): readonly string[] {
  const decoded = decodePercent(decodePercent(decodePercent(value))).replace(/&#?\w{1,6};/g, '');
  const bare = (text: string) =>
    text
      .normalize('NFC')
      .replace(/[^A-Za-z0-9]/g, '')
      .toLowerCase();
  return decoded.includes('<') ? [bare(decoded), bare(decoded.replace(/<[^<>]*>/g, ''))] : [bare(decoded)];
}

/** Comparing in earnest is slow, and most values have nothing to do with each other. */
function mayBeRelated(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) =>
    b.some((other) => {
      const [short, long] = one.length < other.length ? [one, other] : [other, one];
      return long.startsWith(short.slice(0, Math.max(0, short.length - cutThrough)));
    }),
  );
}

/** 32 random bits. */
export type Chance = () => number;

const drawn = new Uint32Array(4_096);
let used = drawn.length;

/** Drawn many at a time: one at a time costs more than everything else. */
export const byChance: Chance = () => {
  if (used === drawn.length) {
    crypto.getRandomValues(drawn);
    used = 0;
  }
  return drawn[used++] ?? 0;
};

export class StandIns {
  readonly #byValue = new Map<string, string>();
  readonly #made = new Set<string>();
  readonly #dropped = new Set<string>();
  readonly #related: { readonly value: string; readonly bones: readonly string[] }[] = [];
  readonly #chance: Chance;
  #comparisons = 0;
  readonly #kinds = new Map<string, HiddenKind>();
  /** The same value as another one, written in another way. */
  readonly #rewritten = new Set<string>();
  readonly #lookedAt = new Set<string>();
  #kind: HiddenKind = 'value';

  constructor(chance: Chance = byChance) {
    this.#chance = chance;
  }

  /** Everything that was replaced or left out, for the scan of what leaves. */
  *hidden(): Iterable<HiddenValue> {
    for (const value of this.#byValue.keys()) yield { value, kind: this.#kinds.get(value) ?? 'value', madeUp: this.#made.has(value) };
    for (const value of this.#dropped) if (!this.#byValue.has(value)) yield { value, kind: 'value', madeUp: this.#made.has(value) };
  }

  /** Left out without a stand-in. */
  drop(value: string): void {
    this.#dropped.add(value);
  }

  get counts(): HiddenCounts {
    const counts = Object.fromEntries(hiddenKinds.map((kind) => [kind, 0])) as Record<HiddenKind, number>;
    for (const [value, kind] of this.#kinds) if (!this.#rewritten.has(value)) counts[kind]++;
    return counts;
  }

  /** What is replaced meanwhile is of this kind. */
  as<T>(kind: HiddenKind, work: () => T): T {
    const before = this.#kind;
    this.#kind = kind;
    try {
      return work();
    } finally {
      this.#kind = before;
    }
  }

  /** `compared`: some check compares it with others, so what an encoding mistake made of it has to show in the stand-ins, too. */
  of(value: string, compared = false, encodings = 0): string {
    const made = this.#byValue.get(value) ?? this.#first(value, compared, encodings);
    if (compared && value.length <= longestRelated && this.#related.length < mostRelated && !this.#lookedAt.has(value)) {
      this.#lookedAt.add(value);
      this.#related.push({ value, bones: bonesOf(value) });
    }
    return made;
  }

  #first(value: string, compared: boolean, encodings: number): string {
    const rewritten = this.#fromDecoded(value, compared, encodings);
    const made = rewritten ?? (compared ? this.#fromRelative(value) : null) ?? this.#make(value);
    if (rewritten !== null) this.#rewritten.add(value);
    this.#byValue.set(value, made);
    this.#made.add(made);
    this.#kinds.set(value, this.#kind);
    return made;
  }

  /** `value` is what `make` makes of `source`, and stays so. */
  derive(value: string, source: string, make: (text: string) => string): void {
    const made = make(this.of(source, true));
    this.#byValue.set(value, made);
    this.#made.add(made);
    this.#kinds.set(value, this.#kind);
  }

  /** One value, encoded in one place and not in the other, has one stand-in. */
  #fromDecoded(value: string, compared: boolean, encodings: number): string | null {
    const plain = decodePercent(value);
    if (plain === value || encodings >= mostEncodings) return null;
    return writtenLike(value, plain, this.of(plain, compared, encodings + 1));
  }

  #fromRelative(value: string): string | null {
    if (value.length > longestRelated) return null;
    const bones = bonesOf(value);
    for (const { value: other, bones: others } of this.#related) {
      if (!mayBeRelated(bones, others)) continue;
      if (this.#comparisons++ >= mostComparisons) return null;
      const forth = explainAlteration(other, value);
      const stand = this.#byValue.get(other) ?? '';
      if (forth?.how === 'cut') return stand.slice(0, value.length);
      if (forth?.how === 'appended') return stand + this.#make(value.slice(other.length));
      if (forth) return wayFrom(other, value)?.(stand) ?? null;
      const back = explainAlteration(value, other);
      // The longer one came second: what it begins with is known.
      if (back?.how === 'cut') return stand + this.#make(value.slice(other.length));
      if (back?.how === 'appended') return stand.slice(0, value.length);
    }
    return null;
  }

  #make(value: string): string {
    for (let tries = 0; ; tries++) {
      const made = packedLike(value, (text) => this.#written(text)) ?? this.#written(value);
      if ((made !== value && !this.#made.has(made)) || tries > mostTries(value)) return made;
    }
  }

  #written(value: string): string {
    let made = '';
    // An encoded character inside a value stays an encoded one, or a second decoding would not show any more.
    for (const piece of value.match(encodedRun) ?? [])
      made += piece.startsWith('%') && piece.length > 2 ? this.#encoded(piece) : this.#char(piece);
    // A number stays one: JSON writes none with a zero in front.
    return made.startsWith('0') && /^[1-9]\d*$/.test(value) ? `${1 + (this.#chance() % 9)}${made.slice(1)}` : made;
  }

  #encoded(run: string): string {
    const bytes = run.split('%').flatMap((hex) => (hex === '' ? [] : [Number.parseInt(hex, 16)]));
    const made: number[] = [];
    for (let at = 0; at < bytes.length; ) {
      const lead = bytes[at] ?? 0;
      const length = lead < 0xc2 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
      const char = decoded(bytes.slice(at, at + length));
      // A byte that is no character: some other one that is none.
      if (char === null) made.push(0x80 + (this.#chance() % 0x40));
      else made.push(...new TextEncoder().encode(this.#char(char)));
      at += char === null ? 1 : length;
    }
    const hex = made.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
    return /[a-f]/.test(run) ? hex : hex.toUpperCase();
  }

  #char(char: string): string {
    const code = char.codePointAt(0) ?? 0;
    if (code >= 48 && code <= 57) return String.fromCharCode(48 + (this.#chance() % 10));
    if (code >= 65 && code <= 90) return String.fromCharCode(65 + (this.#chance() % 26));
    if (code >= 97 && code <= 122) return String.fromCharCode(97 + (this.#chance() % 26));
    if (code < 128) return char;
    // As many bytes in UTF-8 as before.
    if (code < 0x800) return String.fromCharCode(0xe0 + (this.#chance() % 23));
    return code < 0x10000 ? String.fromCharCode(0x4e00 + (this.#chance() % 0x5000)) : String.fromCodePoint(0x1f600 + (this.#chance() % 64));
  }
}
