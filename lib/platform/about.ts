import type { SettingsEvent } from '../model/event.ts';
import { browser, isFirefox } from './browser.ts';

/** Which browser this is: some rules differ between them. */
export function aboutBrowser(): SettingsEvent {
  const agent = navigator.userAgent;
  const version = (isFirefox ? /Firefox\/([\d.]+)/ : /Chrome\/([\d.]+)/).exec(agent)?.[1] ?? '';
  return { kind: 'settings', at: Date.now(), browser: isFirefox ? 'firefox' : 'chrome', version, thirdPartyCookies: null };
}

export function extensionVersion(): string {
  return browser.runtime.getManifest().version;
}
