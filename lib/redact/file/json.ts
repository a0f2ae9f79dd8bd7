/** Members of JSON texts and claims of JWTs. */
import { isObject } from '../../read/json.ts';
import { isVocabulary } from '../words.ts';
import { isListed, isOpenNumber, openMembers } from './open.ts';

/** What is asked of the one who takes the rest of a file apart. */
export interface Texts {
  readonly standIns: { of(value: string): string };
  show(text: string): string;
  hide(value: string): string;
  value(name: string, value: string, depth: number): string;
}

const deepest = 40;

export function redactMember(name: string, value: unknown, depth: number, texts: Texts): unknown {
  if (depth > deepest) return null;
  if (typeof value === 'string') return openMembers.has(name) && isListed(name, value) ? texts.show(value) : texts.value(name, value, 1);
  if (typeof value === 'number') return isOpenNumber(name, value) ? value : numberLike(value, texts);
  if (Array.isArray(value)) return value.map((item) => redactMember(name, item, depth + 1, texts));
  return isObject(value) ? redactMembers(value, depth, texts) : value;
}

/** Members are named by whoever wrote the text: people and ids may be among the names. */
export function redactMembers(object: Readonly<Record<string, unknown>>, depth: number, texts: Texts): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).map(([key, item]) => [
      isVocabulary(key) ? texts.show(key) : texts.hide(key),
      redactMember(key, item, depth + 1, texts),
    ]),
  );
}

function numberLike(value: number, texts: Texts): number {
  return Number(texts.standIns.of(String(value)).replace(/^(-?)0(?=\d)/, '$11')) || 0;
}
