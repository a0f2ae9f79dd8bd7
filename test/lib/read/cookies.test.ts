import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../../lib/model/cookie.ts';
import type { Header, Headers } from '../../../lib/model/exchange.ts';
import {
  cookieLimitBytes,
  defaultPath,
  domainMatches,
  effectiveSameSite,
  familyOf,
  isBystander,
  isLoginName,
  pathMatches,
  readCookies,
  readSetCookies,
  refusalOf,
  type ScopeMiss,
  type SetCookie,
  scopeMiss,
} from '../../../lib/read/cookies.ts';

const now = Date.UTC(2026, 0, 1);
const headersOf = (name: string, ...values: readonly string[]): Headers => ({
  fields: values.map((value): Header => ({ name, value })),
  hidden: [],
});
function setCookies(...lines: readonly string[]): SetCookie[] {
  const read = readSetCookies(headersOf('Set-Cookie', ...lines), now);
  return read === 'hidden' ? [] : read;
}
function setCookie(line: string): SetCookie {
  const [cookie] = setCookies(line);
  if (!cookie) throw new Error(`no cookie in ${line}`);
  return cookie;
}

describe('readCookies', () => {
  it('reads the pairs in order, repeats and values with equals signs included', () => {
    expect(readCookies(headersOf('Cookie', 'a=1; b=x=y;a=2; c='))).toEqual([
      { name: 'a', value: '1' },
      { name: 'b', value: 'x=y' },
      { name: 'a', value: '2' },
      { name: 'c', value: '' },
    ]);
  });

  it('puts the crumbs of HTTP/2 together', () => {
    expect(readCookies(headersOf('cookie', 'a=1', 'b=2'))).toHaveLength(2);
  });

  it('keeps a cookie without a name', () => {
    expect(readCookies(headersOf('Cookie', 'lonely; =x'))).toEqual([
      { name: '', value: 'lonely' },
      { name: '', value: 'x' },
    ]);
  });

  it('tells none from hidden', () => {
    expect(readCookies({ fields: [], hidden: [] })).toEqual([]);
    expect(readCookies({ fields: [], hidden: ['cookie'] })).toBe('hidden');
    expect(readCookies({ fields: [], hidden: 'all' })).toBe('hidden');
  });
});

describe('readSetCookies', () => {
  it('reads every attribute', () => {
    expect(setCookie('sid=CANARY; Domain=.App.Example; Path=/x; Max-Age=60; Secure; HttpOnly; SameSite=Lax; Partitioned')).toEqual({
      name: 'sid',
      value: 'CANARY',
      nameValueBytes: 9,
      domain: 'app.example',
      path: '/x',
      secure: true,
      httpOnly: true,
      sameSite: 'lax',
      partitioned: true,
      expiresAt: now + 60_000,
      deletes: false,
      hasControlCharacter: false,
    });
  });

  it('reads lines that Firefox joined with line feeds', () => {
    expect(setCookies('a=1; Path=/\nb=2; Path=/').map((c) => c.name)).toEqual(['a', 'b']);
  });

  it('reads lines that a proxy joined with commas, dates included', () => {
    expect(setCookies('a=1; Expires=Thu, 01 Jan 2026 00:01:00 GMT, b=2').map((c) => [c.name, c.expiresAt])).toEqual([
      ['a', now + 60_000],
      ['b', null],
    ]);
  });

  it('keeps the value as written', () => {
    expect(setCookie('a=x%20y=z').value).toBe('x%20y=z');
    expect(setCookie('a="q"').value).toBe('"q"');
  });

  it('counts bytes, not characters', () => {
    expect(setCookie('a=é').nameValueBytes).toBe(3);
  });

  it.each([
    ['a=1; Max-Age=0', true],
    ['a=1; Max-Age=-5', true],
    ['a=; Expires=Thu, 01 Jan 1970 00:00:00 GMT', true],
    ['a=1; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT', false],
    ['a=1; Max-Age=0; Expires=Thu, 01 Jan 2099 00:00:00 GMT', true],
    ['a=1; Max-Age=soon', false],
    ['a=1; Expires=soon', false],
    ['a=1', false],
  ])('%s deletes: %s', (line, deletes) => {
    expect(setCookie(line).deletes).toBe(deletes);
  });

  it.each([
    ['a=1', 'unspecified'],
    ['a=1; SameSite=STRICT', 'strict'],
    ['a=1; samesite=none', 'none'],
    ['a=1; SameSite=Foo', 'unspecified'],
    ['a=1; SameSite', 'unspecified'],
  ])('%s is %s', (line, sameSite) => {
    expect(setCookie(line).sameSite).toBe(sameSite);
  });

  it.each([
    ['a=1; Path=x', null],
    ['a=1; Path=', null],
    ['a=1; Domain=', null],
  ])('%s has the default scope', (line, scope) => {
    expect(setCookie(line)).toMatchObject({ path: scope, domain: scope });
  });

  it('tells none from hidden', () => {
    expect(readSetCookies({ fields: [], hidden: [] }, now)).toEqual([]);
    expect(readSetCookies({ fields: [], hidden: ['set-cookie'] }, now)).toBe('hidden');
  });

  it('never throws', () => {
    const pieces = fc.array(
      fc.constantFrom(
        'a',
        '=',
        ';',
        ',',
        ' ',
        '\n',
        'Path',
        'Domain',
        'Expires',
        'Max-Age',
        '__proto__',
        'constructor',
        '\u0000',
        '%',
        'é',
      ),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(
        pieces.map((p) => p.join('')),
        (line) => Array.isArray(readSetCookies(headersOf('Set-Cookie', line), now)),
      ),
    );
  });
});

