/** One object per check; everything else about it agrees with that object. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../lib/checks/catalogue.ts';
import { unseen } from '../../lib/checks/unseen.ts';
import { urlOfCite } from '../../lib/spec/specs.ts';
import { catalogueMarkdown } from '../../lib/transfer/catalogue.ts';
import { root } from '../run/tools.ts';

const folders = join(root, 'lib', 'checks');
const files = readdirSync(folders, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap((folder) =>
    readdirSync(join(folders, folder.name)).map((file) => ({
      category: folder.name,
      file,
      text: readFileSync(join(folders, folder.name, file), 'utf8'),
    })),
  );
const checkFiles = files.filter(({ text }) => text.includes('defineCheck('));
const testOf = (category: string, id: string) => join(root, 'test', 'lib', 'checks', category, `${id}.test.ts`);

describe('catalogue', () => {
  it('lists every check file once, under its own name', () => {
    expect(checkFiles.map(({ category, file }) => `${category}/${basename(file, '.ts')}`).sort()).toEqual(
      catalogue.map((c) => `${c.category}/${c.id}`).sort(),
    );
    expect(new Set(catalogue.map((c) => c.id)).size).toBe(catalogue.length);
  });

  it('is in the order of its categories and names', () => {
    const categories = [...new Set(catalogue.map((c) => c.category))];
    expect(catalogue.map((c) => c.id)).toEqual(
      categories.flatMap((category) =>
        catalogue
          .filter((c) => c.category === category)
          .map((c) => c.id)
          .sort(),
      ),
    );
  });

  it('names are noun phrases in kebab case, never denials', () => {
    for (const { id } of catalogue) {
      expect(id).toMatch(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/);
      expect(id).not.toMatch(/^no-|^not-|^is-|^has-/);
    }
  });

  it('no alias is the name of another check', () => {
    const ids = new Set(catalogue.map((c) => c.id));
    for (const check of catalogue) for (const alias of check.aliases ?? []) expect(ids.has(alias)).toBe(false);
  });
});

it('what can not be seen has no check, and speaks in sentences', () => {
  const ids = new Set(catalogue.flatMap((c) => [c.id, ...(c.aliases ?? [])]));
  for (const { what, why, instead, id } of unseen) {
    expect(ids.has(id ?? '')).toBe(false);
    expect(what).toMatch(/[^.]$/);
    for (const sentence of [why, instead]) expect(sentence).toMatch(/\.$/);
  }
});

describe('every check', () => {
  for (const check of catalogue) {
    it(`${check.id} is tested with fails, passes, skips and unsure, and every message is seen`, () => {
      const text = readFileSync(testOf(check.category, check.id), 'utf8');
      for (const table of ['fails:', 'passes:', 'skips:', 'unsure:']) expect(text).toContain(table);
      const missing = Object.keys(check.messages).filter((key) => !new RegExp(`as: '${key}'`).test(text));
      expect(missing).toEqual([]);
    });

    it(`${check.id} cites a clause with an address`, () => {
      expect(check.cites.length).toBeGreaterThan(0);
      for (const cite of check.cites) expect(urlOfCite(cite)).toMatch(/^https:\/\/[a-z0-9.-]+\//);
    });

    it(`${check.id} speaks in sentences`, () => {
      expect(check.title).toMatch(/^[A-Z`].*[^.]$/);
      for (const [key, { title, plain, text, fix }] of Object.entries(check.messages)) {
        expect(title, key).toMatch(/[^.]$/);
        for (const sentence of [plain, text, fix]) expect(sentence, key).toMatch(/(?:[.!?]|\{[a-zA-Z]+\})$/);
        // The plain sentence is for a person who knows no protocol.
        expect(plain, key).not.toMatch(/`|redirect_uri|Set-Cookie|SameSite|PKCE\b(?!\))|nonce\b/);
        expect(plain.length, key).toBeLessThan(260);
      }
    });
  }
});

it('docs/checks.md is what the catalogue prints', async () => {
  await expect(catalogueMarkdown(catalogue, unseen)).toMatchFileSnapshot(join(root, 'docs', 'checks.md'));
});
