/** One file in, its report out as it is printed. Runs in the program itself or in one of its threads. */

import { type Input, InputError, type OnRead, readInput } from '../library/read-file.ts';
import type { Redacted } from '../model/redacted.ts';
import { reaches } from '../transfer/reaches.ts';
import { buildRecordingReport, type RecordingReport } from '../transfer/recording-report.ts';
import { toHtml } from '../transfer/to-html.ts';
import { toMarkdown } from '../transfer/to-markdown.ts';
import { toText } from '../transfer/to-text.ts';
import type { AnalyzeArguments } from './arguments.ts';

export interface Task extends AnalyzeArguments {
  readonly version: string;
  /** It is one file of several. */
  readonly many: boolean;
}

export interface Told {
  readonly kind: 'told';
  readonly text: string;
  /** There is a finding at or above `--fail-on`. */
  readonly reached: boolean;
  readonly flows: number;
  readonly errors: number;
  readonly warnings: number;
  /** Ids of checks: what broke each flow that failed, once each. */
  readonly headlines: readonly string[];
}

export interface Unusable {
  readonly kind: 'unusable';
  readonly message: string;
}

export type Result = Told | Unusable;

export async function analyzeFile(input: Input, task: Task, onRead: OnRead): Promise<Result> {
  try {
    const { recording } = await readInput(input, { onRead });
    const { profile, version, failOn, showSecrets } = task;
    const report = buildRecordingReport(recording, { profile, policy: showSecrets ? 'nothing' : 'share-safe', version });
    const attempts = [report, ...(report.second ? [report.second] : [])];
    const sum = (of: 'flows' | 'errors' | 'warnings') => attempts.reduce((all, { summary }) => all + summary[of], 0);
    return {
      kind: 'told',
      text: print(report, input.name, task),
      reached: reaches(report, failOn),
      flows: sum('flows'),
      errors: sum('errors'),
      warnings: sum('warnings'),
      headlines: [...new Set(attempts.flatMap(({ flows }) => flows.flatMap(({ headline }) => headline ?? [])))],
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { kind: 'unusable', message: error.message };
  }
}

function print(report: Redacted<RecordingReport>, name: string, { format, many }: Task): string {
  switch (format) {
    case 'json':
      return `${many ? JSON.stringify({ file: name, ...report }) : JSON.stringify(report, null, 2)}\n`;
    case 'markdown':
      return toMarkdown(report, name);
    case 'html':
      return toHtml(report, name);
    case 'text':
      return toText(report, name);
  }
}
