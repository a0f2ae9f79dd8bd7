/** The score for people. */
import { percent, type Rate, type Score } from './score.ts';

const longestList = 200;

export function scoreText({ captures, healthy, families, recall, headline, falseAlarms, targets, confusions, misses }: Score): string {
  const lines = [
    `${captures} labeled captures, ${healthy} of them healthy`,
    '',
    row(['what is broken', 'captures', 'recall', 'right headline']),
    ...families.map((f) => row([f.name, String(f.captures), rate(f.recall), rate(f.headline)])),
    row(['all', String(families.reduce((sum, f) => sum + f.captures, 0)), rate(recall), rate(headline)]),
    '',
    `False alarms above a remark: ${falseAlarms} of ${healthy} healthy captures`,
    '',
    ...targets.map(({ name, wanted, reached, met }) => `${met ? 'met   ' : 'MISSED'}  ${name}: ${reached} (wanted: ${wanted})`),
  ];
  if (confusions.length > 0) lines.push('', 'Headlines that are wrong:');
  for (const one of confusions) {
    lines.push(`  expected ${one.expected ?? 'none'}, said ${one.said.join(' and ') || 'none'}`);
    lines.push(...one.captures.map((name) => `    ${name}`));
  }
  const others = misses.filter((miss) => !miss.headline && miss.notFound.length + miss.unasked.length + miss.crashed.length > 0);
  if (others.length > 0) lines.push('', 'Other misses:');
  for (const { name, notFound, unasked, crashed } of others.slice(0, longestList)) {
    const faults = [
      ...notFound.map((check) => `${check} was not found`),
      ...unasked.map((check) => `${check} spoke`),
      ...crashed.map((what) => `crashed: ${what}`),
    ];
    lines.push(`  ${name}: ${faults.join(', ')}`);
  }
  if (others.length > longestList) lines.push(`  and ${others.length - longestList} more`);
  return `${lines.join('\n')}\n`;
}

function rate(value: Rate): string {
  return value.of === 0 ? '-' : `${percent(value)} (${value.right}/${value.of})`;
}

const widths = [20, 10, 22, 22];

function row(cells: readonly string[]): string {
  return cells
    .map((cell, index) => cell.padEnd(widths[index] ?? 0))
    .join('')
    .trimEnd();
}
