/** A login step by step, so that something may happen between the steps, and what must be the same whatever happened. */
import type { JudgedFlow } from '../../lib/model/finding.ts';
import { until } from '../drivers/wait.ts';
import type { Scenario } from '../lab/model.ts';
import { enterPassword } from '../lab/scenarios/define.ts';
import { type Bench, clear, judge, storedEvents } from './bench.ts';

/** Longer than the jar is given to take in a cookie (lib/platform/evidence.ts). */
const restMs = 700;

/** Between two steps of a login: at the app, at the sign-in page, at the question, at the end. */
export const places = 4;

/** Pages are always listened to, so all their hops are there. */
export function essence(flows: readonly JudgedFlow[]) {
  return flows.map(({ flow, outcome, headline, findings }) => ({
    kind: flow.kind,
    outcome,
    headline,
    findings: findings.map((f) => `${f.severity} ${f.check}/${f.message}`).sort(),
    roles: flow.steps.map((step) => step.role),
  }));
}

/** From an empty memory and an empty jar. `between` is given the place, from 0. */
export async function logIn(bench: Bench, scenario: Scenario, between: (place: number) => Promise<void>): Promise<void> {
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
}

/** What the browser has acknowledged survives: waits until all of it is stored, the cookie jar's word included. */
export async function atRest(bench: Bench): Promise<void> {
  let before = -1;
  let since = Date.now();
  await until('the background to be at rest', async () => {
    const { length } = await storedEvents(bench);
    if (length !== before) since = Date.now();
    before = length;
    return Date.now() - since > restMs;
  });
}

export async function ended(bench: Bench): Promise<readonly JudgedFlow[]> {
  await until('the login to end', async () => (await judge(bench)).some((f) => f.outcome === 'completed' || f.outcome === 'failed'));
  return judge(bench);
}
