/** What a screen reader is given about a broken login stands in docs/accessibility.md, word by word, and stays true. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { expect, it } from 'vitest';
import { findBrowser } from '../drivers/find-browser.ts';
import { serveGallery } from '../gallery/serve.ts';
import { walkOf } from '../gallery/spoken.ts';
import { root } from '../run/tools.ts';

const document = readFileSync(join(root, 'docs', 'accessibility.md'), 'utf8');
const written = [...document.matchAll(/^```text\n([\s\S]*?)^```$/gm)].map(([, lines = '']) => lines.trimEnd().split('\n'));

it('a screen reader is given what the document writes down (node test/gallery/spoken.ts prints it)', async () => {
  const browser = await puppeteer.launch({ executablePath: await findBrowser('chromium'), args: ['--no-sandbox'] });
  const gallery = await serveGallery();
  try {
    const { read, led } = await walkOf(await browser.newPage(), gallery.url);
    expect(written).toEqual([read, led]);
  } finally {
    await browser.close();
    await gallery.close();
  }
}, 120_000);
