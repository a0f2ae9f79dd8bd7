/** Is a report bad enough for whoever asked? */
import type { Severity } from '../model/finding.ts';
import type { RecordingReport } from './recording-report.ts';

/** The least severity that counts; `never`: nothing does. */
export type FailOn = Severity | 'never';

const weight: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1 };

/** In either attempt. Causes and leaked credentials count, not their symptoms: the same as in `summary`. */
export function reaches(report: Pick<RecordingReport, 'summary' | 'second'>, failOn: FailOn): boolean {
  if (failOn === 'never') return false;
  return [report, report.second].some((attempt) => {
    const { errors, warnings, infos } = attempt?.summary ?? { errors: 0, warnings: 0, infos: 0 };
    return (
      (errors > 0 && weight.error >= weight[failOn]) ||
      (warnings > 0 && weight.warning >= weight[failOn]) ||
      (infos > 0 && weight.info >= weight[failOn])
    );
  });
}
