import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateBits, mostBits } from '../../../lib/read/entropy.ts';

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

describe('mostBits', () => {
  it.each([
    ['', 0],
    ['7', 4],
    ['12345', 17],
    ['ab1', 16],
    ['abcabcabcabc', 0],
    ['9f3b6c0d1e2a4857', 83],
    ['aZ3', 18],
    ['a-b', 19],
    ['a b', 20],
  ])('gives %j %i bits', (text, bits) => expect(mostBits(text)).toBe(bits));

  it('never says less than a value drawn from these characters holds', () => {
    for (const [characters, each] of [
      ['0123456789', Math.log2(10)],
      ['0123456789abcdef', 4],
      ['abcdefghijklmnopqrstuvwxyz', Math.log2(26)],
      ['ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_', 6],
    ] as const)
      fc.assert(
        fc.property(fc.string({ unit: fc.constantFrom(...characters), minLength: 24, maxLength: 48 }), (text) => {
          if (new Set(text).size < 12 && characters.length > 16) return true;
          return mostBits(text) === 0 || mostBits(text) >= Math.floor(text.length * Math.min(each, Math.log2(10)));
        }),
      );
  });

  it('counts alike what has the same kinds of characters in the same places', () => {
    expect(mostBits('9f3b6c0d')).toBe(mostBits('2x8z1q5w'));
  });
});
