/** What tables of drawn traces hold, and every table that was loaded: `npm run truth` wants the traces without running the tests. */
import type { Gap } from '../../lib/model/exchange.ts';
import type { Severity } from '../../lib/model/finding.ts';
import type { DrawnSource, DrawOptions } from './trace.ts';

export interface Drawn extends DrawOptions {
  readonly trace: string;
  /** Where only one of the two sources can show it. */
  readonly only?: DrawnSource;
}

export interface FailCase extends Drawn {
  /** The message it fails with. */
  readonly as: string;
  /** `n place`: evidence in drawn request n, primary first. The list may be shorter than the finding's. */
  readonly at?: readonly string[];
  readonly severity?: Severity;
  /** Data the sentence is filled with. */
  readonly data?: Readonly<Record<string, string | number>>;
  /** Check that heads the verdict, where that is not this one although it is an error; null: none does. */
  readonly headline?: string | null;
  /** Others that must be found with it, and may head other logins of the trace. */
  readonly also?: readonly string[];
}

export interface UnsureCase extends Drawn {
  readonly why: Gap;
}

/** A check: when it fails, passes, has nothing to say, and can not tell. */
export interface Cases {
  readonly fails: Readonly<Record<string, FailCase>>;
  readonly passes: Readonly<Record<string, string | Drawn>>;
  readonly skips: Readonly<Record<string, string | Drawn>>;
  readonly unsure: Readonly<Record<string, UnsureCase>>;
}

/** A login about which nothing above a remark may be said. */
export interface Calm extends Drawn {
  /** It holds no login at all, and none may be found. */
  readonly nothing?: true;
}

/** A failure people have met, drawn: what the analysis must say about it, whichever source and browser recorded it. */
export interface Row extends Drawn {
  /** `check/message`. It heads the verdict, unless `remark` says that it does not. */
  readonly says: string;
  /** It is told without a headline: nothing failed, or it can not be told for sure. */
  readonly remark?: true;
  /** Checks that head other logins of the trace. */
  readonly also?: readonly string[];
}

export type Table =
  | { readonly kind: 'cases'; readonly check: string; readonly cases: Cases }
  | { readonly kind: 'calm'; readonly captures: Readonly<Record<string, string | Calm>> }
  | { readonly kind: 'rows'; readonly rows: Readonly<Record<string, Row>> };

export const sources: readonly DrawnSource[] = ['web-request', 'har'];

/** The rules that hold depend on them. */
export const browsers = ['chrome', 'firefox'] as const;

export const asDrawn = <T extends Drawn>(value: string | T): T | Drawn => (typeof value === 'string' ? { trace: value } : value);

const loaded: Table[] = [];

export function keepTable(table: Table): void {
  loaded.push(table);
}

/** The tables kept since this was last asked. */
export function takeTables(): readonly Table[] {
  return loaded.splice(0);
}
