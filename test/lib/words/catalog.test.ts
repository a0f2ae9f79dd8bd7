/** Every language has what English has: the same sections, keys, lists and functions, each with words of its own. */
import { afterEach, describe, expect, it } from 'vitest';
import { parameterCites } from '../../../lib/spec/parameters.ts';
import { de } from '../../../lib/words/de/index.ts';
import * as english from '../../../lib/words/en/index.ts';
import { speakLanguage } from '../../../lib/words/load.ts';
import { speak } from '../../../lib/words/speaking.ts';

afterEach(() => speak('en', {}));

/** A text, a list, a record of these, or a function that makes one: what sections are made of. */
type Node = unknown;
type Words = (...facts: readonly unknown[]) => unknown;

const isRecord = (node: Node): node is Readonly<Record<string, Node>> => typeof node === 'object' && node !== null;
const isWords = (node: Node): node is Words => typeof node === 'function';

const sections = Object.entries(english).map(([name, section]) => [name, section() as Node, de[name as keyof typeof de] as Node] as const);

interface Leaf {
  readonly path: string;
  readonly one: Node;
  readonly other: Node;
}

/** Everything at the ends of both, side by side. What is empty in English has its source elsewhere, and a test of its own. */
function leaves(one: Node, other: Node, path: string): Leaf[] {
  if (isRecord(one) && isRecord(other) && Object.keys(one).length === 0) return [];
  if (!isRecord(one) || !isRecord(other)) return [{ path, one, other }];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((key) => leaves(one[key], other[key], `${path}.${key}`));
}

const all = sections.flatMap(([name, one, other]) => leaves(one, other, name));

/** Facts of every kind that a function may ask for. */
const samples: readonly unknown[] = ['⟨a⟩', 2, 'pending', ['⟨a⟩', '⟨b⟩'], [1, 3], null, true];

/** Every choice of so many of them. */
const choices = (count: number): readonly (readonly unknown[])[] =>
  count === 0 ? [[]] : choices(count - 1).flatMap((before) => samples.map((sample) => [...before, sample]));

const isText = (said: unknown): said is string =>
  typeof said === 'string' && said.trim() !== '' && !/undefined|NaN|\[object|null|true/.test(said);

function saidOf(words: Words, facts: readonly unknown[]): string | null {
  try {
    const said = words(...facts);
    return isText(said) ? said : null;
  } catch {
    return null;
  }
}

/** The first facts with which the English makes sense, the most telling first. */
const sensible = (words: Words) => choices(words.length).filter((facts) => saidOf(words, facts) !== null);

/** The same in German: names, words of both languages, and what is only a frame for other words. */
const same: ReadonlySet<string> = new Set([
  'app.start',
  'app.stateAnd',
  'attributes.domain.name',
  'attributes.expires.name',
  'attributes.hostHttpPrefix.name',
  'attributes.hostPrefix.name',
  'attributes.httpOnly.name',
  'attributes.httpPrefix.name',
  'attributes.lax.name',
  'attributes.none.name',
  'attributes.partitioned.name',
  'attributes.path.name',
  'attributes.secure.name',
  'attributes.securePrefix.name',
  'attributes.strict.name',
  'compare.cookieSet',
  'compare.settings.browser',
  'compare.settings.client',
  'compare.settings.platform',
  'compare.settings.provider',
  'compare.values.h1',
  'compare.values.h2',
  'compare.values.h3',
  'diagram.app',
  'diagram.atLeast',
  'diagram.browser',
  'diagram.kilobytes',
  'diagram.more',
  'diagram.none',
  'diagram.provider',
  'diagram.server',
  'exchange.facts.container',
  'exchange.facts.status',
  'exchange.facts.tab',
  'exchange.sources.body',
  'exchange.tabs.cookies',
  'finding.problem',
  'jwt.claims',
  'jwt.header',
  'leave.formats.har.name',
  'opening.because',
  'session.container',
  'timeline.filter',
  'timeline.looks.cookies',
  'timeline.status.none',
  'welcome.harWays.0.browser',
  'welcome.harWays.1.browser',
  'welcome.harWays.2.browser',
]);

describe('the catalog', () => {
  it('names every section as its export', async () => {
    for (const [name, section] of Object.entries(english)) {
      speak('en', { [name]: 'found by its name' });
      expect([name, section()]).toEqual([name, 'found by its name']);
    }
    await speakLanguage('de');
    for (const [name, section] of Object.entries(english)) expect(section(), name).toBe(de[name as keyof typeof de]);
  });

  it('has in German what it has in English, of the same kind', () => {
    const kind = (node: Node) => (isWords(node) ? `function of ${node.length}` : typeof node);
    expect(all.filter(({ one, other }) => kind(one) !== kind(other)).map(({ path }) => path)).toEqual([]);
    expect(Object.keys(de).sort()).toEqual([...Object.keys(english), 'checks'].sort());
    expect(all.length).toBeGreaterThan(250);
  });

  it('has no empty text but where English has none', () => {
    const empty = ({ one, other }: Leaf) =>
      typeof other === 'string' && (other.trim() === '') !== (typeof one === 'string' && one.trim() === '');
    expect(all.filter(empty).map(({ path }) => path)).toEqual([]);
  });

  it('is German', () => {
    const told = all.filter(({ path, one, other }) => {
      if (isWords(one) && isWords(other)) return sensible(one).every((facts) => saidOf(one, facts) === saidOf(other, facts));
      return typeof one === 'string' && one !== '' && one === other && path !== '';
    });
    expect(told.map(({ path }) => path).sort()).toEqual([...same].sort());
    const texts = all.flatMap(({ path, other }) =>
      typeof other === 'string'
        ? [[path, other]]
        : isWords(other)
          ? sensible(other).map((facts) => [path, saidOf(other, facts) ?? ''])
          : [],
    );
    // Words that no German sentence has, quotes of another language, numbers of another country.
    const foreign = /\b(?:the|and|of|with|which|that|this|is|are|not|login|answer)\b|["”’]| {2}|\d,\d{3}\b/;
    expect(texts.filter(([, text = '']) => foreign.test(text.replace(/`[^`]*`/g, '·')))).toEqual([]);
    expect(texts.filter(([, text = '']) => text.split('„').length !== text.split('“').length)).toEqual([]);
  });

  it('says what every parameter means that has a clause', () => {
    expect(Object.keys(de.parameters).sort()).toEqual(Object.keys(parameterCites).sort());
  });

  it('says the same facts in German', () => {
    const marks = (text: string | null) => [...new Set(text?.match(/⟨.⟩|\d+/g))].sort().join(' ');
    const lost = all.flatMap(({ path, one, other }) => {
      if (!isWords(one) || !isWords(other)) return [];
      const tried = sensible(one);
      if (tried.length === 0) return [`${path}: no facts fit`];
      return tried
        .filter((facts) => saidOf(other, facts) === null || marks(saidOf(one, facts)) !== marks(saidOf(other, facts)))
        .slice(0, 1)
        .map((facts) => `${path}(${JSON.stringify(facts)}): ${saidOf(one, facts)} | ${saidOf(other, facts)}`);
    });
    expect(lost).toEqual([]);
  });
});
