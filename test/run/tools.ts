/** Runs the project's own tools and says in one sentence which one failed. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export class ToolFailed extends Error {
  override readonly name = 'ToolFailed';
}

/** Runs a JavaScript file of an installed package with this Node. Resolves with its exit code. */
export function runTool(
  script: string,
  args: readonly string[],
  options: { readonly quiet?: boolean; readonly production?: boolean } = {},
): Promise<number> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', script), ...args], {
      cwd: root,
      // Inside a test run NODE_ENV says `test`, and a build would be one for development.
      env: { ...process.env, ...(options.production ? { NODE_ENV: 'production' } : {}) },
      stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    let said = '';
    const keep = (chunk: Buffer) => {
      said += chunk.toString();
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', failed);
    child.on('exit', (code) => {
      if (options.quiet && code !== 0) process.stderr.write(said);
      done(code ?? 1);
    });
  });
}

/** Both builds, exactly as they ship. */
export async function buildExtension(): Promise<void> {
  for (const args of [['build'], ['build', '-b', 'firefox', '--mv3']]) {
    if ((await runTool('wxt/bin/wxt.mjs', args, { quiet: true, production: true })) !== 0)
      throw new ToolFailed(`"wxt ${args.join(' ')}" failed; its own words stand above.`);
  }
}

export function runVitest(args: readonly string[]): Promise<number> {
  return runTool('vitest/vitest.mjs', ['run', ...args]);
}
