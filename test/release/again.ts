/** A second build, from the source package, in another folder: what comes out must be the same. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { builds } from '../bench/shipped.ts';
import { browserOf, packageName, versionIn } from './zips.ts';

export interface Again {
  /** Packages that came out otherwise; empty when all is well. */
  readonly different: readonly string[];
}

/**
 * `installed`: a folder of packages to use; null: `npm ci`, as a stranger would. Time zone and permissions of new files are others than here.
 * Throws when it can not be built at all.
 */
export function buildAgain(sources: Uint8Array, expected: ReadonlyMap<string, Uint8Array>, installed: string | null): Again {
  const folder = mkdtempSync(join(tmpdir(), 'roundtrip-again-'));
  try {
    for (const [name, bytes] of Object.entries(unzipSync(sources))) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), bytes, { mode: 0o600 });
    }
    if (installed !== null) symlinkSync(installed, join(folder, 'node_modules'), 'junction');
    const script = installed === null ? ['test/run/up.mjs', 'test/run/build.ts'] : ['test/run/build.ts'];
    const env = { ...process.env, TZ: 'Pacific/Kiritimati', LC_ALL: 'C' };
    const { status, stdout, stderr } = spawnSync(process.execPath, [...script, 'zip'], { cwd: folder, env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`The source package can not be built: ${(stderr || stdout).slice(-2_000)}`);
    const version = versionIn(folder);
    const names = builds.map((build) => packageName(version, browserOf[build]));
    return { different: names.filter((name) => !sameBytes(readFileSync(join(folder, '.output', name)), expected.get(name))) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const sameBytes = (a: Uint8Array, b: Uint8Array | undefined): boolean => b !== undefined && Buffer.compare(a, b) === 0;
