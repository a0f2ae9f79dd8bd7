/** What is shipped: the package as the stores get it, and what a browser loads for each surface. */
import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Bench, Measured } from './measured.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const out = `${root}.output`;

export const weight: Bench = async () => {
  execFileSync(process.execPath, ['test/run/build.ts', 'zip'], { cwd: root, stdio: 'ignore' });
  const rows: Measured[] = [];
  for (const name of (await readdir(out)).filter((file) => /-(chrome|firefox)\.zip$/.test(file)).sort()) {
    const kB = (await readFile(`${out}/${name}`)).length / 1000;
    rows.push({ what: `package, ${name}`, unit: 'kB', value: kB, spread: null, budget: 220, note: 'zipped as the store gets it' });
  }
  const background = gzipSync(await readFile(`${out}/chrome-mv3/background.js`)).length / 1000;
  rows.push({ what: 'background', unit: 'kB', value: background, spread: null, budget: 100, note: 'gzip' });
  return rows;
};
