/** Chromium through Puppeteer. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Target } from 'puppeteer-core';
import { type DeveloperApi, type HelperApi, writeHelper } from './chromium-helper.ts';
import { chromiumPage } from './chromium-page.ts';
import type { Driver, DriverOptions, NotedNotification, PageFunction } from './driver.ts';
import { findBrowser } from './find-browser.ts';
import { filesHolding } from './on-disk.ts';
import { until, within } from './wait.ts';

/** What the background of the installed extension has; `dispatch` is the browser's own way to tell it something. */
interface BackgroundApi {
  readonly commands: { readonly onCommand: { dispatch(command: string): void } };
  readonly contextMenus: {
    update(id: string, change: object): Promise<void>;
    readonly onClicked: { dispatch(info: object, tab: unknown): void };
  };
  readonly permissions: { readonly onAdded: { dispatch(permissions: object): void } };
  readonly tabs: { query(wanted: object): Promise<readonly unknown[]> };
}

declare global {
  // Two names of one thing; the second one is newer.
  var chrome: HelperApi & DeveloperApi & BackgroundApi;
  var browser: BackgroundApi | undefined;
}

/** Put there by the script that stands in for the browser's notifications. */
declare const noted: Map<string, NotedNotification>;
declare const listeners: readonly ((id: string) => void)[];

const startMs = 60_000;

