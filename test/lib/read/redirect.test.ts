import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isCustomScheme,
  isExtensionRedirect,
  isNear,
  isPseudoRedirect,
  type RedirectDifference,
  redirectDifference,
  redirectKey,
  withoutParameters,
} from '../../../lib/read/redirect.ts';
import { readUrl } from '../../../lib/read/url.ts';

const cb = 'https://app.example/cb';

describe('redirectDifference', () => {
  it.each<[string, string, RedirectDifference | null]>([
    [cb, cb, null],
    ['https://app.example:443/cb', cb, null],
    ['https://APP.example/cb', cb, null],
    ['https://app.example', 'https://app.example/', null],
    ['http://127.0.0.1/cb', 'http://127.0.0.1:49152/cb', null],
    ['http://[::1]:1/cb', 'http://[::1]:2/cb', null],
    [cb, 'http://app.example/cb', 'scheme'],
    ['http://app.example/cb', cb, 'scheme-upgrade'],
    [cb, 'https://www.app.example/cb', 'www'],
    ['https://www.app.example/cb', cb, 'www'],
    ['http://localhost:3000/cb', 'http://127.0.0.1:3000/cb', 'loopback-name'],
    [cb, 'https://other.example/cb', 'host'],
    [cb, 'https://app.example:8443/cb', 'port'],
    [cb, 'https://app.example/cb/', 'trailing-slash'],
    [cb, 'https://app.example/CB', 'path-case'],
    ['https://app.example/a%20b', 'https://app.example/a b', 'path-encoding'],
    [cb, 'https://app.example/other', 'path'],
    ['com.example.app:/cb', 'com.example.app:/cb', null],
    ['com.example.app:/cb', 'com.example.app:/other', 'path'],
  ])('from %s to %s: %s', (requested, reached, difference) => {
    expect(redirectDifference(requested, reached)).toBe(difference);
  });

  it('names the host before the scheme, and the scheme before the path', () => {
    expect(redirectDifference(cb, 'http://other.example/x')).toBe('host');
    expect(redirectDifference(cb, 'http://app.example/x')).toBe('scheme');
  });

  it('finds no difference between an address and itself', () => {
    fc.assert(fc.property(fc.oneof(fc.webUrl(), fc.string()), (url) => redirectDifference(url, url) === null));
  });
});

describe('isNear', () => {
  it.each<[string, boolean]>([
    [cb, true],
    ['https://app.example/cb/', true],
    ['http://app.example/cb', true],
    ['https://www.app.example/cb', true],
    ['https://login.app.example/cb', true],
    ['https://other.example/cb', false],
    ['https://app.example/other', false],
    ['http://www.app.example/other', false],
  ])('takes %s for the same endpoint as asked: %s', (reached, near) => {
    expect(isNear(redirectDifference(cb, reached), cb, reached)).toBe(near);
  });
});

describe('redirectKey', () => {
  it.each([
    ['https://www.app.example/Cb/', cb],
    ['http://app.example:8080/cb', cb],
    ['http://127.0.0.1:1/cb', 'http://localhost:2/cb'],
  ])('%s meets %s', (a, b) => {
    expect(redirectKey(a)).toBe(redirectKey(b));
  });

  it('keeps different endpoints apart', () => {
    expect(redirectKey(cb)).not.toBe(redirectKey('https://app.example/other'));
    expect(redirectKey(cb)).not.toBe(redirectKey('https://other.example/cb'));
  });
});

describe('kinds of redirect_uri', () => {
  it.each(['postmessage', 'urn:ietf:wg:oauth:2.0:oob', 'urn:ietf:wg:oauth:2.0:oob:auto', 'storagerelay://https/app.example?id=1'])(
    '%s is no place to go to',
    (uri) => {
      expect(isPseudoRedirect(uri)).toBe(true);
      expect(isCustomScheme(uri)).toBe(false);
    },
  );

  it.each(['com.example.app:/cb', 'myapp://cb', 'msauth.com.example.app://auth'])('%s opens a program', (uri) => {
    expect(isCustomScheme(uri)).toBe(true);
    expect(isPseudoRedirect(uri)).toBe(false);
  });

  it.each([cb, 'HTTP://app.example', 'javascript:alert(1)', 'data:text/html,x', 'about:blank', '/cb', 'app.example/cb', ''])(
    '%j opens none',
    (uri) => {
      expect(isCustomScheme(uri)).toBe(false);
    },
  );

  it.each([
    ['https://abcdefghijklmnop.chromiumapp.org/', true],
    ['https://abcdefghijklmnop.chromiumapp.org/cb', true],
    ['https://0a1b.extensions.allizom.org/', true],
    ['https://chromiumapp.org/', false],
    ['https://abc.chromiumapp.org.evil.example/', false],
    ['http://abc.chromiumapp.org/', false],
  ])('%s is caught by an extension: %s', (uri, caught) => {
    expect(isExtensionRedirect(uri)).toBe(caught);
  });
});

describe('withoutParameters', () => {
  it('leaves the others as they were written', () => {
    const url = readUrl('https://app.example/cb?a=%2f&code=CANARY&b=+');
    expect(withoutParameters(url.base, url.query, (name) => name === 'code')).toBe('https://app.example/cb?a=%2f&b=+');
  });

  it('leaves no question mark behind', () => {
    const url = readUrl('https://app.example/cb?code=CANARY');
    expect(withoutParameters(url.base, url.query, () => true)).toBe('https://app.example/cb');
    expect(withoutParameters('https://app.example/cb', null, () => true)).toBe('https://app.example/cb');
  });
});
