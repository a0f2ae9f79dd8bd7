import { describe, expect, it } from 'vitest';
import { differingParts } from '../../components/exchange/differing-parts.ts';
import { durationWords, offsetWords } from '../../components/flow/flow-words.ts';
import { followedRange, offsetsOf, shownIndices, visibleRange } from '../../components/kit/window-range.ts';

describe('the window of a list', () => {
  const offsets = offsetsOf(Array.from({ length: 1_000 }), () => 50);

  it('holds what is on the screen and a margin, not more', () => {
    const top = visibleRange(offsets, 0, 600);
    expect(top.from).toBe(0);
    expect(top.to).toBeGreaterThan(600 / 50);
    expect(top.to).toBeLessThan(60);
    const middle = visibleRange(offsets, 25_000, 600);
    expect(middle.from).toBeLessThan(500);
    expect(middle.to).toBeGreaterThan(512);
    expect(middle.to - middle.from).toBeLessThan(80);
  });

  it('ends with the list', () => {
    expect(visibleRange(offsets, 49_800, 600).to).toBe(1_000);
    expect(visibleRange([0], 0, 600)).toEqual({ from: 0, to: 0 });
  });

  it('goes with what is read when rows come and go above it', () => {
    const before = Array.from({ length: 400 }, (_, n) => `r${n}`);
    const range = { from: 96, to: 136 };
    const more = [...before.slice(0, 30), ...Array.from({ length: 60 }, (_, n) => `new${n}`), ...before.slice(30)];
    expect(followedRange(range, 110, before, more, false)).toEqual({ from: 156, to: 196 });
    expect(followedRange(range, 110, before, before.slice(50), false)).toEqual({ from: 46, to: 86 });
    // The row itself is gone: the next one that is left.
    expect(
      followedRange(
        range,
        110,
        before,
        more.filter((key) => key !== 'r110'),
        false,
      ),
    ).toMatchObject({ from: 155 });
    expect(followedRange(range, 110, before, [...before, 'last'], false)).toBeNull();
    expect(followedRange(range, 110, before, ['others'], false)).toBeNull();
    // The beginning is in sight as well, and stays.
    expect(followedRange({ from: 0, to: 32 }, 3, before, ['first', 'second', ...before], true)).toEqual({ from: 0, to: 34 });
  });

  it('keeps single items wherever it is scrolled', () => {
    expect(shownIndices({ from: 4, to: 6 }, 10, [9, 4, -1, 12, 0])).toEqual([0, 4, 5, 9]);
  });
});

describe('two texts', () => {
  it('are told apart where they differ', () => {
    expect(differingParts('abcXdef', 'abcYYdef')).toEqual({ a: ['abc', 'X', 'def'], b: ['abc', 'YY', 'def'] });
    expect(differingParts('abc', 'abcd')).toEqual({ a: ['abc', '', ''], b: ['abc', 'd', ''] });
    expect(differingParts('aa', 'aaa').b.join('')).toBe('aaa');
  });
});

describe('times', () => {
  it('read like a person says them', () => {
    expect([0, 1_840, 99_990, 125_000].map(offsetWords)).toEqual(['0.00', '1.84', '99.99', '2:05']);
    expect([0.4, 41, 999, 1_200, 59_900, 61_000, 7_260_000].map(durationWords)).toEqual([
      '0 ms',
      '41 ms',
      '999 ms',
      '1.2 s',
      '60 s',
      '1 min 1 s',
      '2 h 1 min',
    ]);
  });
});
