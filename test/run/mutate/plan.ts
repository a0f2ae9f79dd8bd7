/** What is mutated in one go, and which tests are asked. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ToolFailed } from '../tools.ts';

export interface Group {
  /** The folder whose files are changed. */
  readonly folder: string;
  readonly files: readonly string[];
  /** Patterns of the tests that must notice. */
  readonly tests: readonly string[];
}

/** Lists and types: there is nothing in them that could be wrong without a test of the house noticing. */
const leftOut: ReadonlySet<string> = new Set(['lib/checks/catalogue.ts']);

const filesIn = (root: string, folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => `${folder}/${entry.name}`)
    .filter((file) => !leftOut.has(file))
    .sort();

/** A check answers to the tests of its category, what surrounds the checks and the linking of exchanges to whole stories. */
function testsOf(folder: string): readonly string[] {
  if (folder === 'lib/correlate') return ['test/lib/correlate/**/*.test.ts', 'test/lib/traps/**/*.test.ts'];
  if (folder === 'lib/checks') return ['test/lib/checks/*.test.ts', 'test/lib/traps/**/*.test.ts'];
  return [`test/${folder}/**/*.test.ts`];
}

export function groupsOf(root: string): Group[] {
  const categories = readdirSync(join(root, 'lib/checks'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `lib/checks/${entry.name}`)
    .sort();
  return ['lib/checks', ...categories, 'lib/correlate'].map((folder) => ({
    folder,
    files: filesIn(root, folder),
    tests: testsOf(folder),
  }));
}

/** The groups below the folders and files that were named; all where none was. */
export function narrow(root: string, groups: readonly Group[], named: readonly string[]): Group[] {
  const wanted = named.map((name) => name.replace(/^\.\//, '').replace(/\/$/, ''));
  for (const name of wanted) if (!existsSync(join(root, name))) throw new ToolFailed(`there is nothing called ${name}.`);
  if (wanted.length === 0) return [...groups];
  const chosen = groups
    .map((group) => ({
      ...group,
      files: group.files.filter((file) => wanted.some((name) => file === name || file.startsWith(`${name}/`))),
    }))
    .filter(({ files }) => files.length > 0);
  if (chosen.length === 0) throw new ToolFailed(`only what is in lib/checks and lib/correlate is mutated, not ${wanted.join(', ')}.`);
  return chosen;
}

/** A sample spread over the groups by how much there is to change in them. */
export function share(root: string, groups: readonly Group[], sample: number): number[] {
  const sizes = groups.map(({ files }) => files.reduce((sum, file) => sum + statSync(join(root, file)).size, 0));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return sizes.map((size) => Math.max(1, Math.round((sample * size) / total)));
}
