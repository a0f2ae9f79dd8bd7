/** `npm run build` and `npm run zip`: both browsers, one after the other. */
import { runTool } from './tools.ts';

const [command = 'build'] = process.argv.slice(2);
for (const target of [[], ['-b', 'firefox', '--mv3']]) {
  const code = await runTool('wxt/bin/wxt.mjs', [command, ...target], { production: true });
  if (code !== 0) process.exit(code);
}
