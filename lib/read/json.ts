export type JsonObject = Readonly<Record<string, unknown>>;

/** Parses text that should hold a JSON object; null for anything else. */
export function readJsonObject(text: string): JsonObject | null {
  const start = text.trimStart();
  if (!start.startsWith('{')) return null;
  try {
    const value: unknown = JSON.parse(start);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member that is a non-empty string, own properties only. */
export function stringMember(object: JsonObject | null, name: string): string | null {
  if (object === null || !Object.hasOwn(object, name)) return null;
  const value = object[name];
  return typeof value === 'string' && value !== '' ? value : null;
}
