/** The report for a ticket. */

import { againWords, flowTitle, gapWords, outcomeWords, ownerWords, roleWords, sourceWords } from '../explain/words.ts';
import type { Story } from '../model/recording.ts';
import type { Redacted } from '../model/redacted.ts';
import { comparisonMarkdown } from './compare-markdown.ts';
import type { ReportCookies } from './cookies.ts';
import { cell, code, quote, sentence } from './markdown/escape.ts';
import type { RecordingReport } from './recording-report.ts';
import type { Report, ReportFinding, ReportFlow } from './report.ts';
import { type Fact, flowFacts, gapsToName, placeFacts } from './ticket.ts';
import { counted, redactionWords, summaryWords } from './words.ts';

function findingText(finding: ReportFinding): string[] {
  if (finding.role === 'symptom')
    return [`- ${sentence(finding.title)} (${code(finding.check)}) follows from ${code(finding.under ?? '')}.`];
  const cites = finding.cites.map((cite) => `[${cite.spec}${cite.section ? ` ${cite.section}` : ''}](${cite.url})`).join(', ');
  return [
    `#### ${finding.severity === 'error' ? '✕' : finding.severity === 'warning' ? '!' : 'i'} ${sentence(finding.title)}`,
    '',
    sentence(finding.text),
    '',
    `**${ownerWords(finding.owner)}:** ${sentence(finding.fix)}`,
    '',
    `Check ${code(finding.check)}, ${finding.confidence}. ${cites}`,
    '',
    ...finding.evidence.map((e) => `- ${code(`${e.exchange} ${e.place}`)}: ${code(e.shown)}`),
  ];
}

const factLines = (facts: readonly Fact[]) => facts.map(({ label, values }) => `- ${label}: ${values.map(code).join(', ')}`);

function cookieText({ cookies, notes, hidden }: ReportCookies): string[] {
  if (hidden !== null) return [`Not known: ${gapWords(hidden)}.`];
  return [
    ...cookies.map(({ name, text, culprit }) => `- ${culprit ? '✕ ' : ''}${code(name)} – ${sentence(text)}`),
    ...notes.map((note) => `- ${sentence(note)}`),
  ];
}

function flowText(flow: ReportFlow, report: Report, level: string): string[] {
  const lines = [
    `${level} ${flow.id}: ${flowTitle(flow.kind, flow.grant)}, ${outcomeWords(flow.outcome)}`,
    '',
    `**${sentence(flow.verdict)}**`,
    '',
    `${level}# For the ticket`,
    '',
    ...factLines([...flowFacts(flow), ...placeFacts(report)]),
  ];
  if (flow.findings.length > 0) lines.push('', `${level}# What was found`);
  for (const finding of flow.findings) lines.push('', ...findingText(finding));
  if (flow.cookies) lines.push('', `${level}# Cookies of this login`, '', ...cookieText(flow.cookies));
  lines.push('', `${level}# Timeline`, '', '| s | role | status | ms | request |', '|---:|---|---:|---:|---|');
  for (const step of flow.steps)
    lines.push(
      `| ${(step.offsetMs / 1000).toFixed(2)} | ${roleWords(step.role)} | ${step.status ?? '–'} | ${step.durationMs ?? ''} | ${cell(`${step.method} ${step.url}`)} |`,
    );
  if (flow.inconclusive.length > 0) {
    lines.push('', 'Could not be told:', '');
    for (const { check, title, why } of flow.inconclusive) lines.push(`- ${sentence(title)} (${code(check)}): ${gapWords(why)}`);
  }
  for (const crash of flow.crashed)
    lines.push('', `The check ${code(crash.check)} crashed. This is a bug in Roundtrip; the other checks are not affected.`);
  return lines;
}

function attemptText(report: Report, level: string): string[] {
  const { source, tool } = report;
  const lines = [
    `${summaryWords(report)}. Made by Roundtrip ${code(tool.version)} from ${source.creator === null ? sourceWords(source.kind, null) : code(source.creator)}, ${counted(source.entries, 'entry', 'entries')}.`,
  ];
  if (source.skipped > 0)
    lines.push('', `${counted(source.skipped, 'entry', 'entries')} could not be read: ${source.skippedBecause.map(code).join('; ')}`);
  for (const gap of gapsToName(report)) lines.push('', `Not seen: ${gapWords(gap)}.`);
  if (report.flows.length === 0)
    lines.push('', 'No OAuth 2.0 or OpenID Connect login in this capture.', '', ...factLines(placeFacts(report)));
  for (const flow of report.flows) lines.push('', ...flowText(flow, report, level));
  for (const finding of report.findings) lines.push('', ...findingText(finding));
  return lines;
}

function storyText({ site, goal, did, saw }: Story): string[] {
  const told: readonly [string, string | null][] = [
    ['Where it was to be tried', site],
    ['What support wanted to see', goal],
    ['What the user did', did],
    ['What the user saw', saw],
  ];
  return ['## In the user’s words', ...told.flatMap(([label, words]) => (words ? ['', `${label}:`, '', ...quote(words)] : []))];
}

/** One finding for a ticket, with whose login it was. `about`: the hop it points at first. */
export function findingMarkdown(report: Redacted<Report>, about: string | null, check: string | null): string {
  const flow = report.flows.find(({ findings }) => findings.some((one) => one.check === check && one.exchange === about));
  const finding = flow?.findings.find((one) => one.check === check && one.exchange === about);
  if (!flow || !finding) throw new Error('this finding is not in what was redacted');
  const lines = [
    ...findingText(finding).map((line) => line.replace(/^####/, '##')),
    '',
    `${flowTitle(flow.kind, flow.grant)}, ${outcomeWords(flow.outcome)}:`,
    '',
    ...factLines([...flowFacts(flow), ...placeFacts(report)]),
    '',
    `Made by Roundtrip ${code(report.tool.version)}. ${redactionWords[report.redaction]}`,
  ];
  return `${lines.join('\n')}\n`;
}

export function toMarkdown(report: Redacted<RecordingReport>, name: string): string {
  const { story, second, comparison } = report;
  const lines = [`# Login report: ${code(name)}`, '', ...attemptText(report, '##')];
  if (story) lines.push('', ...storyText(story));
  if (comparison) lines.push('', ...comparisonMarkdown(comparison));
  if (second) lines.push('', `## Second attempt, ${againWords(second.how)}`, '', ...attemptText(second, '###'));
  lines.push('', '---', '', redactionWords[report.redaction]);
  return `${lines.join('\n')}\n`;
}
