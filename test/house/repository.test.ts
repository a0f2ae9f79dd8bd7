/** What may not stand anywhere in the repository, and what must. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../run/tools.ts';
import { tracked } from './tracked.ts';

const texts = tracked.filter(
  (file) => /\.(?:ts|tsx|mjs|cjs|json|md|html|css|sh|yml)$|^\.ci\/|^\.gitignore$/.test(file) && file !== 'package-lock.json',
);
const read = (file: string) => readFileSync(join(root, file), 'utf8');

describe('repository', () => {
  it('names no package registry and no folder of one machine', () => {
    const registry = new RegExp(['registry', 'npmjs'].join('\\.'));
    const offenders = texts.filter((file) => {
      const text = read(file);
      return registry.test(text) || /(?:^|[\s"'`(=])\/(?:home|Users|work|root)\/[a-z]/.test(text);
    });
    expect(offenders).toEqual([]);
    expect(registry.test(read('package-lock.json'))).toBe(false);
  });

  it('keeps files small: one room, one purpose', () => {
    const limit = (file: string) => (file.startsWith('components/') ? 200 : 250);
    const long = texts
      .filter((file) => /^(?:lib|components|entrypoints)\/.*\.tsx?$/.test(file))
      .map((file) => ({ file, lines: read(file).split('\n').length - 1 }))
      .filter(({ file, lines }) => lines > limit(file));
    expect(long).toEqual([]);
  });

  it('has a README in every room that needs one', () => {
    for (const file of [
      'README.md',
      'CONTRIBUTING.md',
      'LICENSE',
      'lib/README.md',
      'components/README.md',
      'entrypoints/README.md',
      'test/README.md',
      'test/lab/README.md',
      'docs/formats.md',
    ])
      expect(existsSync(join(root, file)), file).toBe(true);
  });

  it('the lock file names the packages of every platform, or "npm ci" refuses it', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { readonly optionalDependencies?: Record<string, string> }>;
    };
    const nowhere = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !packages[`${path}/node_modules/${name}`] && !packages[`node_modules/${name}`]),
    );
    expect(nowhere).toEqual([]);
  });

  it('every test runs: none is skipped, focused or left to do', () => {
    const idle = texts.filter((file) => file.startsWith('test/') && /\b(?:it|test|describe)\.(?:only|skip|todo|fails)\b/.test(read(file)));
    expect(idle).toEqual([]);
  });
});
