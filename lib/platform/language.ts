/** In which language a view begins, before its settings could be read, and what the page says it is written in. */
import type { Language, Settings } from '../model/settings.ts';

/** The settings can only be asked for, and that takes a moment; a view that waited would open later. */
const mirror = 'language';

type Chosen = Settings['language'];

/** BCP 47, the most wanted first: what was chosen here, then what the browser speaks. */
export const languagesWanted = (chosen: string): readonly string[] => (chosen === 'browser' ? navigator.languages : [chosen]);

/** What was chosen, before the settings are read. */
export function mirroredChoice(): string {
  try {
    return localStorage.getItem(mirror) ?? 'browser';
  } catch {
    return 'browser';
  }
}

export function applyLanguage(spoken: Language, chosen: Chosen): void {
  document.documentElement.lang = spoken;
  try {
    if (chosen === 'browser') localStorage.removeItem(mirror);
    else localStorage.setItem(mirror, chosen);
  } catch {
    // Somebody switched off what pages may store: then the words change a moment after the view opened.
  }
}
