/** The traps by their numbers: none is forgotten, none is there twice. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('there are twenty-eight, and more without a number', () => {
  const texts = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => readFileSync(`${import.meta.dirname}/${file}`, 'utf8'));
  const numbers = texts.flatMap((text) => [...text.matchAll(/^describe\('(\d+) /gm)].map(([, number]) => Number(number)));
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 28 }, (_, index) => index + 1));
});
