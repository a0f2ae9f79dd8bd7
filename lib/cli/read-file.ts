import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Capture } from '../model/capture.ts';
import { fromCaptureFile } from '../normalize/from-capture-file.ts';
import { fromHar } from '../normalize/from-har.ts';

/** Input that can not be used: one line that says which file, what is wrong and what is accepted. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

const accepted = 'HAR 1.1 and 1.2 files and Roundtrip captures are accepted.';

/** Paths mean the folder the caller stood in, not the one npm runs scripts in. */
export function atCaller(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}

export interface Input {
  /** As the user wrote it. */
  readonly name: string;
  readonly path: string | null;
}

/** Folders become the HAR and JSON files in them, sorted by name. */
export async function listInputs(names: readonly string[]): Promise<Input[]> {
  const inputs: Input[] = [];
  for (const name of names) {
    if (name === '-') {
      inputs.push({ name: 'standard input', path: null });
      continue;
    }
    const path = atCaller(name);
    const info = await stat(path).catch((error: NodeJS.ErrnoException) => {
      throw new InputError(
        `${name}: ${error.code === 'ENOENT' ? 'there is no such file or folder' : `it can not be opened (${error.code ?? 'unknown reason'})`}. ${accepted}`,
      );
    });
    if (!info.isDirectory()) {
      inputs.push({ name, path });
      continue;
    }
    const found = (await readdir(path)).filter((file) => /\.(?:har|json)$/i.test(file)).sort();
    if (found.length === 0) throw new InputError(`${name}: this folder holds no .har or .json file. ${accepted}`);
    for (const file of found) inputs.push({ name: join(name, file), path: join(path, file) });
  }
  return inputs;
}

async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString('utf16le');
  const text = bytes.toString('utf8');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** Where JSON.parse stopped, without the piece of the file it would quote: that could be a secret. */
function whereItBroke(text: string, error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  if (/unexpected end|unterminated/i.test(message)) return 'it ends in the middle of the JSON, as if it had been cut off';
  const position = Number(/position (\d+)/.exec(message)?.[1] ?? Number.NaN);
  if (Number.isNaN(position)) return 'it is not JSON';
  const before = text.slice(0, position);
  return `it is not JSON (line ${before.split('\n').length}, column ${position - before.lastIndexOf('\n')})`;
}

/** A file as it is written, and as the engine reads it. */
export interface ReadFile {
  readonly json: unknown;
  readonly kind: 'har' | 'capture';
  readonly capture: Capture;
}

export async function readCapture(input: Input): Promise<Capture> {
  return (await readInput(input)).capture;
}

export async function readInput(input: Input): Promise<ReadFile> {
  const name = input.path === null ? input.name : input.name || basename(input.path);
  let bytes: Buffer;
  try {
    bytes = input.path === null ? await readStandardInput() : await readFile(input.path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new InputError(`${name}: it can not be read (${code}). ${accepted}`);
  }
  if (bytes.length === 0) throw new InputError(`${name}: it is empty. ${accepted}`);
  let text: string;
  try {
    text = decode(bytes);
  } catch {
    throw new InputError(`${name}: at ${Math.round(bytes.length / 1e6)} MB it is larger than can be read in one piece. ${accepted}`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InputError(`${name}: ${whereItBroke(text, error)}. ${accepted}`);
  }
  const own = fromCaptureFile(value);
  const result = own.kind === 'other' ? fromHar(value) : own;
  if (result.kind === 'unreadable') throw new InputError(`${name}: ${result.because}. ${accepted}`);
  return { json: value, kind: own.kind === 'other' ? 'har' : 'capture', capture: result.capture };
}
