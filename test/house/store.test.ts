/** What the stores get, as far as it can be judged without a release: texts, pictures, and what the release looks at. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { smaller } from '../pictures/smaller.ts';
import { explained, unexplained } from '../release/lint.ts';
import { languages, problemsOfAnswers, problemsOfListing, readListing, sections } from '../release/listing.ts';
import { pixelsOf } from '../release/pictures.ts';
import { changesIn, problemsOfGit, problemsOfVersion } from '../release/repository.ts';
import { permissionsIn, problemsOfWeight } from '../release/steps.ts';
import { checksums } from '../release/write.ts';
import { versionIn, zipOf } from '../release/zips.ts';
import { root } from '../run/tools.ts';

const read = (...path: readonly string[]) => readFileSync(join(root, ...path), 'utf8');

describe('texts for the stores', () => {
  it.each(languages)('the listing (%s) fits into every store', (language) => {
    expect(problemsOfListing(readListing(root, language))).toEqual([]);
  });

  it('a text that is too long, too short or missing is told', () => {
    const good = readListing(root, 'en');
    expect(problemsOfListing({ ...good, summary: 'x'.repeat(133) })).toEqual(['the summary (en) has 133 characters; 1 to 132 are taken.']);
    expect(problemsOfListing({ ...good, name: 'x'.repeat(46), description: 'short' })).toHaveLength(2);
    expect(problemsOfListing({ ...good, keywords: Array(8).fill('one two three') })[0]).toMatch(/8 with 24 words/);
    expect(problemsOfListing({ ...good, keywords: [] })).toHaveLength(1);
    expect(problemsOfListing({ ...good, tags: [] })).toHaveLength(1);
  });

  it('say of every permission for Chrome what it is for, and of no other', () => {
    const manifest = read('test', 'house', 'manifests', 'chrome-mv3.json');
    const answers = read('store', 'answers.md');
    expect(problemsOfAnswers(answers, permissionsIn(manifest))).toEqual([]);
    expect(problemsOfAnswers(answers, [...permissionsIn(manifest), 'debugger'])).toEqual([
      'store/answers.md does not say what debugger is for.',
    ]);
    expect(problemsOfAnswers(answers, permissionsIn(manifest).slice(1))).toHaveLength(1);
    expect(problemsOfAnswers(answers.replace('### storage\n', `### storage\n${'x'.repeat(1_000)}`), permissionsIn(manifest))).toHaveLength(
      1,
    );
  });

  it('the languages of the listings are those of the packages, with the same parts', () => {
    expect(readdirSync(join(root, 'public', '_locales')).sort()).toEqual([...languages].sort());
    const [first, ...others] = languages.map((language) => [...sections(readListing(root, language).text).keys()]);
    for (const other of others) expect(other).toEqual(first);
  });

  it('what the linter’s explanation says is so: no component sets HTML', () => {
    const files = ['components', 'entrypoints', 'lib'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => join(root, folder, name)),
    );
    expect(
      files.filter((file) => /\b(?:dangerouslySetInnerHTML|innerHTML|outerHTML)\b|insertAdjacentHTML/.test(readFileSync(file, 'utf8'))),
    ).toEqual([]);
  });
});

describe('pictures for the stores', () => {
  it('icons and tiles are there in the sizes that stores and browsers ask for', () => {
    const sizes = [
      ...[16, 32, 48, 96, 128].map((size) => [`public/icon/${size}.png`, `${size}x${size}`]),
      ...[64, 128, 300].map((size) => [`store/icons/${size}.png`, `${size}x${size}`]),
      ...['440x280', '1400x560'].map((size) => [`store/tiles/${size}.png`, size]),
    ];
    for (const [path = '', size] of sizes) expect(existsSync(join(root, path)) && pixelsOf(join(root, path)), path).toBe(size);
  });

  it('become smaller without a pixel changed, and what is no plain picture stays as it is', () => {
    const icon = readFileSync(join(root, 'store', 'tiles', '440x280.png'));
    const once = smaller(icon);
    expect(once.length).toBeLessThanOrEqual(icon.length);
    // What was packed once is packed as well as it can be, whatever its rows were predicted from.
    expect(smaller(once).equals(once)).toBe(true);
    const gray = Buffer.from(icon);
    gray[25] = 0;
    expect(smaller(gray)).toBe(gray);
  });
});

describe('before a release', () => {
  const fine = { branch: 'main', changed: [], tags: ['v0.0.9'] };

  it('the repository is on main, clean, and the version has no tag', () => {
    expect(problemsOfGit(fine, '0.1.0')).toEqual([]);
    expect(problemsOfGit({ ...fine, changed: ['a.ts', 'b.ts'] }, '0.1.0')).toEqual([
      'a.ts and 1 more differ from the last commit: commit or put away.',
    ]);
    expect(problemsOfGit({ ...fine, branch: 'next' }, '0.1.0')).toEqual(['this is the branch next; a release is made on main.']);
    expect(problemsOfGit(fine, '0.0.9')).toEqual(['the tag v0.0.9 is there already: choose the next version in package.json.']);
  });

  it('the version is three numbers and stands first in the changelog, with something below it', () => {
    expect(problemsOfVersion(read('CHANGELOG.md'), versionIn(root))).toEqual([]);
    expect(problemsOfVersion('# Changelog\n\n## 1.0.0\n\n- New\n', '1.0.1')).toEqual([
      'CHANGELOG.md has no entry for 1.0.1.',
      'CHANGELOG.md begins with 1.0.0, package.json says 1.0.1.',
    ]);
    expect(problemsOfVersion('## 1.0.0\n\n## 0.9.0\n\n- Old\n', '1.0.0')).toEqual(['CHANGELOG.md has no entry for 1.0.0.']);
    expect(problemsOfVersion('## 1.0.0-rc.1\n\n- New\n', '1.0.0-rc.1')).toHaveLength(1);
    expect(changesIn('## 2.0.0\n\n- Two\n\n## 1.0.0\n\n- One\n', '1.0.0')).toBe('- One');
  });

  it('a warning of the linter that nobody explained stops it, and so does an explanation of nothing', () => {
    const [one] = explained;
    if (!one) throw new Error('nothing is explained');
    const known = { severity: 'warning', code: one.code, message: one.message, file: 'a.js' } as const;
    expect(unexplained([known])).toEqual([]);
    expect(unexplained([known, known])).toHaveLength(1);
    expect(unexplained([known, { ...known, code: 'OTHER' }])).toEqual([`warning OTHER in a.js: ${one.message}`]);
    expect(unexplained([{ ...known, severity: 'error' }])).toHaveLength(2);
    expect(unexplained([])).toEqual([`${one.code} is explained and does not occur`]);
  });

  it('what is too heavy or not there is told', () => {
    const said = problemsOfWeight('chrome-mv3', [
      { name: 'background.js', bytes: Buffer.from(crypto.getRandomValues(new Uint8Array(31_000))) },
    ]);
    expect(said[0]).toBe('chrome-mv3: background.js has 32 kB; the budget is 30 kB.');
    expect(said.length).toBeGreaterThan(4);
  });

  it('packages do not depend on the order of files', () => {
    const [a, b] = ['a', 'b'].map((name) => ({ name, bytes: Buffer.from(`${name}${name}`) }));
    if (!a || !b) throw new Error('there are two');
    expect(Buffer.compare(zipOf([a, b]), zipOf([b, a]))).toBe(0);
    expect(Buffer.compare(zipOf([a, b]), zipOf([a, { ...b, bytes: Buffer.from('bc') }]))).not.toBe(0);
  });

  it('checksums are as sha256sum reads them', () => {
    expect(checksums(new Map([['empty', new Uint8Array()]]))).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  empty\n',
    );
  });
});
