/** Firefox containers by the names their owner gave them. They are shown and never recorded: a name is nobody else's business. */
import { browser, isFirefox } from './browser.ts';

/** By the number requests carry (`firefox-container-2`). Empty where there are none. */
export type ContainerNames = Readonly<Record<string, string>>;

export async function readContainers(): Promise<ContainerNames> {
  if (!isFirefox) return {};
  // Rejects while the user has containers switched off.
  const identities = await browser.contextualIdentities.query({}).catch(() => []);
  return Object.fromEntries(identities.map(({ cookieStoreId, name }) => [cookieStoreId, name]));
}

export function onContainersChanged(listener: () => void): void {
  if (!isFirefox) return;
  browser.contextualIdentities.onCreated.addListener(listener);
  browser.contextualIdentities.onUpdated.addListener(listener);
  browser.contextualIdentities.onRemoved.addListener(listener);
}
