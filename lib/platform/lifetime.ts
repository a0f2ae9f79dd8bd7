/** Ends of this program that are not its own doing: a new version waits. */
import { browser } from './browser.ts';

/** A new version is there. Who listens decides when it is taken, by `takeUpdate`. Must be called in the worker's first turn. */
export function onUpdateWaiting(listener: () => void): void {
  browser.runtime.onUpdateAvailable.addListener(listener);
}

export function takeUpdate(): void {
  browser.runtime.reload();
}

/** A background that asks the browser something is not ended for another while. */
export function stir(): void {
  void browser.runtime.getPlatformInfo();
}

/** Tabs that show a page we may see; the browser's own pages are none. */
export async function tabsWithPages(): Promise<number[]> {
  const tabs = await browser.tabs.query({});
  return tabs.flatMap(({ id, url }) => (id !== undefined && /^https?:/.test(url ?? '') ? [id] : []));
}
