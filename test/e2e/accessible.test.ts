/** What docs/accessibility.md promises beyond single rules: what a screen reader is given, and room at four times the size. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findBrowser } from '../drivers/find-browser.ts';
import { type Gallery, serveGallery } from '../gallery/serve.ts';
import { walkOf } from '../gallery/spoken.ts';
import { states } from '../gallery/states.ts';
import { root } from '../run/tools.ts';

const slowMs = 180_000;
/** A window of 1,280 by 1,024 pixels at 400 %: WCAG 2.2, 1.4.10. */
const reflow = { width: 320, height: 256 };

const document = readFileSync(join(root, 'docs', 'accessibility.md'), 'utf8');
const written = [...document.matchAll(/^```text\n([\s\S]*?)^```$/gm)].map(([, lines = '']) => lines.trimEnd().split('\n'));

let browser: Browser;
let gallery: Gallery;
let page: Page;

beforeAll(async () => {
  browser = await puppeteer.launch({ executablePath: await findBrowser('chromium'), args: ['--no-sandbox'] });
  gallery = await serveGallery();
  page = await browser.newPage();
});
afterAll(async () => {
  await browser?.close();
  await gallery?.close();
});

it('a screen reader is given what the document writes down (node test/gallery/spoken.ts prints it)', async () => {
  const { read, led } = await walkOf(page, gallery.url);
  expect(written).toEqual([read, led]);
});

it(
  'nothing is wider than a window of 320 pixels',
  async () => {
    await page.setViewport(reflow);
    const wide: string[] = [];
    for (const { name } of states) {
      const layout = name.startsWith('page-') || name.startsWith('compare-') ? 'page' : 'popup';
      await page.goto(`${gallery.url}?state=${name}&layout=${layout}`);
      await page.waitForSelector('main');
      if (await page.evaluate(() => window.document.documentElement.scrollWidth > window.innerWidth)) wide.push(name);
    }
    expect(states.length).toBeGreaterThan(50);
    expect(wide).toEqual([]);
  },
  slowMs,
);
