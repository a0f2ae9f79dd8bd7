/** `npm run build` and `npm run zip`: both browsers, one after the other; then both as packages. */
import { statSync } from 'node:fs';
import { relative } from 'node:path';
import { writePackages } from '../release/zips.ts';
import { root, runTool } from './tools.ts';

const [command = 'build'] = process.argv.slice(2);
for (const target of [[], ['-b', 'firefox', '--mv3']]) {
  const code = await runTool('wxt/bin/wxt.mjs', ['build', ...target], { production: true });
  if (code !== 0) process.exit(code);
}
if (command === 'zip')
  for (const path of writePackages(root)) process.stdout.write(`${relative(root, path)}  ${Math.ceil(statSync(path).size / 1000)} kB\n`);
