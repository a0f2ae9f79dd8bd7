import { describe, expect, it, onTestFinished } from 'vitest';
import { compareFlows } from '../../../lib/compare/compare.ts';
import { summaryOf } from '../../../lib/compare/summary.ts';
import { unseenSentence } from '../../../lib/compare/words.ts';
import { speakLanguage } from '../../../lib/words/load.ts';
import { speak } from '../../../lib/words/speaking.ts';
import { silentFrame } from '../../gallery/more-traces.ts';
import { again, compare, lines, login, side } from './sides.ts';

const strict = login({ attributes: 'Path=/; Secure; HttpOnly; SameSite=Strict', cookie: null, status: '400' });
const lost = login({ cookie: null, status: '500' });

describe('in German', () => {
  it('says the same, names and values untouched', async () => {
    await speakLanguage('de');
    onTestFinished(() => speak('en', {}));
    const comparison = compare(strict, login(), { browser: 'firefox' }, { browser: 'firefox', label: 'Zweiter Versuch' });
    expect(lines(comparison).slice(1)).toEqual([
      '* Cookie `txn`: Callback | nicht gesendet | gesendet',
      '* Attribute des Cookies `txn`, von der App am Anfang gesetzt | `SameSite=Strict` | `SameSite=Lax`',
      'Antwort: Callback | 400 | 302',
      'Cookie `session`, von der App nach der Antwort gesetzt | nicht gesetzt | gesetzt',
      'Schritt (App): `GET app.example/home` | nicht da | da',
    ]);
    expect(summaryOf(comparison)).toMatch(
      /^„First try“ ist gescheitert: .+\. In „Zweiter Versuch“ wurde das Cookie `txn` gesendet, und die Anmeldung lief durch\.$/,
    );
    const alike = compare(login(), again(login()));
    expect(summaryOf(alike)).toBe(
      'Beide sind durchgelaufen. Es unterscheidet sich nur, was in jeder Anmeldung anders ist: Einmalwerte und Zeiten.',
    );
  });
});

