/**
 * Text from a capture in Markdown. Whatever a ticket system makes of Markdown (autolinks, mentions, HTML, shortcuts of its own), it
 * leaves code alone; so what comes from a capture stands in code, and nowhere else.
 */
import { printable, printableLines } from '../../read/printable.ts';

/** On one line, between more backticks than it holds itself. */
export function code(text: string): string {
  const line = printable(text.replace(/\s+/g, ' ').trim());
  if (line === '') return '(empty)';
  const marks = '`'.repeat(longestRun(line) + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return marks + pad + line + pad + marks;
}

/** In a table a pipe ends the cell, in code, too. Not everybody reads a backslash before an escaped pipe alike. */
export function cell(text: string): string {
  return code(text)
    .replace(/\\(?=\|)/g, '⟨005C⟩')
    .replaceAll('|', '\\|');
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, { length }) => Math.max(longest, length), 0);
}

/** Hosts, addresses and mail addresses become links by themselves. */
const linkable = /(?<!\S)\S*(?:\/\/|@|www\.|\w\.[a-z]{2,})[^\s]*/gi;

/** One of our own sentences, filled with words from a closed list, hosts and names; its code marks stay. */
export function sentence(text: string): string {
  return sentenceWith(code, text);
}

/** The same in a table. */
export function sentenceCell(text: string): string {
  return sentenceWith(cell, text);
}

function sentenceWith(mark: (text: string) => string, text: string): string {
  let result = '';
  for (const [index, part] of text.split('`').entries()) {
    if (part === '') continue;
    result = index % 2 === 1 ? beside(result, mark(part)) : wordsOf(mark, result, part);
  }
  return result;
}

/** Two pieces of code that touch would be read as one, or as none. */
const beside = (before: string, span: string) => (before.endsWith('`') ? `${before} ${span}` : before + span);

function wordsOf(mark: (text: string) => string, before: string, text: string): string {
  let result = before;
  let from = 0;
  for (const { 0: found, index } of text.matchAll(linkable)) {
    const word = found.replace(/^[("“‘]+|(?<![)"”’.,;:!?])[)"”’.,;:!?]+$/g, '');
    const at = index + found.indexOf(word);
    if (word === '') continue;
    result = beside(result + plain(text.slice(from, at)), mark(word));
    from = at + word.length;
  }
  return result + plain(text.slice(from));
}

function plain(text: string): string {
  return printable(text.replace(/\s+/g, ' ')).replace(/[\\`*_[\]<>|#!~&$@]/g, (char) => `\\${char}`);
}

const widest = 96;

/** Somebody's own words, several lines of them, as a block of code that no line in it can end. */
export function quote(text: string): string[] {
  const marks = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return [`${marks}text`, ...printableLines(text).split('\n').flatMap(wrap), marks];
}

function wrap(line: string): string[] {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > widest) {
    const blank = rest.lastIndexOf(' ', widest);
    if (blank <= 0) break;
    lines.push(rest.slice(0, blank));
    rest = rest.slice(blank + 1);
  }
  return [...lines, rest];
}
