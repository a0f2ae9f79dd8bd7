/** The browser ends in the middle of a login and starts again: what was lost is said, and nobody is accused of it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../lib/analyze.ts';
import { fromWebRequest } from '../../lib/normalize/from-web-request.ts';
import type { BrowserName } from '../drivers/driver.ts';
import { until } from '../drivers/wait.ts';
import { startLab } from '../lab/lab.ts';
import { enterPassword, says } from '../lab/scenarios/define.ts';
import { scenarios } from '../lab/scenarios/index.ts';
import { builds, eventsIn, launch } from './bench.ts';

const healthy = scenarios.find((scenario) => scenario.id === 'server-code');

export function restart(browser: BrowserName): void {
  describe('a browser that is restarted', () => {
    it('brings the sign-in page back, and the login goes on without an accusation', { timeout: 120_000 }, async () => {
      if (!healthy) throw new Error('The healthy scenario is gone.');
      const folder = mkdtempSync(join(tmpdir(), 'roundtrip-kept-'));
      const lab = await startLab();
      const options = { hosts: lab.hosts, certificate: lab.certificate, kept: { folder, extension: builds[browser] } };
      try {
        const first = await launch(browser, options);
        await first.grantSiteAccess();
        const view = await first.extensionPage('popup.html?tab=all');
        await view.click('#grant');
        await view.waitFor('main[data-watching="watching"]');
        const page = await first.newPage(healthy.start(lab));
        await page.click('#sign-in');
        await page.waitFor('#user');
        const signIn = await page.url();
        await until('the login to be seen', async () => (await eventsIn(view)).some(({ kind }) => kind === 'commit'));
        // What a page says about itself is written down a while later (Firefox).
        await new Promise((done) => setTimeout(done, 3_000));
        await first.close();

        const second = await launch(browser, options);
        try {
          const again = await second.extensionPage('popup.html?tab=all');
          await again.waitFor('main[data-watching="watching"]');
          const back = await until('the sign-in page', async () => {
            for (const one of await second.pages()) if ((await one.url()) === signIn) return one;
            return null;
          }).catch(async (error: unknown) => {
            throw new Error(`${String(error)}; there are ${(await Promise.all((await second.pages()).map((one) => one.url()))).join(' ')}`);
          });
          await back.bringToFront();
          await enterPassword(back);
          await back.click('#allow');
          await back.waitFor(says('signed-in'));
          const capture = await until('the answer to be seen', async () => {
            const seen = fromWebRequest(await eventsIn(again), { live: true, asOf: Date.now() });
            return seen.exchanges.some((e) => /[?&]code=/.test(e.request.url)) ? seen : null;
          });
          const { flows } = analyze(capture);
          expect(capture.gaps).toContain('browser-restarted');
          expect(flows.flatMap((f) => f.findings.filter((one) => one.severity !== 'info').map((one) => one.check))).toEqual([]);
          expect(flows.map((f) => f.headline)).toEqual([null]);
          expect(flows.flatMap((f) => f.findings.map((one) => one.check))).not.toContain('callback-without-request');
        } finally {
          await second.close();
        }
      } finally {
        await lab.close();
        rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
      }
    });
  });
}
