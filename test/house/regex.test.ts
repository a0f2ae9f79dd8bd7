/**
 * No regular expression takes more than its share of time, whatever a page or a file holds. Every one is fed with repetitions of what
 * stands in it, at two lengths: four times the text may take four times as long, and a quadratic one takes sixteen.
 */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const long = 16_000;
/** A linear one needs less than one millisecond for this much text. */
const suspectMs = 20;
const growth = 10;

interface Found {
  readonly where: string;
  readonly text: string;
}

/** What is put into an expression at run time is a name of the standards or a constant: never a text from a page or a file. */
const putIn = 'client_id';

/** The expression of `new RegExp(...)`; null when the node is none. */
function builtText(node: ts.Node): string | null {
  if (!ts.isNewExpression(node) || node.expression.getText() !== 'RegExp') return null;
  const [pattern, flags] = node.arguments ?? [];
  if (!pattern || !ts.isTemplateExpression(pattern)) throw new Error(`Not to be judged: ${node.getText()}`);
  const text = pattern.head.text + pattern.templateSpans.map(({ literal }) => putIn + literal.text).join('');
  return `/${text}/${flags && ts.isStringLiteral(flags) ? flags.text : ''}`;
}

function found(): Found[] {
  return globSync('{lib,components,entrypoints}/**/*.{ts,tsx}', { cwd: root }).flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(`${root}${file}`, 'utf8'), ts.ScriptTarget.Latest, true);
    const list: Found[] = [];
    const walk = (node: ts.Node): void => {
      const text = ts.isRegularExpressionLiteral(node) ? node.text : builtText(node);
      if (text !== null) list.push({ where: `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`, text });
      ts.forEachChild(node, walk);
    };
    walk(source);
    return list;
  });
}

/** One text that each class of characters, each word and each pair of them in an expression may match. */
function piecesOf(pattern: string): string[] {
  const plain = pattern.replace(/\(\?(?:[:=!]|<[=!]|<\w+>)/g, '(').replace(/\{\d+,?\d*\}/g, '');
  const single = new Set(['a', 'A', '0', ' ', '\t', '-', '.', '/', '=', '"', ';', ',', '%', '\\', '&', '@', '<', '\u0000']);
  for (const character of plain.replace(/\\[a-zA-Z]/g, '')) if (!/[\\^$*+?()[\]{}|]/.test(character)) single.add(character);
  const words = plain
    .replace(/\[[^\]]*\]|\\[dswDSW]/g, ' ')
    .replace(/\\(.)/g, '$1')
    .split(/[()|^$*+?[\] ]+/)
    .filter((word) => word.length > 1 && word.length < 40);
  return [...single, ...words.slice(0, 12)];
}

function attacks(pattern: string): string[] {
  const pieces = piecesOf(pattern);
  const words = pieces.filter((piece) => piece.length > 1);
  const own = pieces.filter((piece) => pattern.includes(piece)).slice(0, 10);
  const pairs = own.flatMap((a) => own.map((b) => a + b));
  const glued = words.flatMap((word) => ['a', '/', ' ', '='].map((piece) => word + piece));
  return [...new Set([...pieces, ...pairs, ...glued])];
}

function timeOf(expression: RegExp, text: string): number {
  expression.lastIndex = 0;
  const from = performance.now();
  if (expression.global) text.replace(expression, '');
  else expression.test(text);
  return performance.now() - from;
}

/** Lengths of text, small steps first: where a few characters more double the time, the next step is never long. */
function lengthsFor(piece: string): number[] {
  const short = Array.from({ length: 24 }, (_, i) => 14 + 2 * i);
  return [...short, ...Array.from({ length: 28 }, (_, i) => piece.length * i).filter((length) => length > 60)];
}

/** Texts this short take no time, unless it doubles again and again: to be found before the long ones, which would never end. */
function explodesOn(expression: RegExp, piece: string): boolean {
  const body = piece.repeat(60);
  return lengthsFor(piece).some((length) =>
    ['\u0000', '\n!'].some((end) => {
      const text = body.slice(0, length) + end;
      // The machine may have been busy: all of three count.
      return [1, 2, 3].every(() => timeOf(expression, text) >= suspectMs);
    }),
  );
}

/** The text it is slow on; null when there is none. */
function slowOn(pattern: string, flags: string): string | null {
  const expression = new RegExp(pattern, flags);
  for (const piece of attacks(pattern)) {
    const body = piece.repeat(Math.ceil(long / piece.length));
    if (explodesOn(expression, piece)) return `${JSON.stringify(piece)} a few times already`;
    for (const text of [`${body}\u0000`, `\u0000${body}\n!`]) {
      if (timeOf(expression, text) < suspectMs) continue;
      // The machine may have been busy: the best of four counts.
      const best = (part: string) => Math.min(...[1, 2, 3, 4].map(() => timeOf(expression, part)));
      const whole = best(text);
      if (whole >= suspectMs && whole / best(text.slice(0, long / 4)) > growth) return `${JSON.stringify(piece)} again and again`;
    }
  }
  return null;
}

const cut = (text: string): readonly [pattern: string, flags: string] => [
  text.slice(1, text.lastIndexOf('/')),
  text.slice(text.lastIndexOf('/') + 1),
];

describe('regular expressions', () => {
  it('are told apart: a quadratic and an exponential one are found, a linear one is not', { timeout: 60_000 }, () => {
    expect(slowOn('\\s+$', '')).not.toBeNull();
    expect(slowOn('[^\\s@]+@[^\\s@]+', '')).not.toBeNull();
    expect(slowOn('(a+)+$', '')).not.toBeNull();
    expect(slowOn('^(?:[a-z]+[0-9]*)*=', '')).not.toBeNull();
    expect(slowOn('(?<!\\s)\\s+$', '')).toBeNull();
    expect(slowOn('^[a-z]+$', '')).toBeNull();
  });

  it('take no more than linear time', { timeout: 240_000 }, () => {
    const all = found();
    expect(all.length).toBeGreaterThan(500);
    expect(all.filter(({ text }) => text.includes(putIn)).map(({ where }) => where.replace(/:\d+$/, ''))).toEqual(
      expect.arrayContaining(['lib/observe/refusal.ts', 'lib/read/mangled.ts', 'lib/redact/file/telling.ts']),
    );
    const slow = [...new Map(all.map((one) => [one.text, one.where]))].flatMap(([text, where]) => {
      const on = slowOn(...cut(text));
      return on === null ? [] : [`${where} ${text.slice(0, 120)} is slow on ${on}`];
    });
    expect(slow).toEqual([]);
  });
});
