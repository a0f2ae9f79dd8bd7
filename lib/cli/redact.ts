import { realpath, writeFile } from 'node:fs/promises';
import { InputError, readInput } from '../library/read-file.ts';
import { toolVersion } from '../library/version.ts';
import { LeakError, type RedactedFile, redactOpened } from '../transfer/redact-opened.ts';
import { readRedactArguments, UsageError, usage } from './arguments.ts';
import { atCaller, listInputs } from './inputs.ts';

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
  let redacted: RedactedFile;
  try {
    redacted = redactOpened(file, options.format, { version: toolVersion(), createdAt: new Date() });
  } catch (error) {
    if (!(error instanceof LeakError)) throw error;
    process.stderr.write(`roundtrip: ${input.name}: ${error.message}\n`);
    return 3;
  }
  const { format, text, replaced } = redacted;
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

async function isSameFile(input: string, out: string): Promise<boolean> {
  if (input === out) return true;
  const [a, b] = await Promise.all([realpath(input), realpath(out).catch(() => null)]);
  return a === b;
}
