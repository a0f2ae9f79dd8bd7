import type { CookieTale } from './cookie.ts';
import type { Gap } from './exchange.ts';
import type { Flow, FlowId, Outcome } from './flow.ts';
import type { Evidence } from './place.ts';

export type Severity = 'error' | 'warning' | 'info';
export type Confidence = 'certain' | 'likely' | 'possible';
export type Owner = 'app' | 'provider' | 'user' | 'browser' | 'network';

/** Numbers and spec words for {placeholders}. No secrets: names, hosts, sizes, times, codes from a closed list. */
export type Data = Readonly<Record<string, string | number>>;

export interface Problem<M extends string = string> {
  readonly message: M;
  readonly confidence: Confidence;
  /** Primary first. */
  readonly evidence: readonly [Evidence, ...Evidence[]];
  readonly data?: Data;
  /** Where this case is graver or milder than its message says. */
  readonly severity?: Severity;
  readonly owner?: Owner;
}

export type Verdict<M extends string = string> =
  | { readonly kind: 'pass' }
  | { readonly kind: 'fail'; readonly problems: readonly [Problem<M>, ...Problem<M>[]] }
  | { readonly kind: 'inapplicable' }
  | { readonly kind: 'inconclusive'; readonly why: Gap };

/** What a check answered for one flow. `crashed` is the runner's word: one broken check takes nobody down. */
export interface CheckResult {
  readonly check: string;
  readonly verdict: Verdict | { readonly kind: 'crashed'; readonly error: string };
}

/** cause: the reason the flow broke, or a leaked credential; symptom: a consequence; hygiene: true, but not why. */
export type FindingRole = 'cause' | 'symptom' | 'hygiene';

export interface Finding extends Problem {
  /** `check/message@flow#primary`: stable across runs. */
  readonly id: string;
  readonly check: string;
  readonly flow: FlowId | null;
  readonly severity: Severity;
  readonly owner: Owner;
  readonly role: FindingRole;
  /** For symptoms: the check that is the cause. */
  readonly under: string | null;
}

export interface JudgedFlow {
  readonly flow: Flow;
  /** Name of the provider or of the product it runs, where that can be told. For people; nothing is judged by it. */
  readonly providerName: string | null;
  readonly outcome: Outcome;
  /** Check id of the one root cause. */
  readonly headline: string | null;
  readonly findings: readonly Finding[];
  readonly results: readonly CheckResult[];
  /** What became of the app's cookies. */
  readonly cookies: CookieTale;
}

export interface Analysis {
  readonly flows: readonly JudgedFlow[];
  /** About the capture as a whole. */
  readonly findings: readonly Finding[];
}

/** Who wants to hear what. The auditor also hears weaknesses of logins that worked. */
export type Profile = 'default' | 'auditor';
