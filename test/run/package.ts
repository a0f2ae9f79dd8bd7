/** The package as it is installed elsewhere: `npm pack` runs this first. Compiles the library and the command line into `dist`. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, runTool, ToolFailed } from './tools.ts';

/** What an earlier version left there would be packed, too. */
export async function compilePackage(into = join(root, 'dist')): Promise<void> {
  rmSync(into, { recursive: true, force: true });
  if ((await runTool('typescript/bin/tsc', ['-p', 'lib/tsconfig.package.json', '--outDir', into], { quiet: true })) !== 0)
    throw new ToolFailed('the package does not compile; the words of "tsc" stand above.');
}

if (import.meta.main) {
  try {
    await compilePackage();
  } catch (error) {
    if (!(error instanceof ToolFailed)) throw error;
    process.stderr.write(`roundtrip: ${error.message}\n`);
    process.exitCode = 1;
  }
}