export function flags({ certificate, verbose, kept }: DriverOptions): string[] {
  return [
    // The sandbox needs rights that containers and root do not give; nothing but this computer is visited.
    ...(process.platform === 'linux' ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-domain-reliability',
    '--no-pings',
    // No name but ours has an address: the browser asks nobody on the network.
    '--host-resolver-rules=MAP *.example 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE [::1]',
    ...(certificate ? [`--ignore-certificate-errors-spki-list=${certificate.spki}`] : []),
    // One that was given before is there when the browser starts; its tabs come back as they were.
    ...(kept ? [`--load-extension=${kept.extension}`, '--restore-last-session'] : []),
    ...(verbose ? ['--enable-logging=stderr'] : []),
  ];
}

export async function launchChromium(options: DriverOptions): Promise<Driver> {
  const executablePath = await findBrowser('chromium');
  const folder = options.kept?.folder ?? mkdtempSync(join(tmpdir(), 'roundtrip-chromium-'));
  const remove = () => {
    if (!options.kept) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  const helper = writeHelper(folder);
  let browser: Browser;
  try {
    browser = await within(
      'Chromium to start',
      puppeteer.launch({
        executablePath,
        headless: options.headless ?? true,
        // Extensions can only be loaded over the pipe.
        pipe: true,
        enableExtensions: options.kept ? true : [helper],
        userDataDir: join(folder, 'profile'),
        defaultViewport: null,
        protocolTimeout: 60_000,
        args: flags(options),
        dumpio: options.verbose ?? false,
      }),
      startMs,
    );
  } catch (error) {
    remove();
    throw error;
  }
  const downloads = join(folder, 'downloads');
  const control = await browser.target().createCDPSession();
  await control.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
  const version = (await browser.version()).replace(/^[^/]*\//, '');
  const atStart = async (): Promise<string> => {
    const found = await until('the extension that was there', async () => browser.targets().find((t) => t.type() === 'service_worker'));
    return new URL(found.url()).host;
  };
  let installed: string | null = options.kept ? await atStart() : null;
  const extension = (): string => {
    if (installed === null) throw new Error('No extension was installed: call installExtension first.');
    return installed;
  };
  const worker = (id: string): Target | null =>
    browser.targets().find((t) => t.type() === 'service_worker' && t.url().startsWith(`chrome-extension://${id}/`)) ?? null;
  const inHelper = async <A extends readonly unknown[]>(script: (...args: A) => unknown, ...args: A): Promise<void> => {
    const target = await until('the helper extension', async () =>
      browser.targets().find((t) => t.type() === 'service_worker' && t.url().endsWith('/helper.js')),
    );
    const running = await within('the helper extension', target.worker());
    if (!running) throw new Error('The helper extension has no worker.');
    await within('the helper extension', running.evaluate(script as unknown as (...a: unknown[]) => unknown, ...args));
  };
  const inBackground = async <A extends readonly unknown[], T>(script: PageFunction<A, T>, ...args: A): Promise<T> => {
    const target = await until('the service worker', async () => worker(extension()));
    const running = await within('the service worker', target.worker());
    if (!running) throw new Error('The extension has no worker.');
    return (await within('the service worker', running.evaluate(script as unknown as (...a: unknown[]) => unknown, ...args))) as T;
  };
  const open = async (url?: string) => {
    const page = chromiumPage(browser, await within('a new tab', browser.newPage()));
    if (url !== undefined) await page.goto(url);
    return page;
  };
  return {
    name: 'chromium',
    version,
    filesHolding: (texts) => filesHolding(join(folder, 'profile'), texts),
    downloads,
    installExtension: async (path) => {
      const id = await within('the extension to be installed', browser.installExtension(path));
      installed ??= id;
      return `chrome-extension://${id}/`;
    },
    grantSiteAccess: async () => {
      const page = await open('chrome://extensions/');
      await page.evaluate(
        (id: string) =>
          new Promise<void>((done) => {
            chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }, () =>
              // Private windows first: the browser loads the extension anew for it.
              chrome.developerPrivate.updateExtensionConfiguration({ extensionId: id, incognitoAccess: true }, () =>
                chrome.developerPrivate.addHostPermission(id, '<all_urls>', done),
              ),
            );
          }),
        extension(),
      );
      await page.close();
    },
    setThirdPartyCookies: (policy) =>
      inHelper((value: boolean) => chrome.privacy.websites.thirdPartyCookiesAllowed.set({ value }), policy === 'allow'),
    newPage: open,
    pages: async () => {
      const all = await within('the list of pages', browser.pages());
      return (options.kept ? all : all.slice(1)).map((page) => chromiumPage(browser, page));
    },
    extensionPage: (path) => open(`chrome-extension://${extension()}/${path}`),
    killBackground: async () => {
      const target = worker(extension());
      if (!target) return;
      for (let attempt = 1; ; attempt++) {
        const running = await target.worker();
        // One that is only just starting survives being closed (measured): it has to answer first.
        await within('the service worker to run', running?.evaluate(() => true) ?? Promise.resolve(true)).catch(() => undefined);
        // Closing through Puppeteer detaches as well; a worker stopped with a session attached stays stuck (measured).
        if (running) await within('the service worker to end', running.close()).catch(() => undefined);
        try {
          // An event may have started another one already.
          await until('the service worker to be gone', async () => worker(extension()) !== target, 3_000);
          return;
        } catch (error) {
          if (attempt === 4) throw error;
        }
      }
    },
    // A worker with a debugger attached never idles, and Puppeteer attaches to every one.
    setBackgroundIdle: async () => undefined,
    backgroundState: async () => (worker(extension()) ? 'running' : 'stopped'),
    noteNotifications: async () => {
      await inBackground(() => {
        const noted = new Map<string, NotedNotification>();
        const listeners: ((id: string) => void)[] = [];
        const api = {
          create: async (id: string, { title, message }: NotedNotification) => void noted.set(id, { title, message }),
          clear: async (id: string) => noted.delete(id),
          onClicked: {
            addListener: (listener: (id: string) => void) => void listeners.push(listener),
            hasListener: (listener: (id: string) => void) => listeners.includes(listener),
          },
        };
        for (const root of [globalThis.chrome, globalThis.browser]) if (root) Object.assign(root, { notifications: api });
        Object.assign(globalThis, { noted, listeners });
        chrome.permissions.onAdded.dispatch({ permissions: ['notifications'], origins: [] });
      });
      return {
        shown: () => inBackground(() => [...noted.values()]),
        click: (title) =>
          inBackground((wanted: string) => {
            const [id] = [...noted].find(([, one]) => one.title === wanted) ?? [];
            if (id !== undefined) for (const listener of listeners) listener(id);
          }, title),
      };
    },
    pressShortcut: (command) => inBackground((name: string) => chrome.commands.onCommand.dispatch(name), command),
    chooseForLink: async (page, selector, { id }) => {
      const [linkUrl, pageUrl] = await page.evaluate(
        (link: string) => [document.querySelector<HTMLAnchorElement>(link)?.href ?? '', location.href] as const,
        selector,
      );
      await inBackground(
        async (menuItemId: string, link: string, on: string) => {
          // Refused where there is no such entry.
          await chrome.contextMenus.update(menuItemId, {});
          const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
          chrome.contextMenus.onClicked.dispatch({ menuItemId, linkUrl: link, pageUrl: on, editable: false }, tab);
        },
        id,
        linkUrl,
        pageUrl,
      );
    },
    clearCookies: () =>
      inHelper(() =>
        chrome.browsingData.remove(
          { since: 0 },
          { cookies: true, localStorage: true, indexedDB: true, cacheStorage: true, serviceWorkers: true, cache: true },
        ),
      ),
    ended: new Promise((resolve) => browser.once('disconnected', () => resolve())),
    close: async () => {
      await within('Chromium to end', browser.close(), 20_000).catch(() => browser.process()?.kill('SIGKILL'));
      remove();
    },
  };
}
