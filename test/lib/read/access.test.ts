import { describe, expect, it } from 'vitest';
import type { Access } from '../../../lib/model/access.ts';
import { covers, hostsOf, isEverywhere, isNowhere, patternFor, patternsOf, uncoveredHost } from '../../../lib/read/access.ts';

const to = (...sites: string[]): Access => ({ sites, cookies: false });

describe('what access covers', () => {
  it.each<[string, string, boolean]>([
    ['*://*.shop.example/*', 'https://shop.example/', true],
    ['*://*.shop.example/*', 'http://login.shop.example:8080/a?b#c', true],
    ['*://*.shop.example/*', 'https://SHOP.example/', true],
    ['*://*.shop.example/*', 'https://ashop.example/', false],
    ['*://*.shop.example/*', 'https://shop.example.evil.example/', false],
    ['*://*.shop.example/*', 'https://evil.example/?x=https://shop.example/', false],
    ['*://*.shop.example/*', 'https://shop.example@evil.example/', false],
    ['*://shop.example/*', 'https://login.shop.example/', false],
    ['https://shop.example/*', 'http://shop.example/', false],
    ['https://shop.example/*', 'https://shop.example/', true],
    ['http://localhost:3000/*', 'http://localhost:4000/', true],
    ['*://127.0.0.1/*', 'http://127.0.0.1:9080/', true],
    ['*://[::1]/*', 'http://[::1]:9080/', true],
    ['<all_urls>', 'https://anywhere.example/', true],
    ['<all_urls>', 'file:///etc/hosts', false],
    ['*://*/*', 'chrome-extension://abcdef/popup.html', false],
    ['*://*/*', 'about:blank', false],
    ['http://*/*', 'https://shop.example/', false],
    ['file:///*', 'https://shop.example/', false],
    ['nonsense', 'https://shop.example/', false],
  ])('%s and %s: %s', (site, url, expected) => {
    expect(covers(to(site), url)).toBe(expected);
  });

  it('nothing without a grant', () => {
    expect(covers(to(), 'https://shop.example/')).toBe(false);
    expect(isNowhere(to())).toBe(true);
    expect(isNowhere(to('file:///*'))).toBe(true);
    expect(isNowhere(to('*://*.shop.example/*'))).toBe(false);
  });

  it('everywhere is both schemes on every host', () => {
    expect([to('*://*/*'), to('<all_urls>'), to('http://*/*', 'https://*/*')].map(isEverywhere)).toEqual([true, true, true]);
    expect([to(), to('https://*/*'), to('https://*/*', 'https://*/*'), to('*://*.shop.example/*')].map(isEverywhere)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('the host out of sight is named, and only that of a web page', () => {
    const access = to('*://*.shop.example/*');
    expect(uncoveredHost(access, 'https://login.idp.example:9443/authorize?x')).toBe('login.idp.example');
    expect(uncoveredHost(access, 'https://www.shop.example/')).toBeNull();
    expect(uncoveredHost(access, 'com.example.app:/callback')).toBeNull();
    expect(uncoveredHost(access, 'about:blank')).toBeNull();
  });

  it('a host is named once, and taken back with every pattern that names it', () => {
    const access = to('*://*.shop.example/*', 'https://shop.example/*', '*://127.0.0.1/*', '*://*/*');
    expect(hostsOf(access)).toEqual(['127.0.0.1', 'shop.example']);
    expect(patternsOf(access, 'shop.example')).toEqual(['*://*.shop.example/*', 'https://shop.example/*']);
    expect(['shop.example', '127.0.0.1', '[::1]', 'localhost'].map(patternFor)).toEqual([
      '*://*.shop.example/*',
      '*://127.0.0.1/*',
      '*://[::1]/*',
      '*://*.localhost/*',
    ]);
  });
});
