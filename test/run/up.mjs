// Gets a bare clone ready and hands over to the pinned Node: `node test/run/up.mjs SCRIPT [ARGUMENTS]`.
// Runs on the machine's own Node (20 or newer), so it uses nothing but built-in modules and plain JavaScript.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.cache', 'roundtrip', 'installed');
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .update(readFileSync(join(root, 'package.json')))
  .digest('hex');

function fail(sentence) {
  process.stderr.write(`roundtrip: ${sentence}\n`);
  process.exit(2);
}

function installed() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

/** Reinstalls only when the lock file or the package file changed. */
function install() {
  process.stderr.write('roundtrip: installing dependencies (once, about half a minute)\n');
  const npm = process.env.npm_execpath;
  const [command, args] =
    npm && /\.c?js$/.test(npm) ? [process.execPath, [npm, 'ci']] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci']];
  const result = spawnSync(command, [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) fail('"npm ci" failed; its own words stand above.');
  mkdirSync(join(modules, '.cache', 'roundtrip'), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** The Node of the `node` package; the machine's own when that one was not installed and is new enough. */
function pinnedNode() {
  const candidates = [join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node'), process.execPath];
  for (const candidate of candidates) {
    if (!existsSync(candidate)) continue;
    const asked = spawnSync(candidate, ['-p', 'process.features.typescript ? process.versions.node : ""'], { encoding: 'utf8' });
    if (asked.stdout?.trim()) return candidate;
  }
  return fail(
    `Node 24 could not be set up: the install script of the npm package "node" did not run (is "ignore-scripts" set?), and this machine has Node ${process.versions.node}.`,
  );
}

const [script, ...args] = process.argv.slice(2);
if (!script) fail('name a script to run.');
if (Number(process.versions.node.split('.')[0]) < 20) fail(`Node 20 or newer is needed; this is Node ${process.versions.node}.`);
if (!installed()) install();

const path = [join(modules, '.bin'), process.env.PATH].join(delimiter);
const child = spawn(pinnedNode(), [join(root, script), ...args], { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: path } });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
