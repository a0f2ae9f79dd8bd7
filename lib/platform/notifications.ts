/** Notifications are asked for by the switch that turns them on. */
import { browser } from './browser.ts';

const wanted = { permissions: ['notifications' as const] };

/** Must be called straight from a click. */
export function allowNotifications(): Promise<boolean> {
  return browser.permissions.request(wanted);
}
