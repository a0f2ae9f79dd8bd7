/** `npm test`: everything. `npm run verify`: everything that needs no browser. `npm run e2e`: the browsers only. */
import { buildExtension, runVitest, ToolFailed } from './tools.ts';

const [what = 'all', ...rest] = process.argv.slice(2);
const projects: Readonly<Record<string, readonly string[]>> = { all: ['house', 'unit', 'e2e'], verify: ['house', 'unit'], e2e: ['e2e'] };

try {
  const chosen = projects[what];
  if (!chosen) throw new ToolFailed(`there is no "${what}"; choose ${Object.keys(projects).join(', ')}.`);
  await buildExtension();
  process.exitCode = await runVitest([...chosen.flatMap((name) => ['--project', name]), ...rest]);
} catch (error) {
  if (!(error instanceof ToolFailed)) throw error;
  process.stderr.write(`roundtrip: ${error.message}\n`);
  process.exitCode = 1;
}
