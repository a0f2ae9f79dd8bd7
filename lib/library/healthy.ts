/** For the tests of an app: the recorded login is healthy, or the test fails and says why. Knows no test runner. */

import type { Severity } from '../model/finding.ts';
import { reaches } from '../transfer/reaches.ts';
import type { Report as Attempt, ReportFlow } from '../transfer/report.ts';
import { toText } from '../transfer/to-text.ts';
import { type AnalyzeOptions, analyzeFile, type Report } from './analyze.ts';

export interface HealthyLoginOptions extends AnalyzeOptions {
  /** The least severity of a finding that makes a login unhealthy; `error` unless said otherwise. */
  readonly failOn?: Severity | undefined;
}

/** `message` is for the reader of a failed test: what is wrong in one sentence, then the report as text. */
export class UnhealthyLoginError extends Error {
  override readonly name = 'UnhealthyLoginError';
  readonly report: Report;

  constructor(message: string, report: Report) {
    super(message);
    this.report = report;
  }
}

/**
 * Resolves with the report when the file shows a login that went through and nothing at or above `failOn`. Rejects with an
 * `UnhealthyLoginError` when it does not, which includes a file without any login: what was not seen did not pass. Rejects with an
 * `InputError` when the file can not be used.
 */
export async function expectHealthyLogin(path: string, options: HealthyLoginOptions = {}): Promise<Report> {
  const report = await analyzeFile(path, options);
  const complaint = complaintAbout(report, options.failOn ?? 'error');
  if (complaint !== null) throw new UnhealthyLoginError(`${complaint}\n\n${toText(report, path)}`, report);
  return report;
}

function complaintAbout(report: Report, failOn: Severity): string | null {
  const attempts: readonly Attempt[] = report.second ? [report, report.second] : [report];
  const flows = attempts.flatMap((attempt) => attempt.flows);
  const broken = flows.find(({ outcome }) => outcome === 'failed');
  if (broken) return `The login is not healthy: ${broken.verdict}`;
  if (reaches(report, failOn)) return `The login is not healthy: ${worst(attempts, flows)}`;
  const logins = flows.filter(isLogin);
  if (logins.some(({ outcome }) => outcome === 'completed')) return null;
  const [login] = logins;
  return login ? `No login went through: ${login.verdict}` : 'No login went through: there is none in this recording.';
}

/** Silent ones are not: nobody gets in by them who was not in before. */
const isLogin = ({ kind }: ReportFlow) => kind === 'login' || kind === 'device';

/** The gravest finding that is no consequence of another one. */
function worst(attempts: readonly Attempt[], flows: readonly ReportFlow[]): string {
  const findings = [...flows.flatMap((flow) => flow.findings), ...attempts.flatMap((attempt) => attempt.findings)].filter(
    ({ role }) => role !== 'symptom',
  );
  const first = (['error', 'warning', 'info'] as const).flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity),
  )[0];
  return first?.text ?? '';
}
