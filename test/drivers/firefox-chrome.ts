/** What is done in Firefox with the browser's own rights. The scripts run there, so each holds all it needs. */
import type { NotedNotification } from './driver.ts';
import type { FirefoxWindows } from './firefox-page.ts';
import { until } from './wait.ts';

/** The parts of the browser's own API the scripts below use. */
interface BrowserInternals {
  readonly Cc: Readonly<Record<string, { getService(kind: unknown): { addCertFromBase64(der: string, trust: string): void } }>>;
  readonly Ci: Readonly<Record<string, unknown>>;
  readonly Services: {
    readonly wm: {
      getMostRecentWindow(kind: string): { readonly gBrowser: TabStrip; readonly document: Document; readonly noted?: NotedAlert[] };
    };
    readonly scriptSecurityManager: { getSystemPrincipal(): unknown };
    readonly prefs: { setIntPref(name: string, value: number): void };
    readonly cookies: { removeAll(): void };
    readonly cache2: { clear(): void };
    readonly clearData: {
      readonly CLEAR_DOM_STORAGES?: number;
      deleteDataFromSite(site: string, attributes: object, byUser: boolean, flags: number, done: { onDataDeleted(): void }): void;
    };
  };
  readonly WebExtensionPolicy: { getByID(id: string): Policy | null; getActiveExtensions(): readonly Policy[] };
}

interface TabStrip {
  readonly selectedBrowser: HTMLElement;
  selectedTab: unknown;
  addTab(url: string, options: { readonly userContextId: number; readonly triggeringPrincipal: unknown }): unknown;
}

interface Policy {
  readonly id: string;
  readonly mozExtensionHostname: string;
  readonly extension: {
    readonly isAppProvided: boolean;
    readonly isPrivileged: boolean;
    readonly backgroundState: string;
    terminateBackground(options: { readonly ignoreDevToolsAttached: boolean; readonly disableResetIdleForTest: boolean }): Promise<void>;
  };
}

interface Alert {
  readonly title: string;
  readonly text: string;
  readonly cookie: string;
}

interface AlertListener {
  observe(subject: null, topic: string, cookie: string): void;
}

interface NotedAlert extends NotedNotification {
  readonly tell: (topic: 'alertclickcallback' | 'alertfinished') => void;
}

interface Factory {
  createInstance(wanted: unknown): unknown;
  readonly QueryInterface: (wanted: unknown) => unknown;
}

declare const ChromeUtils: {
  generateQI(interfaces: readonly string[]): (wanted: unknown) => unknown;
  importESModule(url: string): { readonly require: (name: string) => unknown };
};
declare const Components: {
  readonly manager: {
    QueryInterface(kind: unknown): { registerFactory(id: unknown, name: string, contract: string, factory: Factory): void };
  };
  ID(text: string): unknown;
};
declare const Cc: BrowserInternals['Cc'];
declare const Ci: BrowserInternals['Ci'];
declare const Services: BrowserInternals['Services'];
declare const WebExtensionPolicy: BrowserInternals['WebExtensionPolicy'];

function inChrome<A extends readonly unknown[], T>(
  windows: FirefoxWindows,
  script: (...args: A) => T | Promise<T>,
  ...args: A
): Promise<T> {
  return windows.alone(() => windows.marionette.chrome(script, args));
}

/** Trusts a certificate authority (DER, base64) for web servers. */
export function addAuthority(windows: FirefoxWindows, der: string): Promise<void> {
  return inChrome(
    windows,
    (base64: string) => Cc['@mozilla.org/security/x509certdb;1']?.getService(Ci['nsIX509CertDB']).addCertFromBase64(base64, 'C,,'),
    der,
  );
}

export function setCookieBehavior(windows: FirefoxWindows, behavior: number): Promise<void> {
  return inChrome(windows, (value: number) => Services.prefs.setIntPref('network.cookie.cookieBehavior', value), behavior);
}

/** Milliseconds after which an event page without work is ended. */
export function setIdleTimeout(windows: FirefoxWindows, idleMs: number): Promise<void> {
  return inChrome(windows, (value: number) => Services.prefs.setIntPref('extensions.background.idle.timeout', value), idleMs);
}

export async function extensionHost(windows: FirefoxWindows, id: string): Promise<string> {
  return until(`the extension ${id}`, () =>
    inChrome(windows, (wanted: string) => WebExtensionPolicy.getByID(wanted)?.mozExtensionHostname ?? null, id),
  );
}