describe('fails and works', () => {
  it('a cookie lost to its SameSite rule comes first, and what it led to last', () => {
    const comparison = compare(strict, login(), { browser: 'firefox' });
    expect(lines(comparison)).toEqual([
      'Outcome | failed: The login cookie is SameSite=Strict | completed',
      '* Cookie `txn` on the callback | not sent | sent',
      '* Attributes of cookie `txn`, set by the app at the start | `SameSite=Strict` | `SameSite=Lax`',
      'Answer to the callback | 400 | 302',
      'Cookie `session`, set by the app after the answer | not set | set',
      'Hop (app): `GET app.example/home` | not there | there',
    ]);
    expect(summaryOf(comparison)).toBe(
      '“First try” failed: The login cookie is SameSite=Strict. In “Second try” the cookie `txn` was sent, and the login went through.',
    );
  });

  it('a state that came back as another one', () => {
    const comparison = compare(login({ state: 'CANARY-other-9876543210', status: '403' }), login());
    expect(lines(comparison)[1]).toBe('* What became of `state` | came back changed | came back unchanged');
    expect(summaryOf(comparison)).toContain('In “Second try” the state came back unchanged');
  });

  it('a redirect_uri with http', () => {
    const comparison = compare(login({ redirectUri: 'http://app.example/cb', cookie: null, status: '400' }), login());
    expect(lines(comparison)[1]).toBe('* `redirect_uri` in the authorization request | `http://app.example/cb` | `https://app.example/cb`');
    expect(comparison.hops.filter((hop) => hop.role === 'callback')).toMatchObject([{ a: { method: 'GET' }, b: { method: 'GET' } }]);
  });

  it('a Cookie header that was too large', () => {
    const comparison = compare(login({ cookie: `txn=CANARY-txn-0123456789abcdef; cart=${'x'.repeat(20_000)}`, status: '431' }), login());
    expect(lines(comparison).slice(1, 3)).toEqual([
      '* Size of the Cookie header on the callback | 20,046 bytes | 39 bytes',
      '* Answer to the callback | 431 | 302',
    ]);
  });

  it('sizes that differ by little or in share only are not named', () => {
    const sized = (bytes: number) => login({ cookie: `txn=CANARY-txn-0123456789abcdef; cart=${'x'.repeat(bytes)}` });
    expect(lines(compare(sized(100), sized(900)))).toEqual([]);
    expect(lines(compare(sized(9_000), sized(10_500)))).toEqual([]);
    expect(lines(compare(sized(1_000), sized(3_000)))).toEqual(['Size of the Cookie header on the callback | 1,046 bytes | 3,046 bytes']);
  });

  it('a window that failed and a private one that worked', () => {
    const comparison = compare(lost, login({ flags: '[private]' }), {}, { label: 'Private window' });
    expect(lines(comparison)).toContain('Private window | no | yes');
    expect(summaryOf(comparison)).toBe(
      '“First try” failed, likely for this reason: The app lost its login cookie. In “Private window” the cookie `txn` was sent, and the login went through.',
    );
  });

  it('a silent frame without its cookies and one with them', () => {
    const allowed = silentFrame
      .replace('Sec-Fetch-Storage-Access: none', 'Cookie: idp_session=CANARY-session-8f3c9d2e')
      .replace('HttpOnly\n  → 302', 'HttpOnly; sent\n  → 302')
      .replaceAll('silent?error=login_required', 'silent?code=CANARY-code-0123456789');
    const comparison = compare(silentFrame, allowed, { thirdPartyCookies: 'blocked' }, { thirdPartyCookies: 'allowed' });
    expect(lines(comparison).slice(1, 3)).toEqual([
      '* Cookie `idp_session` on the authorization request | in the browser, but not sent | sent',
      '* Third-party cookies | blocked | allowed',
    ]);
  });

  it('a login the user cancelled is not called a failure', () => {
    const denied = login().replaceAll('code=CANARY-code-0123456789abcdef', 'error=access_denied').replace('→ 302 /home', '→ 200');
    const comparison = compare(denied, login());
    expect(lines(comparison)).toEqual(
      expect.arrayContaining([
        '`code` in the answer | not there | there, 28 characters',
        '`error` in the answer | `access_denied` | not there',
      ]),
    );
    expect(lines(comparison)[1]).toMatch(/^`error` in the answer/);
    expect(summaryOf(comparison)).toMatch(/^“First try” was cancelled.* “Second try” went through\.$/);
  });

  it('two apps: that comes before everything that follows from it', () => {
    const other = login().replaceAll('app.example', 'shop.example').replaceAll('client_id=web', 'client_id=shop');
    const found = lines(compare(login(), other));
    expect(found[0]).toBe('App | app.example | shop.example');
    expect(found).toContain('`client_id` in the authorization request | `web` | `shop`');
  });

  it('a name made up for one login is shown without what was made up', () => {
    const made = '.AspNetCore.OpenIdConnect.Nonce.CANARYab12cd34';
    const trace = (sent: boolean) =>
      login({ status: '200', cookie: sent ? `${made}=CANARY-1` : null }).replace(
        'Set-Cookie: txn=CANARY-txn-0123456789abcdef',
        `Set-Cookie: ${made}=CANARY-1`,
      );
    expect(lines(compare(trace(false), again(trace(true))))).toContain(
      'Cookie `.AspNetCore.OpenIdConnect.Nonce.*` on the callback | not sent | sent',
    );
  });

  it('a cookie of an older login does not stand in for the one that was lost', () => {
    const older = '.AspNetCore.Correlation.CANARYolder12=N';
    const own = '.AspNetCore.Correlation.CANARYown34=N';
    const trace = (sent: string) => login({ status: '200', cookie: sent }).replace('txn=CANARY-txn-0123456789abcdef;', `${own};`);
    expect(lines(compare(trace(older), trace(`${older}; ${own}`)))).toContain(
      'Cookie `.AspNetCore.Correlation.*` on the callback | not sent | sent',
    );
  });

  it('two failures of one kind are said to be one', () => {
    expect(summaryOf(compare(lost, lost))).toMatch(/^Both failed in the same way: The app lost its login cookie\. Nothing differs/);
    const differing = compare(lost, login({ cookie: null, status: '500', request: '&prompt=login' }));
    expect(lines(differing)).toEqual(['`prompt` in the authorization request | not there | `login`']);
    expect(summaryOf(differing)).toBe('Both failed in the same way: The app lost its login cookie. 1 thing differs all the same.');
  });

  it('what differs between two failures of one kind explains neither', () => {
    const trace = (attributes: string) => login({ attributes, cookie: null, status: '500' });
    const comparison = compare(trace('Path=/; Secure; HttpOnly; SameSite=Lax'), trace('Path=/; Secure; SameSite=Lax'));
    expect(lines(comparison)).toEqual(['Attributes of cookie `txn`, set by the app at the start | `HttpOnly` | no `HttpOnly`']);
  });

  it('a login that broke off is shorter by nature', () => {
    const slow = login().replace('[+3s]', '[+90s]');
    expect(lines(compare(lost, slow)).filter((line) => line.startsWith('Time'))).toEqual([]);
    expect(lines(compare(login(), slow))).toEqual(['Time from beginning to end | 3.5 s | 90.5 s']);
  });

  it('two failures of two kinds explain nothing of each other', () => {
    const words = summaryOf(compare(strict, login({ state: 'CANARY-other-9876543210', status: '403' }), { browser: 'firefox' }));
    expect(words).toMatch(/^“First try” failed: The login cookie is SameSite=Strict\. “Second try” failed: The state/);
  });
});