describe('refusalOf', () => {
  const https = 'https://login.app.example/start';
  const http = 'http://login.app.example/start';
  const name = 'sid';
  const filled = (bytes: number) => `${name}=${'x'.repeat(bytes - name.length)}`;

  // Measured in Chromium and Firefox (platform.md 3.4), in the order in which the reason is named.
  it.each<[string, string, string, Refusal | null]>([
    ['a plain cookie is stored', 'sid=CANARY', https, null],
    ['4096 bytes are stored', filled(cookieLimitBytes), https, null],
    ['4097 bytes are refused', filled(cookieLimitBytes + 1), https, 'too-large'],
    ['attributes do not count', `${filled(cookieLimitBytes)}; Path=/${'x'.repeat(1100)}`, https, null],
    ['__Host- is stored', '__Host-sid=CANARY; Secure; Path=/', https, null],
    ['__Host- with Domain is refused', '__Host-sid=CANARY; Secure; Path=/; Domain=app.example', https, 'host-prefix'],
    ['__Host- with another Path is refused', '__Host-sid=CANARY; Secure; Path=/x', https, 'host-prefix'],
    ['__Host- without Path is refused', '__Host-sid=CANARY; Secure', https, 'host-prefix'],
    ['__Host- without Secure is refused', '__Host-sid=CANARY; Path=/', https, 'host-prefix'],
    ['prefixes are known in any case', '__hOST-sid=CANARY; Path=/', https, 'host-prefix'],
    ['__Http- without HttpOnly is refused', '__Http-sid=CANARY; Secure', https, 'http-prefix'],
    ['__Host-Http- without HttpOnly is refused', '__Host-Http-sid=CANARY; Secure; Path=/', https, 'http-prefix'],
    ['__Host-Http- is stored', '__Host-Http-sid=CANARY; Secure; HttpOnly; Path=/', https, null],
    ['__Secure- is stored', '__Secure-sid=CANARY; Secure; Domain=app.example', https, null],
    ['__Secure- without Secure is refused', '__Secure-sid=CANARY', https, 'secure-prefix'],
    ['__Secure- over http is refused', '__Secure-sid=CANARY; Secure', http, 'secure-on-http'],
    ['Secure over http is refused', 'sid=CANARY; Secure', http, 'secure-on-http'],
    ['Secure over http on this computer is stored', 'sid=CANARY; Secure', 'http://localhost:3000/', null],
    ['None without Secure is refused', 'sid=CANARY; SameSite=None', https, 'none-without-secure'],
    ['None with Secure is stored', 'sid=CANARY; SameSite=None; Secure', https, null],
    ['Partitioned without Secure is refused', 'sid=CANARY; Partitioned', https, 'partitioned-without-secure'],
    ['a word nobody knows for SameSite is stored', 'sid=CANARY; SameSite=Foo', https, null],
    ['the own host as Domain is stored', 'sid=CANARY; Domain=login.app.example', https, null],
    ['the site as Domain is stored', 'sid=CANARY; Domain=app.example', https, null],
    ['a leading dot changes nothing', 'sid=CANARY; Domain=.app.example', https, null],
    ['another site as Domain is refused', 'sid=CANARY; Domain=idp.example', https, 'domain-mismatch'],
    ['a host below as Domain is refused', 'sid=CANARY; Domain=x.login.app.example', https, 'domain-mismatch'],
    ['a host beside as Domain is refused', 'sid=CANARY; Domain=www.app.example', https, 'domain-mismatch'],
    ['an end that is no label is refused', 'sid=CANARY; Domain=pp.example', https, 'domain-mismatch'],
    ['a public suffix as Domain is refused', 'sid=CANARY; Domain=co.uk', 'https://app.co.uk/', 'public-suffix'],
    ['a hosting suffix as Domain is refused', 'sid=CANARY; Domain=github.io', 'https://alice.github.io/', 'public-suffix'],
    ['a public suffix that is the host itself is stored', 'sid=CANARY; Domain=github.io', 'https://github.io/', null],
    ['part of an IP address as Domain is refused', 'sid=CANARY; Domain=0.0.1', 'http://127.0.0.1/', 'domain-mismatch'],
    ['a control character is refused', 'sid=CAN\u0001ARY', https, 'control-character'],
    ['a tab is left to the browser, which disagree', 'sid=CAN\tARY', https, null],
    ['size comes before the rest', `${filled(cookieLimitBytes + 1)}; SameSite=None`, https, 'too-large'],
  ])('%s', (_, line, url, refusal) => {
    expect(refusalOf(setCookie(line), url)).toBe(refusal);
  });
});

