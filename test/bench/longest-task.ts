/** How long a page was busy at a stretch, in any browser: a message to itself waits for whatever runs. */
import type { DrivenPage } from '../drivers/driver.ts';

/** Milliseconds. What is noted stands in the document: a driver's scripts may share nothing else. */
export async function watchTasks(page: DrivenPage, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const { port1, port2 } = new MessageChannel();
    const noted = document.documentElement.dataset;
    let last = performance.now();
    let longest = 0;
    noted['tasks'] = 'watched';
    port1.onmessage = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      noted['longestTask'] = String(longest);
      // Not at once: a page that only talks to itself would be busy with that.
      if (noted['tasks'] === 'watched') setTimeout(() => port2.postMessage(0), 0);
      else port1.close();
    };
    port2.postMessage(0);
  });
  await act();
  // What is drawn once it is there counts as well.
  await new Promise((done) => setTimeout(done, 500));
  return page.evaluate(() => {
    const noted = document.documentElement.dataset;
    noted['tasks'] = 'over';
    if (noted['longestTask'] === undefined) throw new Error('nothing was noted');
    return Number(noted['longestTask']);
  });
}
