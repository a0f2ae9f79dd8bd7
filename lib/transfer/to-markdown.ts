/** The report for a ticket. */

import { flowTitle, gapWords, outcomeWords, ownerWords, roleWords } from '../explain/words.ts';
import type { Redacted } from '../model/redacted.ts';
import type { Report, ReportFinding, ReportFlow } from './report.ts';

/** Nothing from a capture may turn into markup. */
function plain(text: string): string {
  return text.replace(/[\\*_[\]<>|#!~]/g, (c) => `\\${c}`).replace(/\s+/g, ' ');
}

/** Our own sentences keep their code marks. */
function sentence(text: string): string {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 0 ? plain(part) : `\`${part}\``))
    .join('');
}

const code = (text: string) => `\`${text.replaceAll('`', "'").replaceAll('|', '\\|')}\``;

function findingText(finding: ReportFinding): string[] {
  const lines = [`#### ${finding.severity === 'error' ? '✕' : finding.severity === 'warning' ? '!' : 'i'} ${sentence(finding.title)}`, ''];
  if (finding.role === 'symptom')
    return [`- ${sentence(finding.title)} (${code(finding.check)}) follows from ${code(finding.under ?? '')}.`];
  lines.push(sentence(finding.text), '', `**${ownerWords[finding.owner]}:** ${sentence(finding.fix)}`, '');
  lines.push(
    `Check ${code(finding.check)}, ${finding.confidence}. ${finding.cites.map((c) => `[${c.spec}${c.section ? ` ${c.section}` : ''}](${c.url})`).join(', ')}`,
    '',
  );
  for (const e of finding.evidence) lines.push(`- ${code(`${e.exchange} ${e.place}`)}: ${code(e.shown)}`);
  return lines;
}

function flowText(flow: ReportFlow): string[] {
  const lines = [
    `## ${flow.id}: ${flowTitle(flow.kind, flow.grant)}, ${outcomeWords[flow.outcome]}`,
    '',
    `**${sentence(flow.verdict)}**`,
    '',
  ];
  const facts: [string, string | null][] = [
    ['App', flow.client],
    ['Provider', flow.provider],
    ['Client id', flow.clientId],
    ['Began (UTC)', flow.startedAt],
    ['Took', flow.durationMs === null ? null : `${flow.durationMs} ms`],
    ['Inside', flow.parent],
  ];
  for (const [name, value] of facts) if (value !== null) lines.push(`- ${name}: ${code(value)}`);
  lines.push('', '| s | role | status | ms | request |', '|---:|---|---:|---:|---|');
  for (const step of flow.steps)
    lines.push(
      `| ${(step.offsetMs / 1000).toFixed(2)} | ${roleWords[step.role]} | ${step.status ?? '–'} | ${step.durationMs ?? ''} | ${code(`${step.method} ${step.url}`)} |`,
    );
  for (const finding of flow.findings) lines.push('', ...findingText(finding));
  if (flow.inconclusive.length > 0) {
    lines.push('', 'Could not be told:', '');
    for (const { check, title, why } of flow.inconclusive) lines.push(`- ${title} (${code(check)}): ${gapWords[why]}`);
  }
  for (const crash of flow.crashed)
    lines.push('', `The check ${code(crash.check)} crashed. This is a bug in Roundtrip; the other checks are not affected.`);
  return lines;
}

export function toMarkdown(report: Redacted<Report>, name: string): string {
  const { source, summary, tool } = report;
  const lines = [
    `# Login report: ${plain(name)}`,
    '',
    `${summary.flows} flows, ${summary.errors} errors, ${summary.warnings} warnings, ${summary.infos} remarks. Made by Roundtrip ${tool.version} from ${plain(source.creator ?? 'an unknown recorder')}, ${source.entries} entries.`,
  ];
  if (source.skipped > 0) lines.push('', `${source.skipped} entries could not be read: ${plain(source.skippedBecause.join('; '))}`);
  for (const gap of source.gaps) lines.push('', `Not seen: ${gapWords[gap]}.`);
  if (report.flows.length === 0) lines.push('', 'No OAuth 2.0 or OpenID Connect login in this capture.');
  for (const flow of report.flows) lines.push('', ...flowText(flow));
  return `${lines.join('\n')}\n`;
}
