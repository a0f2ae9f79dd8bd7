/** A folder of files from anywhere: what is said of each, and how often it is right where labels.json says what is true. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { analyze } from '../../lib/analyze.ts';
import { findCheck } from '../../lib/checks/catalogue.ts';
import { atCaller } from '../../lib/cli/inputs.ts';
import { InputError, readInput } from '../../lib/library/read-file.ts';
import type { Capture } from '../../lib/model/capture.ts';
import { isObject, type JsonObject } from '../../lib/read/json.ts';
import { judge } from './judge.ts';
import { type Label, type Labeled, nothingKnown } from './labeled.ts';
import { scoreText } from './print.ts';
import { type Score, score } from './score.ts';

const labelsName = 'labels.json';

export interface FileVerdict {
  readonly file: string;
  readonly verdict: string;
  readonly kind: 'headed' | 'calm' | 'no-login' | 'unusable';
}

export interface FolderVerdicts {
  readonly files: readonly FileVerdict[];
  /** Null where the folder has no labels. */
  readonly score: Score | null;
  /** Labels for files that are not there. */
  readonly unused: readonly string[];
}

export async function judgeFolder(name: string): Promise<FolderVerdicts> {
  const folder = atCaller(name);
  if (!(await stat(folder).catch(() => null))?.isDirectory()) throw new InputError(`${name}: there is no such folder.`);
  const labels = await readLabels(join(folder, labelsName));
  const files: FileVerdict[] = [];
  const labeled: Labeled[] = [];
  for (const file of await capturesIn(folder)) {
    const opened = await open(join(folder, file), file);
    files.push({ file, ...verdictOn(opened) });
    const label = labels?.get(file);
    if (label) labeled.push({ name: file, origin: 'folder', label, profile: 'default', open: () => captureOf(opened) });
  }
  const unused = [...(labels?.keys() ?? [])].filter((file) => !files.some((one) => one.file === file));
  return { files, score: labels ? score(labeled.map(judge)) : null, unused };
}

async function capturesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(?:har|json)$/i.test(entry.name) && entry.name !== labelsName)
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

type Opened = Capture | { readonly unusable: string };

async function open(path: string, name: string): Promise<Opened> {
  try {
    return (await readInput({ path, name })).recording.capture;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { unusable: error.message.slice(name.length + 2) };
  }
}

function captureOf(opened: Opened): Capture {
  if ('unusable' in opened) throw new Error(opened.unusable);
  return opened;
}

function verdictOn(opened: Opened): Omit<FileVerdict, 'file'> {
  if ('unusable' in opened) return { kind: 'unusable', verdict: opened.unusable };
  const { flows } = analyze(opened);
  if (flows.length === 0) return { kind: 'no-login', verdict: 'no login' };
  const heads = [...new Set(flows.flatMap((flow) => flow.headline ?? []))];
  const loud = flows.flatMap((flow) => flow.findings.filter((f) => f.severity !== 'info' && !heads.includes(f.check)).map((f) => f.check));
  const also = loud.length === 0 ? '' : ` (and ${[...new Set(loud)].join(', ')})`;
  const outcomes = [...new Set(flows.map((flow) => `${flow.flow.kind} ${flow.outcome}`))].join(', ');
  if (heads.length === 0 && loud.length === 0) return { kind: 'calm', verdict: `nothing wrong found: ${outcomes}` };
  return { kind: 'headed', verdict: `${heads.join(', ') || 'no headline'}${also}: ${outcomes}` };
}

/** `{ "file.har": { "headline": "state-mismatch", "also": ["login-loop"] }, "healthy.har": { "headline": null } }` */
async function readLabels(path: string): Promise<ReadonlyMap<string, Label> | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return null;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new InputError(`${labelsName}: it is not JSON.`);
  }
  if (!isObject(json)) throw new InputError(`${labelsName}: it has to be an object, with a label for each file.`);
  return new Map(Object.entries(json).map(([file, label]) => [file, readLabel(file, label)]));
}

function readLabel(file: string, value: unknown): Label {
  if (!isObject(value) || !Object.hasOwn(value, 'headline'))
    throw new InputError(`${labelsName}: ${file}: a label is an object with a "headline": a check's id, or null.`);
  const { headline = null, also = [] }: JsonObject = value;
  if (headline !== null && !isCheck(headline))
    throw new InputError(`${labelsName}: ${file}: there is no check called ${JSON.stringify(headline)}.`);
  if (!Array.isArray(also) || !also.every(isCheck)) throw new InputError(`${labelsName}: ${file}: "also" is a list of check ids.`);
  return { ...nothingKnown, headline, also, healthy: headline === null };
}

const isCheck = (value: unknown): value is string => typeof value === 'string' && findCheck(value) !== null;

export function folderText({ files, score: result, unused }: FolderVerdicts): string {
  const count = (kind: FileVerdict['kind']) => files.filter((one) => one.kind === kind).length;
  const lines = files.map(({ file, verdict }) => `${file}: ${verdict}`);
  lines.push(
    '',
    `${files.length} files: ${count('headed')} with something to say, ${count('calm')} with nothing wrong found, ${count('no-login')} without a login, ${count('unusable')} that can not be used`,
  );
  if (unused.length > 0) lines.push(`${labelsName} names files that are not there: ${unused.join(', ')}`);
  return `${lines.join('\n')}\n${result ? `\n${scoreText(result)}` : ''}`;
}
