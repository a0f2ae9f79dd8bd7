/** Pictures that the stores take: sizes in pixels, and whether the screenshots show what is released. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../bench/shipped.ts';
import { languages } from './listing.ts';
import { zipOf } from './zips.ts';

/** Name of the build that was photographed, beside the pictures. */
export const takenOf = 'store/screenshots/taken-of.json';

/** Chrome takes one to five; so does Edge, and Firefox takes more. */
const mostNumbered = 5;

/** Width and height stand at the same place in every PNG (ISO/IEC 15948, 11.2.2). */
export function pixelsOf(file: string): string {
  const bytes = readFileSync(file);
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}

/** What a user sees of a build: all of it but the manifest, whose version changes nothing on a picture. */
export function looksOf(root: string): string {
  const files = filesIn(join(root, '.output', 'chrome-mv3')).filter(({ name }) => name !== 'manifest.json');
  return createHash('sha256').update(zipOf(files, 0)).digest('hex');
}

const drawn = [
  ['store/icons/64.png', '64x64'],
  ['store/icons/128.png', '128x128'],
  ['store/icons/300.png', '300x300'],
  ['store/tiles/440x280.png', '440x280'],
  ['store/tiles/1400x560.png', '1400x560'],
] as const;

/** Sentences that say what is off. */
export function problemsOfPictures(root: string): readonly string[] {
  const screenshots = languages
    .map((language) => `store/screenshots/${language}`)
    .map((folder) => ({ folder, names: picturesIn(root, folder) }));
  const wanted = [...drawn, ...screenshots.flatMap(({ folder, names }) => names.map((name) => [`${folder}/${name}`, '1280x800'] as const))];
  return [
    ...screenshots
      .map(({ folder, names }) => ({ folder, numbered: names.filter((name) => /^\d/.test(name)).length }))
      .filter(({ numbered }) => numbered < 1 || numbered > mostNumbered)
      .map(({ folder, numbered }) => `${folder} has ${numbered} numbered pictures; 1 to ${mostNumbered} are taken (npm run screenshots).`),
    ...wanted.flatMap(([path, size]) => {
      if (!existsSync(join(root, path))) return [`${path} is missing (node test/gallery/icons.ts).`];
      const pixels = pixelsOf(join(root, path));
      return pixels === size ? [] : [`${path} is ${pixels}; the stores want ${size}.`];
    }),
  ];
}

function picturesIn(root: string, folder: string): readonly string[] {
  return existsSync(join(root, folder)) ? readdirSync(join(root, folder)).filter((name) => name.endsWith('.png')) : [];
}

/** Null when the screenshots were taken of the build in `.output`. */
export function problemOfAge(root: string): string | null {
  const path = join(root, takenOf);
  const known = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { readonly looks?: unknown }).looks : null;
  return known === looksOf(root) ? null : 'the screenshots show another build than this one: npm run screenshots, and look at each.';
}
