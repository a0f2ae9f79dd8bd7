/** Every file that a release has ever written opens, and says what it said on its day. The files are never written anew. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../lib/analyze.ts';
import type { Capture } from '../../../lib/model/capture.ts';
import { openFile } from '../../../lib/transfer/open-file.ts';
import type { Report } from '../../../lib/transfer/report.ts';

const folder = join(import.meta.dirname, 'files');
const names = readdirSync(folder).filter((name) => name.endsWith('.roundtrip.json'));

interface Shipped {
  readonly exchanges: readonly unknown[];
  readonly analysis: Report;
  readonly second?: Shipped | null;
}

const now = (capture: Capture) => analyze(capture).flows.map(({ flow, outcome, headline }) => [flow.kind, flow.grant, outcome, headline]);
const then = ({ analysis }: Shipped) => analysis.flows.map(({ kind, grant, outcome, headline }) => [kind, grant, outcome, headline]);

describe('a capture file of an earlier day', () => {
  it('is kept for every shape there has been', () => {
    expect(names).toEqual(['first.roundtrip.json', 'two-attempts.roundtrip.json']);
  });

  it.each(names)('%s opens whole, with the verdict of its day', (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const written = JSON.parse(text) as Shipped;
    const opened = openFile(text);
    if (opened.kind !== 'read') throw new Error(opened.because);
    const { capture, second } = opened.recording;
    expect(capture.exchanges).toHaveLength(written.exchanges.length);
    expect(capture.skipped).toEqual([]);
    expect(now(capture)).toEqual(then(written));
    expect(second === null).toBe(!written.second);
    if (second && written.second) expect(now(second.capture)).toEqual(then(written.second));
  });
});
