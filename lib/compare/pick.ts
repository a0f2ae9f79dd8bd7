/** Which two flows a reader most likely wants to see side by side. */
import type { Analysis, JudgedFlow } from '../model/finding.ts';
import type { Both } from './comparison.ts';

export type FlowPair = Both<JudgedFlow>;

/** The newest of a capture with many; pairs grow with the square. */
const candidates = 60;

const broken = ({ outcome, headline }: JudgedFlow) => outcome === 'failed' || headline !== null;
const worked = ({ outcome, headline }: JudgedFlow) => outcome === 'completed' && headline === null;

/** A login the user saw, before what runs inside or behind it. */
function weight({ flow }: JudgedFlow): number {
  if (flow.kind === 'login') return flow.parent === null && !flow.silent ? 3 : 2;
  return flow.kind === 'silent' || flow.kind === 'device' ? 1 : 0;
}

function likeness({ flow: a }: JudgedFlow, { flow: b }: JudgedFlow): number {
  const equal = <T>(one: T | null, other: T | null) => one !== null && one === other;
  return (
    (a.kind === b.kind ? 8 : 0) +
    (equal(a.clientId, b.clientId) ? 4 : 0) +
    (equal(a.parties.provider, b.parties.provider) ? 2 : 0) +
    (equal(a.parties.client, b.parties.client) ? 1 : 0)
  );
}

/** Compared from the left: the first number that differs decides. */
function scoreOf(a: JudgedFlow, b: JudgedFlow): readonly number[] {
  const contrast = broken(a) !== broken(b) ? (worked(a) || worked(b) ? 2 : 1) : 0;
  const failedAt = Math.max(...[a, b].map((one) => (broken(one) ? one.flow.startedAt : 0)));
  return [weight(a) + weight(b), likeness(a, b), contrast, failedAt, a.flow.startedAt + b.flow.startedAt];
}

function isHigher(score: readonly number[], than: readonly number[]): boolean {
  const index = score.findIndex((value, i) => value !== than[i]);
  return index >= 0 && (score[index] ?? 0) > (than[index] ?? 0);
}

function best(pairs: Iterable<FlowPair>): FlowPair | null {
  let chosen: { readonly pair: FlowPair; readonly score: readonly number[] } | null = null;
  for (const pair of pairs) {
    const score = scoreOf(pair.a, pair.b);
    if (!chosen || isHigher(score, chosen.score)) chosen = { pair, score };
  }
  return chosen?.pair ?? null;
}

const newest = (flows: readonly JudgedFlow[]) => [...flows].sort((x, y) => y.flow.startedAt - x.flow.startedAt).slice(0, candidates);

/** One flow of each capture; null when one of them has none. */
export function pickPair(a: Analysis, b: Analysis): FlowPair | null {
  const ofB = newest(b.flows);
  return best(newest(a.flows).flatMap((one) => ofB.map((other) => ({ a: one, b: other }))));
}

/** Two flows of one capture, the older first; null when there is only one, or only a login inside another. */
export function pickWithin({ flows }: Analysis): FlowPair | null {
  const list = newest(flows).reverse();
  return best(list.flatMap((a, index) => list.slice(index + 1).flatMap((b) => (isInside(a, b) ? [] : [{ a, b }]))));
}

/** The counterpart of a flow the reader chose, among others of the same or another capture. */
export function pickCounterpart(chosen: JudgedFlow, others: readonly JudgedFlow[]): JudgedFlow | null {
  // Flows are numbered anew in every capture.
  const here = others.includes(chosen);
  const list = newest(others.filter((other) => other !== chosen && !(here && isInside(chosen, other))));
  return best(list.map((other) => ({ a: chosen, b: other })))?.b ?? null;
}

function isInside({ flow: a }: JudgedFlow, { flow: b }: JudgedFlow): boolean {
  return a.parent === b.id || b.parent === a.id;
}
