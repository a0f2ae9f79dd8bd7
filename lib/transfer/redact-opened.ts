/** The share-safe twin of a file that was opened. */
import { redactHar } from '../redact/file/har.ts';
import type { WriteOptions } from './capture-file.ts';
import { prepare } from './leave.ts';
import type { OpenedFile } from './open-file.ts';

export type RedactedFormat = 'har' | 'capture';

export interface RedactedFile {
  readonly format: RedactedFormat;
  /** As it is to be written, UTF-8. */
  readonly text: string;
  /** Different values that were replaced; none of them stands in the text. */
  readonly replaced: number;
}

/** A secret would still stand in what was about to leave. Its message names numbers only. */
export class LeakError extends Error {
  override readonly name = 'LeakError';
}

/** `format`: null for the kind of the file that was opened. Throws a `LeakError`. */
export function redactOpened(
  file: Extract<OpenedFile, { kind: 'read' }>,
  wanted: RedactedFormat | null,
  options: WriteOptions,
): RedactedFile {
  const format = wanted ?? (file.format === 'har' ? 'har' : 'capture');
  const { text, hidden, leaks } = write(file, format, options);
  const replaced = Object.values(hidden).reduce((sum, count) => sum + count, 0);
  if (leaks > 0)
    throw new LeakError(
      `${leaks} of ${replaced} secrets would still stand in the redacted file, so it was not written. This is a bug in Roundtrip; please report it, without the file.`,
    );
  return { format, text, replaced };
}

/** A HAR from elsewhere stays the file it is, broken entries and all. */
function write(file: Extract<OpenedFile, { kind: 'read' }>, format: RedactedFormat, options: WriteOptions) {
  if (format === 'har' && file.format === 'har' && !file.own) return redactHar(file.json);
  const prepared = prepare(file.recording, format, options);
  const { hidden } = prepared;
  return prepared.kind === 'ready' ? { text: prepared.text, hidden, leaks: 0 } : { text: '', hidden, leaks: prepared.leaks };
}
