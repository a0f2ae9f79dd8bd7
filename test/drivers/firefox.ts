/** Firefox through its own remote protocol: no other program is needed, and it drives a stock browser with an extension. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesIn } from '../bench/shipped.ts';
import { zipOf } from '../release/zips.ts';
import type { Driver, DriverOptions, PageFunction, ThirdPartyCookiePolicy } from './driver.ts';
import { findBrowser } from './find-browser.ts';
import {
  addAuthority,
  backgroundState,
  chooseInMenu,
  clearSites,
  clickAlert,
  endBackground,
  extensionHost,
  installedExtension,
  noteAlerts,
  notedAlerts,
  pressKeys,
  setCookieBehavior,
  setIdleTimeout,
} from './firefox-chrome.ts';
import { type FirefoxWindows, firefoxPage, handlesOf, newTab } from './firefox-page.ts';
import { connectMarionette } from './marionette.ts';
import { filesHolding } from './on-disk.ts';
import { until, within } from './wait.ts';

const startMs = 60_000;

/** `network.cookie.cookieBehavior`: 0 accepts all, 5 keeps third parties apart (the browser's default). */
const behaviors: Readonly<Record<ThirdPartyCookiePolicy, number>> = { allow: 0, block: 5 };

function preferences(hosts: readonly string[], downloads: string, restores: boolean): string {
  const values: Readonly<Record<string, string | number | boolean>> = {
    // Zero: any free port, which the browser writes into its profile.
    'marionette.port': 0,
    'network.dns.localDomains': hosts.join(','),
    // Names that are not listed lead here too instead of to a name server.
    'network.dns.native-is-localhost': true,
    'network.cookie.cookieBehavior': behaviors.block,
    // By default Firefox lets a provider the user has just signed in at keep its cookies in frames for a while
    // (measured); "blocked" must mean blocked.
    'privacy.antitracking.enableWebcompat': false,
    'extensions.webextOptionalPermissionPrompts': false,
    'xpinstall.signatures.required': false,
    'extensions.autoDisableScopes': 0,
    // Nothing but this computer is asked for anything.
    'app.update.disabledForTesting': true,
    'app.normandy.enabled': false,
    'browser.safebrowsing.malware.enabled': false,
    'browser.safebrowsing.phishing.enabled': false,
    'browser.safebrowsing.downloads.enabled': false,
    'browser.search.update': false,
    'browser.region.update.enabled': false,
    'datareporting.healthreport.uploadEnabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'extensions.getAddons.cache.enabled': false,
    'extensions.update.enabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'network.trr.mode': 5,
    'network.dns.disablePrefetch': true,
    'services.settings.server': 'data:,#remote-settings-dummy/v1',
    'toolkit.telemetry.enabled': false,
    // Saved without a question.
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.useDownloadDir': true,
    'browser.download.always_ask_before_handling_new_types': false,
    'browser.download.alwaysOpenPanel': false,
    // No first-run pages, no questions.
    'browser.aboutwelcome.enabled': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.homepage_override.mstone': 'ignore',
    // 3: the tabs of the last time.
    'browser.startup.page': restores ? 3 : 0,
    'browser.newtabpage.enabled': false,
    'browser.tabs.warnOnClose': false,
    'privacy.userContext.enabled': true,
    'browser.warnOnQuit': false,
    'dom.disable_open_during_load': false,
    'dom.security.https_first': false,
    'security.sandbox.warn_unprivileged_namespaces': false,
    'signon.rememberSignons': false,
    'termsofuse.bypassNotification': true,
  };
  return Object.entries(values)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}

export interface FirefoxDriver extends Driver {
  /** Runs a function with the browser's own rights. Arguments and result travel as JSON. */
  inBrowser<A extends readonly unknown[], T>(script: PageFunction<A, T>, ...args: A): Promise<T>;
}

async function end(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => process.once('exit', () => resolve()));
  try {
    await within('Firefox to end', gone, 10_000);
  } catch {
    process.kill('SIGKILL');
    await within('Firefox to be gone', gone, 5_000).catch(() => undefined);
  }
}

