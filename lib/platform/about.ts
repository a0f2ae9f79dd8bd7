import type { Machine } from '../model/capture.ts';
import type { SettingsEvent } from '../model/event.ts';
import { browser, isFirefox } from './browser.ts';

/** Which browser this is, and on what it runs: some rules differ between them, and support asks for it first. */
export async function aboutBrowser(): Promise<SettingsEvent> {
  const agent = navigator.userAgent;
  const version = (isFirefox ? /Firefox\/([\d.]+)/ : /Chrome\/([\d.]+)/).exec(agent)?.[1] ?? '';
  return {
    kind: 'settings',
    at: Date.now(),
    browser: isFirefox ? 'firefox' : 'chrome',
    version,
    thirdPartyCookies: null,
    machine: await readMachine(),
  };
}

/** Chromium alone; the `User-Agent` header of both browsers no longer tells the system's version. */
interface WithAgentData {
  readonly userAgentData?: { getHighEntropyValues(hints: readonly string[]): Promise<{ readonly platformVersion?: string }> };
}

export async function readMachine(): Promise<Machine> {
  const { os, arch } = await browser.runtime.getPlatformInfo();
  const known = await (navigator as WithAgentData).userAgentData?.getHighEntropyValues(['platformVersion']).catch(() => null);
  return {
    platform: [os, known?.platformVersion ?? '', arch].filter((word) => word !== '').join(' '),
    // `|| 0`: minus zero is no offset.
    zoneOffsetMinutes: -new Date().getTimezoneOffset() || 0,
  };
}

export function extensionVersion(): string {
  return browser.runtime.getManifest().version;
}
