/** The listing texts, and what the stores take of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

export interface Listing {
  readonly language: Language;
  /** Both from public/_locales: the stores read them from the package. */
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  /** Search terms (Edge). */
  readonly keywords: readonly string[];
  /** Firefox's own. */
  readonly tags: readonly string[];
  /** The file as it is. */
  readonly text: string;
}

/** What stands below each `##` heading, or below each `###` of one part. */
export function sections(markdown: string, level: 2 | 3 = 2): ReadonlyMap<string, string> {
  const parts = `\n${markdown}`.split(new RegExp(`\\n#{${level}} `)).slice(1);
  return new Map(
    parts.map((part) => {
      const [title = '', ...rest] = part.split('\n');
      return [title.trim(), rest.join('\n').trim()];
    }),
  );
}

const items = (text = ''): readonly string[] => [...text.matchAll(/^- (.+)$/gm)].map(([, item = '']) => item);

export function readListing(root: string, language: Language): Listing {
  const messages = JSON.parse(readFileSync(join(root, 'public', '_locales', language, 'messages.json'), 'utf8')) as Readonly<
    Record<string, { readonly message: string }>
  >;
  const text = readFileSync(join(root, 'store', `listing.${language}.md`), 'utf8');
  const parts = sections(text);
  return {
    language,
    name: messages['extensionName']?.message ?? '',
    summary: messages['extensionDescription']?.message ?? '',
    description: parts.get('Description') ?? '',
    keywords: items(parts.get('Keywords')),
    tags: items(parts.get('Tags')),
    text,
  };
}

/** Characters, but for the last one. The narrowest of the three stores. */
const limits = {
  /** AMO; Chrome takes 75. */
  name: [1, 45],
  /** Chrome and Edge; AMO takes 250. */
  summary: [1, 132],
  /** Edge; Chrome takes 16,000. */
  description: [250, 10_000],
  /** Edge. */
  keyword: [1, 30],
} as const;
/** Edge: terms, and words in all of them. */
const mostKeywords = 7;
const mostKeywordWords = 21;
/** AMO. */
const mostTags = 10;
/** Chrome, each field that says why. */
const mostAnswer = 1_000;

/** Sentences that say what is off; none when every store takes it. */
export function problemsOfListing({ language, name, summary, description, keywords, tags }: Listing): readonly string[] {
  const measured = [
    ['name', name, limits.name],
    ['summary', summary, limits.summary],
    ['description', description, limits.description],
    ...keywords.map((keyword) => [`search term "${keyword}"`, keyword, limits.keyword] as const),
  ] as const;
  const words = keywords.flatMap((keyword) => keyword.split(/\s+/)).length;
  return [
    ...measured
      .filter(([, text, [least, most]]) => text.length < least || text.length > most)
      .map(([what, text, [least, most]]) => `the ${what} (${language}) has ${text.length} characters; ${least} to ${most} are taken.`),
    ...(keywords.length === 0 || keywords.length > mostKeywords || words > mostKeywordWords
      ? [
          `the search terms (${language}) are ${keywords.length} with ${words} words; 1 to ${mostKeywords} with ${mostKeywordWords} are taken.`,
        ]
      : []),
    ...(tags.length === 0 || tags.length > mostTags ? [`the tags (${language}) are ${tags.length}; 1 to ${mostTags} are taken.`] : []),
  ];
}

/** The same for the answers to the forms; `permissions` are all that the manifest for Chrome names, asked for at install or later. */
export function problemsOfAnswers(text: string, permissions: readonly string[]): readonly string[] {
  const parts = sections(text);
  const reasons = new Map([...sections(parts.get('Permissions') ?? '', 3)]);
  const fields = [
    ...reasons,
    ['Single purpose', parts.get('Single purpose') ?? ''],
    ['Remote code', parts.get('Remote code') ?? ''],
  ] as const;
  const wanted = [...permissions, 'Host permissions'];
  return [
    ...wanted.filter((name) => !reasons.has(name)).map((name) => `store/answers.md does not say what ${name} is for.`),
    ...[...reasons.keys()]
      .filter((name) => !wanted.includes(name))
      .map((name) => `store/answers.md explains ${name}, which is not asked for.`),
    ...fields
      .filter(([, answer]) => answer === '' || answer.length > mostAnswer)
      .map(([name, answer]) => `the answer on ${name} has ${answer.length} characters; 1 to ${mostAnswer} are taken.`),
  ];
}

/** What somebody pastes into the form. */
export function whole({ name, summary, text }: Listing): string {
  return `## Name\n\n${name}\n\n## Summary\n\n${summary}\n\n${text}`;
}
