/** A place that the redaction forgets is noticed: by these tests, and by the product's own scan before a file leaves. */
import { describe, expect, it } from 'vitest';
import { isObject } from '../../../lib/read/json.ts';
import { redactHar } from '../../../lib/redact/file/har.ts';
import { entry, harOf } from '../../build/har-file.ts';
import { nameplaces, places, planted } from './corpus/places.ts';
import { survivors } from './corpus/search.ts';

const secret = 'CANARYx9 Küche\\&<8Kq7Zr';
const bytes = String.fromCharCode(...new TextEncoder().encode(secret));

/** As a forgotten place might show it. */
const forms: Readonly<Record<string, string>> = {
  raw: secret,
  'percent-encoded': encodeURIComponent(secret),
  'percent-encoded twice': encodeURIComponent(encodeURIComponent(secret)),
  'JSON-escaped': JSON.stringify({ a: secret }),
  'HTML-escaped': '<input value="CANARYx9 Küche\\&amp;&lt;8Kq7Zr">',
  base64: btoa(`user:${bytes}`),
  'base64, one further': btoa(`user1:${bytes}!`),
  'base64, two further': btoa(`user12:${bytes}`),
};

type Path = readonly (string | number)[];

/** Where in the tree a text stands that was made with the secret, and the text. */
function holding(value: unknown, has: (text: string) => boolean, path: Path = []): { path: Path; text: string }[] {
  if (typeof value === 'string') return has(value) ? [{ path, text: value }] : [];
  if (!isObject(value) && !Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([name, item]) => [
    ...(has(name) ? [{ path: [...path, name], text: name }] : []),
    ...holding(item, has, [...path, name]),
  ]);
}

function withText(tree: unknown, [first, ...rest]: Path, text: string): unknown {
  if (first === undefined) return text;
  const child = isObject(tree) || Array.isArray(tree) ? (tree as Record<string, unknown>)[first] : undefined;
  if (Array.isArray(tree) && Number(first) >= tree.length) return [...tree, withText(undefined, rest, text)];
  if (Array.isArray(tree)) return tree.map((item, index) => (index === Number(first) ? withText(item, rest, text) : item));
  return { ...(isObject(tree) ? tree : {}), [first]: withText(child, rest, text) };
}

const spelled = (text: string) => decodeURIComponentSafely(text).includes(secret) || text.includes(JSON.stringify(secret).slice(1, -1));

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

describe('a place that was forgotten', () => {
  // A host has letters and digits only.
  it.each(Object.entries({ ...places, ...nameplaces }).filter(([where]) => where !== 'a host'))('is noticed: %s', (where, put) => {
    const har = harOf([planted(put, secret), entry()]);
    const { text, leaks, leaksIn } = redactHar(har);
    const all = [{ secret, written: secret, where }];
    expect(leaks).toBe(0);
    expect(survivors(text, all)).toEqual([]);
    const back = holding(har, spelled);
    for (const one of back) {
      const forgetful = JSON.stringify(withText(JSON.parse(text), one.path, one.text));
      expect(survivors(forgetful, all), one.path.join('.')).not.toEqual([]);
      expect(leaksIn(forgetful), one.path.join('.')).not.toEqual([]);
    }
    for (const [form, written] of Object.entries(forms)) {
      const forgetful = JSON.stringify(withText(JSON.parse(text), ['log', 'entries', '0', 'forgotten'], written));
      expect(survivors(forgetful, all), form).not.toEqual([]);
      expect(leaksIn(forgetful), form).not.toEqual([]);
    }
  });
});