/** The one extension that came with the profile and not with the browser. */
export function installedExtension(windows: FirefoxWindows): Promise<string> {
  return until('the extension of this profile', () =>
    inChrome(
      windows,
      () =>
        WebExtensionPolicy.getActiveExtensions().find(({ extension }) => extension.isAppProvided === false && !extension.isPrivileged)
          ?.id ?? null,
    ),
  );
}

export async function backgroundState(windows: FirefoxWindows, id: string): Promise<'running' | 'stopped'> {
  const state = await inChrome(windows, (wanted: string) => WebExtensionPolicy.getByID(wanted)?.extension.backgroundState ?? '', id);
  return state === 'running' || state === 'starting' ? 'running' : 'stopped';
}

/** An event may start it again before this returns. */
export async function endBackground(windows: FirefoxWindows, id: string): Promise<void> {
  await inChrome(
    windows,
    (wanted: string) =>
      WebExtensionPolicy.getByID(wanted)?.extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true }),
    id,
  );
}

/** Cookies and cache of all sites, other storage of the given ones: what extensions keep must stay. */
export function clearSites(windows: FirefoxWindows, sites: readonly string[]): Promise<void> {
  return inChrome(
    windows,
    async (list: readonly string[]) => {
      Services.cookies.removeAll();
      Services.cache2.clear();
      // nsIClearDataService: localStorage, sessionStorage's quota, IndexedDB and service workers.
      const storages = (Ci['nsIClearDataService'] as { readonly CLEAR_DOM_STORAGES: number }).CLEAR_DOM_STORAGES;
      for (const site of list)
        await new Promise<void>((resolve) =>
          Services.clearData.deleteDataFromSite(site, {}, true, storages, { onDataDeleted: () => resolve() }),
        );
    },
    sites,
  );
}

/** As WebDriver writes the keys that write nothing. */
const modifiers: Readonly<Record<string, string>> = { Alt: '\uE00A', Shift: '\uE008', Ctrl: '\uE009' };

/** Presses keys in the browser's own window: `Alt+Shift+L`. */
export async function pressKeys({ alone, marionette }: FirefoxWindows, keys: string): Promise<void> {
  const values = keys.split('+').map((key) => modifiers[key] ?? key);
  const actions = [
    {
      type: 'key',
      id: 'keys',
      actions: [...values.map((value) => ({ type: 'keyDown', value })), ...values.toReversed().map((value) => ({ type: 'keyUp', value }))],
    },
  ];
  await alone(async () => {
    await marionette.send('Marionette:SetContext', { value: 'chrome' });
    await marionette.send('WebDriver:PerformActions', { actions });
    await marionette.send('WebDriver:ReleaseActions');
  });
}

/** Chooses an entry of the context menu of a page, which is open. */
export async function chooseInMenu(windows: FirefoxWindows, words: string): Promise<void> {
  await until(`“${words}” in the menu`, () =>
    inChrome(
      windows,
      (label: string) => {
        const menu = Services.wm.getMostRecentWindow('navigator:browser').document.getElementById('contentAreaContextMenu');
        const entry = [...(menu?.querySelectorAll('menuitem') ?? [])].find(
          (item) => item.getAttribute('label') === label && !(item as HTMLElement).hidden,
        ) as (HTMLElement & { doCommand(): void }) | undefined;
        if (!entry) return false;
        entry.doCommand();
        (menu as (HTMLElement & { hidePopup(): void }) | null)?.hidePopup();
        return true;
      },
      words,
    ),
  );
}

/** Takes the place of the desktop for everything the browser wants to show there. */
export function noteAlerts(windows: FirefoxWindows): Promise<void> {
  return inChrome(windows, () => {
    const noted: NotedAlert[] = [];
    const service = {
      QueryInterface: ChromeUtils.generateQI(['nsIAlertsService']),
      showAlert: (alert: Alert, listener: AlertListener) => {
        noted.push({ title: alert.title, message: alert.text, tell: (topic) => listener.observe(null, topic, alert.cookie) });
        listener.observe(null, 'alertshow', alert.cookie);
      },
      closeAlert: () => undefined,
    };
    Object.assign(Services.wm.getMostRecentWindow('navigator:browser'), { noted });
    Components.manager
      .QueryInterface(Ci['nsIComponentRegistrar'])
      .registerFactory(Components.ID('{1d3b5a0e-6c1f-4a53-9a57-0d6f0f5a7c11}'), '', '@mozilla.org/alerts-service;1', {
        createInstance: (wanted) => service.QueryInterface(wanted),
        QueryInterface: ChromeUtils.generateQI(['nsIFactory']),
      });
  });
}

