/**
 * `npm run release`: looks at everything that must be right before a release, stops at the first thing that is off, and lays out in `release/`
 * what is uploaded by hand. `--tested`: `npm test` has just been green. `--dry-run`: goes on after what is off, tells all of it, writes nothing there.
 */
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { root, ToolFailed } from '../run/tools.ts';
import { steps } from './steps.ts';
import { nextSteps, writeRelease } from './write.ts';
import { versionIn } from './zips.ts';

async function release(dry: boolean, tested: boolean): Promise<number> {
  let off = 0;
  for (const { name, look } of steps(root, tested)) {
    const problems = await look();
    if (problems.length === 0) process.stdout.write(`✓ ${name}\n`);
    else if (!dry) throw new ToolFailed(problems[0] ?? name);
    else for (const problem of problems) process.stdout.write(`✗ ${name}: ${problem}\n`);
    off += problems.length;
  }
  if (dry) process.stdout.write(off === 0 ? '\nNothing stands in the way.\n' : `\n${off} ${off === 1 ? 'thing is' : 'things are'} off.\n`);
  else
    process.stdout.write(`\nRoundtrip ${versionIn(root)} lies in ${relative(root, writeRelease(root))}/.\n${nextSteps(versionIn(root))}`);
  return off === 0 ? 0 : 1;
}

try {
  const { values } = parseArgs({
    options: { 'dry-run': { type: 'boolean', default: false }, tested: { type: 'boolean', default: false } },
  });
  process.exitCode = await release(values['dry-run'], values.tested);
} catch (error) {
  process.stderr.write(`roundtrip: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof ToolFailed ? 1 : 2;
}
