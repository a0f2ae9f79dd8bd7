/** Stand-ins: the same value always gets the same one, different values different ones. Numbered, never a hash. */
export class Pseudonyms {
  readonly #byValue = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  /** Every value that has one. */
  get values(): Iterable<string> {
    return this.#byValue.keys();
  }

  /** `kind` is a word of ours (a parameter's name, `id`, `user`), so that a reader knows what stood there. */
  of(kind: string, value: string): string {
    const known = this.#byValue.get(value);
    if (known !== undefined) return known;
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    const name = `${kind}~${count}`;
    this.#byValue.set(value, name);
    return name;
  }
}
