/** “Analyze this login link” in the menu of a link: judged without being opened, and written down nowhere. */
import { describe, expect, it } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import type { DrivenPage } from '../drivers/driver.ts';
import { until } from '../drivers/wait.ts';
import type { Bench } from './bench.ts';

interface Globals {
  readonly browser?: Pick<Browser, 'storage'>;
  readonly chrome: Pick<Browser, 'storage'>;
}

const entry = { id: 'analyze-link', title: 'Analyze this login link' };
const secret = 'CANARY-k2Yp8Wd4Rt6Zx1Qv9Bn3';

/** The page that opened when the entry was chosen for a link to this address. */
async function choose({ driver, lab }: Bench, address: string): Promise<DrivenPage> {
  const page = await driver.newPage(lab.playground);
  await page.evaluate((href: string) => {
    const link = Object.assign(document.createElement('a'), { id: 'probe', href, textContent: 'Sign in' });
    document.body.prepend(link);
  }, address);
  const before = new Set(await Promise.all((await driver.pages()).map((one) => one.url())));
  await driver.chooseForLink(page, '#probe', entry);
  return until('the page that judges it', async () => {
    for (const one of await driver.pages()) if (!before.has(await one.url()) && (await one.url()).includes('page.html')) return one;
    return null;
  });
}

export function links(bench: () => Bench): void {
  describe('the menu of a link', () => {
    it('a login link is judged without being opened; what is secret in it stands in no address', async () => {
      const { lab, view } = bench();
      lab.reset();
      const address = `${lab.site('server-code').origin}/authorize?client_id=%7B%7BCLIENT_ID%7D%7D&response_type=code&redirect_uri=https%3A%2F%2Fapp.example%2Fcallback&state=${secret}`;
      const page = await choose(bench(), address);
      await page.waitFor('[data-selected-flow][data-outcome="unknown"]');
      expect(lab.seen.at(new URL(address).hostname)).toEqual([]);
      expect(await page.text()).toMatch(/client_id still contains a template/);
      expect(await page.url()).not.toContain('CANARY');
      const left = await view.evaluate(async () => {
        const { browser, chrome } = globalThis as unknown as Globals;
        return Object.keys(await (browser ?? chrome).storage.session.get(null));
      });
      expect(left).not.toContain('links');
      await page.close();
    });

    it('another link is refused with a sentence', async () => {
      const page = await choose(bench(), 'https://news.example/today');
      await page.waitFor('.file-refused');
      expect(await page.text()).toMatch(/Link to news\.example: this address neither asks a provider for a login/);
      await page.close();
    });
  });
}
