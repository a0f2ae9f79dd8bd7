import { catalogue } from '../checks/catalogue.ts';
import type { Severity } from '../model/finding.ts';
import type { Redacted } from '../model/redacted.ts';
import { catalogueJson, catalogueText } from '../transfer/catalogue.ts';
import { buildRecordingReport, type RecordingReport } from '../transfer/recording-report.ts';
import { toHtml } from '../transfer/to-html.ts';
import { toMarkdown } from '../transfer/to-markdown.ts';
import { toText } from '../transfer/to-text.ts';
import { type AnalyzeArguments, type FailOn, readAnalyzeArguments, readChecksArguments, UsageError, usage } from './arguments.ts';
import { InputError, listInputs, readInput } from './read-file.ts';
import { redactFile } from './redact.ts';
import { toolVersion } from './version.ts';

const weight: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1 };

/** Causes and leaked credentials count, not their symptoms: the same as in `summary`. */
function reaches(report: Redacted<RecordingReport>, failOn: FailOn): boolean {
  if (failOn === 'never') return false;
  return [report, report.second].some((attempt) => {
    const { errors, warnings, infos } = attempt?.summary ?? { errors: 0, warnings: 0, infos: 0 };
    return (
      (errors > 0 && weight.error >= weight[failOn]) ||
      (warnings > 0 && weight.warning >= weight[failOn]) ||
      (infos > 0 && weight.info >= weight[failOn])
    );
  });
}

function print(report: Redacted<RecordingReport>, name: string, format: AnalyzeArguments['format'], many: boolean): string {
  switch (format) {
    case 'json':
      return `${many ? JSON.stringify({ file: name, ...report }) : JSON.stringify(report, null, 2)}\n`;
    case 'markdown':
      return toMarkdown(report, name);
    case 'html':
      return toHtml(report, name);
    case 'text':
      return toText(report, name);
  }
}

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
  const tool = await toolVersion();
  const many = inputs.length > 1;
  let reached = false;
  let unusable = false;
  for (const [index, input] of inputs.entries()) {
    try {
      const { recording } = await readInput(input);
      const report = buildRecordingReport(recording, {
        profile: options.profile,
        policy: options.showSecrets ? 'nothing' : 'share-safe',
        version: tool,
      });
      reached ||= reaches(report, options.failOn);
      await write((many && index > 0 && options.format !== 'json' ? '\n' : '') + print(report, input.name, options.format, many));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      unusable = true;
      process.stderr.write(`roundtrip: ${error.message}\n`);
    }
  }
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
