/** Debian's and Ubuntu's packages, as root or with a sudo that does not ask. */
import { spawnSync } from 'node:child_process';
import { onPath } from './on-path.ts';

/** Installs the first of the packages that leads to `there`. False where that can not be done without asking. */
export function installWithApt(packages: readonly string[], there: () => boolean): boolean {
  if (process.platform !== 'linux' || onPath('apt-get') === null) return false;
  const root = process.getuid?.() === 0;
  if (!root && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore', timeout: 10_000 }).status !== 0) return false;
  const run = (...args: string[]) => {
    const [file, ...rest] = root ? ['apt-get', ...args] : ['sudo', '-n', 'apt-get', ...args];
    // Runlevel 1: a package that brings a service must not start it.
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
    return spawnSync(file ?? 'apt-get', rest, { stdio: 'ignore', timeout: 600_000, env }).status === 0;
  };
  run('update');
  return packages.some((name) => run('install', '-y', '--no-install-recommends', name) && there());
}
