/** One way to drive Chromium and Firefox. What a scenario or a test does with a browser it does through these two shapes. */

import type { CookieNote } from './cookie-notes.ts';

export type BrowserName = 'chromium' | 'firefox';

export type ThirdPartyCookiePolicy = 'allow' | 'block';

export interface DriverOptions {
  /** Host names that must lead to this computer. Chromium takes every `*.example` name there, Firefox exactly these. */
  readonly hosts: readonly string[];
  /** The certificate that counts as valid: SHA-256 of the leaf's public key (base64) for Chromium, the CA (DER, base64) for Firefox. */
  readonly certificate?: { readonly spki: string; readonly caDer: string };
  /** A profile that outlives the browser, and the extension in it from the first moment on. Without it both are made and removed. */
  readonly kept?: { readonly folder: string; readonly extension: string };
  /** Without a window; true unless said otherwise. */
  readonly headless?: boolean;
  /** Also written to stderr by the browser itself; for finding out why it does not start. */
  readonly verbose?: boolean;
}

/** CSS pixels. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
  /** Pixels of a picture for one of these; 1 unless said otherwise, and always in Firefox. */
  readonly scale?: number;
}

/** A script that runs in the page. Arguments and result travel as JSON. */
export type PageFunction<A extends readonly unknown[], T> = (...args: A) => T | Promise<T>;

/** The installed extension's panel in the developer tools of a page. */
export interface DevToolsPanel {
  text(): Promise<string>;
  /** Waits until the element is there. The browser takes it for no user's click. */
  click(selector: string): Promise<void>;
  /** Writes a PNG of the developer tools. */
  screenshot(path: string): Promise<void>;
}

export interface DrivenPage {
  readonly browser: BrowserName;
  /** Ends when the document, or the browser's own error page, is loaded. A page that can not be reached is not an error here. */
  goto(url: string): Promise<void>;
  /** A real click: the page gets a user gesture. Waits until the element is there. */
  click(selector: string): Promise<void>;
  /** A real press of the other button, which opens the menu where the browser has one to show. */
  rightClick(selector: string): Promise<void>;
  /** Replaces what the field holds, with real key presses. */
  type(selector: string, text: string): Promise<void>;
  /** Chooses files in a file field; the paths are absolute. */
  chooseFiles(selector: string, paths: readonly string[]): Promise<void>;
  /** An element or a condition in the page. */
  waitFor(what: string | PageFunction<[], boolean>, timeoutMs?: number): Promise<void>;
  waitForUrl(pattern: RegExp, timeoutMs?: number): Promise<void>;
  evaluate<A extends readonly unknown[], T>(script: PageFunction<A, T>, ...args: A): Promise<T>;
  url(): Promise<string>;
  /** Visible text of the document, empty on the browser's own error pages. */
  text(): Promise<string>;
  /** Status of the document, 0 where the browser does not tell. */
  status(): Promise<number>;
  reload(): Promise<void>;
  back(): Promise<void>;
  /** Writes a PNG of what is visible, in the given size. */
  screenshot(path: string, size?: Viewport): Promise<void>;
  setViewport(size: Viewport): Promise<void>;
  /** Follows a link the way a click with Control does. */
  openLinkInNewTab(selector: string): Promise<DrivenPage>;
  /** Another tab that has nothing to do with this page, as when a mail program opens an address. */
  newTab(url: string): Promise<DrivenPage>;
  /** A tab in another container, which has cookies of its own; just another tab in Chromium, which has no containers. */
  openInContainer(url: string): Promise<DrivenPage>;
  /** The next window this page opened that was not asked for before. */
  popup(timeoutMs?: number): Promise<DrivenPage>;
  /** The window is gone: it closed itself, or somebody closed it. */
  isClosed(): Promise<boolean>;
  close(): Promise<void>;
  bringToFront(): Promise<void>;
  /** Opens the developer tools and chooses the extension's panel. The tools close with the page. */
  openDevToolsPanel(): Promise<DevToolsPanel>;
  /** Begins to note what the browser itself says about the cookies of this page's requests. Null where it tells nobody (Firefox). */
  noteCookies(): Promise<(() => readonly CookieNote[]) | null>;
}

export interface NotedNotification {
  readonly title: string;
  readonly message: string;
}

export interface Notifications {
  /** In the order in which they were first shown; what was clicked is gone. */
  shown(): Promise<readonly NotedNotification[]>;
  click(title: string): Promise<void>;
}

/** An entry of a context menu, by the id its extension gave it and by its words. */
export interface MenuEntry {
  readonly id: string;
  readonly title: string;
}

export interface Driver {
  readonly name: BrowserName;
  readonly version: string;
  /**
   * Loads an unpacked extension. Gives the base URL of its pages, with a slash at the end. What is said of "the
   * installed extension" below holds for the first one; more can be loaded beside it.
   */
  installExtension(folder: string): Promise<string>;
  /**
   * Approves site access for the installed extension in advance, and lets it look into private windows, as a user would in the browser's dialog. The
   * extension still has to call `permissions.request` under a real click; no dialog appears then.
   */
  grantSiteAccess(): Promise<void>;
  /** Files of the browser's profile in which one of these texts stands, as plain UTF-8 or UTF-16. */
  filesHolding(texts: readonly string[]): readonly string[];
  /** Files that pages save land here, without a question. */
  readonly downloads: string;
  setThirdPartyCookies(policy: ThirdPartyCookiePolicy): Promise<void>;
  newPage(url?: string): Promise<DrivenPage>;
  /** The pages that are open now, those that pages opened included; the browser's first empty tab is not among them. */
  pages(): Promise<readonly DrivenPage[]>;
  /** Opens a page of the installed extension in a tab; the path has no slash in front. */
  extensionPage(path: string): Promise<DrivenPage>;
  /** Ends the service worker (Chromium) or event page (Firefox) of the installed extension at once. */
  killBackground(): Promise<void>;
  /** After how many milliseconds without work the browser ends the background by itself; null: as it does for everybody. Only Firefox can be told. */
  setBackgroundIdle(idleMs: number | null): Promise<void>;
  backgroundState(): Promise<'running' | 'stopped'>;
  /**
   * From now on, notifications are noted in place of being shown. In Firefox the tests stand in for the desktop, which is not there
   * without a window. Chromium asks for this permission in a window of its own that no test can answer, and nothing gives it in
   * advance (measured, 156): there the background gets the API itself from the tests, and is told that the permission was given.
   */
  noteNotifications(): Promise<Notifications>;
  /**
   * Presses the keys of a command of the installed extension (`Alt+Shift+L`). Firefox gets the keys; Chromium takes keys from outside
   * for its pages only (measured, 156), so there the background is told of the command as the browser would tell it.
   */
  pressShortcut(command: string, keys: string): Promise<void>;
  /**
   * Chooses an entry of the installed extension's in the menu of a link. In Firefox from the menu that a right click opens; Chromium shows
   * no menu without a window, so there the background is told of the choice as the browser would tell it, once the entry is known to exist.
   */
  chooseForLink(page: DrivenPage, selector: string, entry: MenuEntry): Promise<void>;
  /** Cookies, storage and cache of all sites. What extensions keep stays. */
  clearCookies(): Promise<void>;
  /** Settles when the browser has ended, whoever ended it. */
  readonly ended: Promise<void>;
  /** Ends the browser and removes its profile. */
  close(): Promise<void>;
}
