/** An answer that the developer tools have read. They do not know the browser's number of the request. */
export interface InspectedAnswer {
  readonly tab: number;
  readonly method: string;
  /** May lack its fragment. */
  readonly url: string;
  /** Epoch milliseconds, by a clock that may be some milliseconds off. */
  readonly startedAt: number;
  readonly status: number;
  /** Text of what was posted, null where there is none or it is not told. */
  readonly posted: string | null;
  /** Null: larger than is kept. */
  readonly text: string | null;
  readonly bytes: number;
}
