/** Large files in the full page: read beside it, with a bar, called off when nobody wants them, saved from where they are kept. */
import { createWriteStream, linkSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import { largeHar } from '../build/large-har.ts';
import { broken } from '../build/stories.ts';
import { draw, toHar } from '../build/trace.ts';
import type { Bench } from './bench.ts';
import { save } from './guided.ts';

const logins = 3;

export function large(bench: () => Bench): void {
  describe('a large file', () => {
    it('is read beside the page, and one that is not wanted any more is left', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'roundtrip-large-'));
      try {
        const [first, second, small] = ['first.har', 'second.har', 'small.har'].map((name) => join(folder, name)) as [
          string,
          string,
          string,
        ];
        await pipeline(Readable.from(largeHar({ bytes: 30_000_000, logins })), createWriteStream(first));
        linkSync(first, second);
        writeFileSync(small, JSON.stringify(toHar(draw(broken['a lost cookie'] ?? ''))));
        const page = await bench().driver.extensionPage('page.html#files');
        await page.evaluate(() => {
          const seen = new Set<string>();
          document.body.dataset['seen'] = '';
          new MutationObserver(() => {
            for (const bar of document.querySelectorAll('[role="progressbar"]'))
              seen.add((bar.getAttribute('aria-valuetext') ?? '').replace(/\d+/, 'n'));
            document.body.dataset['seen'] = [...seen].join('|');
          }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-valuetext'] });
        });
        await page.chooseFiles('#files', [first, second, small]);
        await page.click('[aria-label="Stop reading second.har"]');
        await page.waitFor(() => document.querySelectorAll('.file-item').length === 2 && !document.querySelector('.file-opening'), 30_000);
        expect(await page.evaluate(() => [...document.querySelectorAll('.file-item bdi')].map((name) => name.textContent))).toEqual([
          'first.har',
          'small.har',
        ]);
        expect(await page.evaluate(() => document.body.dataset['seen'])).toMatch(/Waiting.*n of 30 MB read.*Judging/);

        await page.click('.file-item .file-name');
        await page.waitFor('[data-selected-flow][data-outcome="completed"]');
        expect(await page.evaluate(() => document.querySelector('.file-item .file-words')?.textContent)).toMatch(
          new RegExp(`^${logins} flows · \\d+ requests$`),
        );
        await page.click('#save-document');
        await page.waitFor('[data-proof]', 60_000);
        const { text } = await save(bench(), page);
        expect(text).toMatch(/^\{"format":"roundtrip\.capture"/);
        expect(text.includes('CANARY')).toBe(false);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  });
}
