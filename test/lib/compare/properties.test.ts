import { describe, expect, it } from 'vitest';
import { analyze } from '../../../lib/analyze.ts';
import { compareFlows } from '../../../lib/compare/compare.ts';
import type { Comparison } from '../../../lib/compare/comparison.ts';
import { summaryOf } from '../../../lib/compare/summary.ts';
import { fromCaptureFile } from '../../../lib/normalize/from-capture-file.ts';
import { healthy, stories } from '../../build/stories.ts';
import { capture, type DrawnSource } from '../../build/trace.ts';
import { written } from '../../build/written.ts';
import { hostile, many, nested, silentFrame, thousand, tooLarge } from '../../gallery/more-traces.ts';
import { again, lines, side, sideOf } from './sides.ts';

const all = { ...stories, hostile, many, nested, silentFrame, tooLarge };
const sources: readonly DrawnSource[] = ['web-request', 'har'];

/** Left and right exchanged; stand-ins are numbered as they come. */
function mirrored({ a, b, ...rest }: Comparison): unknown {
  const swap = <T>({ a: left, b: right, ...more }: { readonly a: T; readonly b: T }) => ({ ...more, a: right, b: left });
  return {
    ...rest,
    a: b,
    b: a,
    differences: rest.differences.map((one) => ({ ...swap(one), at: swap(one.at) })),
    hops: rest.hops.map(swap),
    unseen: rest.unseen.map(swap),
  };
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replace(/~\d+/g, '~'));

describe('every drawn login', () => {
  for (const [name, trace] of Object.entries(all))
    for (const source of sources)
      it(`${name} does not differ from itself (${source})`, () => {
        const { capture: taken } = capture(trace, source);
        for (const judged of analyze(taken).flows) {
          const own = { label: 'One', capture: taken, judged };
          const comparison = compareFlows(own, own);
          expect(lines(comparison)).toEqual([]);
          expect(comparison.hops.filter((hop) => hop.differs)).toEqual([]);
        }
      });

  for (const [name, trace] of Object.entries(healthy))
    it(`${name} once more shows only what always differs`, () => {
      expect(lines(compareFlows(side(trace), side(again(trace))))).toEqual([]);
    });

  it('and its redacted file do not differ', () => {
    const withIds =
      healthy['a server-side app']
        ?.replaceAll('/signin', '/t/8a7f6e5d4c3b2a19/signin')
        .replaceAll('app.example/cb', 'app.example/t/8a7f6e5d4c3b2a19/cb') ?? '';
    for (const trace of [...Object.values(stories), withIds]) {
      const { capture: taken } = capture(trace, 'web-request');
      const { text } = written({ capture: taken, story: null, second: null });
      const read = fromCaptureFile(JSON.parse(text));
      if (read.kind !== 'read') throw new Error('the file can be read');
      expect(lines(compareFlows(sideOf(taken, 'Live'), sideOf(read.recording.capture, 'File')))).toEqual([]);
    }
  });

  it('swapping the sides mirrors the result', () => {
    const sides = Object.values(all).map((trace) => side(trace));
    for (const a of sides)
      for (const b of sides) expect(plain(compareFlows(b, a)), a.judged.flow.id).toEqual(plain(mirrored(compareFlows(a, b))));
  });

  it('no value that the policy hides stands in a comparison', () => {
    const sides = Object.values(all).flatMap((trace) => sources.map((source) => side(trace, { source })));
    for (const a of sides)
      for (const b of sides) {
        const comparison = compareFlows(a, b);
        const text = `${JSON.stringify(comparison)} ${summaryOf(comparison)} ${lines(comparison).join(' ')}`;
        // One story has the marker in the words of a cookie's name.
        expect(text.replaceAll('txn.CANARY', '')).not.toContain('CANARY');
      }
  });
});

describe('a thousand hops', () => {
  it('one more in the middle is one difference', () => {
    const longer = thousand.replace('GET https://login.idp.example/step/505?', 'GET https://login.idp.example/extra\n → 200\n  $&');
    expect(lines(compareFlows(side(thousand), side(longer)))).toEqual([
      'Hop (provider): `GET login.idp.example/extra` | not there | there',
    ]);
  });
});
