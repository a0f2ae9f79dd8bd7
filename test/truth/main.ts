/**
 * `npm run truth`: how often Roundtrip is right about captures whose fault is known. `npm run truth -- FOLDER`: what it says of the files in
 * a folder, and how often it is right where a labels.json says what is true.
 */
import { parseArgs } from 'node:util';
import { InputError } from '../../lib/library/read-file.ts';
import { drawnCaptures } from './drawn.ts';
import { folderText, judgeFolder } from './folder.ts';
import { judge } from './judge.ts';
import { scoreText } from './print.ts';
import { recordedCaptures } from './recorded.ts';
import { type Score, score } from './score.ts';

const usage = 'npm run truth -- [FOLDER] [--format text|json]';

const exitCode = ({ targets }: Score) => (targets.every((target) => target.met) ? 0 : 1);
const print = (text: string) => process.stdout.write(text);
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

async function ofRepository(asJson: boolean): Promise<number> {
  const { captures, unrecorded } = recordedCaptures();
  const result = score([...(await drawnCaptures()), ...captures].map(judge));
  const missing = unrecorded.length === 0 ? '' : `\nWithout a recording (npm run record makes them): ${unrecorded.join(', ')}\n`;
  print(asJson ? json({ ...result, unrecorded }) : `${scoreText(result)}${missing}`);
  return exitCode(result);
}

async function ofFolder(folder: string, asJson: boolean): Promise<number> {
  const result = await judgeFolder(folder);
  print(asJson ? json(result) : folderText(result));
  return result.score ? exitCode(result.score) : 0;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { format: { type: 'string', default: 'text' } } });
  const [folder, ...rest] = positionals;
  if (rest.length > 0 || !['text', 'json'].includes(values.format)) throw new InputError(usage);
  const asJson = values.format === 'json';
  return folder === undefined ? ofRepository(asJson) : ofFolder(folder, asJson);
}

try {
  process.exitCode = await main();
} catch (error) {
  const own =
    error instanceof InputError || (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
  if (!own) throw error;
  process.stderr.write(`roundtrip: ${error.message}\n`);
  process.exitCode = 2;
}
