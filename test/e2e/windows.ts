/** Tabs that are unloaded, private windows, containers: the login is the same one, and in the right place. */
import { describe, expect, it } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import type { DrivenPage } from '../drivers/driver.ts';
import { until } from '../drivers/wait.ts';
import { enterPassword, says } from '../lab/scenarios/define.ts';
import { scenarios } from '../lab/scenarios/index.ts';
import { type Bench, clear, judge, storedEvents } from './bench.ts';

const healthy = scenarios.find((scenario) => scenario.id === 'server-code');

type Api = Pick<Browser, 'tabs' | 'windows' | 'storage'>;
interface ExtensionGlobals {
  readonly browser?: Api;
  readonly chrome: Api;
}

/** Numbers of the tabs whose address begins like this. */
export function tabsAt(view: DrivenPage, prefix: string): Promise<number[]> {
  return view.evaluate(async (wanted: string) => {
    const { browser, chrome } = globalThis as unknown as ExtensionGlobals;
    const tabs = await (browser ?? chrome).tabs.query({});
    return tabs.flatMap(({ id, url }) => (id !== undefined && url?.startsWith(wanted) ? [id] : []));
  }, prefix);
}

/** The page that shows an address like this, whoever opened it. */
function pageAt({ driver }: Bench, prefix: string): Promise<DrivenPage> {
  return until(`a page at ${prefix}`, async () => {
    for (const page of await driver.pages()) if ((await page.url().catch(() => '')).startsWith(prefix)) return page;
    return null;
  });
}

async function fresh(bench: Bench): Promise<string> {
  const { driver, lab } = bench;
  if (!healthy) throw new Error('The healthy scenario is gone.');
  await clear(bench);
  lab.reset();
  await driver.clearCookies();
  return healthy.start(lab);
}

const completed = (bench: Bench) =>
  until('the login to be completed', async () => {
    const flows = await judge(bench);
    return flows.some((f) => f.outcome === 'completed') ? flows : null;
  });

export function windows(bench: () => Bench): void {
  describe('windows', () => {
    it('a tab that the browser unloads in the middle of a login, and loads again, goes on with it', async () => {
      const start = await fresh(bench());
      const page = await bench().driver.newPage(start);
      await page.click('#sign-in');
      await page.waitFor('#user');
      const [provider = ''] = /^https?:\/\/[^/]+\//.exec(await page.url()) ?? [];
      await bench().view.bringToFront();
      const [tab = -1] = await tabsAt(bench().view, provider);
      await bench().view.evaluate(async (id: number) => {
        const { browser, chrome } = globalThis as unknown as ExtensionGlobals;
        const { tabs } = browser ?? chrome;
        await tabs.discard(id);
        if (!(await tabs.query({ discarded: true })).length) throw new Error('No tab was unloaded.');
      }, tab);
      // The browser may have given the tab another number.
      const again = await until('the unloaded tab', async () => (await tabsAt(bench().view, provider))[0] ?? null);
      await bench().view.evaluate(async (id: number) => {
        const { browser, chrome } = globalThis as unknown as ExtensionGlobals;
        const api = browser ?? chrome;
        await api.tabs.update(id, { active: true });
        if ((await api.tabs.get(id)).discarded) await api.tabs.reload(id);
      }, again);
      const back = await pageAt(bench(), provider);
      await enterPassword(back);
      await back.click('#allow');
      await back.waitFor(says('signed-in'));
      const flows = await completed(bench());
      expect(flows.map((f) => [f.flow.kind, f.outcome, f.headline])).toEqual([['login', 'completed', null]]);
      expect(flows.flatMap((f) => f.findings.filter((one) => one.severity !== 'info'))).toEqual([]);
    });

    it('a login in a private window is seen there, nowhere else, and stands on no disk', async () => {
      const start = await fresh(bench());
      await bench().view.evaluate(async (url: string) => {
        const { browser, chrome } = globalThis as unknown as ExtensionGlobals;
        await (browser ?? chrome).windows.create({ incognito: true, url });
      }, start);
      const page = await pageAt(bench(), start);
      await page.click('#sign-in');
      await enterPassword(page);
      await page.click('#allow');
      await page.waitFor(says('signed-in'));
      await completed(bench());
      const [tab = -1] = await tabsAt(bench().view, start);
      const inside = await bench().driver.extensionPage(`popup.html?tab=${tab}`);
      await inside.waitFor('[data-selected-flow][data-outcome="completed"]');
      expect(await inside.text()).toContain('Private window');
      // The view about all ordinary windows.
      expect(await bench().view.evaluate(() => document.querySelector('[data-flow]') === null)).toBe(true);

      const secrets = (await storedEvents(bench())).flatMap((event) =>
        'url' in event ? [...event.url.matchAll(/[?&](?:code|state)=([^&]{16,})/g)].map(([, value = '']) => value) : [],
      );
      expect(secrets.length).toBeGreaterThan(0);
      // What is on the disk is found.
      expect(bench().driver.filesHolding(['Roundtrip'])).not.toEqual([]);
      expect(bench().driver.filesHolding(secrets)).toEqual([]);
      await page.close();
    });

    it('a login in a container carries the container’s name (Firefox); elsewhere it is an ordinary tab', async () => {
      const start = await fresh(bench());
      const first = await bench().driver.newPage(start);
      const page = await first.openInContainer(start);
      await page.click('#sign-in');
      await enterPassword(page);
      await page.click('#allow');
      await page.waitFor(says('signed-in'));
      await completed(bench());
      await bench().view.waitFor('[data-selected-flow][data-outcome="completed"]');
      const words = await bench().view.text();
      if (bench().driver.name === 'firefox') expect(words).toContain('Container “Work”');
      else expect(words).not.toContain('Container');
      expect(words).not.toContain('Private window');
      await page.close();
      await first.close();
    });
  });
}
