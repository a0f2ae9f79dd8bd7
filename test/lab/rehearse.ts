/**
 * Plays scenarios in a browser without the extension, and says whether each one showed its fault (or its health).
 *
 *   node test/lab/rehearse.ts [chromium|firefox] [scenario-id ...]
 */
import { launchChromium } from '../drivers/chromium.ts';
import type { BrowserName, DrivenPage, Driver } from '../drivers/driver.ts';
import { launchFirefox } from '../drivers/firefox.ts';
import { within } from '../drivers/wait.ts';
import { startLab, unavailable } from './lab.ts';
import { inBrowser, type Lab, type Scenario } from './model.ts';
import { scenarios } from './scenarios/index.ts';

const limitMs = 60_000;
const slowLimitMs = 240_000;

async function play(scenario: Scenario, driver: Driver, lab: Lab): Promise<DrivenPage> {
  lab.reset();
  await driver.clearCookies();
  await driver.setThirdPartyCookies(scenario.thirdPartyCookies);
  const page = await driver.newPage(scenario.start(lab));
  await scenario.drive(page, lab);
  const ending = inBrowser(scenario.ends, driver.name);
  if (ending !== 'elsewhere') await page.waitFor(`main[data-outcome="${ending}"]`);
  await scenario.proof?.(page, lab);
  return page;
}

async function describe(page: DrivenPage): Promise<string> {
  const outcome = await page.evaluate(() => document.querySelector('main')?.dataset['outcome'] ?? '-').catch(() => '-');
  const url = (await page.url()).replace(/^https?:\/\//, '');
  return `${outcome.padEnd(10)} ${String(await page.status()).padStart(3)} ${url.slice(0, 90)}`;
}

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

async function rehearse(driver: Driver, lab: Lab, chosen: readonly Scenario[], named: boolean): Promise<Tally> {
  const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
  for (const scenario of chosen) {
    const name = scenario.id.padEnd(26);
    const reason = unavailable(scenario);
    if (reason !== null) {
      console.log(`not here  ${name} ${reason}`);
      tally.skipped++;
      continue;
    }
    if (scenario.slow && !named) {
      console.log(`left out  ${name} it takes minutes; name it to play it`);
      tally.skipped++;
      continue;
    }
    const began = Date.now();
    try {
      const page = await within(`the scenario ${scenario.id}`, play(scenario, driver, lab), scenario.slow ? slowLimitMs : limitMs);
      console.log(`ok        ${name} ${String(Date.now() - began).padStart(5)} ms  ${await describe(page)}`);
      tally.passed++;
    } catch (error) {
      tally.failed++;
      console.log(`FAILED    ${name} ${error instanceof Error ? error.message : String(error)}`);
    }
    for (const page of await driver.pages()) await page.close().catch(() => undefined);
  }
  return tally;
}

const [first = 'chromium', ...rest] = process.argv.slice(2);
const browser: BrowserName = first === 'firefox' ? 'firefox' : 'chromium';
const ids = first === 'firefox' || first === 'chromium' ? rest : [first, ...rest];
const unknown = ids.filter((id) => !scenarios.some((scenario) => scenario.id === id));
if (unknown.length > 0) {
  console.error(`There is no scenario called ${unknown.join(', ')}. There are: ${scenarios.map((scenario) => scenario.id).join(', ')}.`);
  process.exit(2);
}
const chosen = ids.length === 0 ? scenarios : scenarios.filter((scenario) => ids.includes(scenario.id));
const began = Date.now();
const lab = await startLab();
try {
  const launch = browser === 'firefox' ? launchFirefox : launchChromium;
  const driver = await launch({ hosts: lab.hosts, certificate: lab.certificate });
  try {
    const { passed, failed, skipped } = await rehearse(driver, lab, chosen, ids.length > 0);
    const seconds = Math.round((Date.now() - began) / 1000);
    console.log(`${passed} passed, ${failed} failed, ${skipped} not played, in ${driver.name} ${driver.version}, ${seconds} s`);
    process.exitCode = failed === 0 ? 0 : 1;
  } finally {
    await driver.close();
  }
} finally {
  await lab.close();
}
