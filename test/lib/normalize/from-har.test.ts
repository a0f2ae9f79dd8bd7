import { describe, expect, it } from 'vitest';
import type { Header } from '../../../lib/model/exchange.ts';
import { fromHar } from '../../../lib/normalize/from-har.ts';
import { entry, harOf, header, readHar, readOne } from '../../build/har-file.ts';

const fieldsOf = (headers: { readonly fields: readonly Header[] }) => headers.fields.map((h) => `${h.name}: ${h.value}`);
const setCookies = (parts: Parameters<typeof readOne>[0]) => {
  const { outcome } = readOne(parts);
  return outcome.kind === 'pending' ? [] : fieldsOf(outcome.headers);
};
type Parts = Required<NonNullable<Parameters<typeof entry>[0]>>;
const form = (names: Readonly<Record<string, string>>) => Object.entries(names).map(([name, value]) => ({ name, value }));

describe('what is no HAR file', () => {
  const because = (value: unknown) => {
    const read = fromHar(value);
    return read.kind === 'unreadable' ? read.because : 'it was read';
  };

  it('says what is missing', () => {
    for (const value of [null, undefined, 1, 'log', [], {}, { log: null }, { log: [] }, { Log: { entries: [] } }])
      expect(because(value)).toBe('it has no "log" object, so it is not a HAR file');
    for (const log of [{}, { entries: null }, { entries: {} }, { entries: 'none' }])
      expect(because({ log })).toBe('its "log" has no "entries" list');
    expect(because({ log: { entries: [] } })).toBe('it holds no entries; nothing was recorded');
    expect(because(harOf([1, null, 'x']))).toBe('none of its 3 entries can be read (the first: it is not an object)');
  });

  it('does not take what every object inherits for a log', () => {
    expect(because(Object.create({ log: { entries: [entry()] } }))).toBe('it has no "log" object, so it is not a HAR file');
  });

  it('skips entries it can not read, and says which and why', () => {
    const { exchanges, skipped, source } = readHar([
      entry({ url: 'https://app.example/1' }),
      7,
      { response: {} },
      entry({ request: { url: '' } }),
      entry({ request: { url: ['https://app.example/'] } }),
      entry({ url: 'https://app.example/2' }),
    ]);
    expect(exchanges.map((e) => e.request.url)).toEqual(['https://app.example/1', 'https://app.example/2']);
    expect(exchanges.map((e) => e.id)).toEqual(['x0.0', 'x5.0']);
    expect(skipped).toEqual([
      { entry: 1, because: 'it is not an object' },
      { entry: 2, because: 'it has no request' },
      { entry: 3, because: 'its request has no URL' },
      { entry: 4, because: 'its request has no URL' },
    ]);
    expect(source.entries).toBe(6);
  });
});

