import type { ExchangeId } from './exchange.ts';

/** How the hops of a login are shown, where there is room for more than a list. */
export type Look = 'timeline' | 'diagram' | 'waterfall' | 'sizes' | 'cookies';

/** What was chosen in one view, so that another one goes on with it. */
export interface Selection {
  /** The hop by which the chosen flow is found again: numbers of flows move when older ones are forgotten. Null: the newest flow. */
  readonly flow: ExchangeId | null;
  /** The hop that stands open. */
  readonly open: ExchangeId | null;
  readonly filter: string;
  readonly look: Look;
  /** Epoch milliseconds. */
  readonly chosenAt: number;
}
