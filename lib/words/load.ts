/** Loads a language when it is asked for, so that nobody carries those they do not read. */
import type { Language } from '../model/settings.ts';
import type { Catalog } from './catalog.ts';
import { speak } from './speaking.ts';

const loaders: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Catalog>>> = {
  de: async () => (await import('./de/index.ts')).de,
};

/** Afterwards every section answers in this language. Where it can not be loaded, what was spoken goes on. */
export async function speakLanguage(language: Language): Promise<void> {
  speak(language, language === 'en' ? {} : await loaders[language]());
}

const isLanguage = (tag: string): tag is Language => tag === 'en' || Object.hasOwn(loaders, tag);

/** The first of these (BCP 47) that there is; English otherwise. */
export function languageFor(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const [primary = ''] = tag.toLowerCase().split('-');
    if (isLanguage(primary)) return primary;
  }
  return 'en';
}
