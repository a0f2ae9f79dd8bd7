/** Firefox adds a panel to its developer tools once the user has permitted that; Chromium always does. */
import type { Manifest } from 'webextension-polyfill';
import { browser, isFirefox } from './browser.ts';

const permission = { permissions: ['devtools' as Manifest.OptionalPermission] };

export async function mayAskForPanel(): Promise<boolean> {
  return isFirefox && !(await browser.permissions.contains(permission));
}

/** Must be called straight from a click. */
export function requestPanel(): Promise<boolean> {
  return browser.permissions.request(permission);
}
