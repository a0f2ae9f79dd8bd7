/**
 * A picture of every state of the gallery in both themes and three sizes, axe over each, and a walk through what needs a layout: node test/gallery/shoot.ts [NAME...]
 * Fails on any violation, console error, blocked resource or sideways scrolling. Pictures go to ROUNDTRIP_SHOTS or the folder
 * for temporary files.
 */
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { findBrowser } from '../drivers/find-browser.ts';
import { type Circumstances, emulate } from './circumstances.ts';
import { examine } from './examine.ts';
import { serveGallery } from './serve.ts';
import { walkThrough } from './walk.ts';

interface Size {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly layout: 'popup' | 'page';
}

const sizes: readonly Size[] = [
  { name: 'popup', width: 420, height: 600, layout: 'popup' },
  { name: 'narrow', width: 360, height: 600, layout: 'popup' },
  { name: 'page', width: 1200, height: 900, layout: 'page' },
  ...(process.env['ROUNDTRIP_SIZES'] === 'all' ? [{ name: 'wide', width: 3840, height: 2160, layout: 'page' } as const] : []),
];
const schemes = ['light', 'dark'] as const;

const folder = process.env['ROUNDTRIP_SHOTS'] ?? join(tmpdir(), 'shots');
/** ROUNDTRIP_CONTRAST: `more` or `forced`. */
const contrast = (['more', 'forced'] as const).find((one) => one === process.env['ROUNDTRIP_CONTRAST']) satisfies Circumstances['contrast'];
/** ROUNDTRIP_LANGUAGE: one that Roundtrip speaks, in every state; without it, each in its own. */
const language = process.env['ROUNDTRIP_LANGUAGE'];
const wanted = process.argv.slice(2);

async function shoot(page: Page, url: string, name: string): Promise<string[]> {
  const problems: string[] = [];
  for (const size of sizes) {
    await page.setViewport({ width: size.width, height: size.height, deviceScaleFactor: size.width > 2_000 ? 1 : 2 });
    for (const scheme of schemes) {
      await emulate(page, { scheme, ...(contrast === undefined ? {} : { contrast }) });
      const label = `${name}-${size.name}-${scheme}`;
      await page.goto(`${url}?state=${name}&layout=${size.layout}${language === undefined ? '' : `&language=${language}`}`);
      await page.waitForSelector('main');
      await page.evaluate(() => document.querySelector('.hop[data-open="true"]')?.scrollIntoView());
      await page.screenshot({ path: join(folder, `${label}.png`) });
      problems.push(...(await examine(page)).map((problem) => `${label}: ${problem}`));
    }
  }
  return problems;
}

const browser = await puppeteer.launch({ executablePath: await findBrowser('chromium'), args: ['--no-sandbox'] });
const gallery = await serveGallery();
const problems: string[] = [];
try {
  await mkdir(folder, { recursive: true });
  const page = await browser.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn') problems.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`${page.url()}: ${String(error)}`));
  await page.goto(gallery.url);
  // The walk looks for words.
  if (language === undefined) problems.push(...(await walkThrough(page, gallery.url)));
  const names = await page.evaluate(() => window.gallery.names);
  for (const name of names)
    if (wanted.length === 0 || wanted.some((word) => name.startsWith(word))) problems.push(...(await shoot(page, gallery.url, name)));
} finally {
  await browser.close();
  await gallery.close();
}
console.log(problems.length === 0 ? `No problems. Pictures are in ${folder}.` : problems.join('\n'));
process.exitCode = problems.length === 0 ? 0 : 1;
