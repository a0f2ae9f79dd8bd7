/** Which checks somebody means who types a few words: an id from a report, words of an error page, the name of a standard. */
import type { Check } from '../../lib/checks/define.ts';
import type { Severity } from '../../lib/model/finding.ts';
import type { Language } from '../../lib/model/settings.ts';
import { specs } from '../../lib/spec/specs.ts';
import type { MessageWords } from '../../lib/words/check-words.ts';
import { checkWords } from '../../lib/words/checks.ts';
import { reference } from '../../lib/words/en/reference.ts';
import { spokenLanguage } from '../../lib/words/speaking.ts';

export interface Wanted {
  readonly words: string;
  /** Null: all of them. */
  readonly category: string | null;
  readonly severity: Severity | null;
}

export const everything: Wanted = { words: '', category: null, severity: null };

/** The graver the message, the graver the check: an error may come as a remark as well. */
export function severitiesOf(check: Check): ReadonlySet<Severity> {
  return new Set([check.severity, ...Object.values(check.messages).flatMap((message) => message.severity ?? [])]);
}

export function namesOf({ id, aliases = [] }: Check): readonly string[] {
  return [id, ...aliases];
}

const plainly = (text: string) => text.toLowerCase().replaceAll('`', '').replace(/[‘’]/g, "'");

/** A check in the words of the language that is spoken. */
export function spoken({
  id,
  title,
  messages,
}: Check): Pick<Check, 'title'> & { readonly messages: Readonly<Record<string, MessageWords>> } {
  return checkWords()[id] ?? { title, messages };
}

const texts = new Map<Language, WeakMap<Check, string>>();

function textOf(check: Check): string {
  const known = texts.get(spokenLanguage()) ?? new WeakMap<Check, string>();
  texts.set(spokenLanguage(), known);
  const found = known.get(check);
  if (found !== undefined) return found;
  const { title, messages } = spoken(check);
  const text = plainly(
    [
      ...namesOf(check),
      title,
      check.category,
      categoryWords(check.category),
      check.kind,
      ...Object.values(messages).flatMap(({ title, plain, text: seen, fix }) => [title, plain, seen, fix]),
      ...check.cites.map(({ spec, section }) => `${spec} ${specs[spec].title} ${section}`),
    ].join('\n'),
  );
  known.set(check, text);
  return text;
}

/** In the order of the catalogue; a check that is called by its name comes first. */
export function findChecks(checks: readonly Check[], { words, category, severity }: Wanted): readonly Check[] {
  const asked = plainly(words).trim();
  const all = asked.split(/\s+/).filter((word) => word !== '');
  const found = checks.filter(
    (check) =>
      (category === null || check.category === category) &&
      (severity === null || severitiesOf(check).has(severity)) &&
      all.every((word) => textOf(check).includes(word)),
  );
  const isNamed = (check: Check) => namesOf(check).includes(asked);
  return [...found.filter(isNamed), ...found.filter((check) => !isNamed(check))];
}

/** `redirect-uri` is read aloud as Redirect URI. */
export function categoryWords(category: string): string {
  const said = reference().categories[category];
  if (said !== undefined) return said;
  const words = category.replaceAll('-', ' ').replace(/\b(?:uri|pkce)\b/g, (word) => word.toUpperCase());
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A sentence before it is filled: what was seen stands between the marks. */
export function unfilled(text: string): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => `‹${reference().places[name] ?? name.replace(/([A-Z])/g, ' $1').toLowerCase()}›`);
}
