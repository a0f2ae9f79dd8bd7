/** The badge of each tab, from what the engine says in a page of its own. */
import { hideProblems, showProblems } from '../../lib/platform/badge.ts';
import { closeJudge, onJudge, openJudge } from '../../lib/platform/judge.ts';
import { loadEvents, loadJudged, loadSettings, storeJudged } from '../../lib/platform/storage.ts';
import { Judging } from '../../lib/record/judging.ts';

/** Must be called in the background's first turn. */
export function judgeLogins(): Judging {
  const judging = new Judging({
    load: loadJudged,
    store: storeJudged,
    events: loadEvents,
    ignored: async () => (await loadSettings()).ignored,
    open: openJudge,
    close: closeJudge,
    show: (problems) => void showProblems(problems),
    hide: (tab) => void hideProblems(tab),
    failed: () => undefined,
    now: Date.now,
    later: (task, delayMs) => void setTimeout(task, delayMs),
  });
  onJudge(
    () => judging.takeCase(),
    (question, tallies) => judging.answer(question, tallies),
  );
  return judging;
}
