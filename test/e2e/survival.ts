/** The background may be ended after any event: what was stored survives, and what was missed is said. */
import { describe, expect, it } from 'vitest';
import { capBytes } from '../../lib/record/shelf.ts';
import { until } from '../drivers/wait.ts';
import type { Scenario } from '../lab/model.ts';
import { enterPassword } from '../lab/scenarios/define.ts';
import { scenarios } from '../lab/scenarios/index.ts';
import { type Bench, clear, judge, shownFlows, storedEvents } from './bench.ts';
import { atRest, ended, essence, logIn } from './disturbed.ts';

const find = (id: string): Scenario => {
  const scenario = scenarios.find((s) => s.id === id);
  if (!scenario) throw new Error(`There is no scenario called ${id}.`);
  return scenario;
};

export function survival(bench: () => Bench): void {
  describe('survival', () => {
    for (const id of ['server-code', 'state-cut', 'cookie-host-prefix'])
      it(`${id}: the background ended between every two steps, and nothing is lost`, async () => {
        const scenario = find(id);
        await logIn(bench(), scenario, async () => undefined);
        const undisturbed = essence(await ended(bench()));
        await logIn(bench(), scenario, async () => {
          await atRest(bench());
          await bench().driver.killBackground();
        });
        expect(essence(await ended(bench()))).toEqual(undisturbed);
      });

    it('more than the memory holds: the oldest is given up and named, and the login that comes then is whole', {
      timeout: 180_000,
    }, async () => {
      const { driver, lab } = bench();
      const scenario = find('server-code');
      await clear(bench());
      lab.reset();
      await driver.clearCookies();
      const page = await driver.newPage(`${lab.site('shop-voucher').origin}/`);
      // Answers that nobody asked for are kept, and these are long.
      for (let n = 0; n < 300; n += 20)
        await page.evaluate(async (from: number) => {
          const frames = Array.from({ length: 20 }, (_, i) => {
            const frame = document.createElement('iframe');
            frame.src = `/frame?n=${from + i}&code=${'CANARY'.repeat(1_500)}`;
            document.body.append(frame);
            return frame;
          });
          await Promise.all(
            frames.map(
              (frame) =>
                new Promise((done) => {
                  frame.onload = done;
                  frame.onerror = done;
                }),
            ),
          );
          for (const frame of frames) frame.remove();
        }, n);
      await page.goto(scenario.start(lab));
      await scenario.drive(page, lab);
      await page.waitFor('main[data-outcome="signed-in"]');
      // So much takes its time to be read.
      await until('the popup to show the login', async () => (await shownFlows(bench())).some((f) => f.outcome === 'completed'), 90_000);
      const flows = (await judge(bench())).filter((f) => f.flow.request !== null);
      expect(flows.map((f) => [f.outcome, f.headline])).toEqual([['completed', null]]);
      const stored = await storedEvents(bench());
      expect(stored.some((event) => event.kind === 'gap' && event.why === 'evicted')).toBe(true);
      const bytes = stored.reduce((sum, event) => sum + JSON.stringify(event).length, 0);
      expect(bytes).toBeLessThan(capBytes);
      // The browser counts as we do, or it would have been full long before.
      expect(bytes).toBeGreaterThan(0.7 * capBytes);
      await bench().view.waitFor('[data-selected-flow][data-outcome="completed"]');
      await clear(bench());
    });

    it('a healthy login is never accused when the background is ended in the middle of its redirects', async () => {
      const { driver, lab } = bench();
      const scenario = find('server-code');
      for (const delayMs of [0, 10, 25]) {
        let killed: Promise<void> = Promise.resolve();
        await clear(bench());
        lab.reset();
        await driver.clearCookies();
        const page = await driver.newPage(scenario.start(lab));
        await page.click('#sign-in');
        await enterPassword(page);
        await page.waitFor('#allow');
        killed = new Promise((done) => setTimeout(done, delayMs)).then(() => driver.killBackground());
        await page.click('#allow');
        await page.waitFor('main[data-outcome="signed-in"]');
        await killed;
        const flows = await judge(bench());
        expect(flows.flatMap((f) => f.findings.filter((finding) => finding.severity !== 'info').map((finding) => finding.check))).toEqual(
          [],
        );
      }
    });
  });
}
