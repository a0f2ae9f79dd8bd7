import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { accepted, decodeFile, type OpenedFile, openFile } from '../transfer/open-file.ts';

/** Input that can not be used: one line that says which file, what is wrong and what is accepted. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

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

/** A file that could be read. */
export type ReadFile = Extract<OpenedFile, { kind: 'read' }>;

export async function readInput(input: Input): Promise<ReadFile> {
  const name = input.path === null ? input.name : input.name || basename(input.path);
  let bytes: Buffer;
  try {
    bytes = input.path === null ? await readStandardInput() : await readFile(input.path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new InputError(`${name}: it can not be read (${code}). ${accepted}`);
  }
  let text: string;
  try {
    text = decodeFile(bytes);
  } catch {
    throw new InputError(`${name}: at ${Math.round(bytes.length / 1e6)} MB it is larger than can be read in one piece. ${accepted}`);
  }
  const file = openFile(text);
  if (file.kind === 'unreadable') throw new InputError(`${name}: ${file.because}. ${accepted}`);
  return file;
}
