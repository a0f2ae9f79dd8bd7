/** The background: browser events in, stored events out. It judges nothing; views do that from what is stored. */
import type { CaptureEvent } from '../../lib/model/event.ts';
import { aboutBrowser } from '../../lib/platform/about.ts';
import { onAccessChanged, readAccess } from '../../lib/platform/access.ts';
import { showBadge } from '../../lib/platform/badge.ts';
import { BrowserCapture } from '../../lib/platform/capture.ts';
import { EvidenceGatherer } from '../../lib/platform/evidence.ts';
import { onMessage } from '../../lib/platform/messages.ts';
import { clearEvents, loadEvents, loadSettings, onSettingsChanged, removeEvents, storeEvents } from '../../lib/platform/storage.ts';
import { Recorder } from '../../lib/record/recorder.ts';

export function watchLogins(): void {
  let awake = false;
  let cookies = false;

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
    remove: removeEvents,
    watchTab: (tab) => capture.watchTab(tab),
    releaseTab: (tab) => capture.releaseTab(tab),
    now: Date.now,
    later: (task, delayMs) => void setTimeout(task, delayMs),
  });

  const sink = (event: CaptureEvent) => {
    recorder.take(event);
    if (awake) evidence.see(event);
  };
  const capture = new BrowserCapture(sink);
  const evidence = new EvidenceGatherer({ sink, isWatched: (tab) => recorder.isWatched(tab), mayReadCookies: () => cookies });

  // In the first turn, or the browser does not wake us for them.
  capture.start();
  onMessage(async () => {
    recorder.clear();
    await clearEvents();
    sink(await aboutBrowser());
  });
  onAccessChanged(() => void apply(true));
  onSettingsChanged(() => void apply(false));

  async function apply(accessChanged: boolean): Promise<void> {
    const [settings, access] = await Promise.all([loadSettings(), readAccess()]);
    cookies = access.cookies;
    const listen = access.sites && !settings.paused;
    if (!listen) capture.stop();
    else if (accessChanged) capture.restart();
    else capture.start();
    await showBadge(!access.sites ? 'no-access' : settings.paused ? 'paused' : 'watching');
  }

  async function wake(): Promise<void> {
    await apply(false);
    const early = recorder.restore(await loadEvents());
    awake = true;
    for (const event of early) evidence.see(event);
    sink(await aboutBrowser());
  }

  void wake();
}
