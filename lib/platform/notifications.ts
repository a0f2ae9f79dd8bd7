/** Notifications are asked for by the switch that turns them on. Before the permission was given, the browser's API is not there. */
import { browser } from './browser.ts';

const wanted = { permissions: ['notifications' as const] };

/** Must be called straight from a click. */
export function allowNotifications(): Promise<boolean> {
  return browser.permissions.request(wanted);
}

export interface Notice {
  /** A notification of the same name is replaced. */
  readonly id: string;
  readonly title: string;
  readonly message: string;
}

/** Does nothing without the permission. */
export async function notify({ id, title, message }: Notice): Promise<void> {
  await browser.notifications?.create(id, { type: 'basic', iconUrl: browser.runtime.getURL('/icon/128.png'), title, message });
}

/** Must be called in the background's first turn, and again when the permission was given. */
export function onNoticeClicked(listener: (id: string) => void): void {
  if (!browser.notifications?.onClicked.hasListener(listener)) browser.notifications?.onClicked.addListener(listener);
}

export async function dismissNotice(id: string): Promise<void> {
  await browser.notifications?.clear(id);
}
