import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstFrom } from '../../../lib/read/sorted.ts';

it('finds the first one that is not earlier, among equals the first', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 })), fc.integer({ min: -1, max: 10 }), (times, at) => {
      const list = times.sort((a, b) => a - b).map((one) => ({ at: one }));
      const plain = list.findIndex((one) => one.at >= at);
      expect(firstFrom(list, at)).toBe(plain < 0 ? list.length : plain);
    }),
  );
});
