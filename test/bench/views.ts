/**
 * Views at any size, in Chromium: what stands in the document, how it scrolls, how long a picture takes, and how long the popup
 * takes to open with a long login stored, against an empty one.
 */
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from '../drivers/find-browser.ts';
import { serveGallery } from '../gallery/serve.ts';
import type { Bench, Measured } from './measured.ts';
import { spreadOf } from './measured.ts';
import { popupOpening } from './popup.ts';

const manyHops = 20_000;
/** Of 60 a second. Later than one and a half beats, a picture was missed; later than two and a half, two. */
const beatMs = 1_000 / 60;

async function open(browser: Browser, url: string, state: string, size: { width: number; height: number }): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport(size);
  await page.goto(`${url}?state=${state}`, { timeout: 120_000 });
  await page.waitForSelector('.window-list [data-row]', { timeout: 120_000 });
  return page;
}

interface Scrolled {
  readonly frames: readonly number[];
  readonly mostRows: number;
  readonly blank: number;
}

/** Goes through the list in steps of most of a screen, a frame each, with everything unfolded. */
function scroll(page: Page): Promise<Scrolled> {
  return page.evaluate(async () => {
    const stage = document.querySelector('.stage');
    if (!stage) throw new Error('there is nothing to scroll');
    const next = () => new Promise<number>(requestAnimationFrame);
    const frames: number[] = [];
    let [mostRows, blank] = [0, 0];
    let last = await next();
    for (let i = 0; i < 400; i++) {
      stage.scrollTop += 400;
      const now = await next();
      frames.push(now - last);
      last = now;
      if (i % 20 !== 0) continue;
      mostRows = Math.max(mostRows, document.querySelectorAll('[data-row]').length);
      if (document.elementFromPoint(200, 400)?.closest('[data-row]') === null) blank++;
    }
    return { frames, mostRows, blank };
  });
}

/** From new facts to the document that shows them, layout included. */
function update(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { host } = window.gallery;
    if (!host) throw new Error('there is no host');
    const { capture, analysis } = host.session.getState();
    if (!capture || !analysis) throw new Error('nothing is recorded');
    const began = performance.now();
    host.session.setState({ capture: { ...capture }, analysis: { ...analysis, flows: analysis.flows.map((flow) => ({ ...flow })) } });
    await new Promise((done) => setTimeout(done, 0));
    document.body.getBoundingClientRect();
    return performance.now() - began;
  });
}

/** From the press to the frame after the picture stands in the document. */
function draw(page: Page, look: string): Promise<number> {
  return page.evaluate(async (wanted) => {
    const press = (id: string) => document.querySelector<HTMLButtonElement>(`#look-${id}`)?.click();
    const drawn = (id: string) => document.querySelector(`.timeline[data-look="${id}"] [data-row]`) !== null;
    const next = () => new Promise(requestAnimationFrame);
    const began = performance.now();
    press(wanted);
    while (!drawn(wanted)) await new Promise((done) => setTimeout(done, 0));
    await next();
    await next();
    const took = performance.now() - began;
    press('timeline');
    while (!drawn('timeline')) await next();
    return took;
  }, look);
}

async function repeat(times: number, measure: () => Promise<number>): Promise<number[]> {
  const taken: number[] = [];
  for (let i = 0; i < times; i++) taken.push(await measure());
  return taken;
}

const row = (what: string, unit: Measured['unit'], values: readonly number[], budget: number | null, note: string): Measured => ({
  what,
  unit,
  ...spreadOf(values),
  budget,
  note,
});

async function inGallery(browser: Browser): Promise<Measured[]> {
  const gallery = await serveGallery();
  try {
    const list = await open(browser, gallery.url, `hops-${manyHops}`, { width: 420, height: 600 });
    await list.evaluate(() => document.querySelector<HTMLElement>('.fold-head')?.click());
    const { frames, mostRows, blank } = await scroll(list);
    const late = (beats: number) => frames.filter((ms) => ms > beats * beatMs).length / frames.length;
    const updates = await repeat(9, () => update(list));
    await list.close();
    const page = await open(browser, gallery.url, 'hops-1000-page', { width: 1_400, height: 900 });
    const first = { diagram: await draw(page, 'diagram'), waterfall: await draw(page, 'waterfall') };
    const pictures = { diagram: await repeat(9, () => draw(page, 'diagram')), waterfall: await repeat(9, () => draw(page, 'waterfall')) };
    await page.close();
    const hops = `${manyHops.toLocaleString('en-US')} hops`;
    return [
      row(`rows in the document, ${hops}`, 'rows', [mostRows], 120, `while scrolling; ${blank} times the middle of the window was blank`),
      row(`frames while scrolling ${hops}`, 'ms', frames, 17, '400 frames, 400 pixels each, headless Chromium'),
      row(`share of frames over 25 ms`, 'ratio', [late(1.5)], 0.05, 'a beat of 60 Hz was missed'),
      row(`share of frames over 42 ms`, 'ratio', [late(2.5)], 0.01, 'two were missed'),
      row(`an update of the view, ${hops}`, 'ms', updates, 100, 'new facts to document, without the analysis'),
      row(
        'diagram, 1,000 hops',
        'ms',
        pictures.diagram,
        200,
        `press to painted; first time, with its chunk, ${Math.round(first.diagram)} ms`,
      ),
      row(
        'waterfall, 1,000 hops',
        'ms',
        pictures.waterfall,
        200,
        `press to painted; right after the diagram, ${Math.round(first.waterfall)} ms`,
      ),
    ];
  } finally {
    await gallery.close();
  }
}

export const views: Bench = async () => {
  const browser = await puppeteer.launch({ executablePath: await findBrowser('chromium'), args: ['--no-sandbox', '--disable-gpu'] });
  try {
    return [...(await inGallery(browser)), ...(await popupOpening())];
  } finally {
    await browser.close();
  }
};
