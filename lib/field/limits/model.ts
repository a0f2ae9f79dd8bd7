/** The shape of what is known about size limits. */

/** O observed by running the server (`npm run limits` does it again), S read in its source, D vendor documentation, F field reports, M general knowledge. */
export type Grade = 'O' | 'S' | 'D' | 'F' | 'M';

/** What may be too large about a request. All are the largest size that is still taken. */
export interface Limits {
  /** Method, target and version, without the line end. */
  readonly line?: number;
  /** Path and query. */
  readonly url?: number;
  readonly query?: number;
  /** One step of the path. */
  readonly segment?: number;
  /** One header: name, colon, space and value. */
  readonly header?: number;
  /** One header or the address as HTTP/2 compresses it. */
  readonly encodedField?: number;
  /** All headers together. */
  readonly total?: number;
  /** Request line and all headers together. */
  readonly lineAndHeaders?: number;
  /** Number of headers. */
  readonly count?: number;
  /** Number of cookies. */
  readonly cookies?: number;
}

export type Quantity = keyof Limits;

/** A status, or the connection ends without one. */
export type Answer = number | 'breaks';

export interface ProtocolLimits extends Limits {
  /** What it answers when a limit is passed, most usual first; a quantity that is not named is answered like `else`. */
  readonly answers: Readonly<Partial<Record<Quantity, readonly Answer[]>>> & { readonly else: readonly Answer[] };
  /** What each header costs in the totals beyond its letters; 4, for the colon, the space and the line end, unless it says otherwise. */
  readonly perField?: number;
  /** What stands for the request line in `lineAndHeaders`: all of it, the target alone, or the four fields HTTP/2 makes of it. */
  readonly lineAs?: 'target' | 'fields';
  /** Browsers send each cookie as a field of its own over HTTP/2. Measured one by one, or put together first. */
  readonly crumbs?: 'separate' | 'merged';
  /** Each of them counts as a header. */
  readonly crumbsCount?: true;
}

/** What it says about an answer of the application behind it. */
export interface ResponseLimits {
  /** Status line and all headers. */
  readonly total?: number;
  readonly header?: number;
  readonly answers: readonly Answer[];
}

/** A header of its answers that names it. */
export interface Tell {
  readonly header: string;
  readonly pattern: RegExp;
}

/** Where a measured server may differ from the table, and why that is no mistake. */
export interface LimitNote {
  readonly of: Quantity | 'response';
  readonly over?: 'h1' | 'h2';
  /** Versions below this one differ. */
  readonly before?: string;
  /** A share of the limit by which it may differ, for limits that are not a plain sum. */
  readonly slack?: number;
  readonly says: string;
}

export interface ServerLimits {
  readonly id: string;
  readonly name: string;
  /** Edges and some proxies sign every answer, so an answer without their sign is not theirs. Others may stand unseen behind one. */
  readonly signs: boolean;
  readonly h1: ProtocolLimits;
  /** Missing: the same as over HTTP/1.1. Null: it does not speak it. HTTP/3 is judged like HTTP/2. */
  readonly h2?: ProtocolLimits | null;
  readonly response?: ResponseLimits;
  readonly tells: readonly Tell[];
  readonly grade: Grade;
  /** Where it was read, or the version that was run. */
  readonly source: string;
  readonly seenAt: string;
  /** What raises the limits; null where nobody can. */
  readonly remedy: string | null;
  readonly notes?: readonly LimitNote[];
}