describe('who wrote it', () => {
  const browserOf = (log: Readonly<Record<string, unknown>>, userAgent?: string) =>
    readHar([entry({ request: { headers: userAgent ? [header('User-Agent', userAgent)] : [] } })], log).source.browser;

  it('is told by the creator or the browser it names', () => {
    expect(browserOf({ creator: { name: 'WebInspector', version: '537.36' } })).toBe('chrome');
    expect(browserOf({ creator: { name: 'Firefox', version: '153.0' }, browser: { name: 'Firefox', version: '153.0' } })).toBe('firefox');
    expect(browserOf({ creator: { name: 'WebKit Web Inspector', version: '1.0' } })).toBe('safari');
    expect(browserOf({ creator: { name: 'Playwright', version: '1.60' }, browser: { name: 'firefox', version: '150' } })).toBe('firefox');
    expect(browserOf({ creator: { name: 'Brave', version: '1' } })).toBe('chrome');
    for (const name of ['mitmproxy', 'Charles Proxy', 'Fiddler', 'Proxyman', ''])
      expect(browserOf({ creator: { name, version: '1' } })).toBeNull();
  });

  it('is told by the User-Agent, when a proxy wrote it', () => {
    const agent = (rest: string) => `Mozilla/5.0 (X11; Linux x86_64) ${rest}`;
    const proxy = { creator: { name: 'Charles Proxy', version: '5' } };
    expect(browserOf(proxy, agent('AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36'))).toBe('chrome');
    expect(browserOf(proxy, agent('Gecko/20100101 Firefox/150.0'))).toBe('firefox');
    expect(browserOf(proxy, agent('AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15'))).toBe('safari');
    expect(browserOf(proxy, 'curl/8.9 Chrome/1')).toBeNull();
  });

  it('may be missing or nonsense', () => {
    for (const creator of [undefined, null, 'WebInspector', [], { name: 4 }, { name: null }]) expect(browserOf({ creator })).toBeNull();
    expect(readHar([entry()], { creator: { name: 'Charles Proxy', version: '5.0' } }).source.creator).toBe('Charles Proxy 5.0');
    expect(readHar([entry()], { creator: null }).source.creator).toBeNull();
  });

  it('a server’s own calls are not taken for a browser’s', () => {
    const proxy = { creator: { name: 'mitmproxy', version: '12' } };
    expect(readOne({ request: { headers: [header('User-Agent', 'python-requests/2.34')] } }, proxy).where.fromBrowser).toBe(false);
    expect(readOne({ request: { headers: [header('Sec-Fetch-Mode', 'cors')] } }, proxy).where.fromBrowser).toBe(true);
    expect(readOne({}, proxy).where.fromBrowser).toBe(false);
    expect(readOne({}).where.fromBrowser).toBe(true);
  });
});

describe('an answer that was kept from the page', () => {
  it('is a failed request whose status is known', () => {
    const { outcome } = readOne({ response: { status: 200, _error: 'net::ERR_FAILED' } });
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'net::ERR_FAILED', status: 200 });
  });

  it('a question of the browser before a call is none of the page’s calls', () => {
    const asked = { request: { method: 'OPTIONS', headers: [header('Origin', 'https://app.example')] }, entry: { _resourceType: 'fetch' } };
    expect(readOne(asked).where.kind).toBe('preflight');
  });
});

describe('headers', () => {
  it('may be an object instead of a list', () => {
    expect(fieldsOf(readOne({ request: { headers: { Accept: 'text/html', 'X-Count': 3 } } }).request.headers)).toEqual([
      'Accept: text/html',
      'X-Count: 3',
    ]);
  });

  it('may be an object with several values for one name', () => {
    expect(setCookies({ response: { headers: { 'Set-Cookie': ['a=1; Path=/', 'b=2'] } } })).toEqual([
      'Set-Cookie: a=1; Path=/',
      'Set-Cookie: b=2',
    ]);
  });

  it('keep their order and their repeats, and lose what has no name', () => {
    const headers = [header('B', '1'), header('a', '2'), header('B', '3'), { value: 'x' }, null, 'C: 4', { name: ['D'], value: '5' }];
    expect(fieldsOf(readOne({ request: { headers } }).request.headers)).toEqual(['B: 1', 'a: 2', 'B: 3']);
  });

  it('of a file without a single cookie say nothing about cookies', () => {
    const capture = readHar([entry(), entry()]);
    expect(capture.gaps).toContain('header-hidden');
    const [first] = capture.exchanges;
    expect(first?.request.headers.hidden).toEqual(['cookie', 'authorization']);
    expect(first?.outcome.kind === 'answered' && first.outcome.headers.hidden).toContain('set-cookie');
  });

  it('of a file with one cookie anywhere mean what they say', () => {
    for (const parts of [
      { request: { headers: [header('cookie', 'a=CANARY')] } },
      { request: { cookies: [{ name: 'a', value: 'CANARY' }] } },
      { response: { headers: [header('Set-Cookie', 'a=CANARY')] } },
      { response: { cookies: [{ name: 'a', value: 'CANARY' }] } },
    ]) {
      const capture = readHar([entry(), entry(parts)]);
      expect(capture.gaps).not.toContain('header-hidden');
      expect(capture.exchanges[0]?.request.headers.hidden).toEqual([]);
    }
  });

  it('of a file without a CORS header say nothing about CORS', () => {
    const hidden = (parts: Parameters<typeof entry>[0]) => {
      const outcome = readHar([entry(parts)]).exchanges[0]?.outcome;
      return (
        outcome?.kind === 'answered' && outcome.headers.hidden !== 'all' && outcome.headers.hidden.includes('access-control-allow-origin')
      );
    };
    expect(hidden({})).toBe(true);
    expect(hidden({ response: { headers: [header('Access-Control-Allow-Origin', '*')] } })).toBe(false);
  });

  it('joined by line feeds are told apart', () => {
    expect(setCookies({ response: { headers: [header('set-cookie', 'a=1; Path=/\nb=2; Path=/')] } })).toEqual([
      'set-cookie: a=1; Path=/',
      'set-cookie: b=2; Path=/',
    ]);
  });
});

