/** Firefox: its remote protocol asks nothing of the pages that are measured, and it has no debugger on them. */
import { launchFirefox } from '../../drivers/firefox.ts';
import { until } from '../../drivers/wait.ts';
import type { Stage } from './stage.ts';

interface Addon {
  enable(): Promise<void>;
  disable(): Promise<void>;
}

/** With the browser's own rights. */
declare const ChromeUtils: {
  importESModule(url: string): { readonly AddonManager: { getAddonByID(id: string): Promise<Addon> } };
};
declare const Services: {
  readonly wm: { getMostRecentWindow(kind: string): { readonly gBrowser: { selectedTab: unknown; addTrustedTab(url: string): unknown } } };
};
declare const WebExtensionPolicy: {
  getByHostname(host: string): { readonly id: string } | null;
  getByID(id: string): {
    readonly extension: {
      terminateBackground(options: { readonly ignoreDevToolsAttached: boolean; readonly disableResetIdleForTest: boolean }): Promise<void>;
    };
  } | null;
};
/** In a page of the extension. */
declare const browser: { readonly runtime: { getBackgroundPage(): Promise<Window> } };

export async function firefoxStage(): Promise<Stage> {
  const driver = await launchFirefox({ hosts: [] });
  return {
    name: 'firefox',
    version: driver.version,
    install: async (folder) => {
      const base = await driver.installExtension(folder);
      const id = await driver.inBrowser((host: string) => WebExtensionPolicy.getByHostname(host)?.id ?? '', new URL(base).host);
      return { id, base };
    },
    inPage: async ({ base }, path, script, ...args) => {
      const page = await driver.newPage(base + path);
      try {
        return await page.evaluate(script, ...args);
      } finally {
        await page.close();
      }
    },
    beginningOf: async ({ base }) => {
      const page = await driver.newPage(`${base}popup.html?tab=all`);
      try {
        return await until('its listeners', () =>
          page.evaluate(async () => {
            const { performance } = await browser.runtime.getBackgroundPage();
            const mark = performance.getEntriesByName('listening')[0];
            return mark ? { madeAt: performance.timeOrigin, listeningMs: mark.startTime } : null;
          }),
        );
      } finally {
        await page.close();
      }
    },
    killBackground: async ({ id }) => {
      await driver.inBrowser(
        (wanted: string) =>
          WebExtensionPolicy.getByID(wanted)?.extension.terminateBackground({
            ignoreDevToolsAttached: true,
            disableResetIdleForTest: true,
          }),
        id,
      );
    },
    // Marionette presses for real.
    grant: async ({ base }) => {
      const page = await driver.newPage(`${base}popup.html?tab=all`);
      await page.click('#grant');
      await page.waitFor('main[data-watching="watching"]');
      await page.close();
    },
    switch: async ({ id }, on) => {
      await driver.inBrowser(
        async (wanted: string, state: boolean) => {
          const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
          const addon = await AddonManager.getAddonByID(wanted);
          await (state ? addon.enable() : addon.disable());
        },
        id,
        on,
      );
    },
    openTab: async (url) => {
      await driver.inBrowser((address: string) => {
        const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
        gBrowser.selectedTab = gBrowser.addTrustedTab(address);
      }, url);
    },
    close: () => driver.close(),
  };
}
