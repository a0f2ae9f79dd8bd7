/** What is left of a verdict where nobody looks at it: numbers for a badge, one sentence for a notification. No values from the capture. */
import type { CaptureEvent } from './event.ts';

/** What the background lays before the engine. */
export interface Case {
  readonly events: readonly CaptureEvent[];
  /** Pages the user marked as no login: origin and path. */
  readonly ignored: readonly string[];
  /** Epoch milliseconds. */
  readonly asOf: number;
  /** Epoch milliseconds at which the answers that are due by then are missed, if nothing more comes. */
  readonly overdueAt: number;
  /** BCP 47, the most wanted first: what is told of a failed login is told in one of them. */
  readonly languages: readonly string[];
}

/** Causes and leaked credentials; what follows from them does not count. */
export interface TabProblems {
  readonly tab: number;
  readonly errors: number;
  readonly warnings: number;
}

export interface FailedLogin {
  /** The same for the same login, however often it is judged. */
  readonly key: string;
  /** The tab in which a view shows it. */
  readonly tab: number;
  /** Host of the app, null where it is not known. */
  readonly app: string | null;
  readonly sentence: string;
}

export interface Tally {
  /** Tabs with a problem only. */
  readonly tabs: readonly TabProblems[];
  /** Of private windows none. */
  readonly failed: readonly FailedLogin[];
}

export interface Tallies {
  readonly now: Tally;
  /** What it will be when the time of the answers is over and nothing more came. */
  readonly overdue: Tally;
}

/** What outlives the background of all this. */
export interface Judged {
  /** Something of a login changed since. */
  readonly pending: boolean;
  readonly tally: Tally;
  /** What it becomes if nothing more comes. `at`: epoch milliseconds. */
  readonly overdue: { readonly at: number; readonly tally: Tally } | null;
  /** Failed logins that are known, so that each is told once. */
  readonly known: readonly string[];
}
