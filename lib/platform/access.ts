/** Site access and the cookie jar: optional, asked for together, revocable in the browser's own settings. */
import type { Permissions } from 'webextension-polyfill';
import { browser } from './browser.ts';

const sites = { origins: ['http://*/*', 'https://*/*'] };
const wanted = { ...sites, permissions: ['cookies' as const] };

export interface Access {
  readonly sites: boolean;
  readonly cookies: boolean;
}

export async function readAccess(): Promise<Access> {
  const [granted, cookies] = await Promise.all([
    browser.permissions.contains(sites),
    browser.permissions.contains({ permissions: ['cookies'] }),
  ]);
  return { sites: granted, cookies };
}

/** Must be called straight from a click: browsers refuse a request that no user made. */
export function requestAccess(): Promise<boolean> {
  return browser.permissions.request(wanted);
}

export async function giveUpAccess(): Promise<void> {
  await browser.permissions.remove(wanted);
}

/** What else is permitted has listeners of its own. */
const isAbout = ({ origins, permissions }: Permissions.Permissions) =>
  (origins?.length ?? 0) > 0 || (permissions?.includes('cookies') ?? false);

export function onAccessChanged(listener: () => void): () => void {
  const handle = (change: Permissions.Permissions) => {
    if (isAbout(change)) listener();
  };
  browser.permissions.onAdded.addListener(handle);
  browser.permissions.onRemoved.addListener(handle);
  return () => {
    browser.permissions.onAdded.removeListener(handle);
    browser.permissions.onRemoved.removeListener(handle);
  };
}
