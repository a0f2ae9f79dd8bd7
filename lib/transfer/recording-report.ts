/** The report on all that a file holds: one attempt or two, and the user's own words. */
import { analyze } from '../analyze.ts';
import { compareFlows } from '../compare/compare.ts';
import type { Comparison } from '../compare/comparison.ts';
import { pickPair } from '../compare/pick.ts';
import { againWords } from '../explain/words.ts';
import type { Capture } from '../model/capture.ts';
import type { Analysis } from '../model/finding.ts';
import type { Again, Recording, Story } from '../model/recording.ts';
import type { Redacted } from '../model/redacted.ts';
import { Redactor } from '../redact/redactor.ts';
import { buildReport, type Report, type ReportOptions } from './report.ts';

export interface RecordingReport extends Report {
  readonly story: Story | null;
  readonly second: (Report & { readonly how: Again }) | null;
  /** The login of the first attempt beside that of the second; null where one of them has none. */
  readonly comparison: Comparison | null;
}

/** What is equal in both attempts has the same stand-in in both. */
export function buildRecordingReport(
  { capture, story, second }: Recording,
  options: ReportOptions,
  analysis: Analysis = analyze(capture, options.profile),
): Redacted<RecordingReport> {
  const redactor = new Redactor(options.policy);
  const first = buildReport(capture, options, analysis, redactor);
  const again = second && analyze(second.capture, options.profile);
  return redactor.release({
    ...first,
    second: second && again && { how: second.how, ...buildReport(second.capture, options, again, redactor) },
    comparison: second && again && compared({ capture, analysis }, { capture: second.capture, analysis: again }, second.how),
    // Last: what the logins hide is hidden in the words about them, too.
    story: story && redactStory(story, redactor),
  });
}

interface Judged {
  readonly capture: Capture;
  readonly analysis: Analysis;
}

function compared(first: Judged, second: Judged, how: Again): Comparison | null {
  const pair = pickPair(first.analysis, second.analysis);
  if (!pair) return null;
  return compareFlows(
    { label: 'First attempt', capture: first.capture, judged: pair.a },
    { label: `Second attempt, ${againWords(how)}`, capture: second.capture, judged: pair.b },
  );
}

function redactStory({ site, goal, did, saw }: Story, redactor: Redactor): Story {
  return {
    site: site && redactor.url(site),
    goal: goal && redactor.prose(goal),
    did: redactor.prose(did),
    saw: redactor.prose(saw),
  };
}
