/** What is looked at before a release, in order: quick things first. Each says in one sentence what is off, or nothing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Build, budgets, builds, filesOf, loadedBytes, packageBytes, type ShippedFile } from '../bench/shipped.ts';
import { buildExtension, runTool } from '../run/tools.ts';
import { buildAgain } from './again.ts';
import { lint, unexplained } from './lint.ts';
import { languages, problemsOfAnswers, problemsOfListing, readListing } from './listing.ts';
import { problemOfAge, problemsOfPictures } from './pictures.ts';
import { gitFacts, problemsOfGit, problemsOfVersion } from './repository.ts';
import { browserOf, packageName, sourcesOf, versionIn, writePackages, zipOf } from './zips.ts';

export interface Step {
  readonly name: string;
  /** Sentences; the first one is told. */
  readonly look: () => Promise<readonly string[]> | readonly string[];
}

/** By what leaves too much: a surface of a build, or a whole package. */
export function problemsOfWeight(build: Build, files: readonly ShippedFile[]): readonly string[] {
  const { package: most, ...surfaces } = budgets;
  const weighed = [
    ['the package', packageBytes(files), most] as const,
    ...Object.entries(surfaces).map(([entry, budget]) => [entry, loadedBytes(files, entry) ?? Number.NaN, budget] as const),
  ];
  return weighed
    .filter(([, bytes, budget]) => !(bytes < budget))
    .map(([what, bytes, budget]) => `${build}: ${what} has ${Math.ceil(bytes / 1000)} kB; the budget is ${budget / 1000} kB.`);
}

/** All that the manifest for Chrome asks for, at install or later. */
export function permissionsIn(manifest: string): readonly string[] {
  const { permissions, optional_permissions } = JSON.parse(manifest) as Readonly<
    Record<'permissions' | 'optional_permissions', readonly string[]>
  >;
  return [...permissions, ...optional_permissions];
}

export function packagesOf(root: string): ReadonlyMap<string, Uint8Array> {
  const version = versionIn(root);
  const names = builds.map((build) => packageName(version, browserOf[build]));
  return new Map(names.map((name) => [name, readFileSync(join(root, '.output', name))]));
}

export function steps(root: string, tested: boolean): readonly Step[] {
  const read = (...path: readonly string[]) => readFileSync(join(root, ...path), 'utf8');
  return [
    { name: 'the repository', look: () => problemsOfGit(gitFacts(root), versionIn(root)) },
    { name: 'version and changelog', look: () => problemsOfVersion(read('CHANGELOG.md'), versionIn(root)) },
    { name: 'listing texts', look: () => languages.flatMap((language) => problemsOfListing(readListing(root, language))) },
    { name: 'pictures', look: () => problemsOfPictures(root) },
    ...(tested
      ? []
      : [{ name: 'npm test', look: async () => ((await runTests()) ? [] : ['the tests are red; their own words stand above.']) }]),
    {
      name: 'the packages',
      look: async () => {
        await buildExtension();
        writePackages(root);
        return builds.flatMap((build) => problemsOfWeight(build, filesOf(build)));
      },
    },
    {
      name: 'answers for the stores’ forms',
      look: () => problemsOfAnswers(read('store', 'answers.md'), permissionsIn(read('.output', 'chrome-mv3', 'manifest.json'))),
    },
    { name: 'the age of the screenshots', look: () => [problemOfAge(root)].filter((sentence) => sentence !== null) },
    { name: 'the linter of Firefox’s store', look: async () => unexplained(await lint(root)) },
    {
      name: 'the same packages from the sources, installed anew in another folder',
      look: () =>
        buildAgain(zipOf(sourcesOf(root)), packagesOf(root), null).different.map(
          (name) => `${name} comes out otherwise when it is built from the source package.`,
        ),
    },
  ];
}

async function runTests(): Promise<boolean> {
  return (await runTool('vitest/vitest.mjs', ['run', '--project', 'house', '--project', 'unit', '--project', 'e2e'])) === 0;
}