describe('cookies that stand in their own lists only', () => {
  it('become the headers they came from', () => {
    const { request } = readOne({
      request: {
        cookies: [
          { name: 'a', value: 'CANARY-1' },
          { name: 'b', value: 'CANARY-2' },
        ],
      },
    });
    expect(fieldsOf(request.headers)).toEqual(['Cookie: a=CANARY-1; b=CANARY-2']);
    const cookie = {
      name: 'sid',
      value: 'CANARY',
      path: '/',
      domain: '.app.example',
      expires: '2026-01-02T00:00:00.000Z',
      httpOnly: true,
      secure: true,
      sameSite: 'Lax',
    };
    expect(setCookies({ response: { cookies: [cookie] } })).toEqual([
      'Set-Cookie: sid=CANARY; Path=/; Domain=.app.example; Expires=Fri, 02 Jan 2026 00:00:00 GMT; SameSite=Lax; Secure; HttpOnly',
    ]);
  });

  it('may have senseless attributes', () => {
    const cookie = { name: 'sid', value: 'CANARY', path: null, expires: 'whenever', secure: 'yes', httpOnly: 1, sameSite: 4 };
    expect(setCookies({ response: { cookies: [cookie, null, 'x'] } })).toEqual(['Set-Cookie: sid=CANARY; SameSite=4']);
  });

  it('do not repeat what the headers say', () => {
    const { request } = readOne({ request: { headers: [header('Cookie', 'a=CANARY')], cookies: [{ name: 'a', value: 'CANARY' }] } });
    expect(fieldsOf(request.headers)).toEqual(['Cookie: a=CANARY']);
  });
});

