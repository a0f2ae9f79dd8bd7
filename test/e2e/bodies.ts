/** What answers say: read where the user wants it, part of the exchange that was seen anyway, and never in the page's way. */
import { describe, expect, it } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import type { JudgedFlow } from '../../lib/model/finding.ts';
import type { Settings } from '../../lib/model/settings.ts';
import { fromWebRequest } from '../../lib/normalize/from-web-request.ts';
import type { DrivenPage } from '../drivers/driver.ts';
import { until } from '../drivers/wait.ts';
import { inBrowser, type Scenario } from '../lab/model.ts';
import { inBodies } from '../lab/scenarios/in-bodies.ts';
import { scenarios } from '../lab/scenarios/index.ts';
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
  const scenario = [...inBodies, ...scenarios].find((s) => s.id === id);
  if (!scenario) throw new Error(`There is no scenario called ${id}.`);
  return scenario;
};

/** A real click on a button of the extension's own page: only then may it ask. */
async function switchBodies(view: DrivenPage, on: boolean, more: Partial<Settings> = {}): Promise<void> {
  const change: Partial<Settings> = { bodies: on, thirdPartyBodies: true, ...more };
  await view.evaluate((change: Partial<Settings>) => {
    const { browser, chrome } = globalThis as unknown as ExtensionGlobals;
    const button = document.createElement('button');
    button.id = 'switch-bodies';
    button.style.cssText = 'position:fixed;inset:0 auto auto 0;z-index:9';
    button.textContent = 'Bodies';
    button.onclick = async () => {
      const asked = { permissions: ['webRequestBlocking' as const, 'webRequestFilterResponse' as const] };
      if (browser && location.protocol === 'moz-extension:')
        await (change.bodies ? browser.permissions.request(asked) : browser.permissions.remove(asked));
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

/** `reading`: as the user has it who wants answers read. Chromium shows them while the panel in the developer tools is there. */
async function logIn(bench: Bench, scenario: Scenario, reading: boolean): Promise<DrivenPage> {
  const { driver, lab } = bench;
  await clear(bench);
  lab.reset();
  await driver.clearCookies();
  const page = await driver.newPage(scenario.start(lab));
  if (reading && driver.name === 'chromium') {
    await page.openDevToolsPanel();
    await pause(1_500);
  }
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
/** What the token endpoint said, by the exchanges that it is part of. */
async function tokenAnswers(bench: Bench): Promise<{ readonly status: number; readonly refused: boolean }[]> {
  const { exchanges } = fromWebRequest(await storedEvents(bench), { live: true, asOf: Date.now() });
  return exchanges.flatMap(({ request, outcome }) =>
    request.method === 'POST' && request.url.endsWith('/token') && outcome.kind === 'answered' && outcome.body.seen
      ? [{ status: outcome.status, refused: JSON.stringify(outcome.body.value).includes('invalid_grant') }]
      : [],
  );
}

const loud = (flows: readonly JudgedFlow[]) =>
  flows.flatMap((f) => f.findings.filter((finding) => finding.severity !== 'info').map((finding) => finding.check));

export function bodies(bench: () => Bench): void {
  describe('bodies', () => {
    for (const [id, check, without, message] of told)
      it(`${id}: ${check} can tell once answers are read`, async () => {
        const { view } = bench();
        await switchBodies(view, false);
        await (await logIn(bench(), find(id), false)).close();
        await pause(quietMs);
        const before = await judge(bench());
        expect(said(before, check)).toEqual(without === null ? [] : [without]);
        if (without === null) expect(untold(before)).toContain(check);
        expect(await answersIn(bench())).toEqual([]);
        await switchBodies(view, true);
        await logIn(bench(), find(id), true);
        await until(`${check} to tell`, async () => said(await judge(bench()), check).includes(message));
        const flows = await judge(bench());
        expect(flows.length, describeFlows(flows)).toBe(1);
        expect(problemsOfLeaving(await storedEvents(bench()))).toEqual([]);
      });

    it('a healthy login stays quiet, and nothing is left untold', async () => {
      const { view } = bench();
      await switchBodies(view, true);
      await logIn(bench(), find('body-healthy'), true);
      await pause(quietMs);
      const flows = await judge(bench());
      expect(loud(flows), describeFlows(flows)).toEqual([]);
      expect(flows.map((f) => f.outcome)).toEqual(['completed']);
      expect(untold(flows)).toEqual([]);
    });

    it('of other sites are not read when only the page’s own are wanted', async () => {
      const { view } = bench();
      await switchBodies(view, true, { thirdPartyBodies: false });
      await logIn(bench(), find('body-other-audience'), true);
      await pause(quietMs);
      expect(await answersIn(bench())).toEqual([]);
    });

    it('that are too large are not kept, and the page gets all of them', async () => {
      const { view } = bench();
      await switchBodies(view, true);
      await logIn(bench(), find('body-large'), true);
      await until('the large answer', async () => (await answersIn(bench())).some(({ text, bytes }) => text === null && bytes > 128_000));
      const flows = await judge(bench());
      expect(flows.map((f) => f.outcome)).toEqual(['completed']);
      expect(loud(flows)).toEqual([]);
    });

    it('of two calls that are the same go to the one they answer', async () => {
      const { driver, view } = bench();
      await switchBodies(view, true);
      await logIn(bench(), find('code-sent-twice'), true);
      // The page does not read the first answer, so for Chromium's developer tools it never ends.
      const wanted = [...(driver.name === 'firefox' ? [{ status: 200, refused: false }] : []), { status: 400, refused: true }];
      await until('the answers', async () => (await tokenAnswers(bench())).length === wanted.length);
      expect(await tokenAnswers(bench())).toEqual(wanted);
    });

    it('the panel in the developer tools is about its page, and reads answers once it may', async () => {
      const { driver, lab, view } = bench();
      await switchBodies(view, false);
      if (driver.name === 'firefox') {
        await view.click('button[aria-label="More"]');
        await view.click('#menu-panel');
        await view.waitFor(() => document.querySelector('.notice')?.textContent?.includes('developer tools') ?? false);
      }
      await clear(bench());
      lab.reset();
      await driver.clearCookies();
      const scenario = find('body-other-audience');
      const page = await driver.newPage(scenario.start(lab));
      const panel = await page.openDevToolsPanel();
      await panel.click('#read-bodies');
      await pause(1_500);
      await scenario.drive(page, lab);
      await page.waitFor('main[data-outcome="signed-in"]');
      await until('the login in the panel', async () => /Login completed.*made out to another client/s.test(await panel.text()));
      const flows = await judge(bench());
      expect(said(flows, 'id-token-invalid')).toEqual(['audience']);
      // Part of what was seen anyway: nothing is there twice.
      const calls = (await storedEvents(bench())).flatMap((event) =>
        event.kind === 'begin' && event.method === 'POST' && event.url.endsWith('/token') ? [event.request] : [],
      );
      expect(new Set(calls).size).toBe(1);
      expect(flows.length).toBe(1);
    });

    it('a token endpoint that a provider named is heard outside a running login', async () => {
      const { driver, lab, view } = bench();
      await switchBodies(view, true);
      const scenario = find('body-healthy');
      const endpoint = `${lab.site(scenario.id).issuer}${scenario.tenant?.tokenPath}`;
      const heard = async () =>
        new Set((await storedEvents(bench())).flatMap((e) => (e.kind === 'begin' && e.url === endpoint ? [e.request] : []))).size;
      const renew = async (page: DrivenPage) => {
        const answered = await page.evaluate(async (url: string) => {
          const body = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: 'CANARY-refresh', client_id: 'body-healthy' });
          return (await fetch(url, { method: 'POST', body }).catch(() => null))?.status ?? 0;
        }, endpoint);
        expect(answered).not.toBe(200);
      };
      await clear(bench());
      const stranger = await driver.newPage(lab.site('server-code').origin);
      await renew(stranger);
      await pause(quietMs);
      expect(await heard()).toBe(0);
      await (await logIn(bench(), scenario, true)).close();
      await until('the login’s own call', async () => (await heard()) === 1);
      // The tab of another app, in which no login runs.
      await renew(stranger);
      await until('the call from elsewhere', async () => (await heard()) === 2);
    });

    it('come through whole when the background ends while they come', async ({ skip }) => {
      const { driver, lab, view } = bench();
      if (driver.name !== 'firefox') skip('Nothing of Roundtrip stands in the way of an answer there.');
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
