/** One measurement in a process of its own: what was read before must not help, and memory is counted from nothing. */
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { analyze } from '../../lib/analyze.ts';
import { analyzeFile, type Task } from '../../lib/cli/analyze-file.ts';
import { inOrder } from '../../lib/cli/crew.ts';
import { decodeFile } from '../../lib/transfer/open-file.ts';
import { openSource } from '../../lib/transfer/open-source.ts';

const task: Task = { files: [], format: 'json', failOn: 'never', profile: 'default', showSecrets: false, version: '0', many: true };
const chunkBytes = 1 << 20;

async function timeOf(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Times of reading and judging, and of JSON.parse, in milliseconds. */
async function pairs(path: string, count: number): Promise<[number, number][]> {
  const bytes = readFileSync(path);
  const source = {
    bytes: bytes.length,
    async *chunks() {
      for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
    },
  };
  const judge = async () => {
    const file = await openSource(source);
    if (file.kind !== 'read' || analyze(file.recording.capture).flows.length === 0) throw new Error('It was not read.');
  };
  const parse = () => JSON.parse(decodeFile(bytes));
  for (let i = 0; i < 3; i++) {
    await judge();
    parse();
  }
  const measured: [number, number][] = [];
  for (let i = 0; i < count; i++) measured.push([await timeOf(judge), await timeOf(parse)]);
  return measured;
}

async function peak(path: string): Promise<number> {
  const result = await analyzeFile({ name: path, path }, task, () => {});
  if (result.kind !== 'told') throw new Error(result.message);
  return process.resourceUsage().maxRSS * 1024;
}

async function folderTime(folder: string, how: 'threads' | 'alone'): Promise<number> {
  const inputs = (await readdir(folder)).sort().map((name) => ({ name, path: join(folder, name) }));
  return timeOf(async () => {
    for await (const [, result] of inOrder(
      inputs,
      task,
      { read: () => {}, done: () => {} },
      how === 'alone' ? Number.POSITIVE_INFINITY : 0,
    ))
      if (result.kind !== 'told') throw new Error(result.message);
  });
}

const [what, path = '', more = ''] = process.argv.slice(2);
const measured =
  what === 'pairs'
    ? await pairs(path, Number(more))
    : what === 'peak'
      ? await peak(path)
      : await folderTime(path, more === 'alone' ? 'alone' : 'threads');
process.stdout.write(JSON.stringify(measured));