export function notedAlerts(windows: FirefoxWindows): Promise<readonly NotedNotification[]> {
  return inChrome(windows, () =>
    (Services.wm.getMostRecentWindow('navigator:browser').noted ?? []).map(({ title, message }) => ({ title, message })),
  );
}

export function clickAlert(windows: FirefoxWindows, title: string): Promise<void> {
  return inChrome(
    windows,
    (wanted: string) => {
      const noted = Services.wm.getMostRecentWindow('navigator:browser').noted ?? [];
      const index = noted.findIndex((one) => one.title === wanted);
      const [alert] = index < 0 ? [] : noted.splice(index, 1);
      alert?.tell('alertclickcallback');
      alert?.tell('alertfinished');
    },
    title,
  );
}

/** Runs with the browser's rights: gives the page in front a width in CSS pixels, null for all there is. */
export function narrowSelectedBrowser(width: number | null): void {
  const { style } = Services.wm.getMostRecentWindow('navigator:browser').gBrowser.selectedBrowser;
  style.maxWidth = width === null ? '' : `${width}px`;
  style.minWidth = width === null ? '' : '0';
}

/** Runs with the browser's rights: a tab in front, in the second of the containers that every profile has. */
export function openInContainer(url: string): void {
  const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
  gBrowser.selectedTab = gBrowser.addTab(url, {
    userContextId: 2,
    triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
  });
}

interface Toolbox {
  getAdditionalTools(): readonly { readonly id: string }[];
  selectTool(id: string): Promise<unknown>;
  readonly doc: Document;
  readonly win: Window;
}

/** The window of the developer tools, as far as the scripts here use it. */
interface DevTools {
  readonly gDevTools: {
    showToolboxForTab(tab: unknown, options: { readonly toolId: string }): Promise<Toolbox>;
    getToolboxForTab(tab: unknown): Toolbox | null;
  };
}

/** Runs with the browser's rights: the developer tools of the tab in front, with the panel of an extension chosen. */
export async function showPanel(): Promise<boolean> {
  const { require: load } = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
  const { gDevTools } = load(['devtools', 'client', 'framework', 'devtools'].join('/')) as DevTools;
  const toolbox = await gDevTools.showToolboxForTab(Services.wm.getMostRecentWindow('navigator:browser').gBrowser.selectedTab, {
    toolId: 'webconsole',
  });
  const tool = toolbox.getAdditionalTools().find(({ id }) => id.includes('webext'));
  if (!tool) return false;
  await toolbox.selectTool(tool.id);
  return true;
}

interface FrameMessages {
  loadFrameScript(url: string, later: boolean): void;
  addMessageListener(name: string, listener: (message: { readonly data: unknown }) => void): void;
}

/** Runs with the browser's rights: `script` is an expression, worked out in the panel's document. */
export async function inPanel(script: string): Promise<unknown> {
  const { require: load } = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
  const { gDevTools } = load(['devtools', 'client', 'framework', 'devtools'].join('/')) as DevTools;
  const toolbox = gDevTools.getToolboxForTab(Services.wm.getMostRecentWindow('navigator:browser').gBrowser.selectedTab);
  const documents = [...(toolbox?.doc.querySelectorAll<HTMLIFrameElement>('iframe') ?? [])].map((frame) => frame.contentDocument);
  const panel = documents
    .flatMap((document) => [...(document?.querySelectorAll('browser') ?? [])])
    .find((one) => one.getAttribute('webextension-view-type') === 'devtools_panel') as
    | (Element & { readonly messageManager: FrameMessages })
    | undefined;
  if (!panel) return null;
  const name = `panel-${Math.random()}`;
  return new Promise((resolve) => {
    // A page that is not there yet never answers.
    setTimeout(() => resolve(null), 1_000);
    panel.messageManager.addMessageListener(name, ({ data }) => resolve(data));
    const code = `{ const { document } = content; sendAsyncMessage(${JSON.stringify(name)}, ${script}); }`;
    panel.messageManager.loadFrameScript(`data:application/javascript;charset=utf-8,${encodeURIComponent(code)}`, false);
  });
}

/** Runs with the browser's rights: the whole window as it is painted, as a data URL. */
export async function paintWindow(): Promise<string> {
  const window = Services.wm.getMostRecentWindow('navigator:browser') as unknown as Window & {
    readonly browsingContext: {
      readonly currentWindowGlobal: { drawSnapshot(rect: null, scale: number, color: string): Promise<ImageBitmap> };
    };
  };
  const image = await window.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
  const canvas = window.document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement;
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  return canvas.toDataURL('image/png');
}
