/**
 * Cuts a HAR file into its entries while it is being read, byte by byte and without ever holding the whole. Grammar is left to
 * JSON.parse: it gets every entry by itself, and the rest of the file with an empty list in place of them. Only the text of an answer
 * is looked at here as well, because where it is not needed nobody else looks at it.
 */
import { type ByteWindow, byteWindow, isBlank, isKey, stringStop } from './json-bytes.ts';

/** A piece of the file that stands for itself, with the text of its answer left out. Valid until the next piece is asked for. */
export interface CutEntry {
  /** The value's bytes as they stand in the file. */
  readonly bytes: Uint8Array;
  /** Where in `bytes` the text of its answer stands, without quotes; null where there is none, or more than one. */
  readonly text: { readonly from: number; readonly to: number } | null;
  /** More of that text than `mostTextBytes` came: only its end is in `bytes`. */
  readonly cut: boolean;
}

/** A text of that many bytes has more characters than anybody reads, however it is written: six bytes (`\u0000`) are one at least. */
const mostTextBytes = 12_000_000;
/** The rest of a HAR is small. What is larger is no HAR. */
const mostFrameBytes = 64_000_000;

/** It is no JSON, or nothing that can be cut into entries. */
export class NotCut extends Error {
  override readonly name = 'NotCut';
}

const path = ['response', 'content', 'text'];
const entriesDepth = 3;
/** Names further down say nothing about where the text of an answer is. */
const deepestKey = entriesDepth + path.length;
const firstWindow = 1 << 16;

const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const openList = 0x5b;
const closeList = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;

export class HarScanner {
  readonly #onEntry: (entry: CutEntry) => void;
  readonly #onList: () => void;
  #space: ByteWindow = byteWindow(firstWindow);
  #window: Uint8Array = this.#space.bytes;
  #filled = 0;
  #at = 0;
  /** Of the value or of the piece of the frame that is being read: what stands before is not needed any more. */
  #from = 0;
  /** Within a string that began at `#at`: where to go on. */
  #resume = 0;
  readonly #frame: Uint8Array[] = [];
  #frameBytes = 0;
  /** Of every container that is open: is it an object. */
  readonly #objects: boolean[] = [];
  #wantsKey = false;
  #inLog = false;
  #atEntries = false;
  #inEntries = false;
  #entries = 0;
  /** How many steps of `path` lead to where we are in an entry. */
  #matched = 0;
  #texts = 0;
  #textFrom = 0;
  #textTo = 0;
  #cutBytes = 0;

  /** `onList`: the entries of a file begin, perhaps anew: of two lists the last one counts. */
  constructor(onEntry: (entry: CutEntry) => void, onList: () => void) {
    this.#onEntry = onEntry;
    this.#onList = onList;
  }

