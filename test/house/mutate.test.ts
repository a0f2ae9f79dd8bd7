/** What `npm run mutate` changes, draws and prints. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { groupsOf, narrow, share } from '../run/mutate/plan.ts';
import { shouldIgnore } from '../run/mutate/plugins.ts';
import { type Mutated, score, scoresByFolder, survivors } from '../run/mutate/report.ts';
import { draw } from '../run/mutate/sample.ts';
import { root } from '../run/tools.ts';

describe('the plan', () => {
  const groups = groupsOf(root);

  it('holds every file of the checks and of the linking once, the list of checks left out', () => {
    const planned = groups.flatMap(({ files }) => files);
    const there = ['lib/checks', 'lib/correlate'].flatMap((folder) =>
      readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => `${folder}/${file.replaceAll('\\', '/')}`),
    );
    expect(planned.sort()).toEqual(there.filter((file) => file !== 'lib/checks/catalogue.ts').sort());
  });

  it('narrows to a folder or a file, and says what there is not', () => {
    expect(narrow(root, groups, ['lib/checks/state/']).map(({ folder }) => folder)).toEqual(['lib/checks/state']);
    expect(narrow(root, groups, ['./lib/correlate/link.ts']).flatMap(({ files }) => files)).toEqual(['lib/correlate/link.ts']);
    expect(narrow(root, groups, [])).toEqual(groups);
    expect(() => narrow(root, groups, ['lib/nowhere'])).toThrow('there is nothing called lib/nowhere.');
    expect(() => narrow(root, groups, ['lib/read'])).toThrow('only what is in lib/checks and lib/correlate is mutated, not lib/read.');
  });

  it('gives every group its share of a sample, and none nothing', () => {
    const shares = share(root, groups, 400);
    expect(Math.min(...shares)).toBeGreaterThan(0);
    expect(Math.abs(shares.reduce((sum, n) => sum + n, 0) - 400)).toBeLessThan(groups.length);
  });
});

describe('the sample', () => {
  const all = Array.from({ length: 200 }, (_, i) => i);

  it('is the same for the same seed, and another for another', () => {
    expect(draw(all, 20, 1)).toEqual(draw(all, 20, 1));
    expect(draw(all, 20, 1)).not.toEqual(draw(all, 20, 2));
  });

  it('holds nothing twice and never more than there is', () => {
    expect(new Set(draw(all, 20, 1)).size).toBe(20);
    expect(draw(all, 500, 1).sort((a, b) => a - b)).toEqual(all);
  });
});

describe('what is not mutated', () => {
  const alone = (node: object) => ({ node: { type: '', ...node }, parentPath: null });
  const property = (name: string, callee: string) => ({
    node: { type: 'ObjectProperty', key: { name } },
    parentPath: {
      node: { type: 'ObjectExpression' },
      parentPath: { node: { type: 'CallExpression', callee: { name: callee } }, parentPath: null },
    },
  });

  it('is what a check says about itself, and sentences', () => {
    expect(shouldIgnore(property('messages', 'defineCheck'))).toBeDefined();
    expect(shouldIgnore(property('inspect', 'defineCheck'))).toBeUndefined();
    expect(shouldIgnore(property('messages', 'somethingElse'))).toBeUndefined();
    expect(shouldIgnore(alone({ type: 'StringLiteral', value: 'the app said so' }))).toBeDefined();
    expect(shouldIgnore(alone({ type: 'StringLiteral', value: 'authorization-request' }))).toBeUndefined();
    expect(
      shouldIgnore(alone({ type: 'TemplateLiteral', quasis: [{ value: { raw: 'retry after ' } }, { value: { raw: ' s' } }] })),
    ).toBeDefined();
    expect(
      shouldIgnore(alone({ type: 'TemplateLiteral', quasis: [{ value: { raw: 'response.cookie.' } }, { value: { raw: '' } }] })),
    ).toBeUndefined();
  });
});

describe('the report', () => {
  const one = (folder: string, killed: boolean): Mutated => ({
    folder,
    file: `${folder}/a.ts`,
    line: 3,
    column: 7,
    kind: 'ConditionalExpression',
    was: 'a ===\n  b',
    became: 'true',
    killed,
  });
  const all = [one('lib/checks/state', true), one('lib/checks/state', true), one('lib/correlate', true), one('lib/correlate', false)];

  it('gives the score of each folder and of all', () => {
    expect(score(all)).toBe(75);
    expect(score([])).toBe(0);
    expect(
      scoresByFolder(all)
        .split('\n')
        .map((line) => line.replace(/\s+/g, ' ')),
    ).toEqual(['folder mutants killed score', 'lib/checks/state 2 2 100.0 %', 'lib/correlate 2 1 50.0 %', 'all 4 3 75.0 %']);
  });

  it('lists those that were not noticed, each with its place', () => {
    expect(survivors(all)).toBe('lib/correlate/a.ts:3:7  ConditionalExpression\n    was     a === b\n    became  true');
  });
});
