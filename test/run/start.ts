/**
 * `npm start`: Roundtrip in a real browser, with a playground of logins to click through. `npm start -- --headless`
 * (and any computer without a display): two logins driven and judged here, with the popup's own words.
 */
import type { BrowserName } from '../drivers/driver.ts';
import { drive } from './drive.ts';
import { play } from './play.ts';
import { buildExtension, ToolFailed } from './tools.ts';

const usage = 'npm start -- [--headless] [--firefox]';

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

async function start(options: readonly string[]): Promise<number> {
  const unknown = options.find((option) => option !== '--headless' && option !== '--firefox');
  if (unknown !== undefined) throw new ToolFailed(`there is no option "${unknown}"; choose from ${usage}.`);
  const browser: BrowserName = options.includes('--firefox') ? 'firefox' : 'chromium';
  const headless = options.includes('--headless');
  process.stdout.write('Building the extension ...\n');
  await buildExtension();
  if (headless) return drive(browser);
  if (hasDisplay()) return play(browser);
  process.stdout.write('There is no display here, so two logins are driven without one (npm start -- --headless).\n');
  return drive(browser);
}

try {
  process.exitCode = await start(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`roundtrip: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof ToolFailed ? 2 : 1;
}
