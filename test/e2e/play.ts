/** Plays one scenario with Roundtrip watching, and says what it made of it. */
import type { JudgedFlow } from '../../lib/model/finding.ts';
import type { Outcome } from '../../lib/model/flow.ts';
import type { CookieNote } from '../drivers/cookie-notes.ts';
import { inBrowser, type Scenario } from '../lab/model.ts';
import { type Bench, clear, judge, pause, type ShownFlow, shownFlows } from './bench.ts';

/** The last events of a login come after its page is shown. */
const settleMs = 9_000;
const stepMs = 150;
/** In a healthy login nothing may show up late either. */
const quietMs = 1_200;

export interface Played {
  readonly flows: readonly JudgedFlow[];
  readonly shown: readonly ShownFlow[];
  /** What the browser itself said about cookies; null where it tells nobody, or where nobody asked. */
  readonly notes: readonly CookieNote[] | null;
}

/** What a scenario promises about the verdict, and what was said. Equal when all is well. */
export interface Verdict {
  readonly headline: string | null;
  /** Headlines of other flows, checks above info of a healthy login: what nobody asked for. */
  readonly unasked: readonly string[];
  /** Checks that must be among the findings and are not. */
  readonly missed: readonly string[];
  readonly outcome: Outcome | null;
  /** The popup heads its flows as the engine does. */
  readonly popupAgrees: boolean;
}

/** Drives the scenario from a clean browser and waits for the verdict. Throws when it can not be driven. */
export async function play(bench: Bench, scenario: Scenario): Promise<Played> {
  const { driver, lab } = bench;
  await clear(bench);
  lab.reset();
  await driver.clearCookies();
  await driver.setThirdPartyCookies(scenario.thirdPartyCookies);
  const page = await driver.newPage();
  const notes = scenario.family === 'cookies' ? await page.noteCookies() : null;
  await page.goto(scenario.start(lab));
  await scenario.drive(page, lab);
  const ending = inBrowser(scenario.ends, driver.name);
  if (ending !== 'elsewhere') await page.waitFor(`main[data-outcome="${ending}"]`);
  // A scenario that does not break what it says proves nothing about the verdict.
  await scenario.proof?.(page, lab);
  return { ...(await settled(bench, scenario)), notes: notes?.() ?? null };
}

async function settled(bench: Bench, scenario: Scenario): Promise<Omit<Played, 'notes'>> {
  const wanted = inBrowser(scenario.headline, bench.driver.name);
  const began = Date.now();
  for (;;) {
    await pause(stepMs);
    const [flows, shown] = [await judge(bench, scenario.profile), await shownFlows(bench)];
    const passed = Date.now() - began;
    const verdict = verdictOn({ flows, shown }, bench, scenario);
    const asPromised = JSON.stringify(verdict) === JSON.stringify(promised(bench, scenario));
    if (passed > settleMs || (asPromised && (wanted !== null || passed > quietMs))) return { flows, shown };
  }
}

export function promised(bench: Bench, scenario: Scenario): Verdict {
  const { name } = bench.driver;
  return {
    headline: inBrowser(scenario.headline, name),
    unasked: [],
    missed: [],
    outcome: scenario.outcome ? inBrowser(scenario.outcome, name) : null,
    popupAgrees: true,
  };
}

/** The verdict on the flow that matters: the first with the promised headline, else with any, else with the promised outcome. */
export function verdictOn({ flows, shown }: Pick<Played, 'flows' | 'shown'>, bench: Bench, scenario: Scenario): Verdict {
  const wanted = inBrowser(scenario.headline, bench.driver.name);
  const also = scenario.also ?? [];
  const outcome = scenario.outcome ? inBrowser(scenario.outcome, bench.driver.name) : null;
  const main =
    flows.find((f) => f.headline === wanted && f.headline !== null) ??
    flows.find((f) => f.headline !== null) ??
    flows.find((f) => f.outcome === outcome) ??
    flows[0];
  const loud = flows.flatMap((f) => f.findings.filter((finding) => finding.severity !== 'info').map((finding) => finding.check));
  const headlines = flows.flatMap((f) => f.headline ?? []);
  const unasked = (wanted === null ? loud : headlines).filter((check) => check !== wanted && !also.includes(check));
  const found = new Set(flows.flatMap((f) => f.findings.map((finding) => finding.check)));
  return {
    headline: main?.headline ?? null,
    unasked: [...new Set(unasked)],
    missed: also.filter((check) => !found.has(check)),
    outcome: scenario.outcome ? (main?.outcome ?? null) : null,
    // The popup judges by the default profile.
    popupAgrees: scenario.profile !== undefined || agrees(flows, shown),
  };
}

/** The popup leaves out what is no login of anybody, and never one with a fault. */
function agrees(flows: readonly JudgedFlow[], shown: readonly ShownFlow[]): boolean {
  const headlines = new Map(flows.map((f) => [f.flow.id as string, f.headline]));
  return (
    shown.every((f) => headlines.has(f.id) && headlines.get(f.id) === f.headline) &&
    flows.every((f) => f.headline === null || shown.some((one) => one.id === f.flow.id))
  );
}

/** For the reader of a failed test. */
export function describeFlows(flows: readonly JudgedFlow[]): string {
  return flows
    .map(({ flow, outcome, findings }) => {
      const said = findings.map((f) => `${f.severity} ${f.role} ${f.check}/${f.message} (${f.confidence})`);
      return [`${flow.id} ${flow.kind} ${outcome}`, ...said].join('\n    ');
    })
    .join('\n');
}

/** Leaves only the popup open. */
export async function closePages(bench: Bench): Promise<void> {
  for (const page of await bench.driver.pages()) if (!(await page.url()).includes('/popup.html')) await page.close().catch(() => undefined);
}