describe('what only one side has', () => {
  it('one more page of the provider shifts nothing', () => {
    const comparison = compare(login({ more: 'GET https://idp.example/consent\n → 302 ANSWER' }), login());
    expect(lines(comparison)).toEqual(['Hop (provider): `GET idp.example/consent` | there | not there']);
    expect(comparison.hops.filter((hop) => hop.differs)).toHaveLength(1);
  });

  it('neighbors of one kind are one difference', () => {
    const chain = 'GET https://idp.example/one\n → 302 https://idp.example/two\nGET https://idp.example/two\n → 302 ANSWER';
    expect(lines(compare(login({ more: chain }), login()))).toEqual([
      'Hop (provider): `GET idp.example/one` | there, 2 hops in a row | not there',
    ]);
  });

  it('a hop that was perhaps not recorded is not missing', () => {
    const more = login({ more: 'GET https://idp.example/consent\n → 302 ANSWER' });
    expect(lines(compare(more, login(), {}, { gaps: ['worker-restarted'] }))).toEqual([
      'Hop (provider): `GET idp.example/consent` | there | can not be told: the recorder was not listening for a moment',
    ]);
    const headless = login().slice(login().indexOf('GET https://idp.example/authorize'));
    expect(lines(compare(login(), headless))).toEqual([
      'Hop (start): `GET app.example/login` | there | can not be told: the recording began after the login did',
    ]);
  });

  it('cookies that a file hides are not missing', () => {
    const bare = login()
      .replace(/.*Set-Cookie:.*\n/g, '')
      .replace(/.*Cookie:.*\n/g, '');
    for (const [a, b] of [
      [side(login()), side(bare, { source: 'har', label: 'A file' })],
      [side(bare, { source: 'har', label: 'A file' }), side(login())],
    ] as const) {
      const comparison = compareFlows(a, b);
      expect(lines(comparison)).toEqual([]);
      expect(comparison.unseen.map((one) => unseenSentence(one, { a: a.label, b: b.label }))).toEqual([
        'Cookies that were sent could not be compared in “A file”: cookies or other headers are not in this capture.',
        'Cookies that were set could not be compared in “A file”: cookies or other headers are not in this capture.',
      ]);
    }
  });

  it('without the cookie jar, a cookie that was not sent was not held back either', () => {
    const held = login({ cookie: null, status: '200' }).replace(
      'Sec-Fetch-Site: cross-site\n',
      'Sec-Fetch-Site: cross-site\n~ held txn; Secure\n',
    );
    expect(lines(compare(held, login({ cookie: null, status: '200' })))).toEqual([]);
    expect(lines(compare(held, login({ status: '200' })))).toContainEqual(
      expect.stringContaining('Cookie `txn` on the callback | in the browser, but not sent | sent'),
    );
  });

  it('HTTP/1.1 on one side is named once a host; HTTP/2 and 3 change by themselves', () => {
    expect(lines(compare(login(), login({ flags: '[h2]' })))).toEqual([
      'HTTP version at `app.example` | HTTP/1.1 | HTTP/2',
      'HTTP version at `idp.example` | HTTP/1.1 | HTTP/2',
    ]);
  });

  it('a redirect by an extension instead of the server', () => {
    const meddled = login().replace('GET https://app.example/login ', 'GET https://app.example/login [by extension]');
    expect(lines(compare(meddled, login()))).toContain(
      'Who redirected the app’s first hop `app.example/login` | an extension | the server',
    );
  });

  it('times are left out where a file has none', () => {
    const slow = login().replace('GET https://idp.example/signin ', 'GET https://idp.example/signin [took 9s]');
    expect(lines(compare(slow, login()))).toContain('Time of a provider’s hop `idp.example/signin` | 9.0 s | 50 ms');
    const untimed = compare(slow, login(), { source: 'har' }, { source: 'har', untimed: true });
    expect(lines(untimed)).toEqual([]);
    expect(untimed.unseen).toEqual([{ what: 'times', a: null, b: 'times-missing' }]);
  });
});

