/** The report for a terminal. */

import { summaryOf } from '../compare/summary.ts';
import { againWords, flowTitle, gapWords, outcomeWords, ownerWords, roleWords, sourceWords } from '../explain/words.ts';
import type { Severity } from '../model/finding.ts';
import type { Story } from '../model/recording.ts';
import type { Redacted } from '../model/redacted.ts';
import { grouped } from '../read/grouped.ts';
import { printableLines } from '../read/printable.ts';
import type { ReportCookies } from './cookies.ts';
import type { RecordingReport } from './recording-report.ts';
import type { Report, ReportFinding, ReportFlow } from './report.ts';
import { gapsToName, placeFacts } from './ticket.ts';
import { counted, summaryWords, withName } from './words.ts';

const marks: Readonly<Record<Severity, string>> = { error: '✕', warning: '!', info: 'i' };

function flowMark(flow: ReportFlow): string {
  if (flow.headline !== null || flow.outcome === 'failed') return '✕';
  return flow.outcome === 'completed' ? '✓' : '·';
}

const width = 100;

/** Breaks a paragraph at words. */
function wrap(text: string, indent: string): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.replaceAll('`', '').split(' ')) {
    if (line.length + word.length > width && line.trim() !== '') {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += `${word} `;
  }
  lines.push(line.trimEnd());
  return lines.join('\n');
}

const short = (url: string) => {
  const bare = url.replace(/^https:\/\//, '');
  return bare.length > 96 ? `${bare.slice(0, 95)}…` : bare;
};

function timeline(flow: ReportFlow): string[] {
  return flow.steps.map((step) => {
    const at = (step.offsetMs / 1000).toFixed(2).padStart(7);
    const ms = step.durationMs === null ? '' : `${step.durationMs} ms`;
    const marked = flow.findings.some((f) => f.exchange === step.exchange && f.role !== 'hygiene' && f.severity === 'error') ? '✕' : ' ';
    return `  ${at} ${marked} ${roleWords(step.role).padEnd(14)} ${String(step.status ?? '–').padStart(3)} ${ms.padStart(9)}  ${step.method === 'GET' ? '' : `${step.method} `}${short(step.url)}`;
  });
}

function findingLines(finding: ReportFinding): string[] {
  const head = `${marks[finding.severity]} ${finding.title}  [${finding.check}${finding.confidence === 'certain' ? '' : `, ${finding.confidence}`}]`;
  if (finding.role === 'symptom') return [wrap(`${head}  follows from ${finding.under}`, '    ')];
  const lines = [wrap(head, '  '), wrap(finding.text, '      ')];
  if (finding.severity !== 'info') lines.push(wrap(`→ ${ownerWords(finding.owner)}: ${finding.fix}`, '      '));
  for (const e of finding.evidence) lines.push(wrap(`at ${e.exchange} ${e.place}: ${e.shown}`, '      '));
  const [cite] = finding.cites;
  if (cite && finding.severity !== 'info') lines.push(`      ${cite.url}`);
  return lines;
}

function cookieLines({ cookies, notes, hidden }: ReportCookies): string[] {
  if (hidden !== null) return [`  Cookies of this login: ${gapWords(hidden)}`];
  const told = cookies.map(({ name, text, culprit }) => wrap(`${culprit ? '✕' : '·'} ${name} – ${text}`, '      '));
  return ['  Cookies of this login', ...told, ...notes.map((note) => wrap(`· ${note}`, '      '))];
}

function flowLines(flow: ReportFlow): string[] {
  const parties = [flow.client, withName(flow.provider, flow.providerName)].filter((p) => p !== null).join(' → ');
  const lines = [
    `${flowMark(flow)} ${flow.id}  ${flowTitle(flow.kind, flow.grant)}${flow.parent ? ` (inside ${flow.parent})` : ''}, ${outcomeWords(flow.outcome)}${parties ? `   ${parties}` : ''}`,
    wrap(flow.verdict, '  '),
    '',
    ...timeline(flow),
  ];
  for (const finding of flow.findings) lines.push('', ...findingLines(finding));
  if (flow.cookies) lines.push('', ...cookieLines(flow.cookies));
  if (flow.inconclusive.length > 0) {
    const byWhy = grouped(flow.inconclusive, (i) => i.why);
    lines.push('');
    for (const [why, list] of byWhy)
      lines.push(wrap(`? Could not tell, because ${gapWords(why)}: ${list.map((i) => i.title).join('; ')}`, '  '));
  }
  for (const crash of flow.crashed)
    lines.push('', `  ! The check ${crash.check} crashed. This is a bug in Roundtrip; the other checks are not affected.`);
  return lines;
}

function attemptLines(report: Report, name: string): string[] {
  const { source } = report;
  const about = [sourceWords(source.kind, source.creator), counted(source.entries, 'entry', 'entries')];
  const lines = [`${name}  (${about.join(', ')})`];
  const place = placeFacts(report).map(({ values }) => values.join(' '));
  if (place.length > 0) lines.push(wrap(`Recorded with ${place.join(', ')}`, '  '));
  if (source.skipped > 0)
    lines.push(
      wrap(
        `${source.skipped} could not be read and ${source.skipped === 1 ? 'was' : 'were'} left out: ${source.skippedBecause.slice(0, 3).join('; ')}${source.skipped > 3 ? '; …' : ''}`,
        '  ',
      ),
    );
  for (const gap of gapsToName(report)) lines.push(wrap(`Not seen: ${gapWords(gap)}.`, '  '));
  if (report.flows.length === 0) lines.push('', '  No OAuth 2.0 or OpenID Connect login in this capture.');
  for (const flow of report.flows) lines.push('', ...flowLines(flow));
  lines.push('', summaryWords(report));
  return lines;
}

function storyLines({ site, goal, did, saw }: Story): string[] {
  const told: readonly [string, string | null][] = [
    ['To be tried at', site],
    ['Support wanted to see', goal],
    ['What the user did', did],
    ['What the user saw', saw],
  ];
  return told.flatMap(([label, words]) =>
    words
      ? [
          `  ${label}:`,
          ...printableLines(words)
            .split('\n')
            .map((line) => wrap(line, '    ')),
        ]
      : [],
  );
}

export function toText(report: Redacted<RecordingReport>, name: string): string {
  const { story, second, comparison } = report;
  const lines = attemptLines(report, name);
  if (story) lines.push('', 'In the user’s words', ...storyLines(story));
  if (comparison) lines.push('', 'Both attempts compared', wrap(summaryOf(comparison), '  '));
  if (second) lines.push('', ...attemptLines(second, `Second attempt, ${againWords(second.how)}`));
  // A terminal obeys what it is shown.
  return `${printableLines(lines.join('\n'))}\n`;
}
