import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../run/tools.ts';

/** Runs a tool of an installed package and hands back what it said. */
export function runQuietly(
  script: string,
  args: readonly string[],
  cwd = root,
): Promise<{ readonly code: number; readonly said: string; readonly complained: string }> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', script), ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', failed);
    child.on('close', (code) => done({ code: code ?? 1, said: Buffer.concat(out).toString(), complained: Buffer.concat(err).toString() }));
  });
}
