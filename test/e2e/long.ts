/** A login of hundreds of hops in the views: what is read stays where it is while more arrives, and it can be drawn and saved. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import type { CaptureEvent } from '../../lib/model/event.ts';
import { shelfOf } from '../../lib/platform/stored-event.ts';
import { clockStart, draw, toEvents } from '../build/trace.ts';
import type { DrivenPage } from '../drivers/driver.ts';
import { until } from '../drivers/wait.ts';
import { traceOf } from '../gallery/more-traces.ts';
import { type Bench, clear } from './bench.ts';

interface ExtensionGlobals {
  readonly browser?: Pick<Browser, 'storage'>;
  readonly chrome: Pick<Browser, 'storage'>;
}

/** As the recorder would. */
function store(view: DrivenPage, events: readonly CaptureEvent[]): Promise<void> {
  return view.evaluate(
    async (text: string) => {
      const { browser, chrome } = globalThis as unknown as ExtensionGlobals;
      await (browser ?? chrome).storage.session.set(JSON.parse(text));
    },
    JSON.stringify(shelfOf(events)),
  );
}

const rowsInList = (view: DrivenPage) =>
  view.evaluate(() => Number(document.querySelector('[data-item]')?.getAttribute('aria-setsize') ?? 0));

interface Place {
  readonly hop: string;
  /** Pixels below the window's upper edge. */
  readonly top: number;
}

/** The row in the middle of the window; or one by its name. */
const placeOf = (view: DrivenPage, hop: string | null) =>
  view.evaluate((wanted: string | null): Place | null => {
    const list = document.querySelector('.window-list')?.getBoundingClientRect();
    const row =
      wanted === null
        ? document.elementFromPoint((list?.left ?? 0) + 120, 300)?.closest<HTMLElement>('[data-row="hop"]')
        : document.querySelector<HTMLElement>(`[data-exchange="${wanted}"]`);
    return row ? { hop: row.dataset['exchange'] ?? '', top: row.getBoundingClientRect().top } : null;
  }, hop);

/** In the drawing, hops begin 100 ms after each other and take 50. */
const missing = ({ at }: CaptureEvent) => at > clockStart + 2_975 && at < clockStart + 11_975;

export function long(bench: () => Bench): void {
  describe('a long login', () => {
    it('earlier hops arrive above the one that is read, and it stays where it is', async () => {
      const { driver } = bench();
      await clear(bench());
      const events = toEvents(draw(traceOf(400)));
      const view = await driver.extensionPage('popup.html?tab=all');
      await store(
        view,
        events.filter((event) => !('at' in event) || !missing(event)),
      );
      await view.bringToFront();
      await view.click('.fold-head');
      await until('the fold to be open', async () => (await rowsInList(view)) > 100);
      const size = await rowsInList(view);
      await view.evaluate(() => document.querySelector('.stage')?.scrollTo(0, 6_000));
      const before = await until('a row in the middle', () => placeOf(view, null));
      // What a browser measures of rows it has just drawn.
      await view.evaluate(() => new Promise<void>((done) => void requestAnimationFrame(() => setTimeout(done, 100))));
      const settled = await placeOf(view, before.hop);
      await store(view, events.filter(missing));
      await until('the others to be in the list', async () => (await rowsInList(view)) > size + 30);
      await view.evaluate(() => new Promise<void>((done) => void requestAnimationFrame(() => setTimeout(done, 100))));
      const after = await placeOf(view, before.hop);
      expect(Math.abs((after?.top ?? Number.NaN) - (settled?.top ?? 0))).toBeLessThanOrEqual(1);
      expect(await view.evaluate(() => document.querySelectorAll('[data-row]').length)).toBeLessThan(120);
    });

    it('is drawn as a diagram in the full page, and saved without a secret', async () => {
      const { driver } = bench();
      await clear(bench());
      await store(bench().view, toEvents(draw(traceOf(60))));
      const page = await driver.extensionPage('page.html?tab=all#live');
      await page.click('#look-diagram');
      await page.waitFor('.timeline[data-look="diagram"] .lane-arrow');
      await page.click('#save-diagram');
      const name = await until('the picture', async () => (await readdir(driver.downloads)).find((file) => file.endsWith('.svg')));
      const text = await until('all of it', async () => {
        const read = await readFile(join(driver.downloads, name), 'utf8');
        return read.trimEnd().endsWith('</svg>') ? read : null;
      });
      expect(text).toContain('login.idp.example');
      expect(text).not.toContain('CANARY');
      await page.click('#look-timeline');
    });
  });
}
