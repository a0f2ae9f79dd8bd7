/** The two builds as they ship: permissions, size, and no way to the network. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { budgets, builds, filesOf, loadedBytes, packageBytes } from '../bench/shipped.ts';
import { buildAgain } from '../release/again.ts';
import { lint, unexplained } from '../release/lint.ts';
import { browserOf, packageName, sourcesOf, versionIn, zipOf } from '../release/zips.ts';
import { buildExtension, root } from '../run/tools.ts';

describe('builds', () => {
  beforeAll(async () => {
    await buildExtension();
  }, 120_000);

  for (const build of builds) {
    it(`${build}: the manifest is the one that was reviewed `, async () => {
      const manifest = JSON.parse(readFileSync(join(root, '.output', build, 'manifest.json'), 'utf8')) as object;
      await expect(`${JSON.stringify({ ...manifest, version: 'x' }, null, 2)}\n`).toMatchFileSnapshot(`manifests/${build}.json`);
    });

    const { package: whole, ...surfaces } = budgets;

    it(`${build}: the package stays under its ${whole / 1000} kB`, () => {
      expect(packageBytes(filesOf(build))).toBeLessThan(whole);
    });

    for (const [entry, most] of Object.entries(surfaces))
      it(`${build}: ${entry} loads less than ${most / 1000} kB`, () => {
        expect(loadedBytes(filesOf(build), entry)).toBeLessThan(most);
      });

    it(`${build}: every page that draws something has its colors chosen first`, () => {
      const pages = filesOf(build).filter(({ name, bytes }) => name.endsWith('.html') && bytes.includes('id="app"'));
      expect(pages.length).toBeGreaterThanOrEqual(4);
      for (const { name, bytes } of pages) {
        const [before] = bytes.toString().split('type="module"');
        expect(before, name).toContain('<script src="/theme.js"></script>');
      }
    });

    it(`${build}: views ask for what is stored before the rest of them is there`, () => {
      for (const name of ['popup.html', 'sidepanel.html']) {
        const page = filesOf(build).find((file) => file.name === name);
        const [before] = (page?.bytes.toString() ?? '').split('type="module"');
        expect(before, name).toContain('<script src="/stored.js"></script>');
      }
    });

    it(`${build}: nothing in it can reach the network`, () => {
      for (const { name, bytes } of filesOf(build).filter((f) => f.name.endsWith('.js'))) {
        const text = bytes.toString();
        expect(text, name).not.toMatch(/\bnew (?:XMLHttpRequest|WebSocket|EventSource)\b|\bsendBeacon\(|\bimportScripts\(/);
        expect(text.match(/(?<![.\w$"'`])fetch\(/g) ?? [], name).toEqual([]);
      }
    });
  }

  it('Firefox: the linter of its store has nothing to say that is not explained', async () => {
    expect(unexplained(await lint(root))).toEqual([]);
  });

  it('a package that is built from the source package, in another folder and time zone, is the same byte by byte', () => {
    const expected = new Map(builds.map((build) => [packageName(versionIn(root), browserOf[build]), zipOf(filesOf(build))]));
    expect(buildAgain(zipOf(sourcesOf(root), 0), expected, join(root, 'node_modules'))).toEqual({ different: [] });
  });

  it('one version: package.json gives the manifests, the lock file and every report theirs', () => {
    const version = versionIn(root);
    for (const build of builds) expect(versionOf(readFileSync(join(root, '.output', build, 'manifest.json'), 'utf8'))).toBe(version);
    expect(versionOf(readFileSync(join(root, 'package-lock.json'), 'utf8'))).toBe(version);
    const said = execFileSync(process.execPath, [join(root, 'lib/cli/roundtrip.mjs'), 'analyze', '-', '--format', 'json'], {
      input: 'https://idp.example/authorize?client_id=web&response_type=code&redirect_uri=https%3A%2F%2Fapp.example%2Fcb',
      encoding: 'utf8',
    });
    expect((JSON.parse(said) as { readonly tool: object }).tool).toEqual({ name: 'roundtrip', version });
  });
});

const versionOf = (json: string): unknown => (JSON.parse(json) as { readonly version?: unknown }).version;
