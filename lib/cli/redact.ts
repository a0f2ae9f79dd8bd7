import { realpath, writeFile } from 'node:fs/promises';
import { redactHar } from '../redact/file/har.ts';
import type { WriteOptions } from '../transfer/capture-file.ts';
import { prepare } from '../transfer/leave.ts';
import { readRedactArguments, UsageError, usage } from './arguments.ts';
import { atCaller, InputError, listInputs, type ReadFile, readInput } from './read-file.ts';
import { toolVersion } from './version.ts';

/** `redact FILE --out FILE`. Gives the exit code: 3 when a secret was left and nothing was written. */
export async function redactFile(argv: readonly string[]): Promise<number> {
  const options = readRedactArguments(argv);
  if (options === 'help') {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const [input, ...others] = await listInputs([options.file]);
  if (!input || others.length > 0) throw new UsageError('redact takes one file, not a folder.');
  const out = atCaller(options.out);
  if (input.path !== null && (await isSameFile(input.path, out)))
    throw new UsageError(`${options.out} is the file to be read; give --out another name.`);
  const file = await readInput(input, { whole: true });
  const format = options.format ?? (file.format === 'har' ? 'har' : 'capture');
  const { text, hidden, leaks } = write(file, format, { version: await toolVersion(), createdAt: new Date() });
  const replaced = Object.values(hidden).reduce((sum, count) => sum + count, 0);
  if (leaks > 0) {
    process.stderr.write(
      `roundtrip: ${input.name}: ${leaks} of ${replaced} secrets would still stand in the redacted file, so it was not written. This is a bug in Roundtrip; please report it, without the file.\n`,
    );
    return 3;
  }
  const { capture, second, story } = file.recording;
  const requests = capture.exchanges.length + (format === 'capture' ? (second?.capture.exchanges.length ?? 0) : 0);
  const left =
    format === 'har' && (second || story) ? ' A HAR has no place for a second attempt and the user’s own words: they were left out.' : '';
  try {
    await writeFile(out, text);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new InputError(`${options.out}: it can not be written (${code}).`);
  }
  process.stdout.write(
    `${options.out}: ${requests} requests, ${replaced} different values replaced, 0 of them found in the file.${left}\n`,
  );
  return 0;
}

/** A HAR from elsewhere stays the file it is, broken entries and all. */
function write(file: ReadFile, format: 'har' | 'capture', options: WriteOptions) {
  if (format === 'har' && file.format === 'har' && !file.own) return redactHar(file.json);
  const prepared = prepare(file.recording, format, options);
  const { hidden } = prepared;
  return prepared.kind === 'ready' ? { text: prepared.text, hidden, leaks: 0 } : { text: '', hidden, leaks: prepared.leaks };
}

async function isSameFile(input: string, out: string): Promise<boolean> {
  if (input === out) return true;
  const [a, b] = await Promise.all([realpath(input), realpath(out).catch(() => null)]);
  return a === b;
}
