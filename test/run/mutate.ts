/**
 * `npm run mutate`: small faults are planted in the checks and in the linking of exchanges, one at a time, and the tests must
 * notice. `npm run mutate -- lib/checks/state` looks at one folder, `--sample 400` at so many of all, drawn by `--seed`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { type Group, groupsOf, narrow, share } from './mutate/plan.ts';
import { type Mutated, score, scoresByFolder, survivors } from './mutate/report.ts';
import { root, ToolFailed } from './tools.ts';

/** Killed of a hundred. */
const wanted = 80;
/** As many of everything as two cores get through in a quarter of an hour. */
const sampleOfAll = 400;

const noticed: ReadonlySet<string> = new Set(['Killed', 'Timeout', 'RuntimeError']);
const counted: ReadonlySet<string> = new Set([...noticed, 'Survived', 'NoCoverage']);

/** Lines and columns of a report begin with 1. */
function cut(file: string, { start, end }: { readonly start: Spot; readonly end: Spot }): string {
  const lines = readFileSync(join(root, file), 'utf8')
    .split('\n')
    .slice(start.line - 1, end.line);
  const last = lines.length - 1;
  return lines.map((line, i) => line.slice(i === 0 ? start.column - 1 : 0, i === last ? end.column - 1 : undefined)).join('\n');
}

interface Spot {
  readonly line: number;
  readonly column: number;
}

async function mutate({ folder, files, tests }: Group, sample: number | null, seed: number): Promise<Mutated[]> {
  process.env['ROUNDTRIP_MUTATE_TESTS'] = tests.join(' ');
  process.env['ROUNDTRIP_MUTATE_SEED'] = String(seed);
  if (sample === null) delete process.env['ROUNDTRIP_MUTATE_SAMPLE'];
  else process.env['ROUNDTRIP_MUTATE_SAMPLE'] = String(sample);
  const results = await new Stryker({
    testRunner: 'vitest',
    vitest: { configFile: 'test/run/mutate/vitest.config.ts', related: false },
    plugins: ['@stryker-mutator/vitest-runner', join(root, 'test/run/mutate/plugins.ts')],
    ignorers: ['words'],
    checkers: ['sample'],
    // Regular expressions have tables of examples of their own.
    mutator: { excludedMutations: ['Regex'] },
    mutate: [...files],
    ignorePatterns: ['.output', 'docs', 'public', 'test/e2e', 'test/gallery', 'test/house', 'test/lab'],
    tempDirName: '.output/mutate',
    coverageAnalysis: 'perTest',
    concurrency: 2,
    reporters: [],
    logLevel: (process.env['ROUNDTRIP_MUTATE_LOG'] ?? 'error') as never,
    allowConsoleColors: false,
  }).runMutationTest();
  return results
    .filter(({ status }) => counted.has(status))
    .map(({ fileName, location, mutatorName, replacement, status }) => {
      const file = fileName.replaceAll('\\', '/').replace(/^.*?(?=lib\/(?:checks|correlate)\/)/, '');
      return {
        folder,
        file,
        line: location.start.line,
        column: location.start.column,
        kind: mutatorName,
        was: cut(file, location),
        became: replacement ?? '',
        killed: noticed.has(status),
      };
    });
}

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { sample: { type: 'string' }, seed: { type: 'string', default: '1' }, all: { type: 'boolean', default: false } },
  });
  const groups = narrow(root, groupsOf(root), positionals);
  const sample = values.all ? null : values.sample !== undefined ? Number(values.sample) : positionals.length > 0 ? null : sampleOfAll;
  if (sample !== null && !(sample > 0)) throw new ToolFailed('--sample takes a number of mutants.');
  const shares = sample === null ? [] : share(root, groups, sample);
  const all: Mutated[] = [];
  for (const [i, group] of groups.entries()) {
    const found = await mutate(group, shares[i] ?? null, Number(values.seed));
    all.push(...found);
    process.stderr.write(`${group.folder}: ${found.filter(({ killed }) => killed).length} of ${found.length} noticed\n`);
  }
  const list = survivors(all);
  process.stdout.write(`${list === '' ? '' : `Not noticed:\n\n${list}\n\n`}${scoresByFolder(all)}\n`);
  if (all.length === 0) throw new ToolFailed('there was nothing to mutate.');
  return score(all) >= wanted ? 0 : 1;
}

try {
  process.exitCode = await run();
} catch (error) {
  if (!(error instanceof ToolFailed)) throw error;
  process.stderr.write(`roundtrip: ${error.message}\n`);
  process.exitCode = 2;
}
