import { useMemo, useState } from 'preact/hooks';
import type { DeskHost } from '../../lib/session/desk.ts';
import { compare as say } from '../../lib/words/en/compare.ts';
import { useStore } from '../app/use-store.ts';
import { Button } from '../kit/button.tsx';
import { candidatesOf, counterpart, propose, sourcesOf } from './candidates.ts';
import { CompareView } from './compare-view.tsx';
import { SideChoice } from './side-choice.tsx';

export interface CompareRoomProps {
  readonly host: DeskHost;
}

/** Works and fails, before and after, first try and private window: choose two, see what differs. */
export function CompareRoom({ host }: CompareRoomProps) {
  const words = say();
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
        <p class="room-empty">{candidates.length === 1 ? words.oneIsHere : words.twoNeeded}</p>
      </div>
    );
  return (
    <div class="stage compare-room">
      <div class="compare-choices">
        <SideChoice id="side-a" label={words.left} candidates={candidates} chosen={a.key} onChoose={(key) => setChosen([key, b.key])} />
        <SideChoice id="side-b" label={words.right} candidates={candidates} chosen={b.key} onChoose={(key) => setChosen([a.key, key])} />
        <Button icon="undo" id="swap-sides" onClick={() => setChosen([b.key, a.key])}>
          {words.swap}
        </Button>
      </div>
      <CompareView key={`${a.key} ${b.key}`} a={a} b={b} onOpenHop={null} />
    </div>
  );
}
