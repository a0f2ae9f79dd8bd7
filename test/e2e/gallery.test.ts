/** Every state of every view in a real browser, in both themes: accessibility rules, nothing wider than its window, also at four times the size, and the walk by keyboard. */
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../drivers/find-browser.ts';
import { emulate } from '../gallery/circumstances.ts';
import { cutOff, examine, isWide } from '../gallery/examine.ts';
import { type Gallery, serveGallery } from '../gallery/serve.ts';
import { states } from '../gallery/states.ts';
import { walkThrough } from '../gallery/walk.ts';

const slowMs = 180_000;
const narrow = { width: 360, height: 600 };
const wide = { width: 1_200, height: 900 };
/** A window of 1,280 by 1,024 pixels at 400 %: WCAG 2.2, 1.4.10. */
const enlarged = { width: 320, height: 256 };

/** What the browser itself complained of: scripts that failed, and what the extension's own policy forbids. */
function hear(page: Page): string[] {
  const heard: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn') heard.push(message.text());
  });
  page.on('pageerror', (error) => heard.push(String(error)));
  return heard;
}

describe('every view', () => {
  let browser: Browser;
  let gallery: Gallery;
  let page: Page;
  let heard: string[] = [];

  beforeAll(async () => {
    browser = await puppeteer.launch({ executablePath: await findBrowser('chromium'), args: ['--no-sandbox'] });
    gallery = await serveGallery();
    page = await browser.newPage();
    heard = hear(page);
  });
  afterAll(async () => {
    await browser?.close();
    await gallery?.close();
  });

  it.each(states.map(({ name }) => name))('is sound: %s', async (name) => {
    heard.length = 0;
    const problems: string[] = [];
    const layout = name.startsWith('page-') || name.startsWith('compare-') ? 'page' : 'popup';
    await page.setViewport(layout === 'page' ? wide : narrow);
    for (const scheme of ['light', 'dark'] as const) {
      await emulate(page, { scheme });
      await page.goto(`${gallery.url}?state=${name}&layout=${layout}`);
      await page.waitForSelector('main');
      problems.push(...(await examine(page)).map((problem) => `${scheme}: ${problem}`));
    }
    await page.setViewport(enlarged);
    // Laid out anew, and lists measure their rows once more.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60))));
    if (await isWide(page)) problems.push('it scrolls sideways at 320 pixels');
    problems.push(...(await cutOff(page)).map((name) => `out of reach at 320 pixels: ${name}`));
    expect([...problems, ...heard]).toEqual([]);
  });

  it(
    'is walked by keyboard, and long lists neither jump nor grow',
    async () => {
      await page.goto(gallery.url);
      expect(await walkThrough(page, gallery.url)).toEqual([]);
    },
    slowMs,
  );
});
