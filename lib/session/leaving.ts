/** What a view knows of a file or text that is about to leave the browser. Made by lib/transfer, behind the host. */

/** `capture` is Roundtrip's own kind: the only one that holds two attempts and the user's words; `svg` is the picture of one flow, `curl` one request, `finding` one finding. */
export type LeaveFormat = 'capture' | 'har' | 'markdown' | 'html' | 'svg' | 'curl' | 'finding';

/** What stays readable, counted. */
export interface Leaves {
  readonly requests: number;
  /** Names of the servers, in the order in which they were met. */
  readonly hosts: readonly string[];
  readonly cookieNames: number;
  /** Texts of pages, which are dropped whole. */
  readonly pagesLeftOut: number;
  /** The user's own words are in it. */
  readonly story: boolean;
  /** Browser, operating system and time zone, null where the source says nothing. */
  readonly machine: string | null;
}

/** Different values that were replaced, by what they were. */
export type Replaced = Readonly<Record<ReplacedKind, number>>;
export type ReplacedKind = 'credential' | 'token' | 'one-time' | 'cookie' | 'person' | 'id' | 'value';

/** What the worker has made comes as a Blob: a text is copied letter by letter on its way to the page. */
export interface Ready<Text = string | Blob> {
  readonly kind: 'ready';
  readonly format: LeaveFormat;
  readonly fileName: string;
  readonly mime: string;
  readonly text: Text;
  readonly leaves: Leaves;
  readonly replaced: Replaced;
}

/** So many secrets would still stand in it: nothing may leave. */
export interface Refusal {
  readonly kind: 'refused';
  readonly secrets: number;
}

export type Leaving<Text = string | Blob> = Ready<Text> | Refusal;
