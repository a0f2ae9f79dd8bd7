/** Two logins side by side, for a ticket. */
import type { Comparison, HopPair } from '../compare/comparison.ts';
import { summaryOf } from '../compare/summary.ts';
import { shownWords, subjectWords, unseenSentence } from '../compare/words.ts';
import { roleWords } from '../explain/words.ts';
import { code, sentence, sentenceCell } from './markdown/escape.ts';

/** A redirect chain can be a thousand hops long. */
const mostHops = 40;

function hopLines(label: string, hops: readonly HopPair[], side: 'a' | 'b'): string[] {
  const own = hops.flatMap(({ role, ...sides }) => {
    const there = sides[side];
    return there && !sides[side === 'a' ? 'b' : 'a'] ? [{ role, hop: there }] : [];
  });
  if (own.length === 0) return [];
  const left = own.length - mostHops;
  return [
    '',
    `Hops only in “${sentence(label)}”:`,
    '',
    ...own.slice(0, mostHops).map(({ role, hop }) => {
      const status = hop.status.kind === 'status' ? ` → ${hop.status.status}` : '';
      return `- ${roleWords(role)}: ${code(`${hop.method} ${hop.address}`)}${status}`;
    }),
    ...(left > 0 ? [`- and ${left} more`] : []),
  ];
}

/** A section of its own, heading included. */
export function comparisonMarkdown(comparison: Comparison): string[] {
  const { a, b, differences, hops, unseen } = comparison;
  const lines = [`## “${sentence(a.label)}” and “${sentence(b.label)}” compared`, '', `**${sentence(summaryOf(comparison))}**`];
  if (differences.length > 0) lines.push('', `| What differs | ${sentenceCell(a.label)} | ${sentenceCell(b.label)} |`, '|---|---|---|');
  for (const { subject, a: inA, b: inB, explains } of differences) {
    const what = sentenceCell(subjectWords(subject));
    lines.push(
      `| ${explains ? `**${what}**` : what} | ${sentenceCell(shownWords(inA, subject))} | ${sentenceCell(shownWords(inB, subject))} |`,
    );
  }
  if (differences.some((one) => one.explains)) lines.push('', 'In bold: where the finding about the login that failed points at.');
  lines.push(...hopLines(a.label, hops, 'a'), ...hopLines(b.label, hops, 'b'));
  if (unseen.length > 0) lines.push('');
  for (const one of unseen) lines.push(`- ${sentence(unseenSentence(one, { a: a.label, b: b.label }))}`);
  return lines;
}
