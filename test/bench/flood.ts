/**
 * A page that asks for fifty thousand things at a sign-in page, where everything in the tab is heard: a login in another tab meanwhile, the
 * one of the flooded tab, and one after it must all be judged right; what is held is bounded, and the popup answers all the time.
 */
import { capBytes } from '../../lib/record/shelf.ts';
import type { BrowserName, DrivenPage } from '../drivers/driver.ts';
import { until } from '../drivers/wait.ts';
import { judge, openBench, storedEvents, type Bench as Together } from '../e2e/bench.ts';
import type { Scenario } from '../lab/model.ts';
import { enterPassword } from '../lab/scenarios/define.ts';
import { scenarios } from '../lab/scenarios/index.ts';
import { buildExtension } from '../run/tools.ts';
import { type Bench, type Measured, quantile } from './measured.ts';
import { browsers } from './stage/open.ts';

const requests = Number(process.env['ROUNDTRIP_BENCH_FLOOD'] ?? 50_000);
const atOnce = 200;
/** Drivers are attached to the page, which slows it. */
const floodMs = 900_000;

interface Flooded {
  flooded?: number;
}
interface Lagging {
  lags?: number[];
}

const find = (id: string): Scenario => {
  const scenario = scenarios.find((one) => one.id === id);
  if (!scenario) throw new Error(`There is no scenario called ${id}.`);
  return scenario;
};

/** Starts it and comes back at once; the page counts. */
const beginFlood = (page: DrivenPage) =>
  page.evaluate(
    (all: number, together: number) => {
      const globals = globalThis as Flooded;
      globals.flooded = 0;
      const one = async () => {
        for (let n = globals.flooded ?? 0; n < all; n = globals.flooded ?? all) {
          globals.flooded = n + 1;
          await fetch(`/flood?n=${n}`).catch(() => undefined);
        }
      };
      for (let i = 0; i < together; i++) void one();
    },
    requests,
    atOnce,
  );

/** The view notes how much later than it asked for it gets its turn, twenty times a second. */
const noteLags = (view: DrivenPage) =>
  view.evaluate(() => {
    const lags: number[] = [];
    Object.assign(globalThis, { lags });
    let due = performance.now() + 50;
    setInterval(() => {
      const now = performance.now();
      lags.push(Math.max(0, now - due));
      due = now + 50;
    }, 50);
  });

/** True when the login of this scenario, begun after that time, is judged as it must be. */
async function isRight(bench: Together, scenario: Scenario): Promise<boolean> {
  const host = new URL(scenario.start(bench.lab)).host;
  return until(
    `the verdict on ${scenario.id}`,
    async () =>
      (await judge(bench)).some((f) => f.flow.request?.redirectUri?.includes(host) && f.outcome === 'completed' && f.headline === null),
    60_000,
  ).catch(() => false);
}

async function logIn(bench: Together, id: string): Promise<boolean> {
  const scenario = find(id);
  const page = await bench.driver.newPage(scenario.start(bench.lab));
  await scenario.drive(page, bench.lab);
  await page.waitFor('main[data-outcome="signed-in"]', 60_000);
  return isRight(bench, scenario);
}

async function inBrowser(name: BrowserName): Promise<readonly Measured[]> {
  const bench = await openBench(name);
  const { driver, lab, view } = bench;
  try {
    lab.reset();
    await driver.setThirdPartyCookies('block');
    const scenario = find('server-code');
    const flooded = await driver.newPage(scenario.start(lab));
    await flooded.click('#sign-in');
    await flooded.waitFor('#user');
    await noteLags(view);
    const startedAt = Date.now();
    await beginFlood(flooded);
    const meanwhile = await logIn(bench, 'express-query');
    await flooded.bringToFront();
    await until('the flood to end', async () => (await flooded.evaluate(() => (globalThis as Flooded).flooded ?? 0)) >= requests, floodMs);
    const tookMs = Date.now() - startedAt;
    const lags = await view.evaluate(() => (globalThis as Lagging).lags ?? []);
    await enterPassword(flooded);
    await flooded.click('#allow');
    await flooded.waitFor('main[data-outcome="signed-in"]', 60_000);
    const own = await isRight(bench, scenario);
    await driver.clearCookies();
    const after = await logIn(bench, 'express-form-post');
    const held = (await storedEvents(bench)).reduce((sum, event) => sum + JSON.stringify(event).length, 0);
    const lost = [meanwhile, own, after].filter((right) => !right).length;
    return [
      {
        what: `${name}: flood of ${requests.toLocaleString('en')} requests, logins not judged right`,
        unit: 'events',
        value: lost,
        spread: null,
        budget: 0,
        note: `of three: one in another tab, that of the flooded tab, one after it; ${Math.round(tookMs / 1_000)} s`,
      },
      {
        what: `${name}: flood, the popup was late`,
        unit: 'ms',
        value: quantile(lags, 0.99),
        spread: [quantile(lags, 0.25), quantile(lags, 0.75)],
        budget: 100,
        note: `99 in 100 turns of its thread; ${Math.max(...lags).toFixed(0)} ms at most`,
      },
      { what: `${name}: flood, held after it`, unit: 'kB', value: held / 1_000, spread: null, budget: capBytes / 1_000, note: 'of events' },
    ];
  } finally {
    await bench.close();
  }
}

export const flood: Bench = async () => {
  await buildExtension();
  const rows: Measured[] = [];
  for (const name of browsers) rows.push(...(await inBrowser(name)));
  return rows;
};
