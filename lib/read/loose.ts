/** Reading JSON that may have any shape: nothing in a file is trusted to have the type the format says. */
import { isObject, type JsonObject } from './json.ts';

export const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
export const number = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);
/** Epoch milliseconds of a year with four digits: what every calendar can show. */
export const moment = (value: unknown): number | null => {
  const at = number(value);
  return at !== null && at >= 0 && at < 253_402_300_800_000 ? at : null;
};
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const member = (object: JsonObject, name: string): unknown => (Object.hasOwn(object, name) ? object[name] : undefined);
export const child = (object: JsonObject, name: string): JsonObject | null => {
  const value = member(object, name);
  return isObject(value) ? value : null;
};
