import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '../../../lib/compare/align.ts';

const keys = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });
const text = (word: string) => [...word];
const shown = (a: string, b: string) => align(text(a), text(b)).map(([i, j]) => `${i === null ? '-' : a[i]}${j === null ? '-' : b[j]}`);

describe('align', () => {
  it('puts equal keys next to each other and lets the others stand alone', () => {
    expect(shown('abcd', 'abxcd')).toEqual(['aa', 'bb', '-x', 'cc', 'dd']);
    expect(shown('abc', 'c')).toEqual(['a-', 'b-', 'cc']);
    expect(shown('', 'ab')).toEqual(['-a', '-b']);
    expect(shown('xa', 'ya')).toEqual(['x-', '-y', 'aa']);
  });

  it('every hop stands in one row, in its order, and only equal ones meet', () => {
    fc.assert(
      fc.property(keys, keys, (a, b) => {
        const rows = align(a, b);
        expect(rows.flatMap(([i]) => (i === null ? [] : [i]))).toEqual(a.map((_, i) => i));
        expect(rows.flatMap(([, j]) => (j === null ? [] : [j]))).toEqual(b.map((_, j) => j));
        for (const [i, j] of rows) if (i !== null && j !== null) expect(a[i]).toBe(b[j]);
      }),
    );
  });

  it('swapped lists give the same rows, swapped', () => {
    fc.assert(
      fc.property(keys, keys, (a, b) => {
        expect(align(b, a)).toEqual(align(a, b).map(([i, j]) => [j, i]));
      }),
    );
  });

  it('lists longer than a stretch are aligned to their end', () => {
    const long = Array.from({ length: 5_000 }, (_, i) => `k${i % 97}`);
    const cut = ['first', ...long.slice(0, 2_500), 'extra', ...long.slice(2_500), 'last'];
    const rows = align(long, cut);
    expect(rows.filter(([i, j]) => i !== null && j !== null).length).toBeGreaterThan(4_900);
  });
});
