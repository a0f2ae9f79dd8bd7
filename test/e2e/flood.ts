/** A page that asks for thousands of things while a login runs in its tab. */
import { describe, expect, it } from 'vitest';
import { until } from '../drivers/wait.ts';
import { enterPassword } from '../lab/scenarios/define.ts';
import { scenarios } from '../lab/scenarios/index.ts';
import { type Bench, clear, judge, storedEvents } from './bench.ts';

const requests = 2_000;
const atOnce = 250;

export function flood(bench: () => Bench): void {
  describe('flood', () => {
    it('two thousand requests at the sign-in page: nothing of them is kept, and the login is whole', { timeout: 90_000 }, async () => {
      const { driver, lab } = bench();
      const scenario = scenarios.find(({ id }) => id === 'server-code');
      if (!scenario) throw new Error('The healthy scenario is gone.');
      await clear(bench());
      lab.reset();
      await driver.clearCookies();
      const page = await driver.newPage(scenario.start(lab));
      await page.click('#sign-in');
      await page.waitFor('#user');
      for (let from = 0; from < requests; from += atOnce)
        await page.evaluate(
          async (first: number, count: number) => {
            const one = (n: number) =>
              n % 2 === 0
                ? fetch(`/flood?n=${n}`).then(() => undefined)
                : new Promise<void>((done) => {
                    const image = new Image();
                    image.onload = image.onerror = () => done();
                    image.src = `/flood.png?n=${n}`;
                  });
            await Promise.all(Array.from({ length: count }, (_, n) => one(first + n).catch(() => undefined)));
          },
          from,
          atOnce,
        );
      // One that is kept: the background heard the tab.
      await page.evaluate(async () => void (await fetch('/flood?heard', { method: 'OPTIONS' }).catch(() => undefined)));
      await enterPassword(page);
      await page.click('#allow');
      await page.waitFor('main[data-outcome="signed-in"]');
      const flows = await until('the login to be completed', async () => {
        const all = await judge(bench());
        return all.some(({ outcome }) => outcome === 'completed') ? all : null;
      });
      expect(flows.map(({ outcome, headline }) => [outcome, headline])).toEqual([['completed', null]]);
      const events = await storedEvents(bench());
      const kept = events.flatMap((event) => (event.kind === 'begin' && event.url.includes('/flood') ? new URL(event.url).search : []));
      expect(kept).toEqual(['?heard']);
      expect(flows[0]?.flow.steps.map(({ role }) => role)).toContain('authorization-request');
    });
  });
}
