/** A file, standard input or a text in, what it records out. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type OpenedFile, openFile } from '../transfer/open-file.ts';
import { type FileSource, openSource, openWhole } from '../transfer/open-source.ts';
import { opening } from '../words/en/opening.ts';

/** Input that can not be used: one line that says which file, what is wrong and what is accepted. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

export interface Input {
  /** As the user wrote it. */
  readonly name: string;
  readonly path: string | null;
}

/** Large enough that the number of calls does not matter. */
const chunkBytes = 1 << 20;

async function sourceOf({ path }: Input, onRead: OnRead): Promise<FileSource> {
  if (path === null) return standardInput();
  const { size } = await stat(path);
  return {
    bytes: size,
    async *chunks() {
      let read = 0;
      for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
        yield chunk;
        read += chunk.length;
        onRead(read, size);
      }
    },
  };
}

/** It comes once, and how much of it nobody knows before. */
async function standardInput(): Promise<FileSource> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return {
    bytes: chunks.reduce((sum, { length }) => sum + length, 0),
    async *chunks() {
      yield* chunks;
    },
  };
}

/** Both in bytes. */
export type OnRead = (read: number, of: number) => void;

/** A file that could be read. */
export type ReadFile = Extract<OpenedFile, { kind: 'read' }>;

export interface HowToRead {
  /** With everything that stands in it, whether the engine reads it or not. */
  readonly whole?: boolean;
  readonly onRead?: OnRead;
}

export async function readInput(input: Input, { whole = false, onRead = () => {} }: HowToRead = {}): Promise<ReadFile> {
  const name = input.path === null ? input.name : input.name || basename(input.path);
  let file: OpenedFile;
  try {
    const source = await sourceOf(input, onRead);
    file = whole ? await openWhole(source, 'and that is how it is redacted') : await openSource(source);
  } catch (error) {
    if (!isFromSystem(error)) throw error;
    throw new InputError(
      `${name}: ${error.code === 'ENOENT' ? 'there is no such file' : `it can not be read (${error.code})`}. ${opening().accepted}`,
    );
  }
  if (file.kind === 'unreadable') throw new InputError(`${name}: ${file.because}. ${opening().accepted}`);
  return file;
}

/** The same for a text that is there already. */
export function readText(text: string): ReadFile {
  const file = openFile(text);
  if (file.kind === 'unreadable') throw new InputError(`this text: ${file.because}. ${opening().accepted}`);
  return file;
}

const isFromSystem = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'syscall' in error;
