/** The first moments of Roundtrip in this browser. */
import { browser } from './browser.ts';

const due = 'welcomeDue';

/**
 * Who installs it may at once allow it in private windows, and the browser starts it anew then, without saying again that it is new; pages
 * that were opened before stay empty (measured, Firefox 153). So it is written down, and waited for a moment.
 */
const settledMs = 1_000;

/** Roundtrip is new in this browser, not just of a new version. Called once. Must be called in the worker's first turn. */
export function onArrival(listener: () => void): void {
  const { runtime, storage } = browser;
  const tell = async () => {
    const { [due]: still } = await storage.local.get(due);
    if (still !== true) return;
    await storage.local.remove(due);
    listener();
  };
  runtime.onInstalled.addListener(async ({ reason }) => {
    if (reason !== 'install') return;
    await storage.local.set({ [due]: true });
    setTimeout(() => void tell(), settledMs);
  });
  setTimeout(() => void tell(), settledMs);
}
