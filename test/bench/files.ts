/** Files of any size: time beside JSON.parse, memory, many at once, and whether the page stays free meanwhile. */
import { execFile } from 'node:child_process';
import { createWriteStream, linkSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { largeHar } from '../build/large-har.ts';
import { installedBrowser } from '../drivers/find-browser.ts';
import { builds, launch } from '../e2e/bench.ts';
import { watchTasks } from './longest-task.ts';
import type { Bench, Measured } from './measured.ts';
import { ratioOf, spreadOf } from './measured.ts';

const run = promisify(execFile);
const child = fileURLToPath(new URL('./files-child.ts', import.meta.url));

async function ask<T>(...args: readonly string[]): Promise<T> {
  const { stdout } = await run(process.execPath, [child, ...args], { maxBuffer: 1 << 28 });
  return JSON.parse(stdout) as T;
}

const logins = 20;

export const files: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'roundtrip-bench-'));
  try {
    const sizes: ReadonlyMap<number, string> = new Map([1, 10, 100, 600].map((megabytes) => [megabytes, join(folder, `${megabytes}.har`)]));
    for (const [megabytes, path] of sizes)
      await pipeline(Readable.from(largeHar({ bytes: megabytes * 1e6, logins })), createWriteStream(path));
    const fileOf = (megabytes: number) => sizes.get(megabytes) ?? '';
    return [
      ...(await beside(fileOf)),
      ...(await memory(fileOf)),
      await many(fileOf(100), join(folder, 'many')),
      ...(await pages(fileOf(100))),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

async function beside(fileOf: (megabytes: number) => string): Promise<Measured[]> {
  const rows: Measured[] = [];
  for (const [megabytes, pairs] of [
    [1, 40],
    [10, 16],
    [100, 6],
  ] as const) {
    const measured = await ask<[number, number][]>('pairs', fileOf(megabytes), String(pairs));
    rows.push({
      what: `analyze / JSON.parse, ${megabytes} MB`,
      unit: 'ratio',
      ...ratioOf(measured),
      budget: 1.5,
      note: `bytes in to analysis out, warm, ${pairs} pairs in one process`,
    });
  }
  return rows;
}

async function memory(fileOf: (megabytes: number) => string): Promise<Measured[]> {
  const rows: Measured[] = [];
  for (const [megabytes, times] of [
    [100, 3],
    [600, 1],
  ] as const) {
    const peaks: number[] = [];
    for (let i = 0; i < times; i++) peaks.push((await ask<number>('peak', fileOf(megabytes))) / (megabytes * 1e6));
    rows.push({
      what: `peak memory / file, ${megabytes} MB`,
      unit: 'ratio',
      ...spreadOf(peaks),
      budget: 3,
      note:
        megabytes > 500
          ? 'the whole process; no text can be so long, so JSON.parse can not read it'
          : 'the whole process, with Node.js and the engine',
    });
  }
  return rows;
}

async function many(file: string, folder: string): Promise<Measured> {
  mkdirSync(folder);
  for (let i = 0; i < 4; i++) linkSync(file, join(folder, `${i}.har`));
  const pairs: [number, number][] = [];
  for (let i = 0; i < 3; i++) pairs.push([await ask<number>('folder', folder, 'threads'), await ask<number>('folder', folder, 'alone')]);
  return {
    what: 'analyze FOLDER, all cores / one core',
    unit: 'ratio',
    ...ratioOf(pairs),
    budget: null,
    note: 'four files of 100 MB, the start of the threads included',
  };
}

async function pages(file: string): Promise<Measured[]> {
  const rows: Measured[] = [];
  for (const browser of ['chromium', 'firefox'] as const) {
    if (installedBrowser(browser) === null) continue;
    const driver = await launch(browser, { hosts: [] });
    try {
      await driver.installExtension(builds[browser]);
      const page = await driver.extensionPage('page.html#files');
      await page.waitFor('#choose-files');
      for (const [what, act] of [
        [
          'opening 100 MB',
          async () => {
            await page.chooseFiles('#files', [file]);
            await page.waitFor('.file-item', 120_000);
            await page.waitFor('[data-selected-flow]', 30_000);
          },
        ],
        [
          'making it safe to save',
          async () => {
            await page.click('#save-document');
            await page.waitFor('[data-proof]', 120_000);
          },
        ],
      ] as const) {
        const longest = await watchTasks(page, act);
        rows.push({
          what: `longest task in the page, ${what}, ${browser}`,
          unit: 'ms',
          value: longest,
          spread: null,
          budget: 50,
          note: 'the longest time for which a timer of the page was late',
        });
      }
    } finally {
      await driver.close();
    }
  }
  return rows;
}
