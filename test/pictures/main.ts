/**
 * `npm run screenshots`: pictures of the real product, in real browsers, at logins of the lab: for the documents (docs/pictures) and for the
 * stores (store/screenshots, by language). `npm run screenshots -- record save` takes some scenes only.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../lib/model/settings.ts';
import type { BrowserName } from '../drivers/driver.ts';
import { closePages } from '../e2e/play.ts';
import { languages } from '../release/listing.ts';
import { looksOf, takenOf } from '../release/pictures.ts';
import { buildExtension, root, ToolFailed } from '../run/tools.ts';
import { inChromium, inFirefox, type Scene } from './scenes.ts';
import { openStudio } from './studio.ts';

async function takeAll(browser: BrowserName, language: Language, scenes: readonly Scene[]): Promise<void> {
  if (scenes.length === 0) return;
  const studio = await openStudio(browser, language);
  try {
    process.stdout.write(`${studio.bench.driver.name} ${studio.bench.driver.version}, ${language}\n`);
    for (const scene of scenes) {
      await scene.take(studio);
      // One scene must not stand in the next one's pictures.
      await closePages(studio.bench);
    }
  } finally {
    await studio.close();
    rmSync(join(root, '.output', 'pictures'), { recursive: true, force: true });
  }
}

try {
  const wanted = process.argv.slice(2);
  const all = [...inChromium, ...inFirefox].map(({ name }) => name);
  const unknown = wanted.find((name) => !all.includes(name));
  if (unknown !== undefined) throw new ToolFailed(`there is no scene "${unknown}"; choose from ${all.join(', ')}.`);
  const isWanted = ({ name }: Scene) => wanted.length === 0 || wanted.includes(name);
  await buildExtension();
  for (const language of languages) {
    const chosen = inChromium.filter((scene) => isWanted(scene) && (language === 'en' || !scene.documents));
    await takeAll('chromium', language, chosen);
    await takeAll('firefox', language, inFirefox.filter(isWanted));
  }
  if (wanted.length === 0) writeFileSync(join(root, takenOf), `${JSON.stringify({ looks: looksOf(root) }, null, 2)}\n`);
} catch (error) {
  if (!(error instanceof ToolFailed)) throw error;
  process.stderr.write(`roundtrip: ${error.message}\n`);
  process.exitCode = 2;
}