describe('parameters', () => {
  const request = (extra: string) => login({ request: extra });

  it('values are compared where a difference means something', () => {
    expect(lines(compare(request('&prompt=consent&max_age=60'), request('&prompt=login&max_age=60')))).toEqual([
      '`prompt` in the authorization request | `consent` | `login`',
    ]);
    expect(lines(compare(request('&acr_values=a+b'), request('&acr_values=b+a')))).toEqual([]);
  });

  it('of all others only whether they are there, and a length of another order', () => {
    expect(lines(compare(request('&login_hint=CANARY@example.com'), request('')))).toEqual([
      '`login_hint` in the authorization request | there, 18 characters | not there',
    ]);
    expect(lines(compare(request('&nonce=CANARY-1-0123'), request('&nonce=CANARY-2-longer')))).toEqual([]);
    expect(lines(compare(request('&nonce=CANARY-1-0123'), request(`&nonce=0${'CANARY'.repeat(50)}`)))).toEqual([
      '`nonce` in the authorization request | there, 13 characters | there, 301 characters',
    ]);
  });

  it('an id in an address is covered, and counts all the same', () => {
    const tenant = (id: string) => login({ redirectUri: `https://app.example/${id}/cb` });
    expect(lines(compare(tenant('8a7f6e5d4c3b2a19'), tenant('9b8a7f6e5d4c3b2a')))).toEqual([
      '`redirect_uri` in the authorization request | `https://app.example/id~1/cb` | `https://app.example/id~2/cb`',
    ]);
  });

  it('the port of a native app’s listener means nothing', () => {
    const native = (port: number) => login({ redirectUri: `http://127.0.0.1:${port}/cb`, cookie: null, status: '200' });
    expect(lines(compare(native(4711), native(5022))).filter((line) => line.includes('redirect_uri'))).toEqual([]);
  });

  it('a value that is no word of the protocol is covered', () => {
    const comparison = compare(request('&prompt=CANARYsecret0123456789'), request('&prompt=login'));
    expect(lines(comparison)).toEqual(['`prompt` in the authorization request | there, 22 characters | `login`']);
  });
});
