/** The walls stand, and each has been seen to bite: a wall nobody has seen fail is not a wall. */
import { cp, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../run/tools.ts';
import { runQuietly } from './run-quietly.ts';

interface Cruise {
  readonly modules: number;
  readonly violations: readonly string[];
}

async function cruise(folder: string): Promise<Cruise> {
  const { said } = await runQuietly(
    'dependency-cruiser/bin/dependency-cruiser.mjs',
    ['--config', 'test/house/walls.cjs', '--output-type', 'json', 'entrypoints', 'components', 'lib'],
    folder,
  );
  const result = JSON.parse(said) as {
    modules: unknown[];
    summary: { violations: { from: string; to: string; rule: { name: string } }[] };
  };
  return { modules: result.modules.length, violations: result.summary.violations.map((v) => `${v.rule.name}: ${v.from} → ${v.to}`) };
}

/** One breach for every rule, planted in a copy of the tree. */
const breaches: readonly { readonly rule: string; readonly file: string; readonly text: string }[] = [
  { rule: 'lib/read', file: 'lib/read/breach.ts', text: "export { catalogue } from '../checks/catalogue.ts';" },
  {
    rule: 'lib/model',
    file: 'lib/model/breach.ts',
    text: "import type { Check } from '../checks/define.ts';\nexport type Breach = Check;",
  },
  { rule: 'lib/checks', file: 'lib/checks/breach.ts', text: "export { link } from '../correlate/link.ts';" },
  { rule: 'lib/redact', file: 'lib/redact/breach.ts', text: "export { catalogue } from '../checks/catalogue.ts';" },
  { rule: 'components', file: 'components/breach.ts', text: "export { browser } from '../lib/platform/browser.ts';" },
  { rule: 'entrypoints', file: 'entrypoints/popup/breach.ts', text: "export { analyze } from '../../lib/analyze.ts';" },
  { rule: 'every-file-has-a-room', file: 'lib/read/homeless.ts', text: "export { helper } from '../helpers.ts';" },
  { rule: 'no-cycles', file: 'lib/read/circle-a.ts', text: "import { b } from './circle-b.ts';\nexport const a = () => b;" },
  { rule: 'one-door-to-the-browser', file: 'lib/session/breach.ts', text: "export { default } from 'webextension-polyfill';" },
  { rule: 'wxt-stays-at-the-door', file: 'lib/wire/breach.ts', text: "export { defineBackground } from 'wxt/utils/define-background';" },
  { rule: 'node-stays-in-library-and-command-line', file: 'lib/transfer/breach.ts', text: "export { readFile } from 'node:fs';" },
  { rule: 'views-never-reach-the-browser', file: 'components/reaches.ts', text: "export { createHost } from '../lib/shell.ts';" },
  {
    rule: 'the-background-stays-light',
    file: 'entrypoints/background/breach.ts',
    text: "export { siteOf } from '../../lib/read/site.ts';",
  },
  { rule: 'everything-resolves', file: 'lib/read/nowhere.ts', text: "export { nothing } from './does-not-exist.ts';" },
];

let copy = '';

describe('walls', () => {
  beforeAll(async () => {
    copy = await realpath(await mkdtemp(join(tmpdir(), 'roundtrip-walls-')));
    await mkdir(join(copy, 'test', 'house'), { recursive: true });
    for (const entry of ['lib', 'components', 'entrypoints', 'tsconfig.json', 'package.json', 'test/house/walls.cjs'])
      await cp(join(root, entry), join(copy, entry), { recursive: true });
    await symlink(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
    await writeFile(join(copy, 'lib', 'helpers.ts'), 'export const helper = 1;\n');
    await writeFile(join(copy, 'lib', 'read', 'circle-b.ts'), "import { a } from './circle-a.ts';\nexport const b = () => a;\n");
    await writeFile(join(copy, 'lib', 'read', 'dom.ts'), 'export const title = () => document.title;\n');
    for (const { file, text } of breaches) {
      await mkdir(dirname(join(copy, file)), { recursive: true });
      await writeFile(join(copy, file), `${text}\n`);
    }
  });

  afterAll(() => rm(copy, { recursive: true, force: true }));

  it('stand: no room opens a door it may not open', async () => {
    const { modules, violations } = await cruise(root);
    expect(violations).toEqual([]);
    // A cruise that found nothing to look at would be green too.
    expect(modules).toBeGreaterThan(120);
  });

  it('bite: every planted breach is caught by its rule', async () => {
    const { violations } = await cruise(copy);
    const missed = breaches.filter(({ rule, file }) => !violations.some((v) => v.startsWith(`${rule}: ${file} `)));
    expect(missed).toEqual([]);
  });

  it('bite: the engine can not see the page', async () => {
    await cp(join(root, 'lib', 'tsconfig.json'), join(copy, 'lib', 'tsconfig.json'));
    const { code, said } = await runQuietly('typescript/bin/tsc', ['--noEmit', '-p', 'lib'], copy);
    expect(code).not.toBe(0);
    expect(said).toContain("lib/read/dom.ts(1,28): error TS2584: Cannot find name 'document'");
  });
});