describe('what was sent', () => {
  const bodyOf = (request: Readonly<Record<string, unknown>>) => readOne({ request: { method: 'POST', ...request } }).request.body;

  it('a form, as text', () => {
    const body = bodyOf({ postData: { mimeType: 'application/x-www-form-urlencoded; charset=UTF-8', text: 'code=CANARY%2B1&state=a+b' } });
    expect(body).toEqual({ seen: true, value: { kind: 'form', fields: form({ code: 'CANARY+1', state: 'a b' }), bytes: 25 } });
  });

  it('a form, as parameters only, decoded or not', () => {
    const params = [
      { name: 'code', value: 'CANARY%2B1' },
      { name: 'redirect_uri', value: 'https://app.example/cb' },
      { name: 'upload', fileName: 'CANARY.txt' },
      { value: 'no name' },
      null,
    ];
    const body = bodyOf({ postData: { mimeType: 'application/x-www-form-urlencoded', params } });
    expect(body).toEqual({
      seen: true,
      value: {
        kind: 'form',
        fields: form({ code: 'CANARY+1', redirect_uri: 'https://app.example/cb', upload: 'CANARY.txt' }),
        bytes: null,
      },
    });
  });

  it('a form whose type only the header says', () => {
    const body = bodyOf({
      headers: [header('Content-Type', 'application/x-www-form-urlencoded')],
      postData: { text: 'grant_type=refresh_token&refresh_token=CANARY' },
    });
    expect(body.seen && body.value.kind).toBe('form');
  });

  it('a form in parts', () => {
    const text =
      '--x\r\nContent-Disposition: form-data; name="code"\r\n\r\nCANARY\r\n--x\r\nContent-Disposition: form-data; name="f"; filename="CANARY.png"\r\n\r\nbinary\r\n--x--\r\n';
    const body = bodyOf({ postData: { mimeType: 'multipart/form-data; boundary=x', text } });
    expect(body.seen && body.value.kind === 'form' && body.value.fields).toEqual(form({ code: 'CANARY', f: 'CANARY.png' }));
  });

  it('JSON, as text', () => {
    const text = '{"grant_type":"refresh_token"}';
    expect(bodyOf({ postData: { mimeType: 'application/json', text } })).toEqual({
      seen: true,
      value: { kind: 'text', mime: 'application/json', text, bytes: text.length },
    });
  });

  it('nothing, when nothing was sent', () => {
    expect(readOne({}).request.body).toEqual({ seen: true, value: { kind: 'empty' } });
    expect(bodyOf({ bodySize: 0 })).toEqual({ seen: true, value: { kind: 'empty' } });
    expect(bodyOf({ postData: { mimeType: '', text: '' }, bodySize: 0 })).toEqual({ seen: true, value: { kind: 'empty' } });
  });

  it('something the file left out is not nothing', () => {
    const unseen = { seen: false, why: 'body-not-exposed' };
    expect(bodyOf({ bodySize: 120 })).toEqual(unseen);
    expect(bodyOf({ bodySize: 120, postData: { mimeType: 'application/x-www-form-urlencoded', text: '' } })).toEqual(unseen);
    expect(bodyOf({ bodySize: -1 })).toEqual(unseen);
    expect(bodyOf({})).toEqual(unseen);
  });

  it('more than any message of the protocol has is not read', () => {
    expect(bodyOf({ postData: { mimeType: 'text/plain', text: 'x'.repeat(2_000_001) } })).toEqual({ seen: false, why: 'body-too-large' });
  });

  it('nonsense', () => {
    for (const postData of [null, 'code=CANARY', [], 7])
      expect(bodyOf({ postData, bodySize: 0 })).toEqual({ seen: true, value: { kind: 'empty' } });
    expect(bodyOf({ postData: { mimeType: 7, text: { a: 1 }, params: 'x' }, bodySize: 0 })).toEqual({
      seen: true,
      value: { kind: 'empty' },
    });
  });
});

