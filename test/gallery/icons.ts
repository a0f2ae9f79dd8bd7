/**
 * Draws every icon and tile from the mark: node test/gallery/icons.ts. On a tile of its own color, so that it stands on light and dark toolbars.
 * public/icon is what ships, store/icons and store/tiles is what the stores ask for beside it.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { markShape } from '../../components/kit/mark-shape.ts';
import { findBrowser } from '../drivers/find-browser.ts';
import { smaller } from '../pictures/smaller.ts';

const root = join(import.meta.dirname, '../..');

/** `margin`: pixels on each side that stay empty. */
function mark(size: number, margin = 0): string {
  const { corner, trip, start, turn, stroke, colors } = markShape;
  // Small icons want a heavier hand.
  const width = size <= 16 ? stroke + 0.8 : size <= 32 ? stroke + 0.3 : stroke;
  const gap = size <= 16 ? 1 : 1.6;
  const edge = (margin * 32) / (size - 2 * margin);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="${-edge} ${-edge} ${32 + 2 * edge} ${32 + 2 * edge}">
    <rect width="32" height="32" rx="${corner}" fill="${colors.tile}"/>
    <path d="${trip}" fill="none" stroke="${colors.line}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>
    <circle cx="${start.cx}" cy="${start.cy}" r="${start.r}" fill="${colors.line}"/>
    <circle cx="${turn.cx}" cy="${turn.cy}" r="${turn.r}" fill="${colors.turn}" stroke="${colors.tile}" stroke-width="${gap}"/>
  </svg>`;
}

/** The mark without its tile, and the name, in the middle of a tile; a store shows it small, so it says no more. */
function tile(width: number, height: number): string {
  const { trip, start, turn, stroke, colors } = markShape;
  const size = Math.round(height * 0.42);
  return `<div style="width:${width}px;height:${height}px;display:flex;align-items:center;justify-content:center;gap:${size * 0.12}px;background:${colors.tile}">
    <svg width="${size}" height="${size}" viewBox="4 4 26 24">
      <path d="${trip}" fill="none" stroke="${colors.line}" stroke-width="${stroke}" stroke-linecap="round" stroke-linejoin="round"/>
      <circle cx="${start.cx}" cy="${start.cy}" r="${start.r}" fill="${colors.line}"/>
      <circle cx="${turn.cx}" cy="${turn.cy}" r="${turn.r}" fill="${colors.turn}" stroke="${colors.tile}" stroke-width="1.6"/>
    </svg>
    <span style="font:700 ${size * 0.46}px/1 'DejaVu Sans',sans-serif;letter-spacing:-0.02em;color:${colors.line}">Roundtrip</span>
  </div>`;
}

interface Drawing {
  readonly path: string;
  readonly width: number;
  readonly height: number;
  readonly html: string;
}

const square = (path: string, size: number, margin = 0): Drawing => ({ path, width: size, height: size, html: mark(size, margin) });

const drawings: readonly Drawing[] = [
  ...[16, 32, 48, 96].map((size) => square(`public/icon/${size}.png`, size)),
  // Chrome's store wants 96 pixels of artwork and 16 of nothing on each side.
  square('public/icon/128.png', 128, 16),
  ...[64, 128, 300].map((size) => square(`store/icons/${size}.png`, size)),
  { path: 'store/tiles/440x280.png', width: 440, height: 280, html: tile(440, 280) },
  { path: 'store/tiles/1400x560.png', width: 1400, height: 560, html: tile(1400, 560) },
];

async function draw(page: Page, { path, width, height, html }: Drawing): Promise<void> {
  const file = join(root, path);
  await mkdir(dirname(file), { recursive: true });
  await page.setViewport({ width, height, deviceScaleFactor: 1 });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${html}`);
  await page.screenshot({ path: file as `${string}.png`, omitBackground: true });
  await writeFile(file, smaller(await readFile(file)));
}

const browser = await puppeteer.launch({ executablePath: await findBrowser('chromium'), args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  for (const drawing of drawings) await draw(page, drawing);
} finally {
  await browser.close();
}
