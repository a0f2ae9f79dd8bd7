import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presetLink, readPreset, siteOf } from '../../../lib/session/preset.ts';

describe('a link from support', () => {
  it('says where, what and in which language, and is an ordinary address of the site', () => {
    const link = presetLink({ site: 'https://shop.example/login?x=1', goal: 'The error after “Log in”', language: 'de' });
    expect(link).toMatch(/^https:\/\/shop\.example\/login\?x=1#roundtrip-record=1&/);
    expect(readPreset(link ?? '')).toEqual({ site: 'https://shop.example/login?x=1', goal: 'The error after “Log in”', language: 'de' });
  });

  it('keeps the fragment of a site that routes by it', () => {
    const link = presetLink({ site: 'https://shop.example/app#/login', goal: null, language: null });
    expect(readPreset(link ?? '')?.site).toBe('https://shop.example/app#/login');
  });

  it('survives the way through a mail: blanks around it', () => {
    expect(readPreset('  https://shop.example/#roundtrip-record=1&goal=x\n')?.goal).toBe('x');
  });

  it.each(['', 'https://shop.example/', 'https://shop.example/#/login', 'https://shop.example/#other=1', 'roundtrip-record=1'])(
    'is not %j',
    (text) => expect(readPreset(text)).toBeNull(),
  );

  it('can not name what no link may open, nor put invisible signs before the reader', () => {
    for (const site of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'https://me:pw@shop.example/',
      'chrome://settings',
    ])
      expect(readPreset(`https://shop.example/#roundtrip-record=1&site=${encodeURIComponent(site)}`)?.site).toBeNull();
    const goal = readPreset(`https://a.example/#roundtrip-record=1&goal=${encodeURIComponent('a\u202eb')}`)?.goal;
    expect(goal).toBe('a⟨202E⟩b');
    expect(readPreset(`https://a.example/#roundtrip-record=1&goal=${'x'.repeat(9_000)}`)?.goal).toHaveLength(300);
    expect(readPreset('https://a.example/#roundtrip-record=1&language=%3Cscript%3E')?.language).toBeNull();
  });

  it('never throws, and what it reads back it has written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, goal) => {
        readPreset(`https://a.example/#roundtrip-record=1&goal=${text}&site=${text}`);
        const link = presetLink({ site: siteOf(text), goal, language: 'en' });
        if (link !== null) expect(readPreset(link)?.site).toBe(siteOf(text));
      }),
    );
  });
});

describe('a site as people write it', () => {
  it.each([
    ['shop.example', 'https://shop.example/'],
    [' shop.example/login ', 'https://shop.example/login'],
    ['localhost:3000', 'https://localhost:3000/'],
    ['http://intranet/', 'http://intranet/'],
    ['HTTPS://Shop.Example', 'https://shop.example/'],
  ])('%s', (written, site) => expect(siteOf(written)).toBe(site));

  it.each(['', 'two words', 'mailto:anna@mail.example', 'ftp://shop.example', `https://${'a'.repeat(600)}.example`])('not %s', (written) =>
    expect(siteOf(written)).toBeNull(),
  );
});
