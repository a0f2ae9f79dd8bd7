import { de } from './de.ts';
import { en, type GuideWords } from './en.ts';

export type { GuideWords } from './en.ts';

export const languages = { en, de } as const;
export type Language = keyof typeof languages;

const isLanguage = (tag: string): tag is Language => Object.hasOwn(languages, tag);

/** The first of these languages (BCP 47) that there is; English otherwise. */
export function languageFor(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const [primary = ''] = tag.toLowerCase().split('-');
    if (isLanguage(primary)) return primary;
  }
  return 'en';
}

export const wordsIn = (language: Language): GuideWords => languages[language];
