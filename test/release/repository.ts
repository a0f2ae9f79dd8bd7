/** What the repository says about a release: facts from git and from the changelog, and what is off about them. */
import { execFileSync } from 'node:child_process';

export interface GitFacts {
  readonly branch: string;
  /** Paths that differ from the last commit, new ones among them. */
  readonly changed: readonly string[];
  readonly tags: readonly string[];
}

export function gitFacts(root: string): GitFacts {
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' });
  const lines = (text: string) => text.split('\n').filter((line) => line !== '');
  return {
    branch: git('rev-parse', '--abbrev-ref', 'HEAD').trim(),
    changed: lines(git('status', '--porcelain')).map((line) => line.slice(3)),
    tags: lines(git('tag', '--list')),
  };
}

export const tagOf = (version: string): string => `v${version}`;

export function problemsOfGit({ branch, changed, tags }: GitFacts, version: string): readonly string[] {
  return [
    ...(changed.length > 0
      ? [`${changed[0]}${changed.length > 1 ? ` and ${changed.length - 1} more` : ''} differ from the last commit: commit or put away.`]
      : []),
    ...(branch === 'main' ? [] : [`this is the branch ${branch}; a release is made on main.`]),
    ...(tags.includes(tagOf(version)) ? [`the tag ${tagOf(version)} is there already: choose the next version in package.json.`] : []),
  ];
}

/** What the changelog says of a version, null when it says nothing. */
export function changesIn(changelog: string, version: string): string | null {
  const parts = `\n${changelog}`.split('\n## ').slice(1);
  const found = parts.find((part) => part.split('\n')[0]?.trim() === version);
  const text = found?.split('\n').slice(1).join('\n').trim() ?? '';
  return text === '' ? null : text;
}

export function problemsOfVersion(changelog: string, version: string): readonly string[] {
  const [newest] = [...changelog.matchAll(/^## (.+)$/gm)].map(([, title = '']) => title.trim());
  return [
    // Stores compare them number by number and know no other form.
    ...(/^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}$/.test(version)
      ? []
      : [`the version ${version} is not three numbers, as the stores want it.`]),
    ...(changesIn(changelog, version) === null ? [`CHANGELOG.md has no entry for ${version}.`] : []),
    ...(newest === undefined || newest === version ? [] : [`CHANGELOG.md begins with ${newest}, package.json says ${version}.`]),
  ];
}
