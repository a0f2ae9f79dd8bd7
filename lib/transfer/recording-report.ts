/** The report on all that a file holds: one attempt or two, and the user's own words. */
import { analyze } from '../analyze.ts';
import type { Analysis } from '../model/finding.ts';
import type { Again, Recording, Story } from '../model/recording.ts';
import type { Redacted } from '../model/redacted.ts';
import { Redactor } from '../redact/redactor.ts';
import { buildReport, type Report, type ReportOptions } from './report.ts';

export interface RecordingReport extends Report {
  readonly story: Story | null;
  readonly second: (Report & { readonly how: Again }) | null;
}

/** What is equal in both attempts has the same stand-in in both. */
export function buildRecordingReport(
  { capture, story, second }: Recording,
  options: ReportOptions,
  analysis: Analysis = analyze(capture, options.profile),
): Redacted<RecordingReport> {
  const redactor = new Redactor(options.policy);
  const first = buildReport(capture, options, analysis, redactor);
  return redactor.release({
    ...first,
    second: second && {
      how: second.how,
      ...buildReport(second.capture, options, analyze(second.capture, options.profile), redactor),
    },
    // Last: what the logins hide is hidden in the words about them, too.
    story: story && redactStory(story, redactor),
  });
}

function redactStory({ site, goal, did, saw }: Story, redactor: Redactor): Story {
  return {
    site: site && redactor.url(site),
    goal: goal && redactor.prose(goal),
    did: redactor.prose(did),
    saw: redactor.prose(saw),
  };
}
