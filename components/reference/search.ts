/** Which checks somebody means who types a few words: an id from a report, words of an error page, the name of a standard. */
import type { Check } from '../../lib/checks/define.ts';
import type { Severity } from '../../lib/model/finding.ts';
import { specs } from '../../lib/spec/specs.ts';

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

const texts = new WeakMap<Check, string>();

function textOf(check: Check): string {
  const known = texts.get(check);
  if (known !== undefined) return known;
  const text = plainly(
    [
      ...namesOf(check),
      check.title,
      check.category,
      check.kind,
      ...Object.values(check.messages).flatMap(({ title, plain, text: seen, fix }) => [title, plain, seen, fix]),
      ...check.cites.map(({ spec, section }) => `${spec} ${specs[spec].title} ${section}`),
    ].join('\n'),
  );
  texts.set(check, text);
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
  const words = category.replaceAll('-', ' ').replace(/\b(?:uri|pkce)\b/g, (word) => word.toUpperCase());
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A sentence before it is filled: what was seen stands between the marks. */
export function unfilled(text: string): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => `‹${name.replace(/([A-Z])/g, ' $1').toLowerCase()}›`);
}
