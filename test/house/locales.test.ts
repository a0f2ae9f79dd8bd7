/** What the browser shows for us: every language says all of it, and nothing is left over. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../run/tools.ts';

interface Entry {
  readonly message: string;
  readonly description?: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

const folder = join(root, 'public', '_locales');
const languages = readdirSync(folder);
const messagesIn = (language: string) =>
  JSON.parse(readFileSync(join(folder, language, 'messages.json'), 'utf8')) as Readonly<Record<string, Entry>>;
const english = messagesIn('en');

/** Names in the text, without their order: another language may turn them round. */
const namesIn = (text: string) => [...text.matchAll(/\$(\w+)\$/g)].map(([, name = '']) => name.toLowerCase()).sort();

const textOf = (...path: readonly string[]) => readFileSync(join(root, ...path), 'utf8');
const files = (...path: readonly string[]) =>
  readdirSync(join(root, ...path), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => textOf(...path, name))
    .join('\n');

describe('public/_locales', () => {
  for (const language of languages)
    it(`${language}: the same messages with the same values in them`, () => {
      const messages = messagesIn(language);
      expect(Object.keys(messages)).toEqual(Object.keys(english));
      for (const [key, { message, placeholders = {} }] of Object.entries(messages)) {
        expect(message.trim(), key).not.toBe('');
        expect(namesIn(message), key).toEqual(namesIn(english[key]?.message ?? ''));
        expect(namesIn(message), key).toEqual(Object.keys(placeholders).sort());
        expect(placeholders, key).toEqual(english[key]?.placeholders ?? {});
      }
    });

  it('every message is used, and every one that is used is there', () => {
    const used = [
      ...[...textOf('wxt.config.ts').matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key),
      ...[...textOf('lib', 'platform', 'said.ts').matchAll(/^ {2}'(\w+)',$/gm)].map(([, key]) => key),
    ];
    expect(used.sort()).toEqual(Object.keys(english).sort());
    // Once in the list of messages, and where somebody says it.
    const code = files('lib', 'platform') + files('entrypoints');
    const silent = Object.keys(english).filter((key) => !/^extension|^command/.test(key) && code.split(`'${key}'`).length < 3);
    expect(silent).toEqual([]);
  });

  it('fits where browsers and stores show it', () => {
    for (const language of languages) {
      const { extensionName, extensionDescription, ...rest } = messagesIn(language);
      expect(extensionName?.message.length, language).toBeLessThanOrEqual(45);
      expect(extensionDescription?.message.length, language).toBeLessThanOrEqual(132);
      for (const [key, { message }] of Object.entries(rest))
        if (key.startsWith('badge')) expect(message.length, key).toBeLessThanOrEqual(4);
    }
  });
});