describe('scope', () => {
  it.each<[string, string, string, ScopeMiss | null]>([
    ['a=1', 'https://app.example/', 'https://app.example/cb', null],
    ['a=1', 'https://app.example/', 'https://www.app.example/cb', 'host'],
    ['a=1; Domain=app.example', 'https://app.example/', 'https://www.app.example/cb', null],
    ['a=1; Domain=app.example', 'https://app.example/', 'https://other.example/', 'host'],
    ['a=1', 'http://localhost:3000/', 'http://localhost:4000/', null],
    ['a=1', 'http://localhost:3000/', 'http://127.0.0.1:3000/', 'host'],
    ['a=1', 'https://app.example/login/start', 'https://app.example/cb', 'path'],
    ['a=1', 'https://app.example/login/start', 'https://app.example/login/cb', null],
    ['a=1; Path=/signin-oidc', 'https://app.example/', 'https://app.example/signin-oidc', null],
    ['a=1; Path=/App/signin-oidc', 'https://app.example/', 'https://app.example/app/signin-oidc', 'path-case'],
    ['a=1; Secure', 'https://app.example/', 'http://app.example/', 'scheme'],
    ['a=1; Secure', 'https://localhost/', 'http://localhost/', null],
    ['a=1', 'https://app.example/', 'http://app.example/', null],
  ])('%s set on %s does not belong to %s because of %s', (line, setBy, url, miss) => {
    expect(scopeMiss(setCookie(line), setBy, url)).toBe(miss);
  });

  it.each([
    ['https://app.example', '/'],
    ['https://app.example/', '/'],
    ['https://app.example/login', '/'],
    ['https://app.example/a/b', '/a'],
    ['https://app.example/a/b/?x=/y/z', '/a/b'],
  ])('the default path of %s is %s', (url, path) => {
    expect(defaultPath(url)).toBe(path);
  });

  it.each([
    ['/', '/', true],
    ['', '/', true],
    ['/a/b', '/', true],
    ['/a/b', '/a', true],
    ['/a/b', '/a/', true],
    ['/a', '/a/', false],
    ['/ab', '/a', false],
    ['/A', '/a', false],
  ])('a request for %j gets a cookie of %j: %s', (request, cookie, matches) => {
    expect(pathMatches(request, cookie)).toBe(matches);
  });

  it.each([
    ['app.example', 'app.example', true],
    ['www.app.example', 'app.example', true],
    ['wwwapp.example', 'app.example', false],
    ['app.example', 'www.app.example', false],
    ['127.0.0.1', '0.0.1', false],
    ['[::1]', '1]', false],
  ])('%s is within %s: %s', (host, domain, matches) => {
    expect(domainMatches(host, domain)).toBe(matches);
  });
});

