/** The number of problems on the badge of the tab they are in, counted by the engine while no view asks for it. */
import { describe, expect, it } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import { until } from '../drivers/wait.ts';
import { scenarios } from '../lab/scenarios/index.ts';
import { type Bench, clear, storedEvents } from './bench.ts';
import { play } from './play.ts';

interface Globals {
  readonly browser?: Pick<Browser, 'tabs' | 'action' | 'storage'>;
  readonly chrome: Pick<Browser, 'tabs' | 'action' | 'storage'>;
}

interface Badge {
  readonly text: string;
  readonly title: string;
}

const quiet: Badge = { text: '', title: 'Roundtrip is watching for logins' };

function find(id: string) {
  const scenario = scenarios.find((one) => one.id === id);
  if (!scenario) throw new Error(`There is no scenario called ${id}.`);
  return scenario;
}

/** What the browser shows at the extension's button while this tab is in front. */
export function badgeOf({ view }: Bench, tab: number): Promise<Badge> {
  return view.evaluate(async (tabId: number) => {
    const { browser, chrome } = globalThis as unknown as Globals;
    const { action } = browser ?? chrome;
    return { text: await action.getBadgeText({ tabId }), title: await action.getTitle({ tabId }) };
  }, tab);
}

/** The tab in which the newest login was begun. */
export async function tabOfLogin(bench: Bench): Promise<number> {
  const pages = (await storedEvents(bench)).flatMap((event) => (event.kind === 'begin' && event.type === 'main_frame' ? [event] : []));
  const newest = pages.sort((a, b) => b.at - a.at)[0];
  if (!newest) throw new Error('No page was recorded.');
  return newest.tab;
}

/** Everything that was recorded so far has been judged. */
export async function judged({ view }: Bench): Promise<void> {
  await until('the engine to have judged what was recorded', () =>
    view.evaluate(async () => {
      const { browser, chrome } = globalThis as unknown as Globals;
      const { judged } = (await (browser ?? chrome).storage.session.get('judged')) as { judged?: { pending: boolean } };
      return judged?.pending === false;
    }),
  );
}

export function problems(bench: () => Bench): void {
  describe('problems on the badge', () => {
    it('are counted in the tab of the failed login and in no other, through navigation and the end of the background, until forgotten', async () => {
      const { driver, lab, view } = bench();
      const failed: Badge = { text: '1', title: 'Roundtrip: 1 problem in this tab’s login' };
      await play(bench(), find('state-cut'));
      const tab = await tabOfLogin(bench());
      await until('the badge', async () => (await badgeOf(bench(), tab)).text !== '');
      expect(await badgeOf(bench(), tab)).toEqual(failed);
      const others = await view.evaluate(async () => {
        const { browser, chrome } = globalThis as unknown as Globals;
        return (await (browser ?? chrome).tabs.query({})).flatMap(({ id }) => id ?? []);
      });
      for (const other of others.filter((id) => id !== tab)) expect(await badgeOf(bench(), other)).toEqual(quiet);

      // What is watched comes before what was seen.
      await view.click('#pause');
      await until('the badge to show the pause', async () => (await badgeOf(bench(), tab)).text === 'II');
      await view.click('#pause');
      await until('the number to come back', async () => (await badgeOf(bench(), tab)).text === '1');
      expect(await badgeOf(bench(), tab)).toEqual(failed);

      await driver.killBackground();
      expect(await badgeOf(bench(), tab)).toEqual(failed);
      // Browsers take a tab's badge away with its document; the new background knows it from before.
      for (const page of await driver.pages()) if (!(await page.url()).includes('/popup.html')) await page.goto(lab.playground);
      await until('the badge to be set again', async () => (await badgeOf(bench(), tab)).text === '1');

      await clear(bench());
      await until('the badge to be empty', async () => (await badgeOf(bench(), tab)).text === '');
      expect(await badgeOf(bench(), tab)).toEqual(quiet);
    });

    it('are none after a healthy login', async () => {
      await play(bench(), find('server-code'));
      await judged(bench());
      expect(await badgeOf(bench(), await tabOfLogin(bench()))).toEqual(quiet);
    });
  });
}
