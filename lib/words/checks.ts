/** What the checks say in the language that is spoken; nothing in English, whose words stand in the check objects. */
import type { CheckWords } from './check-words.ts';
import { section } from './speaking.ts';

export const checkWords = section<CheckWords>('checks', {});