  push(chunk: Uint8Array): void {
    this.#makeRoom(chunk.length);
    this.#window.set(chunk, this.#filled);
    this.#filled += chunk.length;
    this.#scan();
    if (this.#inEntries) return;
    this.#keepFrame(this.#at);
    if (this.#filled - this.#from > mostFrameBytes) throw new NotCut();
  }

  /** The file without its entries. */
  end(): Uint8Array {
    if (this.#inEntries || this.#at < this.#filled) throw new NotCut();
    const whole = new Uint8Array(this.#frameBytes);
    let at = 0;
    for (const piece of this.#frame) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  }

  #makeRoom(bytes: number): void {
    if (this.#filled + bytes <= this.#window.length) return;
    const shift = this.#from;
    const kept = this.#filled - shift;
    // Moving much for every little that comes would take forever.
    if (kept + bytes <= this.#window.length && kept <= this.#window.length / 2) this.#window.copyWithin(0, shift, this.#filled);
    else {
      const larger = byteWindow(Math.max(kept + bytes, this.#window.length * 2));
      larger.bytes.set(this.#window.subarray(shift, this.#filled));
      this.#space = larger;
      this.#window = larger.bytes;
    }
    this.#from = 0;
    this.#at -= shift;
    this.#filled -= shift;
    this.#resume -= shift;
    this.#textFrom -= shift;
    this.#textTo -= shift;
  }

  #scan(): void {
    const window = this.#window;
    const filled = this.#filled;
    // Once a byte: kept out of the object as long as it is turning.
    let at = this.#at;
    while (at < filled) {
      const byte = window[at] ?? 0;
      if (byte === quote) {
        const stop = this.#string(at, filled);
        if (stop < 0) {
          this.#at = at;
          return;
        }
        at = stop + 1;
        continue;
      }
      if (byte >= comma) this.#mark(byte, at);
      at++;
    }
    this.#at = at;
  }

  /** What structures JSON; everything else passes. */
  #mark(byte: number, at: number): void {
    switch (byte) {
      case comma:
        this.#wantsKey = this.#objects[this.#objects.length - 1] ?? false;
        if (this.#inEntries && this.#objects.length === entriesDepth) this.#entry(at);
        break;
      case colon:
        this.#wantsKey = false;
        break;
      case openObject:
        this.#objects.push(true);
        this.#wantsKey = true;
        break;
      case openList:
        this.#objects.push(false);
        this.#wantsKey = false;
        if (this.#atEntries && this.#objects.length === entriesDepth && !this.#inEntries) this.#list(at);
        break;
      case closeObject:
      case closeList:
        if (this.#inEntries && this.#objects.length === entriesDepth) this.#listEnd(at, byte === closeList);
        this.#objects.pop();
        break;
    }
  }

  /** Where the string ends that begins at `at`; -1 where it goes on in the next chunk. */
  #string(at: number, filled: number): number {
    const start = at + 1;
    const stop = stringStop(this.#space, Math.max(start, this.#resume), filled);
    const isText =
      this.#matched === path.length && !this.#wantsKey && this.#inEntries && this.#objects.length === entriesDepth + path.length;
    this.#resume = 0;
    if (stop >= filled || this.#window[stop] !== quote) {
      // An escape may be cut in two by the end of the chunk; anywhere else it is no string of JSON.
      if (stop < filled - 5) throw new NotCut();
      this.#resume = stop;
      if (isText && stop - start > mostTextBytes) this.#forget(start, stop);
      return -1;
    }
    if (isText) {
      this.#textFrom = start;
      this.#textTo = stop;
    } else if (this.#wantsKey && this.#objects.length <= deepestKey) this.#key(start, stop);
    return stop;
  }

  #forget(from: number, to: number): void {
    this.#window.copyWithin(from, to, this.#filled);
    this.#filled -= to - from;
    this.#resume = from;
    this.#cutBytes += to - from;
  }

  #key(from: number, to: number): void {
    const depth = this.#objects.length;
    if (this.#inEntries) {
      const level = depth - entriesDepth - 1;
      if (level < path.length && this.#matched >= level) {
        this.#matched = isKey(this.#window, from, to, path[level] ?? '') ? level + 1 : level;
        if (this.#matched === path.length) this.#texts++;
      }
    } else if (depth === 1) {
      this.#inLog = isKey(this.#window, from, to, 'log');
      this.#atEntries = false;
    } else if (depth === 2) this.#atEntries = this.#inLog && isKey(this.#window, from, to, 'entries');
  }

  #list(at: number): void {
    this.#keepFrame(at + 1);
    this.#inEntries = true;
    this.#entries = 0;
    this.#begin(at);
    this.#onList();
  }

  #begin(at: number): void {
    this.#from = at + 1;
    this.#matched = 0;
    this.#texts = 0;
    this.#textFrom = 0;
    this.#textTo = 0;
    this.#cutBytes = 0;
  }

  #entry(at: number): void {
    this.#entries++;
    this.#onEntry({
      bytes: this.#window.subarray(this.#from, at),
      text:
        this.#texts === 1 && this.#textTo > this.#textFrom ? { from: this.#textFrom - this.#from, to: this.#textTo - this.#from } : null,
      cut: this.#cutBytes > 0,
    });
    this.#begin(at);
  }

  #listEnd(at: number, closed: boolean): void {
    if (!closed) throw new NotCut();
    if (this.#entries > 0 || !isBlank(this.#window.subarray(this.#from, at))) this.#entry(at);
    this.#inEntries = false;
    this.#atEntries = false;
    this.#from = at;
  }

  #keepFrame(to: number): void {
    this.#frame.push(this.#window.slice(this.#from, to));
    this.#frameBytes += to - this.#from;
    this.#from = to;
    if (this.#frameBytes > mostFrameBytes) throw new NotCut();
  }
}
