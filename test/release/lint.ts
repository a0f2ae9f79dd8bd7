/** What the linter of Firefox's store says of a build; `web-ext lint` runs the same one. */
import { join } from 'node:path';
import { runQuietly } from '../house/run-quietly.ts';

export interface Complaint {
  readonly severity: 'error' | 'warning' | 'notice';
  readonly code: string;
  readonly message: string;
  /** Path in the package. */
  readonly file: string;
}

interface Explained {
  readonly code: string;
  readonly message: string;
  /** How often; one more is not explained. */
  readonly times: number;
  readonly because: string;
}

/** Warnings that stay, each with its reason; store/answers.md tells the reviewers. */
export const explained: readonly Explained[] = [
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    message: 'Unsafe assignment to innerHTML',
    times: 1,
    because: 'Preact’s own, for `dangerouslySetInnerHTML`, which no component uses (test/house/store.test.ts).',
  },
];

interface Said {
  readonly _type: Complaint['severity'];
  readonly code: string;
  readonly message: string;
  readonly file?: string;
}

export async function lint(root: string): Promise<readonly Complaint[]> {
  const build = join(root, '.output', 'firefox-mv3');
  const { said, complained } = await runQuietly('addons-linter/bin/addons-linter', [build, '--output', 'json']);
  if (!said.startsWith('{')) throw new Error(`The linter could not look at ${build}: ${complained || said}`);
  const { errors, warnings, notices } = JSON.parse(said) as Readonly<Record<'errors' | 'warnings' | 'notices', readonly Said[]>>;
  return [...errors, ...warnings, ...notices].map(({ _type, code, message, file = '' }) => ({ severity: _type, code, message, file }));
}

/** What nobody has explained, and explanations of what is no longer there. Empty when all is well. */
export function unexplained(complaints: readonly Complaint[], allowed: readonly Explained[] = explained): readonly string[] {
  const isMeant = (complaint: Complaint, { code, message }: Explained) =>
    complaint.severity !== 'error' && complaint.code === code && complaint.message === message;
  const idle = allowed
    .filter((one) => complaints.filter((complaint) => isMeant(complaint, one)).length < one.times)
    .map(({ code }) => `${code} is explained and does not occur`);
  const left = complaints.filter((complaint, index) => {
    const one = allowed.find((explanation) => isMeant(complaint, explanation));
    return !one || complaints.slice(0, index).filter((earlier) => isMeant(earlier, one)).length >= one.times;
  });
  return [...left.map(({ severity, code, message, file }) => `${severity} ${code} in ${file || 'the package'}: ${message}`), ...idle];
}
