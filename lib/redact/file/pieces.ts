/** Finds which of many known values stand inside a text, in one pass over the text whatever their number. */
export class Pieces {
  readonly #shortest: number;
  readonly #byStart = new Map<string, string[]>();

  /** Values with fewer characters are not kept. */
  constructor(shortest: number) {
    this.#shortest = shortest;
  }

  add(value: string): void {
    if (value.length < this.#shortest) return;
    const start = value.slice(0, this.#shortest);
    const known = this.#byStart.get(start);
    if (!known) this.#byStart.set(start, [value]);
    else if (!known.includes(value)) known.push(value);
  }

  /** The longest one at this very place. */
  at(text: string, position: number): string | null {
    let longest: string | null = null;
    for (const value of this.#byStart.get(text.slice(position, position + this.#shortest)) ?? [])
      if (value.length > (longest?.length ?? 0) && text.startsWith(value, position)) longest = value;
    return longest;
  }

  /** The longest one that is a part of `text`, and not all of it. */
  within(text: string): string | null {
    let longest: string | null = null;
    if (this.#byStart.size === 0) return null;
    for (let position = 0; position + this.#shortest <= text.length; position++) {
      const found = this.at(text, position);
      if (found !== null && found.length < text.length && found.length > (longest?.length ?? 0)) longest = found;
    }
    return longest;
  }
}