describe('what was answered', () => {
  const bodyOf = (content: unknown) => {
    const { outcome } = readOne({ response: { content } });
    return outcome.kind === 'answered' ? outcome.body : null;
  };

  it('text', () => {
    expect(bodyOf({ size: 5, mimeType: 'text/html', text: 'hello' })).toEqual({
      seen: true,
      value: { kind: 'text', mime: 'text/html', text: 'hello', bytes: null },
    });
  });

  it('text in base64, broken into lines or not', () => {
    const encoded = btoa('{"error":"invalid_grant"}');
    for (const text of [encoded, `${encoded.slice(0, 8)}\n${encoded.slice(8)}`]) {
      const body = bodyOf({ size: 25, mimeType: 'application/json', text, encoding: 'base64' });
      expect(body?.seen && body.value.kind === 'text' && body.value.text).toBe('{"error":"invalid_grant"}');
    }
    const umlaut = btoa(String.fromCharCode(...new TextEncoder().encode('Größe')));
    const body = bodyOf({ size: 7, mimeType: 'text/plain', text: umlaut, encoding: 'BASE64' });
    expect(body?.seen && body.value.kind === 'text' && body.value.text).toBe('Größe');
  });

  it('what only claims to be base64 was not seen', () => {
    for (const text of ['%%%', btoa('\xff\xfe\xfd')])
      expect(bodyOf({ size: 3, mimeType: 'text/plain', text, encoding: 'base64' })).toEqual({ seen: false, why: 'body-not-exposed' });
  });

  it('a body that was left out is not empty', () => {
    expect(bodyOf({ size: 500, mimeType: 'text/html' })).toEqual({ seen: false, why: 'body-not-exposed' });
    // Nobody knows, says Firefox by it.
    expect(bodyOf({ size: -1, mimeType: 'text/html' })).toEqual({ seen: false, why: 'body-not-exposed' });
    expect(bodyOf(undefined)).toEqual({ seen: false, why: 'body-not-exposed' });
    expect(bodyOf({ size: 0, mimeType: 'text/html' })).toEqual({ seen: true, value: { kind: 'empty' } });
  });

  it('pictures are of no interest', () => {
    expect(bodyOf({ size: 500, mimeType: 'image/png', text: 'iVBORw0K', encoding: 'base64' })).toEqual({
      seen: true,
      value: { kind: 'empty' },
    });
  });

  it('nothing, for reasons of its own', () => {
    const outcome = (response: Readonly<Record<string, unknown>> | null, more = {}) => readOne({ response, entry: more }).outcome;
    expect(outcome({ status: 0, _error: 'net::ERR_CONNECTION_REFUSED' })).toMatchObject({
      kind: 'failed',
      reason: 'net::ERR_CONNECTION_REFUSED',
      status: null,
    });
    expect(outcome({ status: 0 }, { _error: 'net::ERR_ABORTED' })).toMatchObject({ kind: 'failed', reason: 'net::ERR_ABORTED' });
    // Playwright's way.
    expect(outcome({ status: -1, _failureText: 'net::ERR_NAME_NOT_RESOLVED' })).toMatchObject({
      kind: 'failed',
      reason: 'net::ERR_NAME_NOT_RESOLVED',
    });
    expect(outcome({ status: 0 })).toEqual({ kind: 'pending' });
    expect(outcome({ status: -1 })).toEqual({ kind: 'pending' });
    expect(outcome(null)).toEqual({ kind: 'pending' });
    expect(outcome({ status: 200, _error: 'net::ERR_CONTENT_LENGTH_MISMATCH' })).toMatchObject({ kind: 'failed', status: 200 });
  });

  it('what Playwright notes of a redirect that a script did not follow is left out: it was never sent', () => {
    const aborted = { status: -1, _failureText: 'net::ERR_ABORTED' };
    const capture = (request: Parts['request'], response: Parts['response'] = aborted, type = 'fetch') =>
      readHar([entry(), entry({ request, response, entry: { _resourceType: type } })]);
    const inMind = { headers: [header('User-Agent', 'Mozilla/5.0'), header('Referer', 'https://app.example/')] };
    const sent = { headers: [...inMind.headers, header('Accept-Encoding', 'gzip'), header('Host', 'app.example')] };
    expect(capture(inMind)).toMatchObject({ exchanges: [{}], skipped: [{ entry: 1, because: 'it was given up before it was sent' }] });
    for (const other of [
      capture(sent),
      capture(inMind, aborted, 'document'),
      capture(inMind, { ...aborted, status: 200 }),
      capture(inMind, { status: -1, _failureText: 'net::ERR_FAILED' }),
    ])
      expect(other).toMatchObject({ exchanges: [{}, {}], skipped: [] });
  });

  it('a script that did not wait for the whole answer has got one', () => {
    const outcome = (type: string, _failureText = 'net::ERR_ABORTED') =>
      readOne({ response: { status: 401, _failureText }, entry: { _resourceType: type } }).outcome;
    expect(outcome('fetch')).toMatchObject({ kind: 'answered', status: 401, body: { seen: false, why: 'never-finished' } });
    expect(outcome('document')).toMatchObject({ kind: 'failed', status: 401 });
    expect(outcome('fetch', 'net::ERR_CONNECTION_RESET')).toMatchObject({ kind: 'failed', status: 401 });
  });

  it('a status may be written as text, or be no status', () => {
    const status = (value: unknown) => readOne({ response: { status: value } }).outcome;
    expect(status('404')).toMatchObject({ kind: 'answered', status: 404 });
    for (const value of [null, undefined, '', 'OK', {}, [], Number.NaN, true])
      expect(status(value).kind === 'pending' || value === true).toBe(true);
  });
});

