/**
 * One catalog of words, in sections; English stands where it is used from, other languages replace a section whole. A program speaks one
 * language at a time: who draws asks for the words while drawing, never before, and draws anew when the language changes.
 */
import type { Language } from '../model/settings.ts';

/** Section by section, each of the shape its English has. `lib/words/catalog.ts` holds that to it. */
type Sections = Readonly<Record<string, unknown>>;

/** BCP 47, with a region: English numbers and dates follow one of its many ways. */
const tags: Readonly<Record<Language, string>> = { en: 'en-US', de: 'de-DE' };

let spoken: { readonly language: Language; readonly sections: Sections } = { language: 'en', sections: {} };

/** A section of the catalog by its name there: called, it gives its words in the language that is spoken now. */
export function section<Words>(name: string, english: Words): () => Words {
  // The catalog's type promises this shape for every section; only here it is taken at its word.
  return () => (spoken.sections[name] as Words | undefined) ?? english;
}

/** From now on. English has its words where they are asked for. */
export function speak(language: Language, sections: Sections): void {
  spoken = { language, sections };
}

export const spokenLanguage = (): Language => spoken.language;

/** For `toLocaleString` and `Intl`. */
export const spokenTag = (): string => tags[spoken.language];

/** What leaves is written in English whatever is spoken here: who reads it is somebody else. */
export function inEnglish<T>(write: () => T): T {
  const before = spoken;
  speak('en', {});
  try {
    return write();
  } finally {
    spoken = before;
  }
}
