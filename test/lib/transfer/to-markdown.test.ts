import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../lib/checks/catalogue.ts';
import type { Recording } from '../../../lib/model/recording.ts';
import type { Redacted } from '../../../lib/model/redacted.ts';
import { urlOfCite } from '../../../lib/spec/specs.ts';
import { cell, code, quote, sentence } from '../../../lib/transfer/markdown/escape.ts';
import { buildRecordingReport, type RecordingReport } from '../../../lib/transfer/recording-report.ts';
import { toMarkdown } from '../../../lib/transfer/to-markdown.ts';
import { hostileTexts, planted, recorded, telling } from '../../build/hostile.ts';
import { stories } from '../../build/stories.ts';

const reportOf = (recording: Recording, policy: 'nothing' | 'share-safe' = 'nothing') =>
  buildRecordingReport(recording, { profile: 'auditor', policy, version: '0.1.0' });
const cites = new Set(catalogue.flatMap((check) => check.cites.map(urlOfCite)));

/** CommonMark 0.31 section 6.1: a run of backticks opens a code span that the next run of the same length closes. */
function withoutSpans(line: string): string {
  let rest = '';
  for (let at = 0; at < line.length; ) {
    const run = /^`+/.exec(line.slice(at))?.[0] ?? '';
    if (run === '') {
      // A backslash takes the meaning from the sign behind it, but not inside code.
      const escaped = line[at] === '\\' && /[!-/:-@[-`{-~]/.test(line[at + 1] ?? '');
      rest += escaped ? '' : line[at];
      at += escaped ? 2 : 1;
      continue;
    }
    const close = [...line.slice(at + run.length).matchAll(/`+/g)].find(({ 0: other }) => other.length === run.length);
    rest += close ? '' : run;
    at += run.length + (close ? close.index + run.length : 0);
  }
  return rest;
}

/** Section 4.5: a fence is closed by one at least as long, or by the end. */
function withoutBlocks(text: string): string[] {
  const lines: string[] = [];
  let fence = '';
  for (const line of text.split('\n')) {
    const found = /^(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence === '') {
      if (found === '') lines.push(line);
      else fence = found;
    } else if (found.length >= fence.length && found[0] === fence[0] && line.trim() === found) fence = '';
  }
  return lines;
}

/** What a reader of Markdown takes for more than words. Our own links to the standards are taken out. */
function markupIn(text: string): string[] {
  return withoutBlocks(text)
    .map(withoutSpans)
    .map((line) => line.replace(/\[[^\][]*\]\(([^)\s]*)\)/g, (link, url: string) => (cites.has(url) ? '' : link)))
    .filter((line) => /[<>[\]`@~]|!\[|\/\/|www\.|\w\.(?:com|example)|\p{Cc}|\p{Cf}|^\s*(?:[>=+]|\d+[.)])/u.test(line));
}

describe('a report in Markdown', () => {
  for (const [name, text] of Object.entries(hostileTexts)) {
    it(`keeps ${name} as text, wherever a report holds a string`, () => {
      for (const trace of telling) {
        const report = reportOf(recorded(trace));
        const markdown = toMarkdown(planted(report, text) as Redacted<RecordingReport>, text);
        expect(markupIn(markdown)).toEqual([]);
        expect(markdown).toContain('PLANTED');
        const headings = (whole: string) => withoutBlocks(whole).filter((line) => line.startsWith('#')).length;
        expect(headings(markdown), 'no heading more').toBe(headings(toMarkdown(report, 'x')));
        for (const row of withoutBlocks(markdown).filter((line) => /^\| -?\d/.test(line)))
          expect(row.replace(/\\\|/g, '').split('|'), row).toHaveLength(7);
      }
    });

    it(`keeps ${name} as text, wherever a capture holds a string`, () => {
      for (const trace of telling) expect(markupIn(toMarkdown(reportOf(planted(recorded(trace), text)), text))).toEqual([]);
    });
  }

  it('has what a ticket asks for', () => {
    const markdown = toMarkdown(reportOf(recorded(stories['a lost cookie'] ?? ''), 'share-safe'), 'x');
    for (const fact of [
      '- Time (UTC): `2026-01-01T00:00:00.000Z`',
      '- Grant type: `authorization code`',
      '- Domains, in order: `app.example`, `idp.example`',
      '- Refused with: `HTTP 400 from app.example`',
      '- Browser: `Chrome 1`',
      '- System: `linux x86-64`',
      '- Time zone: `UTC+01:00`',
      'What the user did:\n\n```text\nI pressed the button.\nTwice.\n```',
      '## Second attempt, in a private window',
    ])
      expect(markdown).toContain(fact);
    expect(markdown).toMatch(/- Authorization URL: `https:\/\/idp\.example\/authorize\?[^`]*state=state~1/);
    expect(markdown).not.toContain('CANARY');
  });
});

describe('escaping', () => {
  it('puts code between more marks than it holds', () => {
    expect(code('a`b``c')).toBe('```a`b``c```');
    expect(code('`')).toBe('`` ` ``');
    expect(code('a\nb\u202e')).toBe('`a b⟨202E⟩`');
    expect(code('  ')).toBe('(empty)');
  });

  it('keeps a cell whole', () => {
    expect(cell('a|b')).toBe('`a\\|b`');
    expect(cell('a\\|b')).toBe('`a⟨005C⟩\\|b`');
  });

  it('keeps the code marks of a sentence, and keeps two codes apart', () => {
    expect(sentence('Set `SameSite=None` (that one).')).toBe('Set `SameSite=None` (that one).');
    expect(sentence('to login.example.com, then `x`www.example.com')).toBe('to `login.example.com`, then `x` `www.example.com`');
    expect(sentence('to www.example.com`x`')).toBe('to `www.example.com` `x`');
    expect(sentence('a_b *c*')).toBe('a\\_b \\*c\\*');
  });

  it('ends a block only where it ends', () => {
    expect(quote('```\nx\n````')).toEqual(['`````text', '```', 'x', '````', '`````']);
    expect(quote(`${'word '.repeat(40)}end`).every((line) => line.length <= 96)).toBe(true);
  });
});
