/** What every browser must show: each scenario its verdict, and nothing lost whatever happens to the background. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserName } from '../drivers/driver.ts';
import { unavailable } from '../lab/lab.ts';
import { inBrowser, type Scenario } from '../lab/model.ts';
import { scenarios } from '../lab/scenarios/index.ts';
import { access } from './access.ts';
import { type Bench, openBench, storedEvents } from './bench.ts';
import { besideAnotherExtension } from './beside.ts';
import { bodies } from './bodies.ts';
import { compareCookies } from './cookie-story.ts';
import { explained } from './explained.ts';
import { flood } from './flood.ts';
import { guided } from './guided.ts';
import { large } from './large.ts';
import { problemsOfLeaving } from './leaves.ts';
import { links } from './link.ts';
import { long } from './long.ts';
import { notices } from './notices.ts';
import { closePages, describeFlows, play, promised, verdictOn } from './play.ts';
import { problems } from './problems.ts';
import { settings } from './settings.ts';
import { shortcut } from './shortcut.ts';
import { survival } from './survival.ts';
import { switches } from './switches.ts';
import { viewer } from './viewer.ts';
import { views } from './views.ts';
import { windows } from './windows.ts';

const slowMs = 240_000;

/** Slow scenarios only where they end differently from their quick twins. */
const played = (scenario: Scenario, browser: BrowserName) => !scenario.slow || inBrowser(scenario.headline, browser) !== null;

export function suite(browser: BrowserName): void {
  describe(browser, () => {
    let bench: Bench;
    beforeAll(async () => {
      bench = await openBench(browser);
    });
    afterAll(() => bench?.close());
    afterEach(() => closePages(bench));

    switches(() => bench);

    problems(() => bench);

    shortcut(() => bench);

    links(() => bench);

    notices(() => bench);

    access(() => bench);

    settings(() => bench);

    guided(() => bench);

    viewer(() => bench);

    large(() => bench);

    views(() => bench);
    explained(() => bench);

    long(() => bench);

    windows(() => bench);

    describe('scenarios', () => {
      let cookies = 0;
      for (const scenario of scenarios.filter((s) => played(s, browser))) {
        it(scenario.id, { timeout: scenario.slow ? slowMs : 60_000 }, async ({ skip }) => {
          const reason = unavailable(scenario);
          if (reason !== null) skip(reason);
          const result = await play(bench, scenario);
          expect(verdictOn(result, bench, scenario), describeFlows(result.flows)).toEqual(promised(bench, scenario));
          if (scenario.family === 'cookies') {
            const compared = compareCookies(await storedEvents(bench), result.notes, bench.lab);
            expect(compared.problems).toEqual([]);
            cookies += compared.cookies;
          }
          expect(problemsOfLeaving(await storedEvents(bench))).toEqual([]);
        });
      }

      it('were enough to compare what is told about cookies with what the browser did', () => {
        expect(cookies).toBeGreaterThan(20);
      });
    });

    survival(() => bench);

    flood(() => bench);

    bodies(() => bench);

    // Last: the other extension stays.
    besideAnotherExtension(() => bench);
  });
}
