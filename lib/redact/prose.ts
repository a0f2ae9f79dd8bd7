/** Somebody's own words: they stay, but for what is no word. */
import { looksLikeJwt } from '../read/jwt.ts';
import { isRandomWord } from './policy.ts';

export interface ProseHands {
  readonly url: (text: string) => string;
  readonly person: (word: string) => string;
  readonly hide: (word: string) => string;
  /** A word that was hidden elsewhere, or holds one. */
  readonly isKnown: (word: string) => boolean;
}

export function redactProse(text: string, { url, person, hide, isKnown }: ProseHands): string {
  return text.replace(/[^\s"'<>()]+/g, (written) => {
    if (isKnown(written)) return hide(written);
    // What ends a sentence is no part of the word.
    const [, word = '', mark = ''] = /^(.*?)([.,;:!?]*)$/.exec(written) ?? [];
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(word)) return url(word) + mark;
    if (/[^\s@]+@[^\s@]+\.[a-z]{2,}/i.test(word)) return person(word) + mark;
    return isKnown(word) || looksLikeJwt(word) || isRandomWord(word) ? hide(word) + mark : written;
  });
}
