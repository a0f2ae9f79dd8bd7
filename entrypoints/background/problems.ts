/** The badge of each tab, from what the engine says in a page of its own. */
import type { CaptureEvent } from '../../lib/model/event.ts';
import { onAccessChanged } from '../../lib/platform/access.ts';
import { hideProblems, showProblems } from '../../lib/platform/badge.ts';
import { closeJudge, onJudge, openJudge } from '../../lib/platform/judge.ts';
import { languagesWanted } from '../../lib/platform/language.ts';
import { loadEvents, loadJudged, loadSettings, storeJudged } from '../../lib/platform/storage.ts';
import { Judging } from '../../lib/record/judging.ts';
import { followFailures, tellOf } from './failures.ts';

/** Pages on their way; older ones have come, or never will. */
const mostLoading = 100;

/** Must be called in the background's first turn. */
export function judgeLogins(): { readonly judging: Judging; readonly followTab: (event: CaptureEvent) => void } {
  const judging = new Judging({
    load: loadJudged,
    store: storeJudged,
    events: loadEvents,
    ignored: async () => (await loadSettings()).ignored,
    languages: async () => languagesWanted((await loadSettings()).language),
    open: openJudge,
    close: closeJudge,
    show: (problems) => void showProblems(problems),
    hide: (tab) => void hideProblems(tab),
    failed: (login) => void tellOf(login),
    now: Date.now,
    later: (task, delayMs) => void setTimeout(task, delayMs),
  });
  followFailures();
  // The permission may be given while we listen.
  onAccessChanged(followFailures);
  onJudge(
    () => judging.takeCase(),
    (question, tallies) => judging.answer(question, tallies),
  );
  const loading = new Map<string, number>();
  // The browser tells of a commit only where it may; that the page is whole it always tells.
  const followTab = (event: CaptureEvent) => {
    if (event.kind === 'commit' && event.frame === 0) judging.navigated(event.tab);
    else if (event.kind === 'close') judging.closed(event.tab);
    else if (event.kind === 'begin' && event.type === 'main_frame') {
      loading.set(event.request, event.tab);
      const [oldest] = loading.keys();
      if (loading.size > mostLoading && oldest !== undefined) loading.delete(oldest);
    } else if (event.kind === 'complete') {
      const tab = loading.get(event.request);
      if (tab !== undefined) judging.navigated(tab);
      loading.delete(event.request);
    }
  };
  return { judging, followTab };
}
