/** Many files at once: over several threads the same is said in the same order, and a terminal shows how far it is. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Result, Task } from '../../../lib/cli/analyze-file.ts';
import { inOrder, type Watcher } from '../../../lib/cli/crew.ts';
import { barOf, showProgress } from '../../../lib/cli/progress.ts';
import { summaryTable } from '../../../lib/cli/summary-table.ts';
import { entry, harOf } from '../../build/har-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'roundtrip-many-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const task: Task = { files: [], format: 'json', failOn: 'error', profile: 'default', showSecrets: false, version: '0', many: true };
const deaf: Watcher = { read: () => {}, done: () => {} };
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return { name, path: join(folder, name) };
};
const har = (requests: number) =>
  JSON.stringify(harOf(Array.from({ length: requests }, (_, i) => entry({ url: `https://app.example/${i}?code=CANARY` }))));

async function told(inputs: Parameters<typeof inOrder>[0], worth: number, watcher = deaf) {
  const results: [number, Result][] = [];
  for await (const [index, result] of inOrder(inputs, task, watcher, worth)) results.push([index, result]);
  return results;
}

describe('several files', () => {
  // The first is the largest, so that the others are done before it.
  const inputs = [3_000, 2, 1, 40, 5].map((requests, i) => file(`${i}.har`, har(requests)));
  inputs.splice(2, 0, file('broken.har', '{'), file('gone.har', ''));

  it('are told in the order in which they were named, over threads as by one', async () => {
    let read = 0;
    let done = 0;
    const alone = await told(inputs, Number.POSITIVE_INFINITY);
    const together = await told(inputs, 0, { read: () => read++, done: () => done++ });
    expect(together).toEqual(alone);
    expect(together.map(([index, { kind }]) => [index, kind])).toEqual([
      [0, 'told'],
      [1, 'told'],
      [2, 'unusable'],
      [3, 'unusable'],
      [4, 'told'],
      [5, 'told'],
      [6, 'told'],
    ]);
    expect(done).toBe(7);
    expect(read).toBeGreaterThan(5);
  });

  it('are listed at the end, one line each', () => {
    const of = (flows: number, errors: number, warnings: number, headlines: string[] = []): Result => {
      return { kind: 'told', text: '', reached: false, flows, errors, warnings, headlines };
    };
    expect(
      summaryTable([
        { name: 'more/works.har', result: of(1, 0, 0) },
        { name: 'fails.har', result: of(12, 2, 1, ['state-mismatch', 'cookie-lost']) },
        { name: 'weak.har', result: of(1, 0, 1) },
        { name: 'shop.har', result: of(0, 0, 0) },
        { name: 'no\u001b[2J.har', result: { kind: 'unusable', message: '' } },
      ]),
    ).toMatchInlineSnapshot(`
      "5 files, 1 with errors, 1 can not be read

         flows  errors  warnings  file
      ✓      1       0         0  more/works.har
      ✕     12       2         1  fails.har        state-mismatch, cookie-lost
      !      1       0         1  weak.har
      ·      0       0         0  shop.har         no login
      ?                           no⟨001B⟩[2J.har  it can not be read
      "
    `);
  });
});

describe('the bar', () => {
  const screen = (isTTY: boolean) => {
    const written: string[] = [];
    const terminal = { isTTY, columns: 60, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream;
    return { written, terminal };
  };

  it('says how much is read, and that it is judged then, in one line', () => {
    const at = (read: number, columns = 80) => barOf({ read, of: 200, name: 'some/where/login.har', done: 2, files: 5 }, columns);
    expect(at(50)).toBe('██████░░░░░░░░░░░░░░░░░░  25 %  2 of 5 files  login.har');
    expect(at(200)).toBe('████████████████████████ judging  2 of 5 files  login.har');
    expect(at(50, 40)).toBe('██████░░░░░░░░░░░░░░░░░░  25 %  2 of 5…');
    expect(barOf({ read: 0, of: 0, name: '\u001b[2J', done: 0, files: 1 }, 80)).not.toContain('\u001b');
  });

  it('is nowhere but on a terminal, and is taken away before anything is printed', async () => {
    for (const isTTY of [true, false]) {
      const { written, terminal } = screen(isTTY);
      const before = process.listenerCount('SIGINT');
      const progress = showProgress(1, terminal);
      await new Promise((resolve) => setTimeout(resolve, 400));
      progress.read(0, 'login.har', 1, 4);
      progress.clear();
      progress.clear();
      progress.end();
      expect(process.listenerCount('SIGINT')).toBe(before);
      if (isTTY) expect(written).toEqual([expect.stringMatching(/ 25 % {2}login\.har$/), '\r\u001b[K']);
      else expect(written).toEqual([]);
    }
  });
});
