/** The first moments of Roundtrip in this browser. */
import { browser } from './browser.ts';

const shown = 'welcomeShown';

/**
 * Who installs it may at once allow it in private windows, and the browser starts it anew then: pages that were opened before stay empty, and
 * nobody says again that it is new (measured, Firefox 153). So it is written down that the first page was shown, and waited for a moment.
 */
const settledMs = 1_000;

/** Roundtrip is new in this browser: nothing says yet that it was met. Called once, at the start of every life of the background. */
export function onArrival(listener: () => void): void {
  setTimeout(async () => {
    const { local } = browser.storage;
    const { [shown]: met } = await local.get(shown);
    if (met === true) return;
    await local.set({ [shown]: true });
    listener();
  }, settledMs);
}
