/**
 * `npm run soak`: a day of a busy person in minutes. Three tabs browse at once, logins of every kind happen among it, the background
 * is ended every now and then; memory stays under its cap, and every login is judged right. Apart from `npm test`: it takes minutes.
 */
import { parseArgs } from 'node:util';
import { capBytes } from '../../lib/record/shelf.ts';
import type { BrowserName, DrivenPage } from '../drivers/driver.ts';
import { until } from '../drivers/wait.ts';
import { type Bench, judge, openBench, storedEvents } from '../e2e/bench.ts';
import { inBrowser, type Scenario } from '../lab/model.ts';
import { scenarios } from '../lab/scenarios/index.ts';
import { buildExtension } from '../run/tools.ts';
import { randomFrom } from './random.ts';

const chosen = [
  'server-code',
  'express-query',
  'express-form-post',
  'spa-code-pkce',
  'implicit-id-token',
  'wrong-password',
  'consent-denied',
  'state-cut',
  'state-missing',
  'cookie-host-prefix',
  'callback-crash',
  'redirect-slash',
];
const tabsAtOnce = 3;

interface Plan {
  readonly navigations: number;
  readonly logins: number;
  readonly kills: number;
  readonly seed: number;
}

interface Tally {
  navigations: number;
  logins: number;
  kills: number;
  mostBytes: number;
  readonly wrong: string[];
}

async function storedBytes(bench: Bench): Promise<number> {
  return (await storedEvents(bench)).reduce((sum, event) => sum + JSON.stringify(event).length, 0);
}

/** Ordinary pages, each with what ordinary addresses have. */
function browsing(random: () => number, lab: Bench['lab']): string {
  const words = ['news', 'shoes', 'mail', 'search', 'weather', 'maps'];
  const word = words[Math.floor(random() * words.length)] ?? 'news';
  return `${lab.site('shop-voucher').origin}/${word}?page=${Math.floor(random() * 50)}&q=${'x'.repeat(Math.floor(random() * 200))}`;
}

/** Plays a login in this tab and holds the verdict on it against what the scenario promises. */
async function logIn(bench: Bench, page: DrivenPage, scenario: Scenario): Promise<string | null> {
  const { driver, lab } = bench;
  const wanted = inBrowser(scenario.headline, driver.name);
  const outcome = scenario.outcome ? inBrowser(scenario.outcome, driver.name) : null;
  const startedAt = Date.now();
  const host = new URL(scenario.start(lab)).host;
  await page.goto(scenario.start(lab));
  await scenario.drive(page, lab);
  const ending = inBrowser(scenario.ends, driver.name);
  if (ending !== 'elsewhere') await page.waitFor(`main[data-outcome="${ending}"]`);
  let said = '';
  const right = await until(
    'the verdict',
    async () => {
      const flows = (await judge(bench, scenario.profile)).filter(
        (f) => f.flow.endedAt >= startedAt && f.flow.request?.redirectUri?.includes(host),
      );
      said = flows.map((f) => `${f.flow.kind} ${f.outcome} ${f.headline}`).join(', ');
      return flows.some((f) => f.headline === wanted && (outcome === null || f.outcome === outcome));
    },
    15_000,
  ).catch(() => false);
  return right ? null : `${scenario.id}: promised ${outcome} ${wanted}, said ${said || 'nothing'}`;
}

async function soak(name: BrowserName, plan: Plan): Promise<Tally> {
  const bench = await openBench(name);
  const { driver, lab } = bench;
  const random = randomFrom(plan.seed);
  const tally: Tally = { navigations: 0, logins: 0, kills: 0, mostBytes: 0, wrong: [] };
  const all = scenarios.filter((scenario) => chosen.includes(scenario.id));
  const startedAt = Date.now();
  try {
    await driver.setThirdPartyCookies('block');
    const pages = await Promise.all(Array.from({ length: tabsAtOnce }, () => driver.newPage()));
    const [first, ...others] = pages;
    if (!first) throw new Error('There are no tabs.');
    const perLogin = Math.ceil(plan.navigations / plan.logins);
    const perKill = Math.ceil(plan.navigations / plan.kills);
    let nextKill = perKill;
    const browse = async (page: DrivenPage, times: number) => {
      for (let i = 0; i < times; i++) {
        await page.evaluate((url: string) => location.assign(url), browsing(random, lab)).catch(() => undefined);
        tally.navigations++;
        // As fast as pages come: the document that is left need not be whole.
        await page.waitFor(() => document.readyState !== 'loading').catch(() => undefined);
      }
    };
    for (const page of pages) await page.goto(browsing(random, lab));
    while (tally.logins < plan.logins) {
      const share = Math.ceil(perLogin / tabsAtOnce);
      // Somewhere in the middle of the browsing.
      await Promise.all(pages.map((page) => browse(page, Math.ceil(share / 2))));
      if (tally.navigations >= nextKill) {
        nextKill += perKill;
        tally.kills++;
        await driver.killBackground();
      }
      await Promise.all(pages.map((page) => browse(page, Math.floor(share / 2))));
      await driver.clearCookies();
      lab.reset();
      const scenario = all[tally.logins % all.length];
      if (!scenario) throw new Error('There are no scenarios.');
      let loggingIn = true;
      // The other tabs go on meanwhile.
      const meanwhile = Promise.all(
        others.map(async (page) => {
          while (loggingIn) {
            await browse(page, 1);
            await new Promise((done) => setTimeout(done, 100));
          }
        }),
      );
      const wrong = await logIn(bench, first, scenario).catch((error: unknown) => `${scenario.id}: ${String(error)}`);
      loggingIn = false;
      await meanwhile;
      tally.logins++;
      if (wrong) tally.wrong.push(wrong);
      tally.mostBytes = Math.max(tally.mostBytes, await storedBytes(bench));
      if (tally.logins % 10 === 0)
        process.stderr.write(
          `${name}: ${tally.navigations} navigations, ${tally.logins} logins, ${Math.round((Date.now() - startedAt) / 1000)} s\n`,
        );
    }
    return tally;
  } finally {
    await bench.close();
  }
}

const { values } = parseArgs({
  options: {
    navigations: { type: 'string', default: '10000' },
    logins: { type: 'string', default: '60' },
    kills: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    browser: { type: 'string' },
  },
});
const plan: Plan = {
  navigations: Number(values.navigations),
  logins: Number(values.logins),
  kills: Number(values.kills),
  seed: Number(values.seed),
};
const browsers = (['chromium', 'firefox'] as const).filter((name) => values.browser === undefined || values.browser === name);
if (browsers.length === 0 || Object.values(plan).some((n) => !(n > 0))) {
  process.stderr.write(
    'roundtrip: use `npm run soak -- [--navigations 10000] [--logins 60] [--kills 40] [--seed 1] [--browser chromium|firefox]`.\n',
  );
  process.exit(2);
}
await buildExtension();
let bad = 0;
for (const name of browsers) {
  const { navigations, logins, kills, mostBytes, wrong } = await soak(name, plan);
  for (const line of wrong) process.stdout.write(`${name} ${line}\n`);
  process.stdout.write(
    `${name}: ${navigations} navigations in ${tabsAtOnce} tabs, ${logins} logins of which ${wrong.length} judged wrong, the background ended ${kills} times, at most ${Math.round(mostBytes / 1000)} of ${capBytes / 1000} kB held\n`,
  );
  if (wrong.length > 0 || mostBytes > capBytes) bad++;
}
process.exitCode = bad > 0 ? 1 : 0;
