/** Every language by its own name, or who reads no other could not find it. */
import type { Language } from '../model/settings.ts';

export const languageNames: readonly (readonly [Language, string])[] = [
  ['en', 'English'],
  ['de', 'Deutsch'],
];
