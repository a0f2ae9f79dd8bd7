import type { ExchangeId } from '../model/exchange.ts';
import type { Both, Difference, Unseen } from './comparison.ts';

/** A difference before it is known whether it explains anything. */
export interface Found extends Omit<Difference, 'explains'> {
  /** All exchanges it stands at, where `at` names only the first. */
  readonly hops?: readonly ExchangeId[];
  /** It comes after the two went apart: more likely a consequence. */
  readonly late?: boolean;
}

/** What one comparer says. */
export interface Compared {
  readonly found: readonly Found[];
  readonly unseen: readonly Unseen[];
}

export const nowhere: Both<null> = { a: null, b: null };
