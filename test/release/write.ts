/** Lays out in `release/` what is uploaded, and what somebody pastes into the stores' forms. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages, readListing, sections, whole } from './listing.ts';
import { changesIn, tagOf } from './repository.ts';
import { packagesOf } from './steps.ts';
import { packageName, sourcesOf, versionIn, zipOf } from './zips.ts';

/** In the form that `sha256sum --check` reads. */
export function checksums(files: ReadonlyMap<string, Uint8Array>): string {
  return [...files].map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`).join('');
}

/** Gives the folder. What an earlier release left there is gone. */
export function writeRelease(root: string): string {
  const folder = join(root, 'release');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const version = versionIn(root);
  const packages = new Map([...packagesOf(root), [packageName(version, 'sources'), zipOf(sourcesOf(root))]]);
  for (const [name, bytes] of packages) writeFileSync(join(folder, name), bytes);
  writeFileSync(join(folder, 'SHA256SUMS'), checksums(packages));
  for (const language of languages) writeFileSync(join(folder, `listing.${language}.md`), whole(readListing(root, language)));
  for (const name of ['answers.md', 'building.md', 'README.md', 'icons', 'tiles', 'screenshots'])
    cpSync(join(root, 'store', name), join(folder, name), { recursive: true });
  const notes = sections(readFileSync(join(root, 'store', 'answers.md'), 'utf8')).get('Notes for reviewers') ?? '';
  writeFileSync(join(folder, 'reviewers.txt'), `${notes}\n`);
  writeFileSync(join(folder, 'notes.md'), `${changesIn(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version) ?? ''}\n`);
  return folder;
}

export const nextSteps = (version: string): string =>
  `Nothing was tagged, pushed or uploaded. What is left to do:

  1. git tag ${tagOf(version)} && git push origin ${tagOf(version)}
  2. Upload from release/, as release/README.md says.
`;
