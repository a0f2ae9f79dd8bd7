/** The background: browser events in, stored events out. It judges nothing; views do that from what is stored. */
import { noAccess } from '../../lib/model/access.ts';
import type { CaptureEvent, EarlierCause } from '../../lib/model/event.ts';
import { isRunning, lastAttempt, stopped } from '../../lib/model/guide.ts';
import { defaultSettings } from '../../lib/model/settings.ts';
import { isOn, restOf } from '../../lib/model/watching.ts';
import { aboutBrowser } from '../../lib/platform/about.ts';
import { onAccessChanged, readAccess } from '../../lib/platform/access.ts';
import { onAlarm, onForgetAlarm, setAlarm, setForgetAlarm } from '../../lib/platform/alarm.ts';
import { onAnswersPermitted } from '../../lib/platform/answers.ts';
import { onArrival } from '../../lib/platform/arrival.ts';
import { showBadge } from '../../lib/platform/badge.ts';
import { BrowserCapture } from '../../lib/platform/capture.ts';
import { EvidenceGatherer } from '../../lib/platform/evidence.ts';
import { onUpdateWaiting, stir, tabsWithPages, takeUpdate } from '../../lib/platform/lifetime.ts';
import { offerForLinks } from '../../lib/platform/link-menu.ts';
import { onMessage } from '../../lib/platform/messages.ts';
import { PrivateTabs } from '../../lib/platform/private-tabs.ts';
import { onShortcut } from '../../lib/platform/shortcut.ts';
import {
  clearEvents,
  loadEndpoints,
  loadEvents,
  loadGuide,
  loadSettings,
  loadStarted,
  onGuideChanged,
  onSettingsChanged,
  onStartedChanged,
  removeEvents,
  storeEndpoints,
  storeEvents,
  storeGuide,
  storeLink,
  takeLinks,
} from '../../lib/platform/storage.ts';
import { openPage } from '../../lib/platform/tabs.ts';
import { toggleWatching } from '../../lib/platform/watching.ts';
import { isNowhere } from '../../lib/read/access.ts';
import { EarlyCalls } from '../../lib/record/early-calls.ts';
import { Gate } from '../../lib/record/gate.ts';
import { Learned } from '../../lib/record/learned.ts';
import { Recorder } from '../../lib/record/recorder.ts';
import { Answers } from './answers.ts';
import { judgeLogins } from './problems.ts';
import { UpdateGuard } from './update.ts';

/** Browsers bring the tabs of the last session back one after the other. */
const tabsComeBackMs = 4_000;

