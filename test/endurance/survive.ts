/**
 * `npm run survive`: logins during which the background is ended between events, at places drawn by lot. What was seen and
 * said must be the same as if it had lived. Apart from `npm test`: it takes minutes.
 */
import { parseArgs } from 'node:util';
import type { BrowserName } from '../drivers/driver.ts';
import { until } from '../drivers/wait.ts';
import { type Bench, judge, openBench } from '../e2e/bench.ts';
import { atRest, ended, essence, logIn, places } from '../e2e/disturbed.ts';
import { closePages } from '../e2e/play.ts';
import type { Scenario } from '../lab/model.ts';
import { scenarios } from '../lab/scenarios/index.ts';
import { buildExtension } from '../run/tools.ts';
import { randomFrom } from './random.ts';

/** Of every kind of answer and fault one: over a query, a posted form, a fragment, with calls of a page; healthy and broken. */
const chosen = [
  'server-code',
  'express-form-post',
  'implicit-id-token',
  'spa-code-pkce',
  'state-cut',
  'cookie-host-prefix',
  'callback-crash',
];

/** Firefox ends a background that does nothing after this; its own choice is half a minute. */
const idleMs = 300;

async function judged(bench: Bench, scenario: Scenario, between: (place: number) => Promise<void>): Promise<string> {
  await logIn(bench, scenario, between);
  await ended(bench);
  await atRest(bench);
  const said = JSON.stringify(essence(await judge(bench)));
  await closePages(bench);
  return said;
}

async function run(name: BrowserName, runs: number, seed: number): Promise<number> {
  const bench = await openBench(name);
  const random = randomFrom(seed);
  const undisturbed = new Map<string, string>();
  let different = 0;
  let times = 0;
  let natural = 0;
  try {
    const all = chosen.map((id) => {
      const found = scenarios.find((scenario) => scenario.id === id);
      if (!found) throw new Error(`There is no scenario called ${id}.`);
      return found;
    });
    for (const scenario of all) undisturbed.set(scenario.id, await judged(bench, scenario, async () => undefined));
    for (let i = 0; i < runs; i++) {
      const scenario = all[Math.floor(random() * all.length)] ?? all[0];
      if (!scenario) throw new Error('There are no scenarios.');
      const at = Array.from({ length: places }, () => random() < 0.5);
      const byItself = name === 'firefox' && random() < 0.3;
      if (byItself) await bench.driver.setBackgroundIdle(idleMs);
      const said = await judged(bench, scenario, async (place) => {
        if (!at[place]) return;
        times++;
        if (byItself) {
          natural++;
          await until('the background to end by itself', async () => (await bench.driver.backgroundState()) === 'stopped', 30_000);
          return;
        }
        await atRest(bench);
        await bench.driver.killBackground();
      });
      if (byItself) await bench.driver.setBackgroundIdle(null);
      if (said === undisturbed.get(scenario.id)) continue;
      different++;
      process.stdout.write(`${name} run ${i} ${scenario.id}, ended at ${at.map(Number).join('')}${byItself ? ' by itself' : ''}\n`);
      process.stdout.write(`  undisturbed ${undisturbed.get(scenario.id)}\n  disturbed   ${said}\n`);
    }
  } finally {
    await bench.close();
  }
  process.stdout.write(`${name}: ${runs} logins, the background ended ${times} times (${natural} by itself), ${different} different\n`);
  return different;
}

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' }, browser: { type: 'string' } },
});
const browsers = (['chromium', 'firefox'] as const).filter((name) => values.browser === undefined || values.browser === name);
if (browsers.length === 0 || !(Number(values.runs) > 0)) {
  process.stderr.write('roundtrip: use `npm run survive -- [--runs 100] [--seed 1] [--browser chromium|firefox]`.\n');
  process.exit(2);
}
await buildExtension();
let different = 0;
for (const name of browsers) different += await run(name, Number(values.runs), Number(values.seed));
process.exitCode = different > 0 ? 1 : 0;
