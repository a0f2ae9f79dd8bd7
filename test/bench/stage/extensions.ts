/** What is measured: the build that ships, several times under names of its own, and the cheapest extension that listens at all. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserName } from '../../drivers/driver.ts';
import { builds } from '../../e2e/bench.ts';

interface Manifest {
  browser_specific_settings?: { gecko: { id: string } };
}

/** A copy of the build. Chromium tells extensions apart by their folder, Firefox by the id in the manifest. */
export function copyProduct(browser: BrowserName, parent: string, name: string): string {
  const folder = join(parent, name);
  cpSync(builds[browser], folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  if (manifest.browser_specific_settings) manifest.browser_specific_settings.gecko.id = `${name}@roundtrip.example`;
  writeFileSync(file, JSON.stringify(manifest));
  return folder;
}

/** One listener that does nothing, for every request there is. */
export const writeCheapest = (browser: BrowserName, parent: string): string =>
  writeExtension(
    browser,
    parent,
    'cheapest',
    "chrome.webRequest.onBeforeRequest.addListener(() => undefined, { urls: ['<all_urls>'] });\n",
  );

/** It may listen and never does: what the permission alone costs. */
export const writeSilent = (browser: BrowserName, parent: string): string => writeExtension(browser, parent, 'silent', '\n');

function writeExtension(browser: BrowserName, parent: string, name: string, script: string): string {
  const folder = join(parent, name);
  mkdirSync(folder);
  const manifest = {
    manifest_version: 3,
    name,
    version: '1',
    permissions: ['webRequest'],
    host_permissions: ['<all_urls>'],
    background: browser === 'firefox' ? { scripts: ['background.js'] } : { service_worker: 'background.js' },
    ...(browser === 'firefox' ? { browser_specific_settings: { gecko: { id: `${name}@roundtrip.example` } } } : {}),
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'background.js'), script);
  return folder;
}
