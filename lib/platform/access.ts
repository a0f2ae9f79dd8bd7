/**
 * Site access and what is asked for with it: optional, asked for together, and revocable here and in the browser's own
 * settings. What could look at a page without site access (scripting beside activeTab) is not there before.
 */
import type { Manifest } from 'webextension-polyfill';
import type { Access } from '../model/access.ts';
import { everywhere, isNowhere, patternFor, patternsOf } from '../read/access.ts';
import { browser, isFirefox } from './browser.ts';

/** Chrome would put "Read your browsing history" into the question for every single site: there it is said at install. */
const extras: Manifest.OptionalPermission[] = ['cookies', 'scripting', ...(isFirefox ? ['webNavigation' as const] : [])];

export async function readAccess(): Promise<Access> {
  const { origins = [], permissions = [] } = await browser.permissions.getAll();
  return { sites: origins, cookies: permissions.includes('cookies') };
}

/** Must be called straight from a click: browsers refuse a request that no user made. A popup may close over the question. */
export function requestAccess(hosts: 'everywhere' | readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: hosts === 'everywhere' ? [everywhere] : hosts.map(patternFor), permissions: extras });
}

/** What was asked for with the sites and was refused or taken back; the sites stay as they are. */
export function requestExtras(): Promise<boolean> {
  return browser.permissions.request({ permissions: extras });
}

/** Gives back one host as it was named, null: all of them. */
export async function giveUpAccess(host: string | null): Promise<void> {
  const { sites, cookies } = await readAccess();
  const origins = host === null ? sites : patternsOf({ sites, cookies }, host);
  const last = isNowhere({ sites: sites.filter((site) => !origins.includes(site)), cookies });
  await browser.permissions.remove({ origins: [...origins], permissions: last ? extras : [] });
}

/** The listener is called before anybody knows what changed. */
export function onAccessChanged(listener: () => void): () => void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
  return () => {
    browser.permissions.onAdded.removeListener(listener);
    browser.permissions.onRemoved.removeListener(listener);
  };
}
