/** Finds a browser on this computer, and installs one where that can be done without asking. */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { installWithApt } from './apt.ts';
import type { BrowserName } from './driver.ts';
import { onPath } from './on-path.ts';

const variables: Readonly<Record<BrowserName, string>> = { chromium: 'ROUNDTRIP_CHROMIUM', firefox: 'ROUNDTRIP_FIREFOX' };

const commands: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome-for-testing', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
};

/** Debian has both under these names; Ubuntu has Firefox ESR only from other sources, and its own packages are snaps. */
const packages: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: ['chromium'],
  firefox: ['firefox-esr', 'firefox'],
};

function wellKnownPlaces(name: BrowserName): string[] {
  if (process.platform === 'darwin') {
    const apps = ['/Applications', join(homedir(), 'Applications')];
    const inside =
      name === 'chromium'
        ? [
            'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
            'Chromium.app/Contents/MacOS/Chromium',
            'Google Chrome.app/Contents/MacOS/Google Chrome',
            'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
          ]
        : [
            'Firefox.app/Contents/MacOS/firefox',
            'Firefox Developer Edition.app/Contents/MacOS/firefox',
            'Firefox Nightly.app/Contents/MacOS/firefox',
          ];
    return apps.flatMap((folder) => inside.map((file) => join(folder, file)));
  }
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((key) => process.env[key] ?? []);
    const inside =
      name === 'chromium'
        ? ['Chromium\\Application\\chrome.exe', 'Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']
        : ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'];
    return roots.flatMap((folder) => inside.map((file) => join(folder, file)));
  }
  return [];
}

/** An installed browser, null when there is none. Throws when the override points to nothing. */
export function installedBrowser(name: BrowserName): string | null {
  const chosen = process.env[variables[name]];
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`${variables[name]} names ${chosen}, and there is no such file.`);
    return chosen;
  }
  if (process.platform !== 'win32' && process.platform !== 'darwin') {
    const found = commands[name].map(onPath).find((path) => path !== null);
    if (found) return found;
  }
  return wellKnownPlaces(name).find((path) => existsSync(path)) ?? null;
}

/** The browser builds for testing that Puppeteer knows, into the user's cache folder. */
async function download(name: BrowserName): Promise<string | null> {
  try {
    const { Browser, detectBrowserPlatform, install, resolveBuildId } = await import('@puppeteer/browsers');
    const platform = detectBrowserPlatform();
    if (!platform) return null;
    const browser = name === 'chromium' ? Browser.CHROME : Browser.FIREFOX;
    const buildId = await resolveBuildId(browser, platform, 'stable');
    const cacheDir = join(homedir(), '.cache', 'roundtrip-browsers');
    const { executablePath } = await install({ browser, buildId, cacheDir });
    return executablePath;
  } catch {
    return null;
  }
}

/** Path of the executable. Throws one sentence that says what to install when none can be had. */
export async function findBrowser(name: BrowserName): Promise<string> {
  const installed = installedBrowser(name);
  if (installed !== null) return installed;
  if (installWithApt(packages[name], () => installedBrowser(name) !== null)) return findBrowser(name);
  const downloaded = await download(name);
  if (downloaded !== null) return downloaded;
  const product = name === 'chromium' ? 'Chromium or Chrome' : 'Firefox';
  throw new Error(`No ${product} was found and none could be installed: install it, or let ${variables[name]} name its executable.`);
}