describe('effectiveSameSite', () => {
  it('takes what the line says, in any browser', () => {
    for (const browser of ['chrome', 'firefox', 'safari', null] as const)
      expect(effectiveSameSite({ sameSite: 'lax' }, browser)).toBe('lax');
  });

  it('knows that Firefox sends what says nothing, and leaves the others open', () => {
    expect(effectiveSameSite({ sameSite: 'unspecified' }, 'firefox')).toBe('none');
    expect(effectiveSameSite({ sameSite: 'unspecified' }, 'chrome')).toBe('unspecified');
    expect(effectiveSameSite({ sameSite: 'unspecified' }, null)).toBe('unspecified');
  });
});

describe('familyOf', () => {
  it.each([
    ['.AspNetCore.Correlation.4fK9sQ2mXw7Z8hR3tB6nLp1Y', '.AspNetCore.Correlation.'],
    ['.AspNetCore.OpenIdConnect.Nonce.CfDJ8N4x7Qb2Wz', '.AspNetCore.OpenIdConnect.Nonce.'],
    ['OpenIdConnect.nonce.d41d8cd98f00b204', 'OpenIdConnect.nonce.'],
    ['mod_auth_openidc_state_3Kx9Q2mZw7Yb', 'mod_auth_openidc_state_'],
    ['_oauth2_proxy_csrf_8hR3tB6nLp1Y', '_oauth2_proxy_csrf_'],
    ['__txn_4fK9sQ2mXw7Z8hR3', '__txn_'],
    ['a0.spajs.txs.d41d8cd98f00b204e980', 'a0.spajs.txs.'],
    ['com.auth0.auth.4fK9sQ2mXw7Z', 'com.auth0.auth.'],
    ['SignInMessage.d41d8cd98f00b204e9800998ecf8427e', 'SignInMessage.'],
    ['state-6bN1wF8xHs4T', 'state-'],
    ['loginstate1767225600000', 'loginstate'],
  ])('%s belongs to %s', (name, family) => {
    expect(familyOf(name)).toBe(family);
  });

  it.each([
    'sid',
    'connect.sid',
    'JSESSIONID',
    'next-auth.state',
    '__Secure-next-auth.session-token',
    'appSession.0',
    '_oauth2_proxy_1',
    '',
    'XSRF-TOKEN',
  ])('%j has no family', (name) => {
    expect(familyOf(name)).toBeNull();
  });

  it('gives two logins of one app the same family', () => {
    const suffix = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 32, maxLength: 32 }).filter((s) => /\d/.test(s));
    fc.assert(fc.property(suffix, suffix, (a, b) => familyOf(`OpenIdConnect.nonce.${a}`) === familyOf(`OpenIdConnect.nonce.${b}`)));
  });
});

describe('names', () => {
  it.each(['_ga', '_gid', '_fbp', 'AWSALB', '__cf_bm', 'OptanonConsent', 'cookieconsent_status', 'theme', 'lang', 'ARRAffinity'])(
    '%s is a bystander',
    (name) => {
      expect(isBystander(name)).toBe(true);
      expect(isLoginName(name)).toBe(false);
    },
  );

  it.each([
    'next-auth.state',
    'connect.sid',
    'JSESSIONID',
    '.AspNetCore.Correlation.x',
    '__txn_x',
    '_oauth2_proxy_csrf',
    'authjs.pkce.code_verifier',
    'session',
    'XSRF-TOKEN',
    'SignInMessage.x',
    'a0.spajs.txs.x',
  ])('%s keeps a login', (name) => {
    expect(isLoginName(name)).toBe(true);
    expect(isBystander(name)).toBe(false);
  });
});
