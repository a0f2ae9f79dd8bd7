import { catalogue } from '../checks/catalogue.ts';
import { InputError } from '../library/read-file.ts';
import { toolVersion } from '../library/version.ts';
import { catalogueJson, catalogueText } from '../transfer/catalogue.ts';
import { readAnalyzeArguments, readChecksArguments, UsageError, usage } from './arguments.ts';
import { inOrder } from './crew.ts';
import { listInputs } from './inputs.ts';
import { showProgress } from './progress.ts';
import { redactFile } from './redact.ts';
import { type SummaryLine, summaryTable } from './summary-table.ts';

/** Waits until the text is taken: a pipe takes it in pieces. */
function write(text: string): Promise<void> {
  return new Promise((done, failed) => {
    process.stdout.write(text, (error) => (error ? failed(error) : done()));
  });
}

async function analyzeFiles(argv: readonly string[]): Promise<number> {
  const options = readAnalyzeArguments(argv);
  if (options === 'help') return help();
  const inputs = await listInputs(options.files);
  const task = { ...options, version: toolVersion(), many: inputs.length > 1 };
  const progress = showProgress(inputs.length);
  const lines: SummaryLine[] = [];
  let reached = false;
  let unusable = false;
  try {
    for await (const [index, result] of inOrder(inputs, task, progress)) {
      progress.clear();
      lines.push({ name: inputs[index]?.name ?? '', result });
      if (result.kind === 'unusable') {
        unusable = true;
        process.stderr.write(`roundtrip: ${result.message}\n`);
        continue;
      }
      reached ||= result.reached;
      await write((index > 0 && options.format !== 'json' ? '\n' : '') + result.text);
    }
  } finally {
    progress.end();
  }
  if (task.many && options.format === 'text') await write(`\n${summaryTable(lines)}`);
  return unusable ? 2 : reached ? 1 : 0;
}

async function listChecks(argv: readonly string[]): Promise<number> {
  const options = readChecksArguments(argv);
  if (options === 'help') return help();
  await write(options.format === 'json' ? `${JSON.stringify(catalogueJson(catalogue), null, 2)}\n` : catalogueText(catalogue));
  return 0;
}

async function help(): Promise<number> {
  await write(`${usage}\n`);
  return 0;
}

/** Runs a command and gives the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const [command, ...rest] = argv;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // The reader of a pipe had enough (head, less).
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  try {
    switch (command) {
      case 'analyze':
        return await analyzeFiles(rest);
      case 'redact':
        return await redactFile(rest);
      case 'checks':
        return await listChecks(rest);
      case undefined:
      case 'help':
      case '--help':
      case '-h':
        return await help();
      default:
        throw new UsageError(`there is no command "${command}". Commands: analyze, redact, checks.`);
    }
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof InputError)) throw error;
    process.stderr.write(`roundtrip: ${error.message}\n`);
    return 2;
  }
}
