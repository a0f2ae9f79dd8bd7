/**
 * `npm run bench [-- GROUP... [--keep]]`: measures every budget side by side in one run and prints the table.
 * Never part of `npm test`: a busy machine must not make it red. `--keep` adds the table to docs/performance.md.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, platform, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { runTool } from '../run/tools.ts';
import type { Bench, Measured } from './measured.ts';

const groups: Readonly<Record<string, () => Promise<Bench>>> = {
  browsing: async () => (await import('./browsing.ts')).browsing,
  flood: async () => (await import('./flood.ts')).flood,
  recorder: async () => (await import('./recorder.ts')).recorder,
  waking: async () => (await import('./waking.ts')).waking,
  weight: async () => (await import('./weight.ts')).weight,
  engine: async () => (await import('./engine.ts')).engine,
  files: async () => (await import('./files.ts')).files,
  views: async () => (await import('./views.ts')).views,
};

const figure = (value: number, unit: Measured['unit']) =>
  unit === 'ratio' ? value.toFixed(2) : `${value >= 100 ? value.toFixed(0) : value.toPrecision(3)} ${unit}`;

export function row({ what, unit, value, spread, budget, note }: Measured): string {
  const range = spread ? spread.map((v) => figure(v, unit)).join(' to ') : '';
  const verdict = budget === null ? '' : value <= budget ? 'kept' : '**over**';
  return `| ${[what, figure(value, unit), range, budget === null ? '' : figure(budget, unit), verdict, note].join(' | ')} |`;
}

const head = '| what | measured | middle half | budget | | how |\n| --- | --- | --- | --- | --- | --- |';

async function main(argv: readonly string[]): Promise<number> {
  const keep = argv.includes('--keep');
  const asked = argv.filter((word) => word !== '--keep');
  const unknown = asked.find((word) => !Object.hasOwn(groups, word));
  if (unknown !== undefined) {
    process.stderr.write(`bench: there is no group "${unknown}". There are: ${Object.keys(groups).join(', ')}; and --keep.\n`);
    return 2;
  }
  const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()}, Node.js ${process.versions.node}`;
  process.stdout.write(`${machine}\n\n${head}\n`);
  const rows: string[] = [];
  for (const [name, load] of Object.entries(groups)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const bench = await load();
    for (const measured of await bench()) {
      rows.push(row(measured));
      process.stdout.write(`${row(measured)}\n`);
    }
  }
  if (keep) {
    const file = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));
    const day = new Date().toISOString().slice(0, 10);
    await writeFile(file, `${await readFile(file, 'utf8')}\n## ${day}\n\n${machine}\n\n${head}\n${rows.join('\n')}\n`);
    await runTool('@biomejs/biome/bin/biome', ['format', '--write', file]);
  }
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
