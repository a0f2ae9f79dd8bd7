/** The two builds as they ship: permissions, size, and no way to the network. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildExtension, root } from '../run/tools.ts';

const builds = ['chrome-mv3', 'firefox-mv3'] as const;

function filesOf(build: string): { readonly name: string; readonly bytes: Buffer }[] {
  const folder = join(root, '.output', build);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => ({
      name: join(entry.parentPath, entry.name).slice(folder.length + 1),
      bytes: readFileSync(join(entry.parentPath, entry.name)),
    }));
}

/** A file and what it imports, by name. */
function closure(files: ReturnType<typeof filesOf>, name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  const text = files.find((f) => f.name === name)?.bytes.toString() ?? '';
  for (const [, target = ''] of text.matchAll(/(?:from|import|src=|href=)\s*["'`](?:\.\/|\.\.\/)*([^"'`]+\.(?:js|css))["'`]/g)) {
    const found = files.find((f) => f.name.endsWith(target.split('/').at(-1) ?? ''));
    if (found) closure(files, found.name, seen);
  }
  return seen;
}

describe('builds', () => {
  beforeAll(async () => {
    await buildExtension();
  }, 120_000);

  for (const build of builds) {
    it(`${build}: the manifest is the one that was reviewed `, async () => {
      const manifest = JSON.parse(readFileSync(join(root, '.output', build, 'manifest.json'), 'utf8')) as object;
      await expect(`${JSON.stringify({ ...manifest, version: 'x' }, null, 2)}\n`).toMatchFileSnapshot(`manifests/${build}.json`);
    });

    it(`${build}: the background stays under 100 kB, what the popup loads under 300 kB and the package under 400 kB`, () => {
      const files = filesOf(build);
      const bytesOf = (names: Iterable<string>) =>
        [...names].reduce((sum, name) => sum + gzipSync(files.find((f) => f.name === name)?.bytes ?? Buffer.alloc(0)).length, 0);
      expect(bytesOf(closure(files, 'background.js'))).toBeLessThan(100_000);
      expect(bytesOf(closure(files, 'popup.html'))).toBeLessThan(300_000);
      // A zip is as large as its files gzipped one by one, and a little more for the names. Of these, the list of public suffixes is 45 kB and the words of the checks 45 kB.
      const zipped = files.reduce((sum, f) => sum + gzipSync(f.bytes).length + 120, 0);
      expect(zipped).toBeLessThan(400_000);
    });

    it(`${build}: every page that draws something has its colors chosen first`, () => {
      const pages = filesOf(build).filter(({ name, bytes }) => name.endsWith('.html') && bytes.includes('id="app"'));
      expect(pages.length).toBeGreaterThanOrEqual(4);
      for (const { name, bytes } of pages) {
        const [before] = bytes.toString().split('type="module"');
        expect(before, name).toContain('<script src="/theme.js"></script>');
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

  it('one version: package.json gives both manifests theirs', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    for (const build of builds)
      expect((JSON.parse(readFileSync(join(root, '.output', build, 'manifest.json'), 'utf8')) as { version: string }).version).toBe(
        version,
      );
    expect(
      execFileSync(process.execPath, [join(root, 'lib/cli/roundtrip.mjs'), 'checks', '--format', 'json'], { encoding: 'utf8' }),
    ).toContain('"state-mismatch"');
  });
});
