import { useMemo, useState } from 'preact/hooks';
import type { Side } from '../../lib/compare/comparison.ts';
import { pickCounterpart, pickPair, pickWithin } from '../../lib/compare/pick.ts';
import type { Capture } from '../../lib/model/capture.ts';
import type { JudgedFlow } from '../../lib/model/finding.ts';
import type { DeskHost, DeskState, Judged } from '../../lib/session/desk.ts';
import type { SessionState } from '../../lib/session/state.ts';
import { flowsInView, isQuiet } from '../../lib/session/view.ts';
import { useStore } from '../app/use-store.ts';
import { clockWords } from '../flow/flow-words.ts';
import { Button } from '../kit/button.tsx';
import { CompareView } from './compare-view.tsx';
import { SideChoice } from './side-choice.tsx';

export interface CompareRoomProps {
  readonly host: DeskHost;
}

/** A login that can be put on either side. */
export interface Candidate extends Side {
  readonly key: string;
  readonly group: string;
}

interface Source extends Judged {
  readonly key: string;
  readonly group: string;
}

/** Works and fails, before and after, first try and private window: choose two, see what differs. */
export function CompareRoom({ host }: CompareRoomProps) {
  const session = useStore(host.session, (s) => s);
  const desk = useStore(host.desk, (s) => s);
  const sources = useMemo(() => sourcesOf(session, desk), [session, desk]);
  const candidates = useMemo(() => sources.flatMap(candidatesOf), [sources]);
  const [chosen, setChosen] = useState<readonly [a: string | null, b: string | null]>([null, null]);
  const proposed = useMemo(() => propose(sources, candidates), [sources, candidates]);
  const find = (key: string | null | undefined) => candidates.find((one) => one.key === key) ?? null;
  const a = find(chosen[0]) ?? proposed?.a ?? null;
  const b = find(chosen[1]) ?? counterpart(a, find(chosen[0]) ? null : (proposed?.b ?? null), candidates);
  if (!a || !b)
    return (
      <div class="stage">
        <p class="room-empty">
          {candidates.length === 1
            ? 'One login is here; two are needed. Log in once more, or open a file with another login under “Files”.'
            : 'Two logins are needed. Log in twice, or open files with logins under “Files”: one that works and one that fails tell most.'}
        </p>
      </div>
    );
  return (
    <div class="stage compare-room">
      <div class="compare-choices">
        <SideChoice id="side-a" label="Left" candidates={candidates} chosen={a.key} onChoose={(key) => setChosen([key, b.key])} />
        <SideChoice id="side-b" label="Right" candidates={candidates} chosen={b.key} onChoose={(key) => setChosen([a.key, key])} />
        <Button icon="undo" id="swap-sides" onClick={() => setChosen([b.key, a.key])}>
          Swap
        </Button>
      </div>
      <CompareView key={`${a.key} ${b.key}`} a={a} b={b} onOpenHop={null} />
    </div>
  );
}

function sourcesOf(session: SessionState, { documents, guide }: DeskState): Source[] {
  const { capture, analysis } = session;
  return [
    ...(capture && analysis
      ? [{ key: 'live', group: 'This browser', capture, analysis: { ...analysis, flows: flowsInView(session) } }]
      : []),
    ...(guide?.second
      ? [
          { key: 'g1', group: 'Recording, first try', ...guide.first },
          { key: 'g2', group: 'Recording, second try', capture: guide.second.capture, analysis: guide.second.analysis },
        ]
      : []),
    ...documents.flatMap(({ id, name, first, second }) => [
      { key: `d${id}`, group: name, ...first },
      ...(second ? [{ key: `d${id}s`, group: `${name}, second try`, capture: second.capture, analysis: second.analysis }] : []),
    ]),
  ];
}

function candidatesOf({ key, group, capture, analysis }: Source): Candidate[] {
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
function propose(sources: readonly Source[], candidates: readonly Candidate[]): { readonly a: Candidate; readonly b: Candidate } | null {
  const of = (judged: JudgedFlow | undefined) => candidates.find((one) => one.judged === judged);
  const files = sources.filter(({ analysis, key }) => analysis.flows.length > 0 && key !== 'live');
  const [one, other] = files.slice(-2);
  const alone = other ?? one ?? sources[0];
  const pair = one && other ? pickPair(one.analysis, other.analysis) : alone ? pickWithin(alone.analysis) : null;
  const [a, b] = [of(pair?.a), of(pair?.b)];
  return a && b ? { a, b } : null;
}

/** The other side: as proposed, else what resembles the first most. */
function counterpart(a: Candidate | null, proposed: Candidate | null, candidates: readonly Candidate[]): Candidate | null {
  if (proposed || !a) return proposed;
  const others = candidates.filter((one) => one.key !== a.key);
  const alike = pickCounterpart(
    a.judged,
    others.map(({ judged }) => judged),
  );
  return others.find(({ judged }) => judged === alike) ?? others[0] ?? null;
}
