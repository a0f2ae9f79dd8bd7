/**
 * Values for a file that looks like the one it came from: the same value always gets the same stand-in, of the same length and
 * kind of characters, so that sizes, encodings and comparisons stay true. Made by chance; nothing leads back.
 */
import { explainAlteration, mayBeRelated, wayFrom } from '../../read/compare.ts';
import { type HiddenCounts, type HiddenKind, hiddenKinds } from './kinds.ts';

/** Relations are looked for among values that are compared at all; a file has few of those. */
const mostRelated = 400;
const longestRelated = 4_000;
/** Every way there and back is tried for each pair; after so many the rest of a hostile file gets unrelated stand-ins. */
const mostComparisons = 20_000;

/** Different values get different stand-ins; of very short ones there may be no other left, or nothing in them to be changed. */
const mostTries = (value: string) => (value.length < 8 ? 300 : 8);

/** 32 random bits. */
export type Chance = () => number;

/** Asked for in one piece: a large file takes millions. */
const pool = new Uint32Array(4096);
let taken = pool.length;

export const byChance: Chance = () => {
  if (taken === pool.length) {
    crypto.getRandomValues(pool);
    taken = 0;
  }
  return pool[taken++] ?? 0;
};

export class StandIns {
  readonly #byValue = new Map<string, string>();
  readonly #made = new Set<string>();
  readonly #related: string[] = [];
  #comparisons = 0;
  readonly #chance: Chance;
  readonly #kinds = new Map<string, HiddenKind>();
  #kind: HiddenKind = 'value';

  constructor(chance: Chance = byChance) {
    this.#chance = chance;
  }

  /** Everything that was replaced, for the scan of what leaves. */
  get replaced(): IterableIterator<string> {
    return this.#byValue.keys();
  }

  get counts(): HiddenCounts {
    const counts = Object.fromEntries(hiddenKinds.map((kind) => [kind, 0])) as Record<HiddenKind, number>;
    for (const kind of this.#kinds.values()) counts[kind]++;
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
  of(value: string, compared = false): string {
    const known = this.#byValue.get(value);
    if (known !== undefined) return known;
    const made = (compared ? this.#fromRelative(value) : null) ?? this.#make(value);
    this.#byValue.set(value, made);
    this.#kinds.set(value, this.#kind);
    if (compared && this.#related.length < mostRelated && value.length <= longestRelated) this.#related.push(value);
    return made;
  }

  #fromRelative(value: string): string | null {
    if (value.length > longestRelated) return null;
    for (const other of this.#related) {
      if (!mayBeRelated(other, value)) continue;
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
      let made = '';
      // An encoded character inside a value stays one, or a second decoding would not show any more.
      for (const piece of value.match(/%[0-9a-f]{2}|[\s\S]/giu) ?? []) made += piece.length === 3 ? piece : this.#char(piece);
      if ((made !== value && !this.#made.has(made)) || tries > mostTries(value)) {
        this.#made.add(made);
        return made;
      }
    }
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