describe('redirects', () => {
  const to = (response: Readonly<Record<string, unknown>>, url = 'https://app.example/a/b?x=1') => {
    const { outcome } = readOne({ url, response: { status: 302, ...response } });
    return outcome.kind === 'redirected' ? outcome.to : outcome.kind;
  };

  it('go where the header says, else where the file says', () => {
    expect(to({ headers: [header('Location', 'https://idp.example/x')], redirectURL: 'https://other.example/' })).toBe(
      'https://idp.example/x',
    );
    expect(to({ headers: [header('location', 'c?d=1#e')] })).toBe('https://app.example/a/c?d=1#e');
    expect(to({ redirectURL: '/cb?code=CANARY' })).toBe('https://app.example/cb?code=CANARY');
    expect(to({ headers: [header('Location', '//idp.example/x')] })).toBe('https://idp.example/x');
    expect(to({ redirectURL: 'myapp://cb?code=CANARY' })).toBe('myapp://cb?code=CANARY');
  });

  it('pass the fragment on, unless they have their own', () => {
    expect(to({ redirectURL: '/c' }, 'https://app.example/#token=CANARY')).toBe('https://app.example/c#token=CANARY');
    expect(to({ redirectURL: '/c#x' }, 'https://app.example/#token=CANARY')).toBe('https://app.example/c#x');
  });

  it('are none without an address, or with one nobody can read', () => {
    expect(to({})).toBe('answered');
    expect(to({ redirectURL: 'https://' })).toBe('answered');
    expect(to({ redirectURL: 7 }, 'data:text/plain,x')).toBe('answered');
    expect(to({ status: 304, redirectURL: '/c' })).toBe('answered');
    expect(to({ status: 200, redirectURL: '/c' })).toBe('answered');
  });

  it('of the browser itself are not the server’s', () => {
    const by = (response: Readonly<Record<string, unknown>>, url: string) => {
      const { outcome } = readOne({ url, response: { status: 307, ...response } });
      return outcome.kind === 'redirected' ? outcome.by : null;
    };
    const hsts = [header('Location', 'https://app.example/'), header('Non-Authoritative-Reason', 'HSTS')];
    expect(by({ statusText: 'Internal Redirect', headers: hsts }, 'http://app.example/')).toBe('browser');
    expect(by({ statusText: 'Internal Redirect', redirectURL: 'https://app.example/' }, 'http://app.example/')).toBe('browser');
    expect(by({ statusText: 'Internal Redirect', redirectURL: 'https://other.example/' }, 'https://app.example/')).toBe('extension');
    expect(by({ statusText: 'Temporary Redirect', redirectURL: 'https://app.example/x' }, 'https://app.example/')).toBe('server');
  });
});

