/** The built extension as a browser loads it, in bytes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../run/tools.ts';

export const builds = ['chrome-mv3', 'firefox-mv3'] as const;
export type Build = (typeof builds)[number];

export interface ShippedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** By their paths within the folder, with slashes. */
export function filesIn(folder: string): readonly ShippedFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ name: relative(folder, path).replaceAll(sep, '/'), bytes: readFileSync(path) }));
}

export const filesOf = (build: Build): readonly ShippedFile[] => filesIn(join(root, '.output', build));

/** A file and what it imports at once, by name. What is imported later, when somebody asks for it, is not among them. */
function closure(files: readonly ShippedFile[], name: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  const text = files.find((f) => f.name === name)?.bytes.toString() ?? '';
  for (const [, target = ''] of text.matchAll(/(?:from|import|src=|href=)\s*["'`](?:\.\/|\.\.\/)*([^"'`]+\.(?:js|css))["'`]/g)) {
    const found = files.find((f) => f.name.endsWith(target.split('/').at(-1) ?? ''));
    if (found) closure(files, found.name, seen);
  }
  return seen;
}

const gzipped = ({ bytes }: ShippedFile) => gzipSync(bytes, { level: 9 }).length;

/** Gzipped, what a browser reads to show this page or to start this script; null when there is no such file. Chunks have a name and a mark of their content. */
export function loadedBytes(files: readonly ShippedFile[], entry: string): number | null {
  const found = files.find(({ name }) => name === entry || (name.startsWith(`${entry}-`) && name.endsWith('.js')));
  if (!found) return null;
  const names = closure(files, found.name);
  return files.filter(({ name }) => names.has(name)).reduce((sum, file) => sum + gzipped(file), 0);
}

/** A zip is as large as its files gzipped one by one, and a little more for their names. */
export const packageBytes = (files: readonly ShippedFile[]): number => files.reduce((sum, file) => sum + gzipped(file) + 120, 0);

/**
 * What each surface may weigh, gzipped, in bytes; `package` is the zip. All but the background load the engine, 226 kB (docs/performance.md
 * says what that is made of). Chunks by their names: the full page, its pictures, what
 * standards mean, tokens, German, the worker that reads files, what leaves the browser.
 */
export const budgets = {
  'background.js': 30_000,
  'popup.html': 312_000,
  'sidepanel.html': 312_000,
  'panel.html': 314_000,
  'chunks/show': 373_000,
  'chunks/diagram': 307_000,
  'chunks/meanings': 304_000,
  'chunks/jwt-table': 300_000,
  'chunks/de': 338_000,
  'chunks/reader': 301_000,
  'chunks/leaving': 289_000,
  package: 575_000,
} as const;
