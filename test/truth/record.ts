/**
 * `npm run record [-- chromium|firefox] [SCENARIO...]`: plays the lab's scenarios in the browsers, with Roundtrip watching, and keeps what it
 * recorded for `npm run truth`. Whatever the verdict is: that is for truth to judge. A login that did not end as its scenario says is
 * not kept, since it would prove nothing.
 */
import { toolVersion } from '../../lib/library/version.ts';
import type { BrowserName } from '../drivers/driver.ts';
import { type Bench, openBench, storedEvents } from '../e2e/bench.ts';
import { closePages, play } from '../e2e/play.ts';
import { unavailable } from '../lab/lab.ts';
import type { Scenario } from '../lab/model.ts';
import { scenarios } from '../lab/scenarios/index.ts';
import { buildExtension, ToolFailed } from '../run/tools.ts';
import { browsers, writeRecording } from './recordings.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

function chosen(args: readonly string[]): { readonly inBrowsers: readonly BrowserName[]; readonly wanted: readonly Scenario[] } {
  const inBrowsers = browsers.filter((browser) => args.includes(browser));
  const ids = args.filter((arg) => !browsers.some((browser) => browser === arg));
  const unknown = ids.filter((id) => !scenarios.some((scenario) => scenario.id === id));
  if (unknown.length > 0) throw new ToolFailed(`the lab has no scenario called ${unknown.join(', ')}.`);
  return {
    inBrowsers: inBrowsers.length > 0 ? inBrowsers : browsers,
    wanted: scenarios.filter((scenario) => (ids.length > 0 ? ids.includes(scenario.id) : !scenario.slow)),
  };
}

async function record(bench: Bench, scenario: Scenario, version: string): Promise<boolean> {
  const reason = unavailable(scenario);
  if (reason !== null) {
    say(`  ${scenario.id}: not recorded, ${reason}`);
    return true;
  }
  try {
    await play(bench, scenario);
    const bytes = writeRecording(bench.driver.name, scenario.id, await storedEvents(bench), version);
    say(`  ${scenario.id}: ${bytes} bytes`);
    return true;
  } catch (error) {
    say(`  ${scenario.id}: NOT RECORDED, ${error instanceof Error ? error.message : String(error)}`);
    return false;
  } finally {
    await closePages(bench);
  }
}

async function main(args: readonly string[]): Promise<number> {
  const { inBrowsers, wanted } = chosen(args);
  await buildExtension();
  const version = toolVersion();
  let failed = 0;
  for (const browser of inBrowsers) {
    say(`${browser}:`);
    const bench = await openBench(browser);
    try {
      for (const scenario of wanted) if (!(await record(bench, scenario, version))) failed++;
    } finally {
      await bench.close();
    }
  }
  return failed === 0 ? 0 : 1;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof ToolFailed)) throw error;
  process.stderr.write(`roundtrip: ${error.message}\n`);
  process.exitCode = 2;
}
