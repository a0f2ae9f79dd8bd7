/** The room of settings: what is chosen there happens, and stays chosen. */
import { describe, expect, it } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import { shelfOf } from '../../lib/platform/stored-event.ts';
import type { DrivenPage } from '../drivers/driver.ts';
import { until } from '../drivers/wait.ts';
import { scenarios } from '../lab/scenarios/index.ts';
import { type Bench, clear, judge, pause, storedEvents } from './bench.ts';

const healthy = scenarios.find((scenario) => scenario.id === 'server-code');

const wakesMs = 1_500;

interface ExtensionGlobals {
  readonly browser?: Pick<Browser, 'action' | 'alarms' | 'storage'>;
  readonly chrome: Pick<Browser, 'action' | 'alarms' | 'storage'>;
}

const badge = ({ view }: Bench) =>
  view.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as ExtensionGlobals;
    return (browser ?? chrome).action.getBadgeText({});
  });

async function logIn({ driver, lab }: Bench): Promise<void> {
  if (!healthy) throw new Error('The healthy scenario is gone.');
  lab.reset();
  await driver.clearCookies();
  const page = await driver.newPage(healthy.start(lab));
  await healthy.drive(page, lab);
  await page.waitFor('main[data-outcome="signed-in"]');
  await page.close();
}

const room = (bench: Bench) => bench.driver.extensionPage('page.html#settings');
const choose = async (page: DrivenPage, name: string, value: string) => {
  await page.click(`#setting-${name} input[value="${value}"]`);
  await page.waitFor(`#setting-${name} [data-chosen="true"] input[value="${value}"]`);
};

const heard = async (bench: Bench) => (await storedEvents(bench)).filter((event) => 'url' in event).length;

export function settings(bench: () => Bench): void {
  describe('settings', () => {
    it('only when started: nothing is recorded before, a login after, and nothing once it was stopped', async () => {
      const { view, driver } = bench();
      const page = await room(bench());
      await choose(page, 'watch', 'recording');
      try {
        await view.waitFor('main[data-watching="off"]');
        expect(await view.text()).toMatch(/Off\.\s+Start/);
        await until('the badge to say that it is off', async () => (await badge(bench())) === 'OFF');
        await clear(bench());
        await logIn(bench());
        // Not even in the first turn of a new background, in which it has to listen before it knows.
        await driver.killBackground();
        await logIn(bench());
        expect(await heard(bench())).toBe(0);

        await view.click('#pause');
        await view.waitFor('main[data-watching="watching"]');
        expect(await view.text()).toMatch(/Watching\.\s+Stop/);
        await until('the badge to be empty', async () => (await badge(bench())) === '');
        await logIn(bench());
        await until('the login to be judged', async () => (await judge(bench())).some((flow) => flow.outcome === 'completed'));

        await view.click('#pause');
        await view.waitFor('main[data-watching="off"]');
        await until('the badge to say that it is off again', async () => (await badge(bench())) === 'OFF');
        await clear(bench());
        await logIn(bench());
        expect(await heard(bench())).toBe(0);
      } finally {
        await choose(page, 'watch', 'always');
        await view.waitFor('main[data-watching="watching"]');
      }
    });

    it('only when started: a recording for support starts it, and the end of that ends it', async () => {
      const { view, driver } = bench();
      const page = await room(bench());
      await choose(page, 'watch', 'recording');
      try {
        await clear(bench());
        const guide = await driver.extensionPage('page.html#record');
        await guide.click('#start-recording');
        await guide.waitFor('[data-recording]');
        await until('the badge to say so', async () => (await badge(bench())) === 'REC');
        await logIn(bench());
        await until('the login to be judged', async () => (await judge(bench())).some((flow) => flow.outcome === 'completed'));
        await guide.click('#stop-recording');
        await guide.waitFor('.noted');
        await until('the badge to say that it is off', async () => (await badge(bench())) === 'OFF');
        await guide.click('#discard');
        await guide.waitFor('#start-recording');
      } finally {
        await choose(page, 'watch', 'always');
        await view.waitFor('main[data-watching="watching"]');
      }
    });

    it('a login that has been over for long enough is forgotten by a background that slept', async () => {
      const { view, driver, lab } = bench();
      const page = await room(bench());
      await choose(page, 'keepMs', '900000');
      try {
        const alarm = () =>
          view.evaluate(async () => {
            const { browser, chrome } = globalThis as unknown as ExtensionGlobals;
            return (await (browser ?? chrome).alarms.get('forget'))?.periodInMinutes ?? null;
          });
        await until('the alarm to be set', async () => (await alarm()) === 3);
        await clear(bench());
        await logIn(bench());
        await until('the login to be judged', async () => (await judge(bench())).some((flow) => flow.outcome === 'completed'));
        await driver.killBackground();
        // As if it had been twenty minutes ago.
        const events = (await storedEvents(bench())).map((event) => ({ ...event, at: event.at - 1_200_000 }));
        const aged = shelfOf(events);
        await view.evaluate(async (entries: Record<string, unknown>) => {
          const { browser, chrome } = globalThis as unknown as ExtensionGlobals;
          const { session } = (browser ?? chrome).storage;
          const all = Object.keys(await session.get(null)).filter((key) => key.startsWith('e/'));
          await session.remove(all);
          await session.set(entries);
        }, aged);
        // What was written has woken it.
        await pause(wakesMs);
        await driver.killBackground();
        await (await driver.newPage(lab.playground)).close();
        const app = new URL(healthy?.start(lab) ?? '').hostname;
        await until('the login to be forgotten', async () => !JSON.stringify(await storedEvents(bench())).includes(app));
      } finally {
        await choose(page, 'keepMs', 'null');
      }
    });

    it('what was chosen is still chosen after the page is loaded again, and colors and language follow', async () => {
      const { view, driver } = bench();
      const page = await room(bench());
      const colors = (one: DrivenPage) => one.evaluate(() => getComputedStyle(document.body).backgroundColor);
      await choose(page, 'theme', 'light');
      const light = await colors(page);
      await choose(page, 'theme', 'dark');
      await choose(page, 'quietMs', '120000');
      await choose(page, 'keepMs', '900000');
      await choose(page, 'language', 'de');
      try {
        await page.waitFor('html[data-theme="dark"]');
        await view.waitFor('html[data-theme="dark"]');
        expect(await colors(page)).not.toBe(light);
        await page.reload();
        // From the mirror: the script in the head runs before anything is asked for.
        expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
        await page.waitFor('#setting-quietMs');
        const chosen = () =>
          page.evaluate(() =>
            [...document.querySelectorAll<HTMLInputElement>('.segments input:checked')].map(({ name, value }) => `${name} ${value}`),
          );
        await until(
          'the choices to be shown',
          async () => (await chosen()).join() === ['watch always', 'quietMs 120000', 'keepMs 900000', 'theme dark', 'language de'].join(),
        );
        const guide = await driver.extensionPage('page.html#record');
        await guide.waitFor('.guide[lang="de"]');
      } finally {
        await choose(page, 'theme', 'system');
        await choose(page, 'quietMs', '30000');
        await choose(page, 'keepMs', 'null');
        await choose(page, 'language', 'browser');
      }
    });
  });
}
