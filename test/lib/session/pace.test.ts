import { describe, expect, it } from 'vitest';
import { restAfter } from '../../../lib/session/pace.ts';

describe('the pace of a view', () => {
  it('is that of the eye while a look costs little', () => {
    expect([0, 5, 15].map(restAfter)).toEqual([60, 60, 60]);
  });

  it('leaves most of the time to others when a look costs much, and never falls far behind', () => {
    expect(restAfter(100)).toBe(400);
    expect(restAfter(10_000)).toBe(2_000);
  });
});
