import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressOf,
  decodeForm,
  decodePercent,
  originOf,
  printUrl,
  readFragmentPairs,
  readPairs,
  readUrl,
  resolveLocation,
  withoutFragment,
} from '../../../lib/read/url.ts';

/** Any UTF-16, lone surrogates and NULs included. */
const anyText = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units));
/** What addresses are made of, in any order. */
const pieces = fc
  .array(
    fc.constantFrom(
      '?',
      '#',
      '&',
      '=',
      '+',
      '%',
      '%2',
      '%2B',
      '%zz',
      '%C3',
      '%C3%A9',
      '%00',
      '\u0000',
      '\ud800',
      '://',
      '/',
      'https',
      'a',
      'é',
      '@',
      ':',
      '[',
      ']',
      '__proto__',
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));
const hostile = fc.oneof(anyText, pieces);

describe('readUrl', () => {
  it('loses nothing, whatever the text', () => {
    fc.assert(fc.property(hostile, (text) => printUrl(readUrl(text)) === text));
  });

  it('keeps the pairs in order, repeats and empty ones included', () => {
    expect(readUrl('https://app.example/cb?a=1&&a=2&b').query?.map(({ name, value }) => [name, value])).toEqual([
      ['a', '1'],
      ['', ''],
      ['a', '2'],
      ['b', ''],
    ]);
  });

  it('tells an empty part from one that is not there', () => {
    expect(readUrl('https://app.example/')).toMatchObject({ query: null, fragment: null });
    expect(readUrl('https://app.example/?#').query).toHaveLength(1);
    expect(readUrl('https://app.example/?#').fragment).toHaveLength(1);
  });

  it('ends the query at the hash, not at a later question mark', () => {
    const read = readUrl('https://app.example/?a=1#b=2?c=3');
    expect(read.query?.map((p) => p.text)).toEqual(['a=1']);
    expect(read.fragment?.map((p) => p.text)).toEqual(['b=2?c=3']);
  });

  it('keeps the value as written beside its meaning', () => {
    expect(readUrl('?state=a%2Bb+c').query?.[0]).toEqual({ name: 'state', value: 'a+b c', raw: 'a%2Bb+c', text: 'state=a%2Bb+c' });
  });

  it('splits a pair at its first equals sign', () => {
    expect(readPairs('a=b=c')[0]).toMatchObject({ name: 'a', value: 'b=c' });
  });
});

describe('decodePercent', () => {
  it('never throws', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        decodePercent(text);
        decodeForm(text);
      }),
    );
  });

  it('agrees with the platform on what the platform can encode', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => decodePercent(encodeURIComponent(text)) === text));
  });

  it('leaves text without a percent sign alone', () => {
    fc.assert(
      fc.property(
        hostile.filter((text) => !text.includes('%')),
        (text) => decodePercent(text) === text,
      ),
    );
  });

  it.each([
    ['a%20b', 'a b'],
    ['%C3%A9', 'é'],
    ['%F0%9F%94%91', '🔑'],
    ['100%', '100%'],
    ['%zz%4', '%zz%4'],
    ['%C3', '%C3'],
    ['a%00b', 'a\u0000b'],
    ['%25 2B', '% 2B'],
    ['a+b', 'a+b'],
    ['%EF%BB%BFa', '\ufeffa'],
    ['%41%FF%42', 'A%FFB'],
    ['%20%E2%82', ' %E2%82'],
    ['%C3%A9%C3', 'é%C3'],
  ])('reads %s as %s', (text, meant) => {
    expect(decodePercent(text)).toBe(meant);
  });

  it('takes plus for a space only in forms', () => {
    expect(decodeForm('a+b%2Bc')).toBe('a b+c');
  });
});

describe('readFragmentPairs', () => {
  it.each([
    ['https://app.example/#code=c&state=s', 'code=c&state=s'],
    ['https://app.example/#/callback?code=c&state=s', 'code=c&state=s'],
    ['https://app.example/#!/code=c', 'code=c'],
    ['https://app.example/#/code=c?x', 'code=c?x'],
    ['https://app.example/#_=_', '_=_'],
    ['https://app.example/', ''],
  ])('reads %s', (url, pairs) => {
    expect(
      readFragmentPairs(url)
        .map((p) => p.text)
        .join('&'),
    ).toBe(pairs);
  });
});

describe('addressOf', () => {
  it.each([
    ['HTTPS://App.Example:443/Cb?x', { scheme: 'https', host: 'app.example', port: 443, origin: 'https://app.example', path: '/Cb' }],
    ['http://app.example', { scheme: 'http', host: 'app.example', port: 80, origin: 'http://app.example', path: '' }],
    ['http://app.example:8080/', { port: 8080, origin: 'http://app.example:8080' }],
    ['https://user:pw@app.example/', { host: 'app.example' }],
    ['https://[::1]:3000/cb', { host: '[::1]', port: 3000, origin: 'https://[::1]:3000' }],
    ['com.example.app://cb/x', { scheme: 'com.example.app', host: 'cb', port: null, origin: 'com.example.app://cb' }],
    ['https://app.example:/cb', { port: 443, path: '/cb' }],
  ])('reads %s', (url, parts) => {
    expect(addressOf(url)).toMatchObject(parts);
  });

  it.each(['', 'app.example/cb', '/cb', 'mailto:user@app.example', 'urn:ietf:wg:oauth:2.0:oob', '//app.example'])(
    'finds no address in %j',
    (text) => {
      expect(addressOf(text)).toBeNull();
    },
  );

  it('never throws', () => {
    fc.assert(fc.property(hostile, (text) => addressOf(text) === null || typeof addressOf(text) === 'object'));
  });

  it('gives an origin to web addresses only', () => {
    expect(originOf('https://app.example/cb')).toBe('https://app.example');
    expect(originOf('com.example.app://cb')).toBeNull();
    expect(originOf('https:///cb')).toBeNull();
  });
});

describe('resolveLocation', () => {
  it.each([
    ['/home', 'https://app.example/cb?code=c', 'https://app.example/home'],
    ['home', 'https://app.example/a/cb', 'https://app.example/a/home'],
    ['//other.example/x', 'https://app.example/', 'https://other.example/x'],
    ['/\\other.example/x', 'https://app.example/', 'https://other.example/x'],
    ['?x=1', 'https://app.example/cb', 'https://app.example/cb?x=1'],
    ['/home', 'https://app.example/cb#id_token=t', 'https://app.example/home#id_token=t'],
    ['/home#own', 'https://app.example/cb#id_token=t', 'https://app.example/home#own'],
    ['/home#', 'https://app.example/cb#id_token=t', 'https://app.example/home#'],
    ['com.example.app:/cb?code=c', 'https://idp.example/', 'com.example.app:/cb?code=c'],
  ])('goes to %s from %s', (location, base, to) => {
    expect(resolveLocation(location, base)).toBe(to);
  });

  it('gives up on what no browser can resolve', () => {
    expect(resolveLocation('https://', 'https://app.example/')).toBeNull();
    expect(resolveLocation('/x', 'not an address')).toBeNull();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(hostile, hostile, (location, base) => {
        resolveLocation(location, base);
      }),
    );
  });

  it('cuts a fragment off', () => {
    expect(withoutFragment('https://app.example/?a#b#c')).toBe('https://app.example/?a');
  });
});
