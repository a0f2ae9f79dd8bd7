/**
 * `npm run screenshots`: pictures of the real product, in real browsers, at logins of the lab: for the documents (docs/pictures) and for the
 * stores (store/screenshots). `npm run screenshots -- record save` takes some scenes only.
 */
import { buildExtension, ToolFailed } from '../run/tools.ts';
import { clearAway, inChromium, inFirefox, type Scene } from './scenes.ts';
import { openStudio } from './studio.ts';

async function takeAll(browser: 'chromium' | 'firefox', scenes: readonly Scene[]): Promise<void> {
  if (scenes.length === 0) return;
  const studio = await openStudio(browser);
  try {
    process.stdout.write(`${studio.bench.driver.name} ${studio.bench.driver.version}\n`);
    await studio.choose('theme', 'light');
    for (const scene of scenes) {
      await scene.take(studio);
      await clearAway(studio);
    }
  } finally {
    await studio.close();
  }
}

try {
  const wanted = process.argv.slice(2);
  const all = [...inChromium, ...inFirefox].map(({ name }) => name);
  const unknown = wanted.find((name) => !all.includes(name));
  if (unknown !== undefined) throw new ToolFailed(`there is no scene "${unknown}"; choose from ${all.join(', ')}.`);
  const chosen = (scenes: readonly Scene[]) => scenes.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  await buildExtension();
  await takeAll('chromium', chosen(inChromium));
  await takeAll('firefox', chosen(inFirefox));
} catch (error) {
  if (!(error instanceof ToolFailed)) throw error;
  process.stderr.write(`roundtrip: ${error.message}\n`);
  process.exitCode = 2;
}
