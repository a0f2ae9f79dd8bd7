/** The same login in every view, and what was chosen in one is chosen in the next. */
import { describe, expect, it } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import type { DrivenPage } from '../drivers/driver.ts';
import { until } from '../drivers/wait.ts';
import { scenarios } from '../lab/scenarios/index.ts';
import { type Bench, clear } from './bench.ts';

const healthy = scenarios.find((scenario) => scenario.id === 'server-code');

interface ExtensionGlobals {
  readonly browser?: Pick<Browser, 'tabs' | 'extension'>;
  readonly chrome: Pick<Browser, 'tabs' | 'extension'>;
}

/** Number of the tab that shows an address of this host. */
function tabOf(view: DrivenPage, host: string): Promise<number> {
  return view.evaluate(async (wanted: string) => {
    const { browser, chrome } = globalThis as unknown as ExtensionGlobals;
    const tabs = await (browser ?? chrome).tabs.query({});
    return tabs.find(({ url }) => url !== undefined && new URL(url).host === wanted)?.id ?? -1;
  }, host);
}

interface Seen {
  readonly flow: string | null;
  readonly open: string | null;
}

/** What the side panel shows; null while there is none. Pages of one extension can look at each other. */
function inSidePanel(view: DrivenPage): Promise<Seen | null> {
  return view.evaluate(() => {
    const { browser, chrome } = globalThis as unknown as ExtensionGlobals;
    const panel = (browser ?? chrome).extension.getViews().find(({ location }) => location.pathname === '/sidepanel.html');
    if (!panel) return null;
    return {
      flow: panel.document.querySelector<HTMLElement>('[data-selected-flow]')?.dataset['flow'] ?? null,
      open: panel.document.querySelector<HTMLElement>('[data-row="hop"][data-open="true"]')?.dataset['exchange'] ?? null,
    };
  });
}

const shown = (page: DrivenPage): Promise<Seen> =>
  page.evaluate(() => ({
    flow: document.querySelector<HTMLElement>('[data-selected-flow]')?.dataset['flow'] ?? null,
    open: document.querySelector<HTMLElement>('[data-row="hop"][data-open="true"]')?.dataset['exchange'] ?? null,
  }));

export function views(bench: () => Bench): void {
  describe('views', () => {
    it('the side panel follows the tab in front, and goes on with what the popup had chosen; so does the full page', async () => {
      if (!healthy) throw new Error('The healthy scenario is gone.');
      const { driver, lab } = bench();
      await clear(bench());
      lab.reset();
      const page = await driver.newPage();
      for (let i = 0; i < 2; i++) {
        await driver.clearCookies();
        await page.goto(healthy.start(lab));
        await healthy.drive(page, lab);
        await page.waitFor('main[data-outcome="signed-in"]');
      }
      const tab = await tabOf(bench().view, new URL(await page.url()).host);
      const popup = await driver.extensionPage(`popup.html?tab=${tab}`);
      await popup.waitFor(() => document.querySelectorAll('[data-flow]').length >= 2);
      const newest = await shown(popup);
      await popup.click('.flow-item:not([aria-current])');
      await until('the older login to be chosen', async () => (await shown(popup)).flow !== newest.flow);
      await popup.click('[data-row="hop"][data-role="callback"] [data-row-head]');
      await popup.waitFor('[data-row="hop"][data-open="true"]');
      const chosen = await shown(popup);

      await popup.click('button[aria-label="More"]');
      await popup.click('#menu-side');
      await until('the side panel', () => inSidePanel(bench().view));
      await page.bringToFront();
      await until('the side panel to show what was chosen', async () => {
        const seen = await inSidePanel(bench().view);
        return seen?.flow === chosen.flow && seen.open === chosen.open;
      });

      await driver.newPage(lab.playground);
      await until('the side panel to follow to a tab without a login', async () => (await inSidePanel(bench().view))?.flow === null);
      await page.bringToFront();
      await until('and back', async () => (await inSidePanel(bench().view))?.flow === chosen.flow);

      const whole = await driver.extensionPage(`page.html?tab=${tab}#live`);
      await whole.waitFor('[data-row="hop"][data-open="true"]');
      expect(await shown(whole)).toEqual(chosen);
    });
  });
}
