/** Draws public/icon/*.png from the mark: node test/gallery/icons.ts. On a tile of its own color, so that it stands on light and dark toolbars. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { markShape } from '../../components/kit/mark-shape.ts';
import { findBrowser } from '../drivers/find-browser.ts';

const folder = join(import.meta.dirname, '../../public/icon');

function svg(size: number): string {
  const { corner, trip, start, turn, stroke, colors } = markShape;
  // Small icons want a heavier hand.
  const width = size <= 16 ? stroke + 0.8 : size <= 32 ? stroke + 0.3 : stroke;
  const gap = size <= 16 ? 1 : 1.6;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 32 32">
    <rect width="32" height="32" rx="${corner}" fill="${colors.tile}"/>
    <path d="${trip}" fill="none" stroke="${colors.line}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>
    <circle cx="${start.cx}" cy="${start.cy}" r="${start.r}" fill="${colors.line}"/>
    <circle cx="${turn.cx}" cy="${turn.cy}" r="${turn.r}" fill="${colors.turn}" stroke="${colors.tile}" stroke-width="${gap}"/>
  </svg>`;
}

const browser = await puppeteer.launch({ executablePath: await findBrowser('chromium'), args: ['--no-sandbox'] });
try {
  await mkdir(folder, { recursive: true });
  const page = await browser.newPage();
  for (const size of [16, 32, 48, 128]) {
    await page.setViewport({ width: size, height: size, deviceScaleFactor: 1 });
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg(size)}`);
    await page.screenshot({ path: join(folder, `${size}.png`), omitBackground: true });
  }
} finally {
  await browser.close();
}
