import type { ExchangeId, Gap } from '../model/exchange.ts';
import type { Confidence, Data, Owner, Problem, Severity, Verdict } from '../model/finding.ts';
import type { Parameter } from '../model/flow.ts';
import type { Evidence, Place } from '../model/place.ts';

export const pass: Verdict<never> = { kind: 'pass' };
export const inapplicable: Verdict<never> = { kind: 'inapplicable' };

export function inconclusive(why: Gap): Verdict<never> {
  return { kind: 'inconclusive', why };
}

export interface ProblemOptions {
  readonly confidence?: Confidence;
  readonly severity?: Severity;
  readonly owner?: Owner;
  readonly data?: Data;
}

export function problem<M extends string>(
  message: M,
  evidence: readonly [Evidence, ...Evidence[]],
  options: ProblemOptions = {},
): Problem<M> {
  return {
    message,
    evidence,
    confidence: options.confidence ?? 'certain',
    ...(options.severity ? { severity: options.severity } : {}),
    ...(options.owner ? { owner: options.owner } : {}),
    ...(options.data ? { data: options.data } : {}),
  };
}

export function fail<M extends string>(message: M, evidence: readonly [Evidence, ...Evidence[]], options?: ProblemOptions): Verdict<M> {
  return { kind: 'fail', problems: [problem(message, evidence, options)] };
}

/** Fail with what was found, pass when nothing was. */
export function verdictOf<M extends string>(problems: readonly Problem<M>[]): Verdict<M> {
  const [first, ...rest] = problems;
  return first ? { kind: 'fail', problems: [first, ...rest] } : pass;
}

export function at(exchange: { readonly id: ExchangeId } | ExchangeId, place: Place): Evidence {
  return { exchange: typeof exchange === 'string' ? exchange : exchange.id, place };
}

export function absentAt(exchange: { readonly id: ExchangeId } | ExchangeId, place: Place): Evidence {
  return { ...at(exchange, place), absent: true };
}

/** Where a parameter stands. */
export function atParameter(parameter: Parameter): Evidence {
  return { exchange: parameter.exchange, place: parameter.place };
}
