/**
 * The packages. Their bytes depend on what is in them alone: not on the order a file system tells, on clock, time zone or permissions, nor
 * on this machine, because fflate packs in plain JavaScript where zlib's output differs by processor and version.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { type Build, builds, filesIn, type ShippedFile } from '../bench/shipped.ts';

/** The earliest that the format knows, in local time, as fflate writes it. */
const noTime = new Date(1980, 0, 1);

/** `level` 0 stores, 9 packs as tightly as it goes. */
export function zipOf(files: readonly ShippedFile[], level: 0 | 9 = 9): Uint8Array {
  const sorted = files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return zipSync(Object.fromEntries(sorted.map(({ name, bytes }) => [name, [bytes, { level, mtime: noTime }]])));
}

export function versionIn(root: string): string {
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string }).version;
}

/** `chrome`: Edge takes the same one (store/README.md). */
export const packageName = (version: string, what: 'chrome' | 'firefox' | 'sources'): string => `roundtrip-${version}-${what}.zip`;

export const browserOf: Readonly<Record<Build, 'chrome' | 'firefox'>> = { 'chrome-mv3': 'chrome', 'firefox-mv3': 'firefox' };

/** What stands in `.output` as packages beside it. Gives their paths. */
export function writePackages(root: string): readonly string[] {
  return builds.map((build) => {
    const path = join(root, '.output', packageName(versionIn(root), browserOf[build]));
    writeFileSync(path, zipOf(filesIn(join(root, '.output', build))));
    return path;
  });
}

/** Everything that git knows or would know, as it stands in the folder: what a store's reviewer builds the packages from. */
export function sourcesOf(root: string): readonly ShippedFile[] {
  return execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter((name) => name !== '' && existsSync(join(root, name)))
    .map((name) => ({ name, bytes: readFileSync(join(root, name)) }));
}
