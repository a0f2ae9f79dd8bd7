/** Two flows side by side, as data: what differs, and nothing that may not be shown. Words stand in words.ts. */
import type { Capture } from '../model/capture.ts';
import type { ExchangeId, Gap } from '../model/exchange.ts';
import type { Confidence, JudgedFlow, Severity } from '../model/finding.ts';
import type { FlowId, FlowKind, Outcome, ParameterPlace, Role } from '../model/flow.ts';

export interface Side {
  /** What the reader calls it: `First try`, `Private window`, a file's name. */
  readonly label: string;
  readonly capture: Capture;
  readonly judged: JudgedFlow;
}

/** What is put next to each other. */
export interface Both<T> {
  readonly a: T;
  readonly b: T;
}

export type SideName = keyof Both<unknown>;

/** Groups of hops that set cookies. */
export type Setter = 'start' | 'provider' | 'app';

/** The hops whose requests are looked at closely. */
export type MainHop = 'authorization-request' | 'callback';

export type Setting = 'kind' | 'client' | 'provider' | 'browser' | 'version' | 'private' | 'window' | 'third-party-cookies' | 'platform';

/** What a difference is about. Closed list; names are policy-safe, a `*` at the end stands for what is made up for one login. */
export type Subject =
  | { readonly kind: 'outcome' }
  | { readonly kind: 'finding'; readonly check: string; readonly message: string; readonly severity: Severity; readonly title: string }
  | { readonly kind: 'hop'; readonly role: Role; readonly method: string; readonly address: string }
  | { readonly kind: 'status'; readonly role: Role; readonly address: string }
  | { readonly kind: 'parameter'; readonly of: 'request' | 'response'; readonly name: string }
  | { readonly kind: 'state' }
  | { readonly kind: 'delivery' }
  | { readonly kind: 'cookie-sent'; readonly to: MainHop; readonly name: string }
  | { readonly kind: 'cookie-set'; readonly by: Setter; readonly name: string }
  | { readonly kind: 'cookie-attributes'; readonly by: Setter; readonly name: string }
  | { readonly kind: 'size'; readonly of: 'cookies' | 'url'; readonly role: Role }
  | { readonly kind: 'setting'; readonly of: Setting }
  | { readonly kind: 'redirected-by'; readonly role: Role; readonly address: string }
  /** Null role: the whole login. */
  | { readonly kind: 'time'; readonly role: Role | null; readonly address: string }
  | { readonly kind: 'protocol'; readonly host: string };

export type CookieFate = 'sent' | 'other-value' | 'held';
export type StateFate = 'same' | 'changed' | 'missing' | 'unasked';

/** An attribute of a cookie and its value; null when the line has it not. */
export interface CookieAttribute {
  readonly name: 'SameSite' | 'Secure' | 'HttpOnly' | 'Domain' | 'Path' | 'Partitioned' | 'lifetime';
  readonly value: string | null;
}

/** One side of a difference. */
export type Shown =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unseen'; readonly why: Gap }
  /** There, and covered. Null where the length says nothing. */
  | { readonly kind: 'present'; readonly characters: number | null }
  /** A value the policy lets through. */
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'outcome'; readonly outcome: Outcome; readonly title: string | null }
  | { readonly kind: 'flow'; readonly flow: FlowKind }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'no-answer'; readonly reason: string | null }
  | { readonly kind: 'hops'; readonly count: number }
  | { readonly kind: 'state'; readonly fate: StateFate }
  | { readonly kind: 'delivery'; readonly place: ParameterPlace; readonly method: string | null }
  | { readonly kind: 'cookie'; readonly fate: CookieFate }
  | { readonly kind: 'attributes'; readonly attributes: readonly CookieAttribute[] }
  | { readonly kind: 'bytes'; readonly bytes: number }
  | { readonly kind: 'time'; readonly ms: number };

export interface Difference extends Both<Shown> {
  readonly subject: Subject;
  /** It stands where the headline finding of the side that failed points at. */
  readonly explains: boolean;
  /** The exchange that shows it, null where there is none. */
  readonly at: Both<ExchangeId | null>;
}

/** A thing that could not be compared, and on which side the capture hides it. */
export interface Unseen extends Both<Gap | null> {
  readonly what: 'parameters' | 'cookies-sent' | 'cookies-set' | 'times';
}

export interface HopSide {
  readonly exchange: ExchangeId;
  readonly method: string;
  /** Redacted, without query and fragment. */
  readonly address: string;
  readonly status: Shown;
  readonly durationMs: number | null;
}

/** A row of the aligned list; at least one side is there. */
export interface HopPair extends Both<HopSide | null> {
  readonly role: Role;
  /** On one side only, or answered differently. */
  readonly differs: boolean;
}

export interface SideSummary {
  readonly label: string;
  readonly flow: FlowId;
  readonly kind: FlowKind;
  readonly outcome: Outcome;
  /** The headline finding. */
  readonly headline: { readonly check: string; readonly message: string; readonly title: string; readonly confidence: Confidence } | null;
  /** Epoch milliseconds; null when the source has no usable times. */
  readonly startedAt: number | null;
}

export interface Comparison extends Both<SideSummary> {
  /** Same outcome and same headline. */
  readonly alike: boolean;
  /** What explains the outcome first. */
  readonly differences: readonly Difference[];
  readonly hops: readonly HopPair[];
  readonly unseen: readonly Unseen[];
}
