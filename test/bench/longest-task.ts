/** How long a page was busy at a stretch, in any browser: a message to itself waits for whatever runs. */
import type { DrivenPage } from '../drivers/driver.ts';

interface Watched {
  longestTask?: number;
  stopTasks?: () => void;
}

/** Milliseconds. */
export async function watchTasks(page: DrivenPage, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const watched = globalThis as Watched;
    const { port1, port2 } = new MessageChannel();
    let last = performance.now();
    let running = true;
    watched.longestTask = 0;
    port1.onmessage = () => {
      const now = performance.now();
      watched.longestTask = Math.max(watched.longestTask ?? 0, now - last);
      last = now;
      // Not at once: a page that only talks to itself would be busy with that.
      if (running) setTimeout(() => port2.postMessage(0), 0);
    };
    watched.stopTasks = () => {
      running = false;
      port1.close();
    };
    port2.postMessage(0);
  });
  await act();
  // What is drawn once it is there counts as well.
  await new Promise((done) => setTimeout(done, 500));
  return page.evaluate(() => {
    const watched = globalThis as Watched;
    watched.stopTasks?.();
    return watched.longestTask ?? 0;
  });
}
