/** A stranger records a failing login for support, saves one file, and somebody else opens it. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import type { Guide } from '../../lib/model/guide.ts';
import type { DrivenPage } from '../drivers/driver.ts';
import { until } from '../drivers/wait.ts';
import type { Lab } from '../lab/model.ts';
import { scenarios } from '../lab/scenarios/index.ts';
import { type Bench, clear } from './bench.ts';

const broken = scenarios.find((scenario) => scenario.id === 'state-cut');

/** What a view says of the flows it shows. */
export const shownIn = (page: DrivenPage) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-flow]')].map(({ dataset }) => [
      dataset['kind'],
      dataset['outcome'],
      dataset['headline'],
    ]),
  );

/** Presses a button that saves a file, and waits until the file is whole. */
export async function save(bench: Bench, page: DrivenPage): Promise<{ readonly path: string; readonly text: string }> {
  const folder = bench.driver.downloads;
  const names = () => (existsSync(folder) ? readdirSync(folder) : []).filter((name) => !/\.(?:part|crdownload)$/.test(name));
  // One file of a name at a time: some browsers number them, some write over them.
  for (const name of names()) rmSync(join(folder, name));
  await page.click('#save-file');
  return until('the file to be saved', async () => {
    const [name] = names();
    const text = name === undefined ? '' : readFileSync(join(folder, name), 'utf8');
    return name !== undefined && text.endsWith('\n') ? { path: join(folder, name), text } : null;
  });
}

/** Records the broken login from the first step to the review. */
async function record({ driver, lab }: Bench): Promise<DrivenPage> {
  if (!broken) throw new Error('The scenario is gone.');
  lab.reset();
  await driver.clearCookies();
  const guide = await driver.extensionPage('page.html#record');
  await guide.type('#guide-site', broken.start(lab));
  await guide.click('#start-recording');
  await guide.waitFor('[data-recording]');
  await logInOn(await driver.newPage(broken.start(lab)), lab);
  await guide.waitFor('.guide-seen[data-seen="true"]');
  await guide.click('#stop-recording');
  await guide.waitFor('.noted[data-outcome="failed"]');
  return guide;
}

async function logInOn(page: DrivenPage, lab: Lab): Promise<void> {
  await broken?.drive(page, lab);
  await page.waitFor('main[data-outcome]');
}

/** The page of a site that was not there before. */
async function another(bench: Bench, before: ReadonlySet<string>): Promise<DrivenPage> {
  return until('the other window', async () => {
    for (const page of await bench.driver.pages()) {
      const url = await page.url().catch(() => '');
      if (url.startsWith('http') && !before.has(url)) return page;
    }
    return null;
  });
}

interface TabsGlobals {
  readonly browser?: Pick<Browser, 'tabs' | 'action' | 'storage'>;
  readonly chrome: Pick<Browser, 'tabs' | 'action' | 'storage'>;
}

interface Stored {
  readonly exchanges: readonly { readonly where: { readonly incognito: boolean } }[];
}

