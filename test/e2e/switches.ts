/** The switches of the popup, and what it says while nothing is shown. */
import { describe, expect, it } from 'vitest';
import { until } from '../drivers/wait.ts';
import { scenarios } from '../lab/scenarios/index.ts';
import { type Bench, clear, judge, storedEvents } from './bench.ts';
import { play } from './play.ts';

const healthy = scenarios.find((scenario) => scenario.id === 'server-code');
const requestsOf = async (bench: Bench) => (await storedEvents(bench)).filter((event) => event.kind === 'begin').length;

export function switches(bench: () => Bench): void {
  describe('switches', () => {
    it('before site access was given, the popup says so and nothing is recorded', () => {
      const { watching, words, recorded } = bench().beforeAccess;
      expect({ watching, recorded }).toEqual({ watching: 'no-access', recorded: 0 });
      expect(words).toMatch(/access/i);
    });

    it('paused: nothing is recorded; resumed: it is', async () => {
      if (!healthy) throw new Error('The healthy scenario is gone.');
      const { view, driver, lab } = bench();
      await clear(bench());
      await view.click('#pause');
      await view.waitFor('main[data-watching="paused"]');
      const page = await driver.newPage(healthy.start(lab));
      await healthy.drive(page, lab);
      await page.waitFor('main[data-outcome="signed-in"]');
      expect(await requestsOf(bench())).toBe(0);
      await view.click('#pause');
      await view.waitFor('main[data-watching="watching"]');
      const { flows } = await play(bench(), healthy);
      expect(flows.map((f) => f.outcome)).toEqual(['completed']);
    });

    it('“Copy report” copies one, and says so', async () => {
      if (!healthy) throw new Error('The healthy scenario is gone.');
      const { view } = bench();
      await play(bench(), healthy);
      await view.click('.copy-report');
      await view.waitFor(() => document.querySelector('.notice')?.textContent === 'Report copied, secrets left out');
    });

    it('“Forget” leaves nothing behind', async () => {
      if (!healthy) throw new Error('The healthy scenario is gone.');
      const { view } = bench();
      await play(bench(), healthy);
      await view.click('button[aria-label="Forget everything recorded"]');
      await view.click('.confirm button[data-look="danger"]');
      await until('everything to be forgotten', async () => (await requestsOf(bench())) === 0);
      expect(await judge(bench())).toEqual([]);
      await view.waitFor(() => document.querySelector('[data-flow]') === null);
    });
  });
}
