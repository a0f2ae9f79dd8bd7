/** Where pictures are taken: a browser with the built extension, apps with the names of a shop, and the folders the pictures go to. */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Language, Settings } from '../../lib/model/settings.ts';
import type { BrowserName, DrivenPage, Viewport } from '../drivers/driver.ts';
import { type Bench, openBench, tabOf } from '../e2e/bench.ts';
import type { Scenario } from '../lab/model.ts';
import { scenarios } from '../lab/scenarios/index.ts';
import { pixelsOf } from '../release/pictures.ts';
import { root } from '../run/tools.ts';
import { smaller } from './smaller.ts';

/** Larger ones make a page of documents slow, and stores scale them down. */
const mostBytes = 200_000;

/** What the stores ask for. */
export const storeSize: Viewport = { width: 1280, height: 800 };
export const popupSize: Viewport = { width: 420, height: 600 };

/** A scenario of the lab under a name that gives nothing away: it is also the first part of the app's address. */
function renamed(id: string, name: string): Scenario {
  const found = scenarios.find((scenario) => scenario.id === id);
  if (!found) throw new Error(`The lab has no scenario called ${id}.`);
  // Its proof asks the lab for the app by its own name.
  const { proof: _, ...rest } = found;
  return { ...rest, id: name, start: (lab) => `${lab.site(name).origin}/` };
}

export const apps = {
  /** The answer is posted from the provider's site, and the login cookie stays at home. */
  broken: renamed('form-post-lax', 'shop'),
  healthy: renamed('server-code', 'travel'),
  /** A long login cookie beside others: the server refuses the address with the answer. */
  large: renamed('cookies-node', 'bank'),
} as const;

export interface Studio {
  readonly bench: Bench;
  readonly language: Language;
  /** Opens a page of the extension about the tab that shows this app, and waits for its verdict. */
  open(path: 'popup.html' | 'sidepanel.html' | 'page.html', app: Scenario | null, room?: string): Promise<DrivenPage>;
  /** The app's own page. */
  appPage(app: Scenario): Promise<DrivenPage>;
  /** By the settings' own switch. */
  choose(name: 'theme', value: Settings['theme']): Promise<void>;
  /** For the documents, which are in English: in another language nothing happens. */
  document(page: DrivenPage, name: string, size: Viewport): Promise<void>;
  /** For the stores, in the language of the listing. */
  store(page: DrivenPage, name: string): Promise<void>;
  /** Into a file that nobody keeps. Gives it as an address. */
  passing(page: DrivenPage, size: Viewport): Promise<string>;
  close(): Promise<void>;
}

/** Fonts are there, nothing moves any more, and no pointer and no cursor stands in the picture. */
async function still(page: DrivenPage): Promise<void> {
  await page.bringToFront();
  await page.evaluate(async () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    await document.fonts.ready;
    const ending = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.all(ending.map((animation) => animation.finished.catch(() => undefined)));
    await new Promise((done) => setTimeout(done, 250));
  });
}

export async function openStudio(browser: BrowserName, language: Language): Promise<Studio> {
  const bench = await openBench(browser, Object.values(apps));
  const { driver, lab, view } = bench;
  const hostOf = (app: Scenario) => new URL(lab.site(app.id).origin).host;
  const take = async (page: DrivenPage, path: string, size: Viewport) => {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    await page.setViewport(size);
    await still(page);
    await page.screenshot(file);
    writeFileSync(file, smaller(readFileSync(file)));
    const { size: bytes } = statSync(file);
    if (bytes > mostBytes) throw new Error(`${path} has ${Math.ceil(bytes / 1000)} kB; ${mostBytes / 1000} kB is the most.`);
    process.stdout.write(`  ${relative(root, file)}  ${pixelsOf(file)}  ${Math.ceil(bytes / 1000)} kB\n`);
  };
  const choose = async (name: 'theme' | 'language', value: string) => {
    const settings = await driver.extensionPage('page.html#settings');
    await settings.click(`#setting-${name} input[value="${value}"]`);
    await settings.waitFor(`#setting-${name} [data-chosen="true"] input[value="${value}"]`);
    await settings.close();
  };
  await choose('theme', 'light');
  await choose('language', language);
  const prefix = browser === 'firefox' ? 'firefox-' : '';
  return {
    bench,
    language,
    open: async (path, app, room = '') => {
      const tab = app === null ? 'all' : await tabOf(view, hostOf(app));
      const page = await driver.extensionPage(`${path}?tab=${tab}${room && `#${room}`}`);
      if (app !== null && (room === '' || room === 'live')) await page.waitFor('[data-selected-flow]');
      return page;
    },
    appPage: async (app) => {
      for (const page of await driver.pages()) if ((await page.url()).includes(`//${hostOf(app)}/`)) return page;
      throw new Error(`No page shows ${hostOf(app)}.`);
    },
    choose,
    document: async (page, name, size) => {
      if (language === 'en') await take(page, `docs/pictures/${prefix}${name}.png`, size);
    },
    store: (page, name) => take(page, `store/screenshots/${language}/${prefix}${name}.png`, storeSize),
    passing: async (page, size) => {
      const path = '.output/pictures/passing.png';
      await take(page, path, size);
      return `data:image/png;base64,${readFileSync(join(root, path)).toString('base64')}`;
    },
    close: bench.close,
  };
}
