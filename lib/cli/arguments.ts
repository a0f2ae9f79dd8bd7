import { parseArgs } from 'node:util';
import { inClone } from '../library/version.ts';
import type { Profile } from '../model/finding.ts';
import type { FailOn } from '../transfer/reaches.ts';
import type { RedactedFormat } from '../transfer/redact-opened.ts';

export type Format = 'text' | 'markdown' | 'html' | 'json';

export interface AnalyzeArguments {
  readonly files: readonly string[];
  readonly format: Format;
  readonly failOn: FailOn;
  readonly profile: Profile;
  readonly showSecrets: boolean;
}

/** Bad arguments, with the sentence that says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const called = (command: string) => (inClone ? `npm run -s ${command.padEnd(7)} --` : `roundtrip ${command.padEnd(7)}`);

export const usage = `Usage:
  ${called('analyze')} FILE... [--format text|markdown|html|json] [--fail-on error|warning|info|never]
  ${called('analyze').replaceAll(/./g, ' ')}         [--profile default|auditor] [--show-secrets]
  ${called('redact')} FILE --out FILE [--format har|capture]
  ${called('checks')} [--format text|json]

analyze reads HAR files (1.1 and 1.2, from any tool), Roundtrip captures and JSON exports of SAML-tracer, or a folder of them, and
prints a report of every OAuth 2.0 and OpenID Connect login in them. "-" reads standard input, which may also be the address of a login. Values are redacted unless --show-secrets.
redact writes the same logins with every secret replaced by a stand-in of the same length and kind: analyze says the same of them,
and the file can be given to somebody else. A HAR stays a HAR, which other tools read, everything else becomes a Roundtrip capture,
unless --format says otherwise. It never writes over the file it reads.
checks prints the catalogue.

Exit: 0 done; 1 a finding at or above --fail-on; 2 unusable input or arguments; 3 a secret was found in what redact was
about to write, so nothing was written.`;

function choose<T extends string>(name: string, value: string | undefined, allowed: readonly T[], fallback: T): T {
  if (value === undefined) return fallback;
  const found = allowed.find((a) => a === value);
  if (found === undefined) throw new UsageError(`--${name} takes ${allowed.join(', ')}; it was given "${value}".`);
  return found;
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        'fail-on': { type: 'string' },
        profile: { type: 'string' },
        'show-secrets': { type: 'boolean' },
        out: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? `${error.message.split('. ', 1)[0]}.` : 'these arguments can not be read.');
  }
}

export function readAnalyzeArguments(argv: readonly string[]): AnalyzeArguments | 'help' {
  const { values, positionals } = parse(argv);
  if (values.help) return 'help';
  if (values.out !== undefined) throw new UsageError('--out belongs to redact; analyze prints its report.');
  if (positionals.length === 0) throw new UsageError('name at least one file, a folder, or "-" for standard input.');
  return {
    files: positionals,
    format: choose('format', values.format, ['text', 'markdown', 'html', 'json'], 'text'),
    failOn: choose('fail-on', values['fail-on'], ['error', 'warning', 'info', 'never'], 'never'),
    profile: choose('profile', values.profile, ['default', 'auditor'], 'default'),
    showSecrets: values['show-secrets'] ?? false,
  };
}

export interface RedactArguments {
  readonly file: string;
  readonly out: string;
  /** Null: the kind of the file that is read. */
  readonly format: RedactedFormat | null;
}

export function readRedactArguments(argv: readonly string[]): RedactArguments | 'help' {
  const { values, positionals } = parse(argv);
  if (values.help) return 'help';
  for (const name of ['fail-on', 'profile', 'show-secrets'] as const)
    if (values[name] !== undefined) throw new UsageError(`--${name} does not belong to redact.`);
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) throw new UsageError('redact takes one file, or "-" for standard input.');
  if (values.out === undefined || values.out === '') throw new UsageError('say with --out FILE where the redacted file goes.');
  const format = values.format === undefined ? null : choose<RedactedFormat>('format', values.format, ['har', 'capture'], 'har');
  return { file, out: values.out, format };
}

export function readChecksArguments(argv: readonly string[]): { readonly format: 'text' | 'json' } | 'help' {
  const { values, positionals } = parse(argv);
  if (values.help) return 'help';
  if (positionals.length > 0) throw new UsageError('checks takes no file.');
  for (const name of ['fail-on', 'profile', 'show-secrets', 'out'] as const)
    if (values[name] !== undefined) throw new UsageError(`--${name} does not belong to checks.`);
  return { format: choose('format', values.format, ['text', 'json'], 'text') };
}
