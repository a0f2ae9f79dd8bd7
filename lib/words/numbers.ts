/** Numbers as the spoken language writes them. */
import { spokenTag } from './speaking.ts';

export const numberWords = (value: number): string => value.toLocaleString(spokenTag());

export function plural(count: number, one: string, many: string): string {
  return `${numberWords(count)} ${count === 1 ? one : many}`;
}

/** Kept: a timeline writes thousands of them, and making one costs more than using it. */
const formats = new Map<string, Intl.NumberFormat>();

/** With exactly so many digits behind the point, or the comma. */
export function decimalWords(value: number, digits: number): string {
  const key = `${spokenTag()} ${digits}`;
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(spokenTag(), { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false });
  formats.set(key, format);
  return format.format(value);
}
