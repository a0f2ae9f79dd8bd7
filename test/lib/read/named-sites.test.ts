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
    ['', { kind: 'nothing' }],
    ['   ', { kind: 'nothing' }],
    ['our shop!', { kind: 'no-site', word: 'shop!' }],
    ['ftp://shop.example', { kind: 'no-site', word: 'ftp://shop.example' }],
    ['shop.*.example', { kind: 'no-site', word: 'shop.*.example' }],
    ['user@shop.example', { kind: 'no-site', word: 'user@shop.example' }],
    ['co.uk', { kind: 'shared-ending', word: 'co.uk', host: 'co.uk' }],
    ['*.com', { kind: 'shared-ending', word: '*.com', host: 'com' }],
    ['*', { kind: 'no-site', word: '*' }],
    ['about:config', { kind: 'no-site', word: 'about:config' }],
    ['a..b', { kind: 'no-site', word: 'a..b' }],
    ['x@'.repeat(50), { kind: 'no-site', word: `${'x@'.repeat(30)}…` }],
  ])('refuses %j and says why', (text, expected) => expect(hosts(text)).toEqual(expected));
});
