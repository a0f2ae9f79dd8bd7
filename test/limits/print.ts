/** The rows as a table for a terminal. */
import type { Came } from './ask.ts';
import type { Row } from './measure-all.ts';

const spoken = { h1: 'HTTP/1.1', h2: 'HTTP/2' } as const;

const cameInWords = (came: Came): string => (came === 'broken' ? 'connection ends' : `HTTP ${came}`);

function cells(row: Row): string[] {
  const { expected, found, judgement } = row;
  const answers = expected.answers.map((answer) => (answer === 'breaks' ? 'ends' : answer)).join('/');
  return [
    `${row.server} ${row.version}`,
    spoken[row.protocol],
    row.quantity,
    expected.refused === null ? 'no limit' : `${expected.refused} (${answers})`,
    found.refused === null ? 'none found' : `${found.refused}, ${cameInWords(found.came)}`,
    judgement.kind === 'same' ? 'same' : judgement.kind === 'explained' ? `explained: ${judgement.why}` : 'DIFFERENT',
  ];
}

export function asTable(rows: readonly Row[]): string {
  const lines = [['server', 'protocol', 'what grows', 'table refuses at', 'observed', ''], ...rows.map(cells)];
  const widths = lines[0]?.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0))) ?? [];
  return lines
    .map((line) =>
      line
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
