import { resolve } from 'node:path';
import type { WriteOptions } from '../transfer/capture-file.ts';
import { type RedactedFile, type RedactedFormat, redactOpened } from '../transfer/redact-opened.ts';
import { readInput, readText } from './read-file.ts';
import { toolVersion } from './version.ts';

export interface RedactOptions {
  /** A HAR stays a HAR, everything else becomes a Roundtrip capture, unless this says otherwise. */
  readonly format?: RedactedFormat | undefined;
}

/**
 * The same logins with every secret replaced by a stand-in of the same length and kind, so that `analyzeFile` says the same of them.
 * `path` is relative to the working directory; it is only read. Rejects with an `InputError` when the file can not be used, and with a
 * `LeakError` when the result would hold one of the secrets all the same.
 */
export async function redactFile(path: string, options: RedactOptions = {}): Promise<RedactedFile> {
  return redactOpened(await readInput({ name: path, path: resolve(path) }, { whole: true }), options.format ?? null, asWritten());
}

/** The same for the text of such a file. Throws an `InputError` or a `LeakError`. */
export function redactText(text: string, options: RedactOptions = {}): RedactedFile {
  return redactOpened(readText(text), options.format ?? null, asWritten());
}

const asWritten = (): WriteOptions => ({ version: toolVersion(), createdAt: new Date() });