export function watchLogins(): void {
  let awake = false;
  let cookies = false;
  /** Access has changed since the listeners were registered. */
  let stale = false;
  let turns = 0;
  let chosen = defaultSettings;
  /** Something recorded was given up. */
  let removed = false;

  const { judging, followTab } = judgeLogins();
  const recorder = new Recorder({
    write: async (entries) => {
      try {
        await storeEvents(entries);
      } catch {
        // The shelf is full: make room and try once more; what does not fit then is the gap `evicted`.
        recorder.full();
        await storeEvents(entries).catch(() => undefined);
      }
    },
    remove: (keys) => {
      removed = true;
      return removeEvents(keys);
    },
    touched: (event) => judging.touched(event),
    watchTab: (tab) => capture.watchTab(tab),
    releaseTab: (tab) => capture.releaseTab(tab),
    knowsEndpoint: (url) => learned.knows(url),
    quietMs: () => chosen.quietMs,
    now: Date.now,
    later: (task, delayMs) => void setTimeout(task, delayMs),
  });

  const early = new EarlyCalls();
  const learned = new Learned();
  const answers = new Answers((url) => learned.knows(url));
  const gate = new Gate({
    take: (event) => {
      recorder.take(event);
      answers.see(event);
      if (learned.see(event)) {
        capture.learn(learned.calls);
        void storeEndpoints(learned.all);
      }
      if (awake) evidence.see(event);
    },
    isLogin: (request) => recorder.isLogin(request),
  });
  const sink = (event: CaptureEvent) => {
    gate.take(event);
    followTab(event);
  };
  const capture = new BrowserCapture(sink, (begin, thirdParty) => answers.wants(begin, thirdParty));
  const privateTabs = new PrivateTabs(sink);
  const evidence = new EvidenceGatherer({
    sink,
    isWatched: (tab) => recorder.isWatched(tab),
    mayReadCookies: () => cookies,
    storeOf: (tab, container) => privateTabs.storeOf(tab, container),
  });

  const updates = new UpdateGuard({
    isBusy: () => recorder.isBusy,
    takeUpdate,
    stir,
    later: (task, delayMs) => void setTimeout(task, delayMs),
  });
  /** What the tabs that are open did before is not known. */
  const noteTabs = async (why: EarlierCause, at: number) => sink({ kind: 'earlier', at, tabs: await tabsWithPages(), why });
  /** The first life since the browser was started, this program updated or switched on: memory is empty. */
  const beginAnew = () => {
    // Nothing that is stored is older than this.
    void noteTabs('browser-restarted', 0);
    setTimeout(() => void noteTabs('browser-restarted', 0), tabsComeBackMs);
  };

  // In the first turn, or the browser does not wake us for them.
  capture.start();
  capture.startEarly((event) => 'request' in event && early.hold(event));
  privateTabs.start();
  onMessage(async (message) => {
    if (message.kind === 'answer') {
      await woken;
      const answer = await answers.of(message.answer);
      if (answer) sink(answer);
      return;
    }
    recorder.clear();
    answers.clear();
    learned.clear();
    capture.learn([]);
    await storeEndpoints({});
    gate.clear();
    await Promise.all([clearEvents(), storeGuide(null), judging.forget(), takeLinks()]);
    sink(await aboutBrowser());
    privateTabs.announce();
  });
  onAccessChanged(() => {
    gate.doubt();
    stale = true;
    void apply();
  });
  onSettingsChanged(() => void apply());
  onGuideChanged(() => void apply());
  onStartedChanged(() => void apply());
  onAnswersPermitted(() => capture.restart());
  onAlarm(() => void endRecording());
  onShortcut(() => void toggleWatching());
  onArrival(() => void openPage('welcome', null, null));
  offerForLinks((address) => void storeLink(address).then(() => openPage('files', null, null)));
  onForgetAlarm(forgetOver);
  onUpdateWaiting(() => updates.offered());

  async function endRecording(): Promise<void> {
    const guide = await loadGuide();
    const ended = guide && stopped(guide, 'limit', Date.now());
    if (ended) await storeGuide(ended);
  }

  function forgetOver(): void {
    if (chosen.keepMs === null) return;
    removed = false;
    recorder.forgetOver(chosen.keepMs);
    if (removed) judging.reconsider();
  }

  async function apply(): Promise<void> {
    const turn = ++turns;
    const [settings, access, started, guide] = await Promise.all([loadSettings(), readAccess(), loadStarted(), loadGuide()]);
    // Another one has begun, and knows better.
    if (turn !== turns) return;
    const recording = isRunning(guide, Date.now());
    const on = isOn(settings, started, recording);
    const listen = on && !isNowhere(access);
    cookies = access.cookies;
    answers.apply(settings);
    if (awake && settings.ignored.join() !== chosen.ignored.join()) judging.look();
    chosen = settings;
    if (listen) {
      const wasDeaf = !capture.listening;
      if (stale) capture.restart();
      else capture.start();
      if (wasDeaf || stale) await noteTabs('capture-started-late', Date.now());
      privateTabs.start();
    } else {
      capture.stop();
      privateTabs.stop();
    }
    stale = false;
    gate.know(listen ? access : noAccess);
    if (listen) await privateTabs.load();
    const state = isNowhere(access) ? 'no-access' : on ? (recording ? 'recording' : 'watching') : restOf(settings);
    await showBadge(state);
    judging.setShown(state === 'watching');
    await setForgetAlarm(settings.keepMs);
    await setAlarm(recording && guide ? lastAttempt(guide).stopAt : null);
  }

  async function wake(): Promise<void> {
    learned.load((await loadEndpoints()) ?? {});
    capture.learn(learned.calls);
    await apply();
    const stored = await loadEvents();
    for (const event of stored) answers.see(event);
    const heard = recorder.restore(stored);
    awake = true;
    for (const event of heard) evidence.see(event);
    // Their own listeners hear from now on.
    capture.endEarly();
    for (const event of early.take((tab) => recorder.isWatched(tab))) sink(event);
    await judging.restore();
    if (!stored.some((event) => event.kind === 'settings')) beginAnew();
    sink(await aboutBrowser());
    // The alarm that woke us may have come before anything was known.
    forgetOver();
  }

  const woken = wake();
  // All listeners are there (`npm run bench -- waking`).
  performance.mark('listening');
}
