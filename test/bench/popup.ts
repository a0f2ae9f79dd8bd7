/** How long the popup takes to open with a login of a thousand hops stored, against an empty one: in pairs, in one browser. */
import puppeteer, { type Page } from 'puppeteer-core';
import { shelfOf } from '../../lib/platform/stored-event.ts';
import { draw, toEvents } from '../build/trace.ts';
import { findBrowser } from '../drivers/find-browser.ts';
import { builds } from '../e2e/bench.ts';
import { traceOf } from '../gallery/more-traces.ts';
import { type Measured, ratioOf, spreadOf } from './measured.ts';

const pairs = 15;

declare const chrome: { readonly storage: { readonly session: { set(items: object): Promise<void>; clear(): Promise<void> } } };

interface Opening {
  /** Since the navigation began, milliseconds. */
  readonly shell: number;
  readonly painted: number;
}

/** Runs in the page before anything else: notes when the frame with a first bar, and with something to read below it, was handed to the screen. */
function watch(): void {
  const noted: { shell?: number; painted?: number } = {};
  const look = () => {
    if (noted.shell === undefined && document.querySelector('.app-header')) noted.shell = performance.now();
    if (document.querySelector('.window-list [data-row], .empty:not([aria-busy])')) {
      requestAnimationFrame(() => setTimeout(() => Object.assign(window, { opening: { ...noted, painted: performance.now() } }), 0));
      return;
    }
    requestAnimationFrame(look);
  };
  look();
}

async function opening(page: Page, url: string): Promise<Opening> {
  await page.goto(url);
  const handle = await page.waitForFunction(() => (window as unknown as { opening?: Opening }).opening, { timeout: 30_000 });
  return (await handle.jsonValue()) as Opening;
}

export async function popupOpening(): Promise<Measured[]> {
  const browser = await puppeteer.launch({
    executablePath: await findBrowser('chromium'),
    pipe: true,
    enableExtensions: true,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const id = await browser.installExtension(builds.chromium);
    const url = `chrome-extension://${id}/popup.html?tab=all`;
    const storing = await browser.newPage();
    // A page of the extension that does nothing itself.
    await storing.goto(`chrome-extension://${id}/theme.js`);
    const events = shelfOf(toEvents(draw(traceOf(980))));
    const store = (items: object | null) =>
      storing.evaluate(async (all) => {
        await chrome.storage.session.clear();
        if (all) await chrome.storage.session.set(all);
      }, items);
    const page = await browser.newPage();
    await page.evaluateOnNewDocument(watch);
    const taken: { readonly full: Opening; readonly empty: Opening }[] = [];
    for (let i = 0; i < pairs + 2; i++) {
      await store(null);
      await page.goto('about:blank');
      const empty = await opening(page, url);
      await page.goto('about:blank');
      await store(events);
      await new Promise((done) => setTimeout(done, 100));
      const full = await opening(page, url);
      // The first two load code that the browser keeps for the others.
      if (i >= 2) taken.push({ full, empty });
    }
    const ms = (of: (one: (typeof taken)[number]) => number) => spreadOf(taken.map(of));
    return [
      {
        what: 'popup, 1,000 hops stored / empty',
        unit: 'ratio',
        ...ratioOf(taken.map(({ full, empty }) => [full.painted, empty.painted])),
        budget: 1.5,
        note: `${pairs} pairs; opened to painted: ${Math.round(ms(({ full }) => full.painted).value)} ms against ${Math.round(ms(({ empty }) => empty.painted).value)} ms`,
      },
      {
        what: 'popup, 1,000 hops: opened to its first bar',
        unit: 'ms',
        ...ms(({ full }) => full.shell),
        budget: null,
        note: 'what is there before anything is known',
      },
    ];
  } finally {
    await browser.close();
  }
}
