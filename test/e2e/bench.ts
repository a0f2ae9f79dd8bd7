/** A browser with the built extension, the lab beside it, and the popup open to read what it says. */
import { join } from 'node:path';
import type { Browser } from 'webextension-polyfill';
import { analyze } from '../../lib/analyze.ts';
import type { CaptureEvent } from '../../lib/model/event.ts';
import type { JudgedFlow, Profile } from '../../lib/model/finding.ts';
import { fromWebRequest } from '../../lib/normalize/from-web-request.ts';
import { eventsOn } from '../../lib/platform/stored-event.ts';
import { launchChromium } from '../drivers/chromium.ts';
import type { BrowserName, DrivenPage, Driver, DriverOptions } from '../drivers/driver.ts';
import { launchFirefox } from '../drivers/firefox.ts';
import { startLab } from '../lab/lab.ts';
import type { Lab, Scenario } from '../lab/model.ts';
import { inBodies } from '../lab/scenarios/in-bodies.ts';
import { scenarios } from '../lab/scenarios/index.ts';
import { root } from '../run/tools.ts';

export const builds: Readonly<Record<BrowserName, string>> = {
  chromium: join(root, '.output', 'chrome-mv3'),
  firefox: join(root, '.output', 'firefox-mv3'),
};

export interface Bench {
  readonly driver: Driver;
  readonly lab: Lab;
  /** The popup, opened as a tab and about all tabs. */
  readonly view: DrivenPage;
  /** What the page of the first run and the popup said, and what was stored, while a page was opened and no site access was given yet. */
  readonly beforeAccess: { readonly welcome: string; readonly watching: string; readonly words: string; readonly recorded: number };
  close(): Promise<void>;
}

/** The browser's API as a page of the extension has it: `browser` in Firefox, `chrome` in Chromium. */
type ExtensionApi = Pick<Browser, 'runtime' | 'storage' | 'tabs'>;
interface ExtensionGlobals {
  readonly browser?: ExtensionApi;
  readonly chrome: ExtensionApi;
}

/** What the popup shows of one flow. */
export interface ShownFlow {
  readonly id: string;
  readonly kind: string;
  readonly headline: string | null;
  readonly outcome: string;
}

export async function launch(name: BrowserName, options: DriverOptions): Promise<Driver> {
  return name === 'firefox' ? launchFirefox(options) : launchChromium(options);
}

/** Views rest while nobody sees them. Here one stands in a tab behind the page where a reader has it beside the page. */
export async function seeBeside(view: DrivenPage): Promise<void> {
  await view.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { get: () => 'visible' });
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

/** What the page says that opens by itself after the installation; it is closed, as a reader would. */
async function firstPage(driver: Driver): Promise<string> {
  for (const end = Date.now() + 20_000; Date.now() < end; await pause(100))
    for (const page of await driver.pages())
      if (/\/page\.html\?.*#welcome$/.test(await page.url().catch(() => ''))) {
        await page.waitFor('.welcome-step[aria-current="step"] #welcome-allow');
        const words = await page.text();
        await page.close();
        return words;
      }
  throw new Error('no page opened after the installation');
}

/** Starts everything and lets the extension ask for site access under a real click, as a user would. */
export async function openBench(name: BrowserName, played: readonly Scenario[] = [...scenarios, ...inBodies]): Promise<Bench> {
  const lab = await startLab({ scenarios: played });
  const driver = await launch(name, { hosts: lab.hosts, certificate: lab.certificate });
  await driver.installExtension(builds[name]);
  // Chromium loads the extension anew when it may look into private windows, and closes its pages.
  const welcome = await firstPage(driver);
  await driver.grantSiteAccess();
  const view = await driver.extensionPage('popup.html?tab=all');
  await seeBeside(view);
  await view.waitFor('main[data-watching="no-access"] #grant');
  await (await driver.newPage(lab.playground)).close();
  const recorded = (await eventsIn(view)).filter((event) => event.kind === 'begin').length;
  const beforeAccess = { welcome, watching: 'no-access', words: await view.text(), recorded };
  await view.click('#grant');
  await view.waitFor('main[data-watching="watching"]');
  return {
    driver,
    lab,
    view,
    beforeAccess,
    close: async () => {
      await driver.close();
      await lab.close();
    },
  };
}

/** Number of the tab that shows an address of this host; -1 when there is none. */
export function tabOf(view: DrivenPage, host: string): Promise<number> {
  return view.evaluate(async (wanted: string) => {
    const { browser, chrome } = globalThis as unknown as ExtensionGlobals;
    const tabs = await (browser ?? chrome).tabs.query({});
    return tabs.find(({ url }) => url !== undefined && new URL(url).host === wanted)?.id ?? -1;
  }, host);
}

/** Forgets what was recorded, the way the popup asks for it. */
export async function clear(bench: Bench): Promise<void> {
  await bench.view.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as ExtensionGlobals;
    const { runtime } = browser ?? chrome;
    const send = () => runtime.sendMessage({ kind: 'clear' });
    // As the views do (lib/platform/messages.ts).
    await send().catch(() => new Promise((done) => setTimeout(done, 300)).then(send));
  });
}

/** Everything the background has stored. */
export function storedEvents(bench: Bench): Promise<CaptureEvent[]> {
  return eventsIn(bench.view);
}

/** Everything the background has stored, read by a page of the extension. */
export async function eventsIn(view: DrivenPage): Promise<CaptureEvent[]> {
  const stored = await view.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as ExtensionGlobals;
    return JSON.stringify(await (browser ?? chrome).storage.session.get(null));
  });
  return [...eventsOn(JSON.parse(stored) as Record<string, unknown>).values()];
}

/** The same engine over the same events, here in Node. */
export async function judge(bench: Bench, profile: Profile = 'default'): Promise<readonly JudgedFlow[]> {
  return analyze(fromWebRequest(await storedEvents(bench), { live: true, asOf: Date.now() }), profile).flows;
}

export async function shownFlows(bench: Bench): Promise<ShownFlow[]> {
  return bench.view.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-flow]')].map((element) => ({
      id: element.dataset['flow'] ?? '',
      kind: element.dataset['kind'] ?? '',
      headline: element.dataset['headline'] || null,
      outcome: element.dataset['outcome'] ?? '',
    })),
  );
}

export const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
