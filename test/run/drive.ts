/** One healthy and one broken login, driven in a browser without a window, and what the popup says of them. */
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { BrowserName } from '../drivers/driver.ts';
import { type Bench, openBench } from '../e2e/bench.ts';
import { closePages, play, promised, verdictOn } from '../e2e/play.ts';
import type { Scenario } from '../lab/model.ts';
import { scenarios } from '../lab/scenarios/index.ts';
import { root } from './tools.ts';

/** A code flow that works, and the `+` of a Base64 `state` that comes back as a space. */
const shown = ['server-code', 'state-plus'];
const popupSize = { width: 420, height: 600 };
const folder = join(root, '.output', 'screenshots');

/** The popup's words, line by line as they stand there. */
async function printPopup(bench: Bench): Promise<string> {
  return bench.view.evaluate(() => {
    // biome-ignore lint/performance/useDomNodeTextContent: the words as they are shown, hidden ones left out
    const words = (element: Element | null) => ((element as HTMLElement | null)?.innerText ?? '').replaceAll(/\s*\n\s*/g, '\n').trim();
    const rows = [...document.querySelectorAll('[data-row]')].map((row) => `  ${words(row).replaceAll('\n', '  ')}`);
    return [words(document.querySelector('[aria-label="Verdict"]')).replaceAll('\n', '\n  '), '', ...rows].join('\n');
  });
}

async function show(bench: Bench, scenario: Scenario): Promise<boolean> {
  const result = await play(bench, scenario);
  const verdict = JSON.stringify(verdictOn(result, bench, scenario));
  const right = verdict === JSON.stringify(promised(bench, scenario));
  process.stdout.write(`\n== ${scenario.title} (${scenario.id}) ==\n${scenario.story}\n\n${await printPopup(bench)}\n`);
  const picture = join(folder, `${bench.driver.name}-${scenario.id}.png`);
  await bench.view.bringToFront();
  await bench.view.screenshot(picture, popupSize);
  process.stdout.write(
    `\n  ${right ? 'As it should be.' : `WRONG: expected ${JSON.stringify(promised(bench, scenario))}, got ${verdict}`}\n`,
  );
  process.stdout.write(`  Picture: ${relative(root, picture)}\n`);
  await closePages(bench);
  return right;
}

/** Resolves with the exit code: 0 only if both verdicts were right. */
export async function drive(browser: BrowserName): Promise<number> {
  mkdirSync(folder, { recursive: true });
  const bench = await openBench(browser);
  try {
    process.stdout.write(`Roundtrip in ${bench.driver.name} ${bench.driver.version}, at the lab's provider on this computer\n`);
    let right = true;
    for (const id of shown) {
      const scenario = scenarios.find((one) => one.id === id);
      if (!scenario) throw new Error(`the lab has no scenario called ${id}`);
      right = (await show(bench, scenario)) && right;
    }
    process.stdout.write(right ? '\nBoth verdicts are right.\n' : '\nNot every verdict is right.\n');
    return right ? 0 : 1;
  } finally {
    await bench.close();
  }
}
