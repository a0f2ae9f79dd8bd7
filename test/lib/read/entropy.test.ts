import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateBits } from '../../../lib/read/entropy.ts';

describe('estimateBits', () => {
  it.each([
    ['', 0, 0],
    ['1', 0, 0],
    ['aaaaaaaaaaaaaaaaaaaa', 0, 0],
    ['12345', 10, 17],
    ['1234', 0, 14],
    ['SAVE20', 15, 31],
    ['d41d8cd98f00b204e9800998ecf8427e', 100, 128],
    ['4fK9sQ2mXw7Z8hR3tB6nLp1Y', 100, 144],
  ])('gives %j between %i and %i bits', (text, least, most) => {
    expect(estimateBits(text)).toBeGreaterThanOrEqual(least);
    expect(estimateBits(text)).toBeLessThanOrEqual(most);
  });

  it('never says more than the alphabet allows', () => {
    fc.assert(fc.property(fc.string(), (text) => estimateBits(text) <= text.length * 6));
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'0123456789') }), (text) => estimateBits(text) <= text.length * 3.33));
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'0123456789abcdef') }), (text) => estimateBits(text) <= text.length * 4));
  });

  it('is a whole number, never below zero', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Number.isInteger(estimateBits(text)) && estimateBits(text) >= 0));
  });
});
