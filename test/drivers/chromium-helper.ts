/**
 * A small extension of the tests' own. It holds the permissions `privacy` and `browsingData`, which the product does
 * not have: only an extension can switch third-party cookies in Chromium, and Debian's build blocks them by default.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const manifest = {
  manifest_version: 3,
  name: 'Test helper',
  version: '1',
  permissions: ['privacy', 'browsingData'],
  background: { service_worker: 'helper.js' },
};

/** Writes the helper into a folder and gives that folder's path. */
export function writeHelper(parent: string): string {
  const folder = join(parent, 'helper');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'helper.js'), '// Everything is done from outside, by scripts that run in this worker.\n');
  return folder;
}

/** The parts of the extension API the scripts in the helper use. */
export interface HelperApi {
  readonly privacy: {
    readonly websites: { readonly thirdPartyCookiesAllowed: { set(details: { readonly value: boolean }): Promise<void> } };
  };
  readonly browsingData: { remove(options: { readonly since: number }, data: Readonly<Record<string, boolean>>): Promise<void> };
}

/** The parts of `chrome://extensions` that approve site access, platform.md section 1.1. */
export interface DeveloperApi {
  readonly developerPrivate: {
    addHostPermission(id: string, host: string, done: () => void): void;
    updateExtensionConfiguration(change: { readonly extensionId: string; readonly incognitoAccess: boolean }, done: () => void): void;
    updateProfileConfiguration(settings: { readonly inDeveloperMode: boolean }, done: () => void): void;
  };
}
