/** Reading answers is a permission of its own in Firefox; Chrome shows them to the panel of its developer tools alone. */
import type { Manifest } from 'webextension-polyfill';
import { browser, isFirefox } from './browser.ts';

/** The types do not know the second one. */
const wanted = { permissions: ['webRequestBlocking', 'webRequestFilterResponse'] as unknown as Manifest.OptionalPermission[] };

export const bodiesAre = isFirefox ? 'asked' : 'with-devtools';

/** Must be called straight from a click. */
export async function allowBodies(): Promise<boolean> {
  return isFirefox ? browser.permissions.request(wanted) : true;
}
