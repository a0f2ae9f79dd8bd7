/** What a bench hands back: one line of the table of budgets. */
export interface Measured {
  /** As the budget calls it. */
  readonly what: string;
  readonly unit: 'ratio' | 'ms' | 'µs' | 'kB' | 'events' | 'rows';
  /** The median where something was measured more than once. */
  readonly value: number;
  /** First and third quartile; null where there is nothing to spread, as with sizes. */
  readonly spread: readonly [low: number, high: number] | null;
  /** At most; null: told for the record. */
  readonly budget: number | null;
  /** How it was measured, or why it is over: one short sentence. */
  readonly note: string;
}

export type Bench = () => Promise<readonly Measured[]>;

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
}

export function spreadOf(values: readonly number[]): { value: number; spread: readonly [number, number] } {
  return { value: quantile(values, 0.5), spread: [quantile(values, 0.25), quantile(values, 0.75)] };
}

/** The quotients of measurements made in pairs, so that what disturbs the machine disturbs both. */
export function ratioOf(pairs: readonly (readonly [measured: number, base: number])[]): {
  value: number;
  spread: readonly [number, number];
} {
  return spreadOf(pairs.map(([measured, base]) => measured / base));
}
