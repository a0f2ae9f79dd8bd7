/** A second extension, as people have them: it blocks and changes requests by rules, the way ad and tracking blockers do. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface MeddlingRule {
  readonly condition: Readonly<Record<string, unknown>>;
  readonly action: Readonly<Record<string, unknown>>;
}

const manifest = {
  manifest_version: 3,
  name: 'Meddler',
  version: '1',
  permissions: ['declarativeNetRequest'],
  host_permissions: ['http://*/*', 'https://*/*'],
  declarative_net_request: { rule_resources: [{ id: 'rules', enabled: true, path: 'rules.json' }] },
  browser_specific_settings: { gecko: { id: 'meddler@roundtrip.example' } },
};

/** Writes the extension into a folder and gives that folder's path. */
export function writeMeddler(parent: string, rules: readonly MeddlingRule[]): string {
  const folder = join(parent, 'meddler');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'rules.json'), JSON.stringify(rules.map((rule, index) => ({ id: index + 1, priority: 1, ...rule }))));
  return folder;
}
