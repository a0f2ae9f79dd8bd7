/** What checks put into their messages, in German: with the same names and facts, and the closed lists whole. */
import { describe, expect, it } from 'vitest';
import { differenceNames } from '../../../lib/checks/redirect-uri/difference.ts';
import { serverLimits } from '../../../lib/field/limits/table.ts';
import { profiles } from '../../../lib/field/providers/profile-of.ts';
import { whereToRegister } from '../../../lib/field/providers/words.ts';
import { checksDe } from '../../../lib/words/de/checks/index.ts';
import { type Said, saidAs } from '../../../lib/words/said.ts';

const all = Object.entries(checksDe).flatMap(([id, { messages, said = {} }]) =>
  Object.entries(said).flatMap(([place, phrases]) =>
    Object.entries(phrases).map(([english, german]) => ({ where: `${id} ${place}`, english, german, messages })),
  ),
);

const found = (text: string, pattern: RegExp) => [...new Set(text.match(pattern))].sort().join(' ');
const placeholders = (text: string) => found(text, /\{[a-z]+\}/g);
const names = (text: string) => found(text.replace(/\{[a-z]+\}/g, '{}'), /`[^`]*`/g);

const off = (wrong: (phrase: (typeof all)[number]) => boolean) =>
  all.filter(wrong).map(({ where, english, german }) => ({ where, english, german }));

describe('what checks put into their messages, in German', () => {
  it('has the same facts and names', () => {
    expect(off(({ english, german }) => placeholders(english) !== placeholders(german))).toEqual([]);
    expect(off(({ english, german }) => names(english) !== names(german))).toEqual([]);
  });

  it('goes into places that the messages have', () => {
    expect(off(({ where, messages }) => !JSON.stringify(messages).includes(`{${where.split(' ')[1]}}`))).toEqual([]);
  });
});

const placed = (id: string, place: string): Said => checksDe[id]?.said?.[place] ?? {};
const unsaid = (said: Said, values: readonly string[]) => [...new Set(values)].filter((value) => saidAs(said, value, 'de-DE') === value);

/** What is left of English once names and values are taken out. */
const english = /\b(?:the|and|of|on|in the|with|a|is|set|by|one)\b/;
const prose = (text: string) => text.replace(/`[^`]*`|„[^“]*“/g, '·');

describe('closed lists are said in German whole', () => {
  it('what is known of providers', () => {
    const wheres = profiles.map((profile) => whereToRegister(profile)).filter((where) => where !== '');
    const said = wheres.map((where) => saidAs(placed('redirect-uri-rejected', 'where'), where, 'de-DE'));
    expect(said.filter((where) => english.test(prose(where)))).toEqual([]);
    expect(unsaid(placed('redirect-uri-rejected', 'where'), wheres)).toEqual([]);
    expect(
      unsaid(
        placed('redirect-uri-rejected', 'rule'),
        profiles.flatMap(({ rule }) => (rule ? [rule.is] : [])),
      ),
    ).toEqual([]);
    const requires = profiles.flatMap((profile) => (profile.requires ?? []).map(({ is }) => is));
    expect(requires.length).toBeGreaterThan(3);
    expect(
      unsaid(
        placed('provider-profile-rule', 'says'),
        requires.map(({ says }) => says),
      ),
    ).toEqual([]);
    expect(
      unsaid(
        placed('provider-profile-rule', 'fix'),
        requires.map(({ fix }) => fix),
      ),
    ).toEqual([]);
  });

  it('in what two addresses differ', () => {
    expect(unsaid(placed('redirect-uri-mismatch', 'difference'), Object.values(differenceNames))).toEqual([]);
  });

  it('how a server is given more room', () => {
    const remedies = serverLimits.flatMap(({ name, remedy }) => (remedy ? [` Or raise the limit (${name}: ${remedy}).`] : []));
    const said = remedies.map((remedy) => saidAs(placed('url-too-long', 'remedy'), remedy, 'de-DE'));
    expect(said.filter((remedy) => english.test(prose(remedy)))).toEqual([]);
  });
});