export async function launchFirefox(options: DriverOptions): Promise<FirefoxDriver> {
  const executable = await findBrowser('firefox');
  const { kept } = options;
  const profile = kept?.folder ?? mkdtempSync(join(tmpdir(), 'roundtrip-firefox-'));
  const downloads = join(profile, 'downloads');
  writeFileSync(join(profile, 'user.js'), preferences(options.hosts, downloads, kept !== undefined));
  mkdirSync(downloads, { recursive: true });
  const args = ['--no-remote', '--profile', profile, '--marionette', '--remote-allow-system-access', 'about:blank'];
  if (options.headless ?? true) args.unshift('--headless');
  const browser = spawn(executable, args, { stdio: options.verbose ? 'inherit' : 'ignore' });
  const cleanUp = async () => {
    await end(browser);
    if (!kept) rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    const portFile = join(profile, 'MarionetteActivePort');
    const port = await until(
      'Firefox to start',
      async () => {
        if (browser.exitCode !== null) throw new Error(`it ended with code ${browser.exitCode}`);
        return existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) || null : null;
      },
      startMs,
    );
    const marionette = await connectMarionette(port);
    // Which page is loaded is asked for by the pages themselves: error pages are no errors here.
    const session = (await marionette.send('WebDriver:NewSession', {
      capabilities: { alwaysMatch: { acceptInsecureCerts: false, pageLoadStrategy: 'none' } },
    })) as { readonly capabilities: { readonly browserVersion: string } };
    let turn: Promise<unknown> = Promise.resolve();
    const windows: FirefoxWindows = {
      marionette,
      claimed: new Set(),
      alone: (work) => {
        const mine = turn.then(work, work);
        turn = mine.catch(() => undefined);
        return mine;
      },
    };
    const anchors = kept ? [] : await handlesOf(windows);
    for (const handle of anchors) windows.claimed.add(handle);
    if (options.certificate) await addAuthority(windows, options.certificate.caDer);
    const open = async (url?: string) => {
      const page = await newTab(windows);
      if (url !== undefined) await page.goto(url);
      return page;
    };
    let installed: { readonly id: string; readonly base: string } | null = null;
    const install = async (path: string, temporary: boolean) => {
      const { value } = (await windows.alone(() => marionette.send('Addon:Install', { path, temporary, allowPrivateBrowsing: true }))) as {
        readonly value: string;
      };
      const base = `moz-extension://${await extensionHost(windows, value)}/`;
      installed ??= { id: value, base };
      return base;
    };
    if (kept) {
      const file = join(profile, 'extension.xpi');
      // The second time it is there already.
      if (existsSync(file)) installed = await known(windows);
      else {
        // The shape in which it installs for good.
        writeFileSync(file, zipOf(filesIn(kept.extension), 0));
        await install(file, false);
      }
    }
    const extension = () => {
      if (installed === null) throw new Error('No extension was installed: call installExtension first.');
      return installed;
    };
    return {
      name: 'firefox',
      version: session.capabilities.browserVersion,
      filesHolding: (texts) => filesHolding(profile, texts),
      downloads,
      installExtension: (path) => install(path, true),
      // The preference above lets a real click grant what the extension asks for.
      grantSiteAccess: async () => {
        extension();
      },
      setThirdPartyCookies: (policy) => setCookieBehavior(windows, behaviors[policy]),
      newPage: open,
      inBrowser: (script, ...args) => windows.alone(() => marionette.chrome(script, args)),
      pages: async () => {
        const handles = await windows.alone(() => handlesOf(windows));
        return handles.filter((handle) => !anchors.includes(handle)).map((handle) => firefoxPage(windows, handle));
      },
      extensionPage: (path) => open(extension().base + path),
      killBackground: () => endBackground(windows, extension().id),
      setBackgroundIdle: (idleMs) => setIdleTimeout(windows, idleMs ?? 30_000),
      backgroundState: () => backgroundState(windows, extension().id),
      ended: new Promise((resolve) => browser.once('exit', () => resolve())),
      noteNotifications: async () => {
        await noteAlerts(windows);
        return { shown: () => notedAlerts(windows), click: (title) => clickAlert(windows, title) };
      },
      pressShortcut: (_, keys) => pressKeys(windows, keys),
      chooseForLink: async (page, selector, { title }) => {
        await page.rightClick(selector);
        await chooseInMenu(windows, title);
      },
      clearCookies: () => clearSites(windows, sitesOf(options.hosts)),
      close: async () => {
        // Forced, nothing of the session is written down.
        const flags = [kept ? 'eAttemptQuit' : 'eForceQuit'];
        await windows.alone(() => marionette.send('Marionette:Quit', { flags })).catch(() => undefined);
        marionette.close();
        await cleanUp();
      },
    };
  } catch (error) {
    browser.kill('SIGKILL');
    await cleanUp();
    throw error;
  }
}

/** The extension that an earlier life of this profile has installed. */
async function known(windows: FirefoxWindows): Promise<{ readonly id: string; readonly base: string }> {
  const id = await installedExtension(windows);
  return { id, base: `moz-extension://${await extensionHost(windows, id)}/` };
}

/** The last two labels: what the browser keeps storage by. */
function sitesOf(hosts: readonly string[]): string[] {
  return [...new Set([...hosts.map((host) => host.split('.').slice(-2).join('.')), 'localhost', '127.0.0.1'])];
}
