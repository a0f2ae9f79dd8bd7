/** Numbers as the language that is spoken writes them. */
import { spokenTag } from './speaking.ts';

export const amount = (count: number): string => count.toLocaleString(spokenTag());

/** With so many digits after the mark. */
export const precise = (value: number, digits: number): string =>
  value.toLocaleString(spokenTag(), { minimumFractionDigits: digits, maximumFractionDigits: digits });
