import { expect, it } from 'vitest';
import { grouped } from '../../../lib/read/grouped.ts';

it('groups as Map.groupBy does, in the order of the first of each', () => {
  const words = ['state', 'nonce', 'scope', '', 'code', 'prompt'];
  const length = ({ length }: string) => length;
  expect([...grouped(words, length)]).toEqual([...Map.groupBy(words, length)]);
  expect([...grouped(new Set(words), length).keys()]).toEqual([5, 0, 4, 6]);
  expect(grouped([], length).size).toBe(0);
});

it('takes keys for the same that a Map takes for the same', () => {
  expect([...grouped([Number.NaN, 0, -0, Number.NaN], (n) => n)].map(([, of]) => of.length)).toEqual([2, 2]);
});
