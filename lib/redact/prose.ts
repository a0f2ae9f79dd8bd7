/** Somebody's own words: they stay, but for what is no word, and for what the capture hides. */
import { looksLikeJwt } from '../read/jwt.ts';
import type { HiddenKind } from './file/kinds.ts';
import { isRandomWord } from './policy.ts';
import { isVocabulary } from './words.ts';

/** A value that was replaced elsewhere. */
export interface Replaced {
  readonly value: string;
  readonly kind: HiddenKind;
}

interface Hider {
  url(text: string): string;
  hide(value: string): string;
}

/** Shorter values stand in any sentence. */
const shortest = 4;

/** Codes that providers show to people so that they pass them on, times and statuses. */
const toldOn = /^(?:(?:AADSTS|AADB2C|MSIS)\d{4,8}|\d{1,2}:\d{2}(?::\d{2})?|[1-5]\d{2}|\d{1,3}(?:[.,]\d{1,2})?)$/;

/** `my password is ...`, `PIN: ...`. */
const confided =
  /\b(pass(?:word|wort|code|phrase)|kennwort|pwd|pin|otp|tan|secret|token|(?:one[- ]time |login |security )?code|user ?name)(\s+(?:is|was|ist|war|lautet)\s+|\s*[:=]\s*)(["'“„«]?)([^\s"'”“»]+)/giu;
/** Telephone, card and account numbers, with the marks that people put between the digits. */
const numbers = /(?<![\p{L}\p{N}])(?:[A-Z]{2}\d{2} ?)?\+?\(?\d(?:[ ()/.-]{0,2}[A-Z]{0,4}\d){3,}(?![\p{L}\p{N}:])/gu;

export function redactProse(text: string, hidden: Iterable<Replaced>, hider: Hider): string {
  const known = hideKnown(text, hidden, hider);
  return known
    .replace(confided, (_, what: string, is: string, quote: string, secret: string) => what + is + quote + hider.hide(secret))
    .replace(/[a-z][a-z0-9+.-]{0,60}:\/\/[^\s"'<>()]+/giu, (address) => hider.url(address))
    .replace(numbers, (number) => (/^\d{4}-\d{2}-\d{2}$|^\d{1,2}\.\d{1,2}\.(?:19|20)\d{2}$/.test(number) ? number : hider.hide(number)))
    .replace(/[^\s"'<>()]+/gu, (word) => {
      // What ends a sentence is no part of the word.
      const [, bare = '', mark = ''] = /^(.*?)((?<![.,;:!?])[.,;:!?]*)$/su.exec(word) ?? [];
      return isTelling(bare) ? word : hider.hide(bare) + mark;
    });
}

function isTelling(word: string): boolean {
  const bare = word.replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '');
  if (toldOn.test(bare) || bare === '' || /^[a-z][a-z0-9+.-]*:\/\//i.test(bare)) return true;
  if (/[^\s@]@[^\s@]/.test(bare) || /[=?&#%]/.test(bare) || looksLikeJwt(bare) || isRandomWord(bare)) return false;
  return !/\d/.test(bare) || isVocabulary(bare) || /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(bare);
}

/** Whole words only, in any case: what a form or an answer gave away about a person is not said again here. */
function hideKnown(text: string, hidden: Iterable<Replaced>, hider: Hider): string {
  const lower = text.toLowerCase();
  let safe = text;
  const found: { readonly at: number; readonly end: number }[] = [];
  for (const { value, kind } of hidden) {
    const sought = value.toLowerCase().trim();
    if (sought.length < shortest || lower.length < sought.length || !/[\p{L}\p{N}]/u.test(sought)) continue;
    if (isVocabulary(sought) && kind !== 'credential') continue;
    if (/^[a-z]+$/.test(sought) && (kind === 'value' || kind === 'id')) continue;
    for (let at = lower.indexOf(sought); at >= 0; at = lower.indexOf(sought, at + 1))
      if (!isLetter(lower[at - 1]) && !isLetter(lower[at + sought.length])) found.push({ at, end: at + sought.length });
  }
  found.sort((a, b) => b.end - b.at - (a.end - a.at));
  const taken: { readonly at: number; readonly end: number }[] = [];
  for (const one of found) if (!taken.some((other) => one.at < other.end && other.at < one.end)) taken.push(one);
  for (const { at, end } of taken.sort((a, b) => b.at - a.at)) safe = safe.slice(0, at) + hider.hide(text.slice(at, end)) + safe.slice(end);
  return safe;
}

const isLetter = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char);
