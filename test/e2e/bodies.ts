/** What answers say: read where the user wants it, part of the exchange that was seen anyway, and never in the page's way. */
import { describe, expect, it } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import type { JudgedFlow } from '../../lib/model/finding.ts';
import type { Settings } from '../../lib/model/settings.ts';
import type { DrivenPage } from '../drivers/driver.ts';
import { until } from '../drivers/wait.ts';
import { inBrowser, type Scenario } from '../lab/model.ts';
import { inBodies } from '../lab/scenarios/in-bodies.ts';
import { type Bench, clear, judge, pause, storedEvents } from './bench.ts';
import { problemsOfLeaving } from './leaves.ts';
import { describeFlows } from './play.ts';

interface ExtensionGlobals {
  readonly browser?: Pick<Browser, 'permissions' | 'storage'>;
  readonly chrome: Pick<Browser, 'permissions' | 'storage'>;
}

/** A late answer would have come by then. */
const quietMs = 1_200;

const find = (id: string): Scenario => {
  const scenario = inBodies.find((s) => s.id === id);
  if (!scenario) throw new Error(`There is no scenario called ${id}.`);
  return scenario;
};

/** A real click on a button of the extension's own page: only then may it ask. */
export async function switchBodies(view: DrivenPage, on: boolean, more: Partial<Settings> = {}): Promise<void> {
  const change: Partial<Settings> = { bodies: on, thirdPartyBodies: true, ...more };
  await view.evaluate((change: Partial<Settings>) => {
    const { browser, chrome } = globalThis as unknown as ExtensionGlobals;
    const button = document.createElement('button');
    button.id = 'switch-bodies';
    button.style.cssText = 'position:fixed;inset:0 auto auto 0;z-index:9';
    button.textContent = 'Bodies';
    button.onclick = async () => {
      const asked = { permissions: ['webRequestBlocking' as const, 'webRequestFilterResponse' as const] };
      if (browser) await (change.bodies ? browser.permissions.request(asked) : browser.permissions.remove(asked));
      const { storage } = browser ?? chrome;
      const { settings } = await storage.local.get('settings');
      await storage.local.set({ settings: { ...(settings as object | undefined), ...change } });
      button.remove();
    };
    document.body.append(button);
  }, change);
  await view.click('#switch-bodies');
  await view.waitFor(() => document.getElementById('switch-bodies') === null);
  // The background takes it up.
  await pause(800);
}

async function logIn(bench: Bench, scenario: Scenario): Promise<DrivenPage> {
  const { driver, lab } = bench;
  await clear(bench);
  lab.reset();
  await driver.clearCookies();
  const page = await driver.newPage(scenario.start(lab));
  await scenario.drive(page, lab);
  await page.waitFor(`main[data-outcome="${inBrowser(scenario.ends, driver.name)}"]`);
  return page;
}

const said = (flows: readonly JudgedFlow[], check: string) =>
  flows.flatMap((f) => f.findings.filter((finding) => finding.check === check).map((finding) => finding.message));
const untold = (flows: readonly JudgedFlow[]) =>
  flows.flatMap((f) => f.results.flatMap(({ check, verdict }) => (verdict.kind === 'inconclusive' ? [check] : [])));

/** `without`: what the check says while no body is read; null where it can not tell. */
const told: readonly (readonly [id: string, check: string, without: string | null, message: string])[] = [
  ['body-code-refused', 'token-error-response', 'status', 'grant'],
  ['body-other-audience', 'id-token-invalid', null, 'audience'],
  ['body-other-issuer', 'iss-mismatch', null, 'accepted'],
];

const answersIn = async (bench: Bench) => (await storedEvents(bench)).flatMap((event) => (event.kind === 'answer' ? [event] : []));
const loud = (flows: readonly JudgedFlow[]) =>
  flows.flatMap((f) => f.findings.filter((finding) => finding.severity !== 'info').map((finding) => finding.check));

export function bodies(bench: () => Bench): void {
  describe('bodies', () => {
    for (const [id, check, without, message] of told)
      it(`${id}: ${check} can tell once answers are read`, async () => {
        const { driver, view } = bench();
        if (driver.name !== 'firefox') return;
        await switchBodies(view, false);
        await (await logIn(bench(), find(id))).close();
        await pause(quietMs);
        const before = await judge(bench());
        expect(said(before, check)).toEqual(without === null ? [] : [without]);
        if (without === null) expect(untold(before)).toContain(check);
        expect(await answersIn(bench())).toEqual([]);
        await switchBodies(view, true);
        await logIn(bench(), find(id));
        await until(`${check} to tell`, async () => said(await judge(bench()), check).includes(message));
        const flows = await judge(bench());
        expect(flows.length, describeFlows(flows)).toBe(1);
        expect(problemsOfLeaving(await storedEvents(bench()))).toEqual([]);
      });

    it('a healthy login stays quiet, and nothing is left untold', async () => {
      const { driver, view } = bench();
      if (driver.name !== 'firefox') return;
      await switchBodies(view, true);
      await logIn(bench(), find('body-healthy'));
      await pause(quietMs);
      const flows = await judge(bench());
      expect(loud(flows), describeFlows(flows)).toEqual([]);
      expect(flows.map((f) => f.outcome)).toEqual(['completed']);
      expect(untold(flows)).toEqual([]);
    });

    it('of other sites are not read when only the page’s own are wanted', async () => {
      const { driver, view } = bench();
      if (driver.name !== 'firefox') return;
      await switchBodies(view, true, { thirdPartyBodies: false });
      await logIn(bench(), find('body-other-audience'));
      await pause(quietMs);
      expect(await answersIn(bench())).toEqual([]);
    });

    it('that are too large are not kept, and the page gets all of them', async () => {
      const { driver, view } = bench();
      if (driver.name !== 'firefox') return;
      await switchBodies(view, true);
      await logIn(bench(), find('body-large'));
      await until('the large answer', async () => (await answersIn(bench())).some(({ text, bytes }) => text === null && bytes > 128_000));
      const flows = await judge(bench());
      expect(flows.map((f) => f.outcome)).toEqual(['completed']);
      expect(loud(flows)).toEqual([]);
    });

    it('come through whole when the background ends while they come', async () => {
      const { driver, lab, view } = bench();
      if (driver.name !== 'firefox') return;
      await switchBodies(view, true);
      const scenario = find('body-in-parts');
      await clear(bench());
      await driver.clearCookies();
      const page = await driver.newPage(scenario.start(lab));
      await scenario.drive(page, lab);
      const tokenCalled = () => lab.seen.last(new URL(lab.site(scenario.id).issuer).hostname, '/token') !== null;
      await until('the token request', async () => tokenCalled());
      await pause(700);
      await driver.killBackground();
      await page.waitFor('main[data-outcome="signed-in"]');
      await pause(quietMs);
      expect(loud(await judge(bench()))).toEqual([]);
    });
  });
}
