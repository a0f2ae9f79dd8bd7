/** The frame of the catalog: one language at a time, and what leaves in English. */
import { afterEach, describe, expect, it } from 'vitest';
import { settings } from '../../lib/words/en/settings.ts';
import { languageFor, speakLanguage } from '../../lib/words/load.ts';
import { inEnglish, speak, spokenLanguage, spokenTag } from '../../lib/words/speaking.ts';

afterEach(() => speak('en', {}));

describe('words', () => {
  it('are English until another language is spoken, and again after it', async () => {
    expect(settings().title).toBe('Settings');
    await speakLanguage('de');
    expect([settings().title, settings().seconds(30), spokenTag()]).toEqual(['Einstellungen', '30 Sekunden', 'de-DE']);
    await speakLanguage('en');
    expect([settings().title, spokenTag()]).toEqual(['Settings', 'en-US']);
  });

  it('are English in what leaves, and what was spoken goes on, also after a failure', async () => {
    await speakLanguage('de');
    expect(inEnglish(() => settings().title)).toBe('Settings');
    expect(() =>
      inEnglish(() => {
        throw new Error('broken');
      }),
    ).toThrow('broken');
    expect([settings().title, spokenLanguage()]).toEqual(['Einstellungen', 'de']);
  });

  it('follow the first language that there is', () => {
    expect(languageFor(['fr-CH', 'de-AT', 'en'])).toBe('de');
    expect(languageFor(['EN-gb', 'de'])).toBe('en');
    expect(languageFor(['constructor', 'fr'])).toBe('en');
    expect(languageFor([])).toBe('en');
  });
});
