/** Why a file can not be opened is said in English by who reads it; no such phrase may be without its German. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { opening } from '../../../lib/words/en/opening.ts';
import { speakLanguage } from '../../../lib/words/load.ts';
import { speak } from '../../../lib/words/speaking.ts';

const readers = [
  ...readdirSync('lib/normalize', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `lib/normalize/${name}`),
  'lib/transfer/open-file.ts',
  'lib/transfer/open-source.ts',
  'lib/reader.ts',
  'lib/session/reader-client.ts',
];

/** Sentences about a file begin with one of these words. */
const phrases = readers
  .flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(/'((?:it|its|at|and it|this address) [^'\n]*)'|`((?:it|its|at|none of) [^`\n]*)`/g),
  ])
  .map(([, plain, filled = '']) => plain ?? filled)
  .map((phrase) => phrase.replace(/\$\{[^}]*\?\? 'unknown'\}/g, 'unknown').replace(/\$\{needed\}/g, 'unknown'))
  .map((phrase) => phrase.replace(/\$\{(?:[^{}]|\{[^}]*\})*\}/g, '7'));

afterEach(() => speak('en', {}));

describe('why a file can not be opened', () => {
  it('is found where it is said', () => {
    expect(phrases.length).toBeGreaterThan(20);
  });

  it.each(phrases)('in German: %s', async (phrase) => {
    expect(opening().because(phrase)).toBe(phrase);
    await speakLanguage('de');
    const german = opening().because(phrase);
    expect(german).not.toBe(phrase);
    expect(german).not.toMatch(/\b(?:it|its|is|not|the|and|no)\b/);
  });
});