describe('order and time', () => {
  const at = (seconds: number, url: string, response = {}) =>
    entry({ url, response, entry: { startedDateTime: new Date(Date.UTC(2026, 0, 1, 0, 0, seconds)).toISOString() } });

  it('entries out of order are sorted by their start', () => {
    const { exchanges } = readHar([at(2, 'https://app.example/2'), at(0, 'https://app.example/0'), at(1, 'https://app.example/1')]);
    expect(exchanges.map((e) => e.id)).toEqual(['x1.0', 'x2.0', 'x0.0']);
  });

  it('the entry a redirect led to knows where it came from', () => {
    const { exchanges } = readHar([
      at(1, 'https://app.example/b'),
      at(0, 'https://app.example/a', { status: 302, redirectURL: '/b' }),
      at(9, 'https://app.example/b'),
    ]);
    expect(exchanges.map((e) => [e.id, e.previousHop])).toEqual([
      ['x1.0', null],
      ['x0.0', 'x1.0'],
      ['x2.0', null],
    ]);
  });

  it('two redirects to one address lead to two entries', () => {
    const redirect = { status: 302, redirectURL: '/b' };
    const { exchanges } = readHar([
      at(0, 'https://app.example/a', redirect),
      at(1, 'https://app.example/b'),
      at(2, 'https://app.example/a', redirect),
      at(3, 'https://app.example/b'),
    ]);
    expect(exchanges.map((e) => e.previousHop)).toEqual([null, 'x0.0', null, 'x2.0']);
  });

  it('a redirect to itself does not lead to itself', () => {
    const { exchanges } = readHar([
      at(0, 'https://app.example/a', { status: 302, redirectURL: '/a' }),
      at(0, 'https://app.example/a', { status: 302, redirectURL: '/a' }),
      at(0, 'https://app.example/a'),
    ]);
    expect(exchanges.map((e) => e.previousHop)).toEqual([null, 'x0.0', 'x1.0']);
  });

  it('what comes half a minute later is another visit', () => {
    const { exchanges } = readHar([at(0, 'https://app.example/a', { status: 302, redirectURL: '/b' }), at(45, 'https://app.example/b')]);
    expect(exchanges.map((e) => e.previousHop)).toEqual([null, null]);
  });

  it('a fragment the recorder cut does not break the chain', () => {
    const { exchanges } = readHar([
      at(0, 'https://idp.example/', { status: 302, redirectURL: 'https://app.example/cb#access_token=CANARY' }),
      at(1, 'https://app.example/cb'),
    ]);
    expect(exchanges.map((e) => e.previousHop)).toEqual([null, 'x0.0']);
    expect(readHar([at(0, 'https://app.example/')]).gaps).toContain('fragment-not-recorded');
    expect(readHar([at(0, 'https://app.example/#x')]).gaps).not.toContain('fragment-not-recorded');
  });

  it('times that are missing keep the order of the file and are said to be missing', () => {
    for (const startedDateTime of [undefined, null, '', 'yesterday', {}, 'NaN']) {
      const capture = readHar([
        entry({ url: 'https://app.example/1', entry: { startedDateTime } }),
        entry({ url: 'https://app.example/2', entry: { startedDateTime } }),
      ]);
      expect(capture.exchanges.map((e) => e.request.url)).toEqual(['https://app.example/1', 'https://app.example/2']);
      expect(capture.gaps).toContain('times-missing');
    }
    expect(readHar([entry()]).gaps).not.toContain('times-missing');
  });

  it('durations may be missing, negative or nonsense', () => {
    for (const time of [-1, null, '40', Number.NaN, {}]) expect(readOne({ entry: { time } }).durationMs).toBeNull();
    for (const timings of [null, [], { wait: -1 }, { wait: '3' }, 'x']) expect(readOne({ entry: { timings } }).waitMs).toBeNull();
    expect(readOne({ entry: { timings: { blocked: 2, dns: -1, connect: 3, send: 1, wait: 10, receive: 99 } } }).waitMs).toBe(16);
  });
});

