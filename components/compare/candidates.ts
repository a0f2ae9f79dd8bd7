/** The logins that can be compared, wherever they come from, and which two are proposed. */
import type { Side } from '../../lib/compare/comparison.ts';
import { pickCounterpart, pickPair, pickWithin } from '../../lib/compare/pick.ts';
import type { Capture } from '../../lib/model/capture.ts';
import type { JudgedFlow } from '../../lib/model/finding.ts';
import type { DeskState, Judged } from '../../lib/session/desk.ts';
import type { SessionState } from '../../lib/session/state.ts';
import { flowsInView, isQuiet } from '../../lib/session/view.ts';
import { compare as say } from '../../lib/words/en/compare.ts';
import { clockWords } from '../flow/flow-words.ts';

/** A login that can be put on either side. */
export interface Candidate extends Side {
  readonly key: string;
  readonly group: string;
}

export interface Source extends Judged {
  readonly key: string;
  readonly group: string;
}

export function sourcesOf(session: SessionState, { documents, guide }: DeskState): Source[] {
  const { capture, analysis } = session;
  return [
    ...(capture && analysis
      ? [{ key: 'live', group: say().thisBrowser, capture, analysis: { ...analysis, flows: flowsInView(session) } }]
      : []),
    ...(guide?.second
      ? [
          { key: 'g1', group: say().recordingFirst, ...guide.first },
          { key: 'g2', group: say().recordingSecond, capture: guide.second.capture, analysis: guide.second.analysis },
        ]
      : []),
    ...documents.flatMap(({ id, name, first, second }) => [
      { key: `d${id}`, group: name, ...first },
      ...(second ? [{ key: `d${id}s`, group: say().secondTry(name), capture: second.capture, analysis: second.analysis }] : []),
    ]),
  ];
}

export function candidatesOf({ key, group, capture, analysis }: Source): Candidate[] {
  const loud = analysis.flows.filter((judged) => !isQuiet(judged));
  return (loud.length > 0 ? loud : analysis.flows).map((judged) => ({
    key: `${key}.${judged.flow.id}`,
    group,
    label: loud.length === 1 ? group : `${group}, ${clock(capture, judged)}`,
    capture,
    judged,
  }));
}

function clock(capture: Capture, { flow }: JudgedFlow): string {
  return capture.gaps.includes('times-missing') ? flow.id : clockWords(flow.startedAt);
}

/** What a reader most likely came for: the two attempts of the newest source, the two newest files, or two logins of one. */
export function propose(
  sources: readonly Source[],
  candidates: readonly Candidate[],
): { readonly a: Candidate; readonly b: Candidate } | null {
  const of = (judged: JudgedFlow | undefined) => candidates.find((one) => one.judged === judged);
  const files = sources.filter(({ analysis, key }) => analysis.flows.length > 0 && key !== 'live');
  const [one, other] = files.slice(-2);
  const alone = other ?? one ?? sources[0];
  const pair = one && other ? pickPair(one.analysis, other.analysis) : alone ? pickWithin(alone.analysis) : null;
  const [a, b] = [of(pair?.a), of(pair?.b)];
  return a && b ? { a, b } : null;
}

/** The other side: as proposed, else what resembles the first most. */
export function counterpart(a: Candidate | null, proposed: Candidate | null, candidates: readonly Candidate[]): Candidate | null {
  if (proposed || !a) return proposed;
  const others = candidates.filter((one) => one.key !== a.key);
  const alike = pickCounterpart(
    a.judged,
    others.map(({ judged }) => judged),
  );
  return others.find(({ judged }) => judged === alike) ?? others[0] ?? null;
}
