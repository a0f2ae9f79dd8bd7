import { describe, expect, it } from 'vitest';
import { readNamedSites } from '../../../lib/read/named-sites.ts';

const hosts = (text: string) => {
  const read = readNamedSites(text);
  return read.kind === 'hosts' ? read.hosts : read.because;
};

describe('sites as people write them', () => {
  it.each([
    ['shop.example', ['shop.example']],
    ['  https://Shop.Example:8443/login?next=%2F#top ', ['shop.example']],
    ['*.shop.example', ['shop.example']],
    ['*://*.shop.example/*', ['shop.example']],
    ['shop.example, login.idp.example\nhttps://shop.example/again', ['shop.example', 'login.idp.example']],
    ['localhost:3000', ['localhost']],
    ['127.0.0.1:8080', ['127.0.0.1']],
    ['http://[::1]:8080/', ['[::1]']],
    ['bücher.example', ['xn--bcher-kva.example']],
    ['shop.co.uk', ['shop.co.uk']],
    ['me.github.io', ['me.github.io']],
  ])('%s', (text, expected) => expect(hosts(text)).toEqual(expected));

  it.each([
    ['', /first/],
    ['   ', /first/],
    ['our shop!', /“shop!” is not the name/],
    ['ftp://shop.example', /is not the name/],
    ['shop.*.example', /is not the name/],
    ['user@shop.example', /is not the name/],
    ['co.uk', /“co\.uk” is an ending that many sites share/],
    ['*.com', /ending/],
    ['*', /is not the name/],
    ['about:config', /is not the name/],
    ['a..b', /is not the name/],
  ])('refuses %j in a sentence', (text, expected) => {
    const said = hosts(text);
    expect(said).toMatch(expected);
    expect(said).toMatch(/\.$/);
  });
});