describe('kinds of requests', () => {
  const kind = (parts: Parameters<typeof readOne>[0]) => readOne(parts, { creator: { name: 'other', version: '1' } }).where.kind;
  const typed = (type: string, ...headers: Header[]) => kind({ entry: { _resourceType: type }, request: { headers } });

  it('by the type DevTools and Playwright write', () => {
    expect(typed('document')).toBe('page');
    expect(typed('document', header('Sec-Fetch-Dest', 'iframe'))).toBe('frame');
    expect(typed('xhr')).toBe('fetch');
    expect(typed('fetch')).toBe('fetch');
    expect(typed('preflight')).toBe('preflight');
    for (const type of ['image', 'script', 'stylesheet', 'font', 'media', 'ping', 'websocket', 'manifest', 'texttrack'])
      expect(typed(type)).toBe('resource');
  });

  it('by the headers, where the type says nothing', () => {
    expect(typed('other', header('Sec-Fetch-Dest', 'document'))).toBe('page');
    expect(typed('other')).toBe('resource');
    const by = (...headers: Header[]) => kind({ request: { headers } });
    expect(by(header('sec-fetch-dest', 'document'))).toBe('page');
    expect(by(header('Sec-Fetch-Dest', 'iframe'))).toBe('frame');
    expect(by(header('Sec-Fetch-Dest', 'empty'))).toBe('fetch');
    expect(by(header('Sec-Fetch-Dest', 'image'))).toBe('resource');
    expect(by(header('Upgrade-Insecure-Requests', '1'))).toBe('page');
    expect(by(header('X-Requested-With', 'XMLHttpRequest'))).toBe('fetch');
    expect(by(header('Accept', 'text/html,application/xhtml+xml'))).toBe('page');
    expect(by(header('Accept', 'application/json'))).toBe('fetch');
    expect(by()).toBe('unknown');
    expect(kind({ request: { method: 'OPTIONS', headers: [header('Access-Control-Request-Method', 'POST')] } })).toBe('preflight');
  });

  it('loaded ahead of the user', () => {
    const ahead = (...headers: Header[]) => readOne({ request: { headers } }).speculative;
    expect(ahead(header('Sec-Purpose', 'prefetch'))).toBe('prefetch');
    expect(ahead(header('Sec-Purpose', 'prefetch;prerender'))).toBe('prerender');
    expect(ahead(header('Purpose', 'prefetch'))).toBe('prefetch');
    expect(ahead(header('X-Moz', 'prefetch'))).toBe('prefetch');
    expect(ahead()).toBeNull();
  });

  it('from the cache, and over which protocol', () => {
    expect(readOne({ entry: { _fromCache: 'disk' } }).fromCache).toBe(true);
    expect(readOne({}).fromCache).toBe(false);
    const protocol = (httpVersion: unknown) => readOne({ request: { httpVersion }, response: { httpVersion } }).protocol;
    expect(['HTTP/1.1', 'http/1.0', 'h2', 'HTTP/2', 'http/2.0', 'h3', 'HTTP/3', '', 'unknown', 7].map(protocol)).toEqual([
      'h1',
      'h1',
      'h2',
      'h2',
      'h2',
      'h3',
      'h3',
      null,
      null,
      null,
    ]);
  });
});

describe('who asked', () => {
  const initiator = (parts: Parameters<typeof readOne>[0]) => readOne(parts).request.initiator;
  const page = header('Referer', 'https://app.example/page');

  it('is the page, as the headers say', () => {
    expect(initiator({ request: { headers: [page] } })).toBe('https://app.example/page');
    expect(initiator({ request: { headers: [header('Origin', 'https://app.example')] } })).toBe('https://app.example');
    expect(initiator({ request: { headers: [header('Origin', 'null')] } })).toBeNull();
  });

  it('is the page and not the place its script came from', () => {
    const stack = { callFrames: [{ url: 'https://cdn.example/app.js' }] };
    expect(initiator({ entry: { _initiator: { type: 'script', stack } }, request: { headers: [page] } })).toBe('https://app.example/page');
    expect(initiator({ entry: { _initiator: { type: 'script', stack } } })).toBe('https://cdn.example/app.js');
    expect(initiator({ entry: { _initiator: { type: 'parser', url: 'https://app.example/doc' } } })).toBe('https://app.example/doc');
  });

  it('may be nonsense', () => {
    for (const _initiator of [null, 'script', [], { url: 7 }, { stack: { callFrames: 'x' } }, { type: 'script', stack: null }])
      expect(typeof (initiator({ entry: { _initiator } }) ?? '')).toBe('string');
  });
});