export function guided(bench: () => Bench): void {
  describe('recording for support', () => {
    it('from the first page to the file, and from the file to the same findings', { timeout: 120_000 }, async () => {
      await clear(bench());
      const guide = await record(bench());
      await guide.type('#guide-did', 'I pressed the button and typed CANARYnobody@mail.example.');
      await guide.type('#guide-saw', 'It said that something went wrong.');
      await guide.waitFor('[data-proof]');
      const file = await save(bench(), guide);
      expect(file.text).not.toContain('CANARY');
      expect(JSON.parse(file.text)).toMatchObject({
        format: 'roundtrip.capture',
        version: 1,
        story: { saw: 'It said that something went wrong.' },
        analysis: { flows: [{ outcome: 'failed', headline: 'state-mangled' }] },
      });

      const viewer = await bench().driver.extensionPage('page.html#files');
      await viewer.chooseFiles('#files', [file.path]);
      await viewer.waitFor('[data-selected-flow]');
      expect(await shownIn(viewer)).toEqual([['login', 'failed', 'state-mangled']]);
      expect(await viewer.text()).toContain('It said that something went wrong.');
    });

    it('a second try in a private window is part of the file, and is not mixed with the first', { timeout: 120_000 }, async () => {
      await clear(bench());
      const guide = await record(bench());
      const before = new Set(await Promise.all((await bench().driver.pages()).map((page) => page.url())));
      await guide.click('#again-private');
      await guide.waitFor('[data-recording]');
      const fresh = await another(bench(), before);
      await logInOn(fresh, bench().lab);
      await guide.waitFor('.guide-seen[data-seen="true"]');
      await guide.click('#stop-recording');
      await guide.waitFor('[data-second="private-window"]');
      await guide.waitFor('[data-proof]');
      const { text } = await save(bench(), guide);
      const file = JSON.parse(text) as Stored & { readonly second: Stored & { readonly how: string } };
      expect(file.second.how).toBe('private-window');
      const windows = ({ exchanges }: Stored) => [...new Set(exchanges.map(({ where }) => where.incognito))];
      expect([windows(file), windows(file.second)]).toEqual([[false], [true]]);
      await fresh.close();
    });

    it('a link from support is shown before it is accepted, and begins nothing by itself', async () => {
      const { driver, lab } = bench();
      await clear(bench());
      const maker = await driver.extensionPage('page.html#record');
      await maker.click('.make-link summary');
      await maker.type('#link-site', broken?.start(lab) ?? '');
      await maker.type('#link-goal', 'The error after the password');
      const link = await maker.evaluate(() => document.querySelector('#made-link')?.textContent ?? '');
      expect(link).toMatch(/#roundtrip-record=1&goal=The\+error/);

      const page = await driver.newPage(link);
      const tab = await bench().view.evaluate(async () => {
        const { browser, chrome } = globalThis as unknown as TabsGlobals;
        const tabs = await (browser ?? chrome).tabs.query({});
        return tabs.find(({ url }) => url?.includes('#roundtrip-record'))?.id ?? -1;
      });
      const popup = await driver.extensionPage(`popup.html?tab=${tab}`);
      const before = new Set(await Promise.all((await driver.pages()).map((one) => one.url())));
      await popup.click('#invitation');
      const guide = await until('the page that shows what is asked', async () => {
        for (const one of await driver.pages()) if (!before.has(await one.url()) && (await one.url()).includes('page.html')) return one;
        return null;
      });
      await guide.waitFor('#decline');
      expect(await guide.text()).toContain('The error after the password');
      expect(await guide.evaluate(() => document.querySelector('[data-recording]') === null)).toBe(true);
      await guide.click('#decline');
      await guide.waitFor('main[data-room="live"]');
      await page.close();
    });

    it('stops by itself when the login is over', { timeout: 120_000 }, async () => {
      const healthy = scenarios.find((scenario) => scenario.id === 'server-code');
      if (!healthy) throw new Error('The scenario is gone.');
      const { driver, lab } = bench();
      await clear(bench());
      lab.reset();
      await driver.clearCookies();
      const settings = await driver.extensionPage('page.html#settings');
      await settings.click('#setting-quietMs input[value="10000"]');
      const guide = await driver.extensionPage('page.html#record');
      await guide.click('#start-recording');
      await guide.waitFor('[data-recording]');
      const page = await driver.newPage(healthy.start(lab));
      await healthy.drive(page, lab);
      // Sooner than without the choice.
      await guide.waitFor('.noted[data-outcome="completed"]', 25_000);
      expect(await guide.text()).toContain('stopped by itself');
      await guide.click('#discard');
      await guide.waitFor('#start-recording');
      await settings.click('#setting-quietMs input[value="30000"]');
    });

    it('ends at its limit although nobody looks, and the badge shows that it runs', async () => {
      const { view } = bench();
      await clear(bench());
      const badge = () =>
        view.evaluate(async () => {
          const { browser, chrome } = globalThis as unknown as TabsGlobals;
          return (browser ?? chrome).action.getBadgeText({});
        });
      await view.evaluate(async () => {
        const { browser, chrome } = globalThis as unknown as TabsGlobals;
        const startedAt = Date.now();
        const attempt = { how: 'first', startedAt, stopAt: startedAt + 2_500, stoppedAt: null, stoppedBy: null };
        const guide = { preset: { site: null, goal: null, language: null }, attempts: [attempt], told: { did: '', saw: '' } };
        await (browser ?? chrome).storage.session.set({ guide });
      });
      await until('the badge to say so', async () => (await badge()) === 'REC');
      await until('the recording to end', () =>
        view.evaluate(async () => {
          const { browser, chrome } = globalThis as unknown as TabsGlobals;
          const { guide } = (await (browser ?? chrome).storage.session.get('guide')) as { guide?: Guide };
          return guide?.attempts[0].stoppedBy === 'limit';
        }),
      );
      await until('the badge to be empty again', async () => (await badge()) === '');
      await clear(bench());
    });
  });
}
