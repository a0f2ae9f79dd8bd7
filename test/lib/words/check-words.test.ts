/** What the checks say in German: all of it, with the same facts and names in it, and nothing left in English. */
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../lib/checks/catalogue.ts';
import type { CheckWords } from '../../../lib/words/check-words.ts';
import { checksDe } from '../../../lib/words/de/checks/index.ts';

const parts = ['title', 'plain', 'text', 'fix'] as const;
type Part = (typeof parts)[number];

interface Said {
  /** Check, message and part. */
  readonly where: string;
  readonly part: Part;
  readonly text: string;
}

const saidBy = (all: CheckWords): readonly Said[] =>
  Object.entries(all).flatMap(([id, { title, messages }]) => [
    { where: `${id} title`, part: 'title' as const, text: title },
    ...Object.entries(messages).flatMap(([key, message]) =>
      parts.map((part) => ({ where: `${id} ${key} ${part}`, part, text: message[part] })),
    ),
  ]);

const english = saidBy(Object.fromEntries(catalogue.map((check) => [check.id, check])));
const german = saidBy(checksDe);

const sources = new Map(english.map(({ where, text }) => [where, text]));
const pairs = german.map((said) => ({ ...said, source: sources.get(said.where) ?? '' }));

/** Texts whose German names more or less between backticks than the source. */
const otherNames: ReadonlySet<string> = new Set([]);

const placeholders = (text: string) => [...new Set(text.match(/\{[a-zA-Z]+\}/g))].sort().join(' ');
const names = (text: string) => [...new Set(text.match(/`[^`]*`/g))].sort().join(' ');

/** Without names, facts and what others are quoted with, which are in their own language. */
const prose = (text: string) => text.replace(/`[^`]*`|\{[a-zA-Z]+\}|„[^“]*“/g, '·');

const off = (wrong: (pair: (typeof pairs)[number]) => boolean) =>
  pairs.filter(wrong).map(({ where, source, text }) => ({ where, source, text }));

describe('what the checks say in German', () => {
  it('is there for every check and message, and for no other', () => {
    expect(german.map(({ where }) => where).sort()).toEqual(english.map(({ where }) => where).sort());
    expect(off(({ text }) => text.trim() === '')).toEqual([]);
  });

  it('puts the same facts into every text', () => {
    expect(off(({ source, text }) => placeholders(text) !== placeholders(source))).toEqual([]);
  });

  it('leaves the names of the standards, values and code as they are', () => {
    expect(
      off(({ source, text }) => names(text) !== names(source))
        .map(({ where }) => where)
        .sort(),
    ).toEqual([...otherNames].sort());
  });

  it('is German, quotes and numbers included', () => {
    expect(off(({ source, text }) => /\p{L}/u.test(prose(source)) && text === source)).toEqual([]);
    expect(off(({ text }) => /\b(?:the|and|of|with|which|that|this|is|are|not|from|to|login|answer|provider)\b/.test(prose(text)))).toEqual(
      [],
    );
    expect(off(({ text }) => /["”’]| {2}|\s$|\d,\d{3}\b/.test(text.replace(/`[^`]*`/g, '·')))).toEqual([]);
    expect(off(({ text }) => text.split('„').length !== text.split('“').length)).toEqual([]);
  });

  it('names things in titles and speaks in sentences elsewhere', () => {
    expect(off(({ part, text }) => (part === 'title' ? /\.$/ : /[^.!?}]$/).test(text))).toEqual([]);
  });

  it('speaks plainly to a person who knows no protocol', () => {
    const jargon = /`|redirect_uri|Set-Cookie|SameSite|PKCE\b(?!\))|nonce\b|\bProviders?\b|Token|Callback|\bClients?\b/i;
    expect(off(({ part, text }) => part === 'plain' && (jargon.test(text) || text.length >= 280))).toEqual([]);
  });
});
