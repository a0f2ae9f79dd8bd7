/** After many reports on a terminal: one line a file, so that nobody has to scroll for the broken one. */
import { printable } from '../read/printable.ts';
import { counted } from '../transfer/words.ts';
import type { Result } from './analyze-file.ts';

export interface SummaryLine {
  readonly name: string;
  readonly result: Result;
}

export function summaryTable(lines: readonly SummaryLine[]): string {
  const rows = lines.map(({ name, result }) =>
    result.kind === 'unusable'
      ? ['?', '', '', '', printable(name), 'it can not be read']
      : [markOf(result), String(result.flows), String(result.errors), String(result.warnings), printable(name), wordsOf(result)],
  );
  const all = [['', 'flows', 'errors', 'warnings', 'file', ''], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => all.reduce((most, row) => Math.max(most, (row[column] ?? '').length), 0));
  const isNumber = (column: number) => column > 0 && column < 4;
  const print = (row: readonly string[]) =>
    row
      .map((cell, column) => (isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  const count = (is: (result: Result) => boolean) => lines.filter(({ result }) => is(result)).length;
  const broken = count((result) => result.kind === 'told' && result.errors > 0);
  const unusable = count((result) => result.kind === 'unusable');
  const total = [
    counted(lines.length, 'file', 'files'),
    `${broken} with errors`,
    ...(unusable > 0 ? [`${unusable} can not be read`] : []),
  ].join(', ');
  return `${total}\n\n${all.map(print).join('\n')}\n`;
}

const markOf = ({ errors, warnings, flows }: Extract<Result, { kind: 'told' }>) =>
  errors > 0 ? '✕' : warnings > 0 ? '!' : flows > 0 ? '✓' : '·';

const wordsOf = ({ headlines, flows }: Extract<Result, { kind: 'told' }>) =>
  headlines.length > 0 ? headlines.join(', ') : flows === 0 ? 'no login' : '';
