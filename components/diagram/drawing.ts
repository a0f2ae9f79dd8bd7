import type { ComponentChildren } from 'preact';
import type { JudgedFlow } from '../../lib/model/finding.ts';
import type { FoldRow, HopRow, Laid } from '../../lib/session/rows.ts';

/** One way to draw hops: what stands above the rows, and what is on each. Rows, keyboard and what opens are the timeline's. */
export interface Drawing {
  /** Every hop has a row of its own, whoever talks. */
  readonly flat: boolean;
  /** For those who do not see it. */
  readonly about: string;
  readonly head: ComponentChildren;
  readonly hop: (row: HopRow, open: boolean) => ComponentChildren;
  readonly fold: (row: FoldRow) => ComponentChildren;
  /** Pixels, before a row was measured. */
  readonly estimate: (laid: Laid) => number;
}

export interface Drawn {
  readonly judged: JudgedFlow;
  readonly hops: readonly HopRow[];
  /** Without them there is no time axis. */
  readonly timed: boolean;
}
