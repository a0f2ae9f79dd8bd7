/** docs/permissions.md says of every permission what it is for; the manifests hold no other, and none less. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../run/tools.ts';

const builds = [
  ['chrome-mv3', 'Chrome'],
  ['firefox-mv3', 'Firefox'],
] as const;

/** Described, and not yet in the manifests. */
const expected: ReadonlySet<string> = new Set(['contextMenus', 'offscreen', 'commands', 'devtools_page']);

/** Parts of a manifest that let the browser show or do something. */
const keys = [
  'commands',
  'devtools_page',
  'sidebar_action',
  'content_scripts',
  'externally_connectable',
  'omnibox',
  'web_accessible_resources',
];

interface Manifest {
  readonly permissions?: readonly string[];
  readonly host_permissions?: readonly string[];
  readonly optional_permissions?: readonly string[];
  readonly optional_host_permissions?: readonly string[];
}

const manifestOf = (build: string) =>
  JSON.parse(readFileSync(join(root, 'test', 'house', 'manifests', `${build}.json`), 'utf8')) as Manifest &
    Readonly<Record<string, unknown>>;

function inManifest(build: string): string[] {
  const manifest = manifestOf(build);
  const all = (names: readonly string[] | undefined, how: string) => (names ?? []).map((name) => `${name}: ${how}`);
  return [
    ...all(manifest.permissions, 'install'),
    ...all(manifest.host_permissions, 'install'),
    ...all(manifest.optional_permissions, 'optional'),
    ...all(manifest.optional_host_permissions, 'optional'),
    ...keys.filter((key) => manifest[key] !== undefined).map((key) => `${key}: key`),
  ].sort();
}

const rows = readFileSync(join(root, 'docs', 'permissions.md'), 'utf8')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter((cells) => cells.length === 8 && cells[1]?.startsWith('`'))
  .map(([, what = '', chrome = '', firefox = '', ...said]) => ({
    what: what.replaceAll('`', ''),
    Chrome: chrome,
    Firefox: firefox,
    said: said.slice(0, 3),
  }));

describe('permissions', () => {
  it.each(builds)('%s: every one has its line, as it is asked for, and every line stands for one', (build, name) => {
    const described = rows.filter((row) => row[name] !== '–').map((row) => `${row.what}: ${row[name]}`);
    const there = inManifest(build);
    expect(described.filter((line) => there.includes(line) || !expected.has(line.split(': ')[0] ?? '')).sort()).toEqual(there);
  });

  it('each line says what for, when it is asked, and what happens without', () => {
    for (const { what, said } of rows) for (const sentence of said) expect(sentence.length, what).toBeGreaterThan(3);
    expect(new Set(rows.map(({ what }) => what)).size).toBe(rows.length);
  });
});
