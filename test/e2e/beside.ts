/** Beside another extension, which blocks and changes requests of logins that would have worked. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Owner } from '../../lib/model/finding.ts';
import type { DrivenPage } from '../drivers/driver.ts';
import { type MeddlingRule, writeMeddler } from '../drivers/meddler.ts';
import { until } from '../drivers/wait.ts';
import { inBrowser, type Lab, type Outcome, type PerBrowser } from '../lab/model.ts';
import { signIn } from '../lab/scenarios/define.ts';
import { scenarios } from '../lab/scenarios/index.ts';
import { type Bench, clear, judge, shownFlows } from './bench.ts';
import { describeFlows } from './play.ts';

interface Meddling {
  readonly what: string;
  /** The healthy scenario it happens to. */
  readonly scenario: string;
  readonly rule: MeddlingRule;
  readonly drive: (page: DrivenPage, lab: Lab) => Promise<void>;
  readonly finding: PerBrowser<string>;
  readonly headline: PerBrowser<string | null>;
  /** Whose job the headline is; the browser's unless said otherwise. */
  readonly owner?: PerBrowser<Owner>;
  readonly outcome: Outcome;
}

const pages = ['main_frame'];
const without = (parameter: string) => ({ type: 'redirect', redirect: { transform: { queryTransform: { removeParams: [parameter] } } } });

const meddlings: readonly Meddling[] = [
  {
    what: 'blocks the authorization request',
    scenario: 'server-code',
    rule: { condition: { urlFilter: '/auth?*client_id=server-code', resourceTypes: pages }, action: { type: 'block' } },
    // Firefox stays where it was.
    drive: (page) => page.click('#sign-in'),
    finding: 'extension-interference/blocked',
    headline: 'extension-interference',
    outcome: 'failed',
  },
  {
    what: 'blocks the token request of a page',
    scenario: 'spa-code-pkce',
    rule: {
      condition: { urlFilter: '/token|', initiatorDomains: ['spa-code-pkce.app.example'], resourceTypes: ['xmlhttprequest'] },
      action: { type: 'block' },
    },
    drive: signIn,
    finding: 'extension-interference/blocked',
    headline: 'extension-interference',
    outcome: 'failed',
  },
  {
    what: 'adds a parameter to the authorization request',
    scenario: 'express-query',
    rule: {
      condition: { urlFilter: '/auth?*client_id=express-query', resourceTypes: pages },
      action: {
        type: 'redirect',
        redirect: { transform: { queryTransform: { addOrReplaceParams: [{ key: 'ui_locales', value: 'en' }] } } },
      },
    },
    drive: signIn,
    finding: 'extension-interference/redirected',
    headline: null,
    outcome: 'completed',
  },
  {
    what: 'takes state out of the answer',
    scenario: 'sign-out',
    rule: { condition: { urlFilter: '||sign-out.app.example*/callback?', resourceTypes: pages }, action: without('state') },
    drive: signIn,
    finding: 'extension-interference/parameters',
    headline: 'extension-interference',
    outcome: 'failed',
  },
  {
    what: 'takes the cookies out of the request to the callback',
    scenario: 'strict-session',
    rule: {
      condition: { urlFilter: '||strict-session.app.example*/callback?', resourceTypes: pages },
      action: { type: 'modifyHeaders', requestHeaders: [{ header: 'cookie', operation: 'remove' }] },
    },
    drive: signIn,
    finding: 'transaction-cookie-lost/lost',
    headline: 'transaction-cookie-lost',
    outcome: 'failed',
  },
  {
    what: 'takes the cookies out of the answer that starts the login',
    scenario: 'back-and-again',
    rule: {
      condition: { urlFilter: '||back-and-again.app.example*/login', resourceTypes: pages },
      action: { type: 'modifyHeaders', responseHeaders: [{ header: 'set-cookie', operation: 'remove' }] },
    },
    drive: signIn,
    // Firefox does not show what another extension took out of an answer (measured): only that no cookie came is left.
    finding: { chromium: 'set-cookie-rejected/not-kept', firefox: 'callback-http-error/no-memory' },
    headline: { chromium: 'set-cookie-rejected', firefox: 'callback-http-error' },
    owner: { chromium: 'browser', firefox: 'app' },
    outcome: 'failed',
  },
];

export function besideAnotherExtension(bench: () => Bench): void {
  describe('beside another extension that', () => {
    const folder = mkdtempSync(join(tmpdir(), 'roundtrip-meddler-'));
    beforeAll(async () => {
      const { driver } = bench();
      await driver.installExtension(
        writeMeddler(
          folder,
          meddlings.map(({ rule }) => rule),
        ),
      );
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    for (const { what, scenario, drive, outcome, ...wanted } of meddlings)
      it(what, async () => {
        const { driver, lab } = bench();
        const played = scenarios.find((one) => one.id === scenario);
        if (!played) throw new Error(`There is no scenario called ${scenario}.`);
        await clear(bench());
        lab.reset();
        await driver.clearCookies();
        await drive(await driver.newPage(played.start(lab)), lab);
        const headline = inBrowser(wanted.headline, driver.name);
        const owner = inBrowser(wanted.owner ?? 'browser', driver.name);
        const seen = async () => {
          const flows = await judge(bench());
          return {
            flows,
            outcome: flows[0]?.outcome ?? null,
            heads: flows.flatMap(({ headline: head, findings }) =>
              findings.filter((f) => f.check === head && f.role === 'cause').map((f) => [f.check, f.owner]),
            ),
            findings: flows.flatMap((flow) => flow.findings.map((one) => `${one.check}/${one.message}`)),
          };
        };
        const heads = headline === null ? [] : [[headline, owner]];
        // The cookie jar is asked a little later. What is not as it should be is shown below.
        await until('the verdict', async () => {
          const now = await seen();
          return now.outcome === outcome && JSON.stringify(now.heads) === JSON.stringify(heads);
        }).catch(() => undefined);
        const { flows, findings, ...verdict } = await seen();
        expect(verdict, describeFlows(flows)).toEqual({ outcome, heads });
        expect(findings).toContain(inBrowser(wanted.finding, driver.name));
        await until('the popup to agree', async () => (await shownFlows(bench())).some((flow) => flow.headline === headline));
      });
  });
}
