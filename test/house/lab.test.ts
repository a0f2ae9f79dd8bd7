/** Every check meets a real browser: in a scenario of the lab, or it is said why it can not. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../lib/checks/catalogue.ts';
import { beyondTheLab } from '../lab/scenarios/beyond.ts';
import { scenarios } from '../lab/scenarios/index.ts';
import { root } from '../run/tools.ts';

const known = new Set(catalogue.map(({ id }) => id));

const reached = new Set(
  scenarios.flatMap(({ headline, also = [] }) => {
    const heads = headline === null || typeof headline === 'string' ? [headline] : [headline.chromium, headline.firefox];
    return [...heads.filter((id) => id !== null), ...also];
  }),
);

describe('scenarios', () => {
  it('have one name each, and promise checks that there are', () => {
    expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length);
    expect([...reached].filter((id) => !known.has(id))).toEqual([]);
  });

  it('reach every check that is not said to be beyond the lab', () => {
    const beyond = new Set(beyondTheLab.map(({ check }) => check));
    expect([...known].filter((id) => !reached.has(id) && !beyond.has(id))).toEqual([]);
  });
});

describe('a check beyond the lab', () => {
  it('is named once, exists, and no scenario reaches it', () => {
    const named = beyondTheLab.map(({ check }) => check);
    expect(new Set(named).size).toBe(named.length);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
    expect(named.filter((id) => reached.has(id))).toEqual([]);
  });

  for (const { check, because, provenIn } of beyondTheLab)
    it(`${check} is proven in ${provenIn}`, () => {
      expect(because).toMatch(/^[A-Z].*\.$/);
      const file = join(root, provenIn);
      expect(existsSync(file)).toBe(true);
      expect(readFileSync(file, 'utf8')).toContain(check);
    });
});
