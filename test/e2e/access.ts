/** Site access: a list of sites, what lies beyond it, and taking it back. */
import { describe, expect, it } from 'vitest';
import type { CaptureEvent } from '../../lib/model/event.ts';
import { until } from '../drivers/wait.ts';
import { providerHost } from '../lab/hosts.ts';
import { scenarios } from '../lab/scenarios/index.ts';
import { type Bench, clear, judge, storedEvents } from './bench.ts';

const healthy = scenarios.find((scenario) => scenario.id === 'server-code');

async function logIn({ driver, lab }: Bench): Promise<void> {
  if (!healthy) throw new Error('The healthy scenario is gone.');
  lab.reset();
  await driver.clearCookies();
  const page = await driver.newPage(healthy.start(lab));
  await healthy.drive(page, lab);
  await page.waitFor('main[data-outcome="signed-in"]');
}

async function openSites({ view }: Bench): Promise<void> {
  await view.click('button[aria-label="More"]');
  await view.click('#menu-sites');
  await view.waitFor('.site-panel');
}

/** From whatever there is to exactly these hosts, the way a user does it in the popup. */
async function watchOnly(bench: Bench, hosts: string): Promise<void> {
  const { view } = bench;
  await openSites(bench);
  if (!(await view.evaluate(() => document.querySelector('[data-sites="none"]') !== null))) await view.click('#take-back-all');
  await view.waitFor('.site-panel [data-sites="none"]');
  await view.type('.site-panel #site', hosts);
  await view.click('.site-panel #add-site');
  await view.waitFor('.site-panel [data-sites="listed"]');
  await view.click('#close-sites');
}

async function watchEverywhere(bench: Bench): Promise<void> {
  const { view } = bench;
  await openSites(bench);
  if (await view.evaluate(() => document.querySelector('[data-sites="everywhere"]') === null)) await view.click('#allow-everywhere');
  await view.waitFor('[data-sites="everywhere"]');
  await view.click('#close-sites');
  await view.waitFor('main[data-watching="watching"]');
}

const hostOf = (event: CaptureEvent) => ('url' in event ? new URL(event.url).hostname : null);

/** Hosts of which something is stored. */
const hostsIn = (events: readonly CaptureEvent[]) => [...new Set(events.flatMap((event) => hostOf(event) ?? []))].sort();

const loud = async (bench: Bench) =>
  (await judge(bench)).flatMap((flow) => flow.findings.filter((f) => f.severity !== 'info').map((f) => f.check));

export function access(bench: () => Bench): void {
  describe('site access', () => {
    it('only the app: the provider is never written down, nobody is accused, and one press shows the whole login', async () => {
      const { view, lab } = bench();
      const app = new URL(healthy?.start(lab) ?? '').hostname;
      await watchOnly(bench(), app);
      try {
        await clear(bench());
        await logIn(bench());
        await view.waitFor('#allow-hosts');
        expect(await view.evaluate(() => document.querySelector<HTMLElement>('[data-not-granted]')?.dataset['notGranted'])).toBe(
          providerHost,
        );
        const events = await storedEvents(bench());
        expect(hostsIn(events)).toEqual([app]);
        // The browser tells of navigations everywhere: that none is here is our doing.
        expect(events.some((event) => event.kind === 'commit')).toBe(true);
        expect(await loud(bench())).toEqual([]);

        await view.click('#allow-hosts');
        await view.waitFor(() => document.querySelector('[data-not-granted]') === null);
        expect(await loud(bench())).toEqual([]);
        await clear(bench());
        await logIn(bench());
        await until('the whole login to be judged', async () => (await judge(bench())).some((flow) => flow.outcome === 'completed'));
        expect(hostsIn(await storedEvents(bench()))).toEqual([app, providerHost].sort());
        expect((await judge(bench())).map((flow) => [flow.outcome, flow.headline, flow.flow.gaps])).toEqual([['completed', null, []]]);
      } finally {
        await watchEverywhere(bench());
      }
    });

    it('one site, and all, are taken back in the popup, and nothing more is written down', async () => {
      const { view, lab } = bench();
      const app = new URL(healthy?.start(lab) ?? '').hostname;
      await watchOnly(bench(), `${app}, ${providerHost}`);
      try {
        await openSites(bench());
        await view.click(`[data-site="${app}"] button`);
        await view.waitFor(() => document.querySelectorAll('[data-site]').length === 1);
        await clear(bench());
        await logIn(bench());
        expect(hostsIn(await storedEvents(bench()))).toEqual([providerHost]);
        await view.click('#take-back-all');
        await view.waitFor('main[data-watching="no-access"]');
        await clear(bench());
        await logIn(bench());
        expect(hostsIn(await storedEvents(bench()))).toEqual([]);
        await view.click('#close-sites');
      } finally {
        await watchEverywhere(bench());
      }
    });
  });
}
