/** A notification for a failed login, for those who asked for it, and for nobody else. */
import { describe, expect, it } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import type { BrowserName } from '../drivers/driver.ts';
import { until } from '../drivers/wait.ts';
import { scenarios } from '../lab/scenarios/index.ts';
import { type Bench, clear } from './bench.ts';
import { play } from './play.ts';
import { judged, tabOfLogin } from './problems.ts';

type Api = Pick<Browser, 'storage' | 'permissions'>;
interface Globals {
  readonly browser?: Api;
  readonly chrome: Api;
}

function find(id: string) {
  const scenario = scenarios.find((one) => one.id === id);
  if (!scenario) throw new Error(`There is no scenario called ${id}.`);
  return scenario;
}

/** Firefox takes a real click and asks nobody (the driver's preference); Chromium's driver has given it. */
async function allow({ view }: Bench, browser: BrowserName): Promise<void> {
  if (browser === 'chromium') return;
  await view.evaluate(() => {
    const ask = Object.assign(document.createElement('button'), { id: 'ask', textContent: 'Ask' });
    ask.addEventListener('click', () => {
      const { browser, chrome } = globalThis as unknown as Globals;
      void (browser ?? chrome).permissions.request({ permissions: ['notifications'] }).then(() => ask.remove());
    });
    document.body.prepend(ask);
  });
  await view.click('#ask');
  await view.waitFor(() => document.querySelector('#ask') === null);
}

function setNotify({ view }: Bench, notify: boolean): Promise<void> {
  return view.evaluate(async (value: boolean) => {
    const { browser, chrome } = globalThis as unknown as Globals;
    const { local } = (browser ?? chrome).storage;
    const { settings } = (await local.get('settings')) as { settings?: object };
    await local.set({ settings: { ...settings, notify: value } });
  }, notify);
}

export function notices(bench: () => Bench): void {
  describe('a notification', () => {
    it('is shown for a failed login when it was asked for, and never else; a click leads to the page', { timeout: 90_000 }, async () => {
      const { driver } = bench();
      const notifications = await driver.noteNotifications();
      await allow(bench(), driver.name);
      await play(bench(), find('state-cut'));
      await judged(bench());
      expect(await notifications.shown()).toEqual([]);

      await setNotify(bench(), true);
      try {
        await play(bench(), find('server-code'));
        await judged(bench());
        expect(await notifications.shown()).toEqual([]);

        const title = 'Sign-in failed at state-cut.app.example';
        await play(bench(), find('state-cut'));
        const tab = await tabOfLogin(bench());
        await until('the notification', async () => (await notifications.shown()).length > 0);
        expect(await notifications.shown()).toEqual([
          { title, message: 'The ticket number of this login was damaged on the way back, so the app takes it for another login.' },
        ]);

        await notifications.click(title);
        await until('the page about that tab', async () => {
          for (const page of await driver.pages()) if ((await page.url()).endsWith(`page.html?tab=${tab}#live`)) return true;
          return false;
        });
        expect(await notifications.shown()).toEqual([]);
      } finally {
        await setNotify(bench(), false);
        await clear(bench());
      }
    });
  });
}
