/** A login in all its pictures, with what stands in it explained and taken along. */
import { describe, expect, it } from 'vitest';
import { until } from '../drivers/wait.ts';
import { scenarios } from '../lab/scenarios/index.ts';
import { type Bench, clear, tabOf } from './bench.ts';

const hybrid = scenarios.find((scenario) => scenario.id === 'hybrid-form-post');

export function explained(bench: () => Bench): void {
  describe('a login explained', () => {
    it('is drawn by size and by cookies, its token is opened, and a hop is copied without its secrets', async () => {
      if (!hybrid) throw new Error('The hybrid scenario is gone.');
      const { driver, lab } = bench();
      await clear(bench());
      lab.reset();
      const app = await driver.newPage();
      await driver.clearCookies();
      await app.goto(hybrid.start(lab));
      await hybrid.drive(app, lab);
      await app.waitFor('main[data-outcome="signed-in"]');
      const tab = await tabOf(bench().view, new URL(await app.url()).host);
      const page = await driver.extensionPage(`page.html?tab=${tab}#live`);
      const text = (selector: string) => page.evaluate((wanted: string) => document.querySelector(wanted)?.textContent ?? '', selector);

      await page.click('#look-sizes');
      await page.waitFor('.timeline[data-look="sizes"] [data-role="callback"] .size-bar');
      // The cookie that keeps the login came along, so its bytes were seen.
      expect(await text('[data-role="callback"] [data-of="cookies"] .size-bytes')).toMatch(/^[1-9][\d,]*$/);

      await page.click('#look-cookies');
      await page.waitFor('.timeline[data-look="cookies"] [data-role="callback"] .life-event');
      expect(await text('.life-list')).toContain('sent with the callback');

      await page.click('#look-timeline');
      await page.waitFor('.timeline[data-look="timeline"] [data-role="callback"] [data-row-head]');
      await page.click('[data-role="callback"] [data-row-head]');
      await page.waitFor('.detail .jwt button');
      await page.click('.detail .jwt button');
      await page.waitFor('.jwt-view .jwt-table');
      const said = await text('.jwt-view');
      expect(said).toContain('Who issued the token.');
      expect(said).toContain('the nonce of the request');

      await page.bringToFront();
      await page.click('.hop-menu button');
      await page.click('#menu-curl');
      await until('the word that it was copied', async () =>
        (await page.evaluate(() => document.body.textContent ?? '')).includes('Copied as curl'),
      );
    });
  });
}
