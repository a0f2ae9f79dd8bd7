/** What a live view looks at: all that is stored, put together and judged in slices while the view stays free. */
import type { StoreApi } from 'zustand/vanilla';
import { analyzing } from './analyze.ts';
import type { Access } from './model/access.ts';
import type { Capture } from './model/capture.ts';
import type { CaptureEvent } from './model/event.ts';
import type { Analysis } from './model/finding.ts';
import type { Sliced } from './model/sliced.ts';
import { assembling, fromWebRequest, hostsNotGranted } from './normalize/from-web-request.ts';
import { onEventsChanged } from './platform/storage.ts';
import { isVisible, now, onVisible, pause } from './platform/turns.ts';
import { Rounds } from './session/rounds.ts';
import { chosenAnchor, flowAt } from './session/selection.ts';
import type { SessionState } from './session/state.ts';

/** What has not happened yet is judged again while it may still happen: an answer is overdue after 10 s at the latest. */
const lookAgainMs = 2_000;
const settledMs = 15_000;

interface Look {
  /** How many of the changes it knows. */
  readonly of: number;
  /** Of private windows and others. */
  readonly all: Capture;
  readonly capture: Capture;
  readonly analysis: Analysis;
}

export interface Looks {
  /** What was stored before anybody listened, by its keys. */
  begin(stored: ReadonlyMap<string, CaptureEvent>): void;
  /** All that is stored, of private windows and others, as of its `asOf`: now, or the last look where more came since. */
  recorded(): Capture;
  notGranted(access: Access): readonly string[];
  /** What is shown is of another kind of window: gone at once, and looked at anew. */
  turned(): void;
  /** To be told when what was looked at unseen may be seen. */
  seen(): void;
}

/** `shown` is told after every look. */
export function createLooks(session: StoreApi<SessionState>, shown: () => void): Looks {
  const events = new Map<string, CaptureEvent>();
  /** What went before `begin`; null since then. */
  let gone: Set<string> | null = new Set();
  /** How often something came or went. */
  let changes = 0;
  let whole = fromWebRequest([], { live: true, asOf: 0 });
  let known = 0;

  const recorded = () => (known === changes ? { ...whole, asOf: Date.now() } : whole);

  function* look(): Sliced<Look> {
    const { incognito, profile } = session.getState();
    const of = changes;
    // The list of events is this look's own: others come while it pauses. Where none came since the last one, time alone is another.
    const all = of === known ? recorded() : yield* assembling([...events.values()], { live: true, asOf: Date.now() });
    // Private windows and others never mix.
    const capture = { ...all, exchanges: all.exchanges.filter((e) => e.where.incognito === incognito) };
    yield;
    return { of, all, capture, analysis: yield* analyzing(capture, profile) };
  }
  const show = ({ of, all, capture, analysis }: Look): number | null => {
    [known, whole] = [of, all];
    const state = session.getState();
    session.setState({
      capture,
      analysis,
      notGranted: hostsNotGranted(events.values(), state.access),
      selectedFlow: flowAt(analysis.flows, chosenAnchor(state)),
    });
    shown();
    const newest = [...events.values()].reduce((latest, event) => Math.max(latest, event.at), 0);
    return Date.now() - newest < settledMs ? lookAgainMs : null;
  };
  // A recording is followed from here while its login runs in another tab.
  const isSeen = () => isVisible() || session.getState().recording;
  const rounds = new Rounds({ begin: look, show, isSeen }, { now, pause });

  onVisible(() => rounds.seen());
  onEventsChanged(({ set, removed }) => {
    for (const [key, event] of set) events.set(key, event);
    for (const key of removed) {
      events.delete(key);
      gone?.add(key);
    }
    changes++;
    if (gone) return;
    // The shelf gives up the oldest all the time; where most is gone, somebody wanted it forgotten.
    if (removed.length > events.size) rounds.anew();
    else rounds.changed();
  });

  return {
    begin: (stored) => {
      // What was heard meanwhile is newer.
      for (const [key, event] of stored) if (!events.has(key) && !gone?.has(key)) events.set(key, event);
      gone = null;
      changes++;
      rounds.changed();
      rounds.seen();
    },
    recorded,
    notGranted: (access) => hostsNotGranted(events.values(), access),
    turned: () => {
      session.setState({ capture: null, analysis: null });
      rounds.anew();
    },
    seen: () => rounds.seen(),
  };
}
