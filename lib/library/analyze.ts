import { resolve } from 'node:path';
import type { Profile } from '../model/finding.ts';
import type { Recording } from '../model/recording.ts';
import type { Redacted } from '../model/redacted.ts';
import { buildRecordingReport, type RecordingReport } from '../transfer/recording-report.ts';
import { readInput, readText } from './read-file.ts';
import { toolVersion } from './version.ts';

/**
 * What is said of a file, `roundtrip.report/1`: an attempt at logging in, a second one where the file holds two, and the user's own
 * words. Plain data: `JSON.stringify` writes what `roundtrip analyze --format json` prints. Only this library can make one.
 */
export type Report = Redacted<RecordingReport>;

export interface AnalyzeOptions {
  /** `auditor` also hears weaknesses of logins that worked; `default` unless said otherwise. */
  readonly profile?: Profile | undefined;
  /** Codes, tokens, cookies and the like stand in the report as they were recorded: give it to nobody. False unless said otherwise. */
  readonly showSecrets?: boolean | undefined;
}

/**
 * Reads a HAR, a Roundtrip capture or a JSON export of SAML-tracer, of any size. `path` is relative to the working directory.
 * Rejects with an `InputError` when the file can not be used.
 */
export async function analyzeFile(path: string, options: AnalyzeOptions = {}): Promise<Report> {
  const { recording } = await readInput({ name: path, path: resolve(path) });
  return reportOn(recording, options);
}

/** The same for the text of such a file, or for the address of a login, which is judged without being opened. Throws an `InputError`. */
export function analyzeText(text: string, options: AnalyzeOptions = {}): Report {
  return reportOn(readText(text).recording, options);
}

function reportOn(recording: Recording, { profile = 'default', showSecrets = false }: AnalyzeOptions): Report {
  return buildRecordingReport(recording, { profile, policy: showSecrets ? 'nothing' : 'share-safe', version: toolVersion() });
}
