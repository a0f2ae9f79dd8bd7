/** The full page as the place to open files in, to compare what is in them, and to save from. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../lib/analyze.ts';
import { openFile } from '../../lib/transfer/open-file.ts';
import { broken, healthy } from '../build/stories.ts';
import { draw, toHar } from '../build/trace.ts';
import { until } from '../drivers/wait.ts';
import { scenarios } from '../lab/scenarios/index.ts';
import { type Bench, clear, judge } from './bench.ts';
import { save, shownIn } from './guided.ts';
import { play } from './play.ts';

const lost = JSON.stringify(toHar(draw(broken['a lost cookie'] ?? '')));
const works = JSON.stringify(toHar(draw(healthy['a server-side app'] ?? '')));

function headlineOf(text: string): string | null {
  const opened = openFile(text);
  return opened.kind === 'read' ? (analyze(opened.recording.capture).flows[0]?.headline ?? null) : null;
}

export function viewer(bench: () => Bench): void {
  describe('the full page', () => {
    it('opens several files at once, refuses what is none with a sentence, and compares two of them', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'roundtrip-files-'));
      const write = (name: string, text: string) => {
        writeFileSync(join(folder, name), text);
        return join(folder, name);
      };
      try {
        const page = await bench().driver.extensionPage('page.html#files');
        const files = [write('works.har', works), write('notes.har', 'not a HAR at all'), write('fails.har', lost)];
        await page.chooseFiles('#files', files);
        await page.waitFor('.file-refused');
        await page.waitFor(() => document.querySelectorAll('.file-item').length === 2);
        expect(await page.text()).toMatch(/notes\.har: it is not JSON/);
        await page.waitFor('[data-selected-flow][data-outcome="failed"]');
        expect(await shownIn(page)).toEqual([['login', 'failed', headlineOf(lost)]]);

        await page.click('#room-compare');
        await page.waitFor('[data-summary]');
        expect(await page.text()).toMatch(/works\.har[\s\S]*fails\.har/);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });

    it('takes a pasted HAR', async () => {
      const page = await bench().driver.extensionPage('page.html#files');
      await page.click('#paste-text');
      await page.waitFor('#pasted');
      await page.evaluate((text: string) => {
        const field = document.querySelector<HTMLTextAreaElement>('#pasted');
        if (!field) return;
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }, lost);
      await page.click('#open-pasted');
      await page.waitFor('[data-selected-flow][data-outcome="failed"]');
    });

    it('saves what this browser saw as any kind of file, with the same findings and no secret', { timeout: 120_000 }, async () => {
      const scenario = scenarios.find(({ id }) => id === 'state-cut');
      if (!scenario) throw new Error('The scenario is gone.');
      await clear(bench());
      await play(bench(), scenario);
      const [live] = await judge(bench());
      const secrets = [live?.flow.request?.state?.value, live?.flow.request?.nonce?.value, live?.flow.request?.codeChallenge?.value];
      const page = await bench().driver.extensionPage('page.html#save');
      for (const format of ['capture', 'har', 'html', 'markdown']) {
        await page.click(`input[value="${format}"]`);
        await page.waitFor(`.leave-panel[data-format="${format}"] [data-proof]`);
        const { text } = await save(bench(), page);
        for (const secret of secrets) expect(secret === undefined || text.includes(secret), `${format} holds ${secret}`).toBe(false);
        const opened = openFile(text);
        if (format === 'html' || format === 'markdown') expect(text).toContain('state-mangled');
        else
          expect(opened.kind === 'read' && analyze(opened.recording.capture).flows.map((flow) => flow.headline)).toEqual([live?.headline]);
      }
      await until('the page to say where the file is', () =>
        page.evaluate(() => /Saved in your downloads/.test(document.body.textContent ?? '')),
      );
    });
  });
}
