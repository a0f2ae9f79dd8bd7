/**
 * `npm run survive`: logins during which the background is ended between events, at places drawn by lot. What was seen and
 * said must be the same as if it had lived. Apart from `npm test`: it takes minutes.
 */
import { parseArgs } from 'node:util';
import type { JudgedFlow } from '../../lib/model/finding.ts';
import type { BrowserName } from '../drivers/driver.ts';
import { until } from '../drivers/wait.ts';
import { type Bench, clear, judge, openBench, storedEvents } from '../e2e/bench.ts';
import { closePages } from '../e2e/play.ts';
import type { Scenario } from '../lab/model.ts';
import { enterPassword } from '../lab/scenarios/define.ts';
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

/** Longer than the jar is given to take in a cookie (lib/platform/evidence.ts). */
const restMs = 650;
/** Firefox ends a background that does nothing after this; its own choice is half a minute. */
const idleMs = 300;

/** Places between two steps of a login: at the app, at the sign-in page, at the question, at the end. */
const places = 4;

function essence(flows: readonly JudgedFlow[]): string {
  return JSON.stringify(
    flows.map(({ flow, outcome, headline, findings }) => ({
      kind: flow.kind,
      outcome,
      headline,
      findings: findings.map((f) => `${f.severity} ${f.check}/${f.message}`).sort(),
      roles: flow.steps.map((step) => step.role),
    })),
  );
}

async function atRest(bench: Bench): Promise<void> {
  let before = -1;
  let since = Date.now();
  await until('the background to be at rest', async () => {
    const { length } = await storedEvents(bench);
    if (length !== before) since = Date.now();
    before = length;
    return Date.now() - since > restMs;
  });
}

async function logIn(bench: Bench, scenario: Scenario, between: (place: number) => Promise<void>): Promise<string> {
  const { driver, lab } = bench;
  await clear(bench);
  lab.reset();
  await driver.clearCookies();
  await driver.setThirdPartyCookies('block');
  const page = await driver.newPage(scenario.start(lab));
  await between(0);
  await page.click('#sign-in');
  await page.waitFor('#user');
  await between(1);
  await enterPassword(page);
  await page.waitFor('#allow');
  await between(2);
  await page.click('#allow');
  await page.waitFor('main[data-outcome]');
  await between(3);
  await until('the login to end', async () => (await judge(bench)).some((f) => f.outcome === 'completed' || f.outcome === 'failed'));
  await atRest(bench);
  const said = essence(await judge(bench));
  await closePages(bench);
  return said;
}

async function run(name: BrowserName, runs: number, seed: number): Promise<number> {
  const bench = await openBench(name);
  const random = randomFrom(seed);
  const undisturbed = new Map<string, string>();
  let different = 0;
  let ended = 0;
  let natural = 0;
  try {
    const all = chosen.map((id) => {
      const found = scenarios.find((scenario) => scenario.id === id);
      if (!found) throw new Error(`There is no scenario called ${id}.`);
      return found;
    });
    for (const scenario of all) undisturbed.set(scenario.id, await logIn(bench, scenario, async () => undefined));
    for (let i = 0; i < runs; i++) {
      const scenario = all[Math.floor(random() * all.length)] ?? all[0];
      if (!scenario) throw new Error('There are no scenarios.');
      const at = Array.from({ length: places }, () => random() < 0.5);
      const byItself = name === 'firefox' && random() < 0.3;
      if (byItself) await bench.driver.setBackgroundIdle(idleMs);
      const said = await logIn(bench, scenario, async (place) => {
        if (!at[place]) return;
        ended++;
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
  process.stdout.write(`${name}: ${runs} logins, the background ended ${ended} times (${natural} by itself), ${different} different\n`);
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
