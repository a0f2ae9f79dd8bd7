import { expect, it } from 'vitest';
import { guessable } from '../../../lib/observe/guessable.ts';

const now = Date.UTC(2026, 0, 1);

it('takes no longer for a long value than for many short ones', () => {
  const began = performance.now();
  for (const value of [
    'ab-'.repeat(6_000),
    `${'a'.repeat(19_000)}@`,
    '/a'.repeat(9_000),
    '{"a":"b-c"},'.repeat(1_500),
    'a=b&'.repeat(4_000),
  ])
    guessable(`${value}!`, now);
  expect(performance.now() - began).toBeLessThan(1_000);
});

it('knows a time only near the moment it was seen', () => {
  expect(guessable('1767225600000-1767225600001-1767225600002', now)).toEqual({ how: 'short', bits: 0 });
  expect(guessable('1567225600000-1567225600001-1567225600002', now)).toBeNull();
});
