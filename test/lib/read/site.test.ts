import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDevelopmentHost, isLoopback, isLoopbackHost, isTrustworthy, sameSite, siteOf, siteOfHost } from '../../../lib/read/site.ts';

describe('siteOfHost', () => {
  it.each([
    ['www.app.example', 'app.example'],
    ['app.example', 'app.example'],
    ['login.bbc.co.uk', 'bbc.co.uk'],
    ['alice.github.io', 'alice.github.io'],
    ['github.io', 'github.io'],
    ['localhost', 'localhost'],
    ['app.localhost', 'app.localhost'],
    ['127.0.0.1', '127.0.0.1'],
    ['[::1]', '[::1]'],
    ['', ''],
  ])('%s belongs to %s', (host, site) => {
    expect(siteOfHost(host)).toBe(site);
  });

  it('answers for any text', () => {
    fc.assert(fc.property(fc.string(), (host) => typeof siteOfHost(host) === 'string'));
  });
});

describe('sameSite', () => {
  it.each([
    ['https://www.app.example/', 'https://api.app.example/x', true],
    ['http://app.example', 'https://app.example:8443', true],
    ['https://alice.github.io/', 'https://bob.github.io/', false],
    ['https://app.example/', 'https://idp.example/', false],
    ['http://localhost:3000', 'http://localhost:4000', true],
    ['http://localhost:3000', 'http://127.0.0.1:3000', false],
    ['not an address', 'not an address', false],
    [null, null, false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(sameSite(a, b)).toBe(same);
  });

  it('has no site for what has no host', () => {
    expect(siteOf(null)).toBeNull();
    expect(siteOf('urn:ietf:wg:oauth:2.0:oob')).toBeNull();
    expect(siteOf('file:///home')).toBeNull();
  });
});

describe('hosts of this computer and this network', () => {
  it.each(['localhost', 'app.localhost', '127.0.0.1', '127.9.9.9', '[::1]'])('%s is a loopback name', (host) => {
    expect(isLoopbackHost(host)).toBe(true);
    expect(isDevelopmentHost(host)).toBe(true);
  });

  it.each(['localhost.example', '127.0.0.1.example', '128.0.0.1', '[::2]', 'app.example'])('%s is none', (host) => {
    expect(isLoopbackHost(host)).toBe(false);
  });

  it.each([
    'app.test',
    'printer.local',
    'app.internal',
    'nas.lan',
    'router.home.arpa',
    'intranet',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '[fd00::1]',
  ])('%s can not be on the public Internet', (host) => {
    expect(isDevelopmentHost(host)).toBe(true);
  });

  it.each(['app.example', 'test.example', '172.32.0.1', '11.0.0.1', '[2001:db8::1]', 'local.example'])('%s can', (host) => {
    expect(isDevelopmentHost(host)).toBe(false);
  });

  it('asks the host of an address', () => {
    expect(isLoopback('http://127.0.0.1:49152/cb')).toBe(true);
    expect(isLoopback('https://app.example/?next=http://localhost')).toBe(false);
    expect(isLoopback(null)).toBe(false);
  });
});

describe('isTrustworthy', () => {
  it.each([
    ['https://app.example/', true],
    ['http://localhost:3000/', true],
    ['http://127.0.0.1/', true],
    ['http://app.example/', false],
    ['ftp://app.example/', false],
    ['nonsense', false],
  ])('%s: %s', (url, trustworthy) => {
    expect(isTrustworthy(url)).toBe(trustworthy);
  });
});
