/** The key that starts and stops watching, and the badge that shows it at once. */
import { describe, expect, it } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import { until } from '../drivers/wait.ts';
import type { Bench } from './bench.ts';

interface Globals {
  readonly browser?: Pick<Browser, 'action' | 'commands'>;
  readonly chrome: Pick<Browser, 'action' | 'commands'>;
}

const keys = 'Alt+Shift+L';

export function shortcut(bench: () => Bench): void {
  describe('the key', () => {
    it('pauses watching and resumes it; the badge and the switch say so', async () => {
      const { driver, view } = bench();
      const badge = () =>
        view.evaluate(async () => {
          const { browser, chrome } = globalThis as unknown as Globals;
          return (browser ?? chrome).action.getBadgeText({});
        });
      const known = await view.evaluate(async () => {
        const { browser, chrome } = globalThis as unknown as Globals;
        const commands = await (browser ?? chrome).commands.getAll();
        return commands.map(({ name, shortcut: key }) => [name, key]);
      });
      // Both are free: the browser would have left out one that is taken.
      expect(known).toEqual([
        ['_execute_action', 'Alt+Shift+O'],
        ['toggle-watching', keys],
      ]);
      expect(await view.evaluate(() => document.querySelector<HTMLElement>('#pause')?.title)).toBe(`Pause watching (${keys})`);
      await driver.pressShortcut('toggle-watching', keys);
      await until('the badge to show the pause', async () => (await badge()) === 'II');
      await view.waitFor('main[data-watching="paused"]');
      await driver.pressShortcut('toggle-watching', keys);
      await until('the badge to be empty', async () => (await badge()) === '');
      await view.waitFor('main[data-watching="watching"]');
    });
  });
}
