/** What is shipped: the package as the stores get it, and what a browser loads for each surface. */
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run/tools.ts';
import type { Bench, Measured } from './measured.ts';
import { budgets, builds, filesOf, loadedBytes } from './shipped.ts';

/** What the design allows; what the tests hold today stands in shipped.ts. */
const designed = { package: 220, background: 100 };

const kB = (what: string, bytes: number, budget: number | null, note: string): Measured => ({
  what,
  unit: 'kB',
  value: bytes / 1000,
  spread: null,
  budget,
  note,
});

export const weight: Bench = async () => {
  execFileSync(process.execPath, ['test/run/build.ts', 'zip'], { cwd: root, stdio: 'ignore' });
  const out = join(root, '.output');
  const zips = readdirSync(out).filter((name) => /-(?:chrome|firefox)\.zip$/.test(name));
  const { package: _, ...surfaces } = budgets;
  return [
    ...zips.sort().map((name) => kB(name, statSync(join(out, name)).size, designed.package, 'zipped, as a store gets it')),
    ...builds.flatMap((build) =>
      Object.keys(surfaces).map((entry) =>
        kB(
          `${build}/${entry}`,
          loadedBytes(filesOf(build), entry) ?? Number.NaN,
          entry === 'background.js' ? designed.background : null,
          'gzip, with what it imports at once',
        ),
      ),
    ),
  ];
};
