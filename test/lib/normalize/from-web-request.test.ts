/** What Chromium 156 and Firefox ESR 153 were seen to send (docs and measurements), event by event. */
import { describe, expect, it } from 'vitest';
import type {
  BeginEvent,
  CaptureEvent,
  CompleteEvent,
  FailEvent,
  ReceiveEvent,
  RedirectEvent,
  SendEvent,
} from '../../../lib/model/event.ts';
import type { Exchange, Header } from '../../../lib/model/exchange.ts';
import { fromWebRequest } from '../../../lib/normalize/from-web-request.ts';
import { begun } from '../../build/events.ts';

const url = 'https://app.example/';
const common = { request: '1', at: 0, url };

const begin = (parts: Partial<BeginEvent> = {}) => begun({ ...common, ...parts });
const send = (parts: Partial<SendEvent> = {}): SendEvent => ({ kind: 'send', ...common, at: 1, headers: [], ...parts });
const receive = (parts: Partial<ReceiveEvent> = {}): ReceiveEvent => ({
  kind: 'receive',
  ...common,
  at: 9,
  status: 200,
  statusLine: 'HTTP/1.1 200 OK',
  headers: [],
  ...parts,
});
const redirect = (to: string, parts: Partial<RedirectEvent> = {}): RedirectEvent => ({
  kind: 'redirect',
  ...common,
  at: 10,
  to,
  status: 302,
  statusLine: 'HTTP/1.1 302 Found',
  headers: [],
  fromCache: false,
  ...parts,
});
const complete = (parts: Partial<CompleteEvent> = {}): CompleteEvent => ({
  kind: 'complete',
  ...common,
  at: 12,
  status: 200,
  statusLine: 'HTTP/1.1 200 OK',
  fromCache: false,
  ...parts,
});
const fail = (error: string, parts: Partial<FailEvent> = {}): FailEvent => ({ kind: 'fail', ...common, at: 12, error, ...parts });

const read = (...events: CaptureEvent[]) => fromWebRequest(events, { live: false, asOf: 1000 });
const exchangesOf = (...events: CaptureEvent[]) => read(...events).exchanges;
function onlyOf(...events: CaptureEvent[]): Exchange {
  const exchanges = exchangesOf(...events);
  expect(exchanges).toHaveLength(1);
  const [exchange] = exchanges;
  if (!exchange) throw new Error('nothing was read');
  return exchange;
}
const answerHeaders = ({ outcome }: Exchange): readonly Header[] => (outcome.kind === 'pending' ? [] : outcome.headers.fields);

describe('an ordinary request', () => {
  it('is one exchange with all that its events said', () => {
    const cookie = { name: 'Cookie', value: 'sid=CANARY' };
    const exchange = onlyOf(begin(), send({ headers: [cookie] }), receive({ headers: [{ name: 'Server', value: 'x' }] }), complete());
    expect(exchange).toMatchObject({
      id: 'x1.0',
      source: 'web-request',
      startedAt: 0,
      waitMs: 9,
      durationMs: 12,
      previousHop: null,
      protocol: 'h1',
      where: { tab: 1, frame: 0, kind: 'page', fromBrowser: true },
      outcome: { kind: 'answered', status: 200, body: { seen: false, why: 'body-not-exposed' } },
    });
    expect(exchange.request.headers).toEqual({ fields: [cookie], hidden: [] });
  });

  it('is pending until its end, and answered from its headers on', () => {
    expect(onlyOf(begin()).outcome).toEqual({ kind: 'pending' });
    expect(onlyOf(begin(), send()).outcome).toEqual({ kind: 'pending' });
    expect(onlyOf(begin(), send(), receive({ status: 204 })).outcome).toMatchObject({ kind: 'answered', status: 204 });
  });

  it('has no headers to show when it was stopped before they existed', () => {
    const exchange = onlyOf(begin(), fail('net::ERR_BLOCKED_BY_CLIENT'));
    expect(exchange.request.headers.hidden).toBe('all');
    expect(exchange.outcome).toMatchObject({ kind: 'failed', reason: 'net::ERR_BLOCKED_BY_CLIENT', status: null });
  });

  it('that failed after its headers came keeps them', () => {
    const headers = [{ name: 'Access-Control-Allow-Origin', value: 'https://other.example' }];
    expect(onlyOf(begin(), send(), receive({ headers }), fail('net::ERR_FAILED')).outcome).toMatchObject({
      kind: 'failed',
      status: 200,
      headers: { fields: headers, hidden: [] },
    });
  });

  it('keeps what was posted; a GET posts nothing; what Chrome lost was not nothing', () => {
    const body = { kind: 'form', fields: [{ name: 'code', value: 'CANARY' }], bytes: null } as const;
    expect(onlyOf(begin({ method: 'POST', body })).request.body).toEqual({ seen: true, value: body });
    expect(onlyOf(begin()).request.body).toEqual({ seen: true, value: { kind: 'empty' } });
    expect(onlyOf(begin({ method: 'POST' })).request.body).toEqual({ seen: false, why: 'body-not-exposed' });
  });

  it('is told apart by its type', () => {
    const kindOf = (type: string, parts: Partial<BeginEvent> = {}) => onlyOf(begin({ type, ...parts })).where.kind;
    expect(kindOf('main_frame')).toBe('page');
    expect(kindOf('sub_frame')).toBe('frame');
    expect(kindOf('xmlhttprequest')).toBe('fetch');
    for (const type of ['image', 'imageset', 'script', 'stylesheet', 'font', 'media', 'ping', 'beacon', 'other', 'unheard_of'])
      expect(kindOf(type)).toBe('resource');
    const asked = [{ name: 'Access-Control-Request-Method', value: 'POST' }];
    expect(onlyOf(begin({ type: 'xmlhttprequest', method: 'OPTIONS' }), send({ headers: asked })).where.kind).toBe('preflight');
    expect(kindOf('xmlhttprequest', { method: 'OPTIONS' })).toBe('fetch');
  });

  it('loaded ahead of the user says so itself', () => {
    const ahead = (value: string) => onlyOf(begin(), send({ headers: [{ name: 'Sec-Purpose', value }] })).speculative;
    expect(ahead('prefetch')).toBe('prefetch');
    expect(ahead('prefetch;prerender')).toBe('prerender');
  });
});

describe('where it happened', () => {
  it('keeps Firefox’s frame numbers beyond 32 bits', () => {
    expect(onlyOf(begin({ type: 'sub_frame', frame: 17_179_869_185 })).where.frame).toBe(17_179_869_185);
  });

  it('is nowhere for a service worker’s own request', () => {
    expect(onlyOf(begin({ type: 'xmlhttprequest', tab: -1, frame: -1 })).where).toMatchObject({ tab: null, frame: null, kind: 'fetch' });
  });

  it('knows container, private window and the page that opened the tab', () => {
    const where = onlyOf(begin({ tab: 5, container: 'firefox-container-2', incognito: true }), {
      kind: 'spawn',
      at: 0,
      tab: 5,
      opener: 1,
    }).where;
    expect(where).toMatchObject({ container: 'firefox-container-2', incognito: true, opener: 1 });
  });
});

describe('a private window (Chromium says it by the tab alone)', () => {
  const told = { kind: 'private', at: 500, tab: 1 } as const;

  it('is where all requests of its tabs were, also those that came before it was known', () => {
    const [one, other] = read(begin(), begin({ request: '2', tab: 3, url: 'https://other.example/' }), told).exchanges;
    expect([one?.where.incognito, other?.where.incognito]).toEqual([true, false]);
  });
});

describe('a redirect', () => {
  const target = 'https://idp.example/authorize?state=CANARY';
  const next = { url: target, at: 20 };

  it('is a hop that leads to the next', () => {
    const [first, second] = exchangesOf(
      begin(),
      send(),
      receive({ status: 302 }),
      redirect(target),
      begin(next),
      complete({ ...next, at: 30 }),
    );
    expect(first).toMatchObject({ id: 'x1.0', outcome: { kind: 'redirected', status: 302, to: target, by: 'server' } });
    expect(second).toMatchObject({ id: 'x1.1', previousHop: 'x1.0', outcome: { kind: 'answered' } });
  });

  it('keeps its fragment, and so does the next hop', () => {
    const to = 'https://app.example/cb#access_token=CANARY';
    const [first, second] = exchangesOf(begin(), redirect(to), begin({ url: to, at: 20 }), complete({ url: to, at: 30 }));
    expect(first?.outcome).toMatchObject({ to });
    expect(second).toMatchObject({ previousHop: 'x1.0', request: { url: to } });
  });

  it('to an app link ends there, without another event', () => {
    const [exchange, ...rest] = exchangesOf(begin(), send(), receive({ status: 302 }), redirect('myapp://cb?code=CANARY'));
    expect(exchange?.outcome).toMatchObject({ kind: 'redirected', to: 'myapp://cb?code=CANARY' });
    expect(rest).toEqual([]);
  });

  it('repeats a posted form after 307', () => {
    const body = { kind: 'form', fields: [{ name: 'user', value: 'CANARY' }], bytes: null } as const;
    const post = { method: 'POST', body } as const;
    const [, second] = exchangesOf(begin(post), redirect(target, { status: 307 }), begin({ ...next, ...post }));
    expect(second?.request).toMatchObject({ method: 'POST', body: { seen: true, value: body } });
  });

  it('from the cache says so', () => {
    expect(onlyOf(begin(), redirect(target, { fromCache: true })).fromCache).toBe(true);
  });
});

describe('a redirect that no server sent', () => {
  const by = (from: string, ...events: CaptureEvent[]) => {
    const exchange = exchangesOf(begin({ url: from }), ...events)[0];
    return exchange?.outcome.kind === 'redirected' ? exchange.outcome.by : null;
  };
  const http = 'http://app.example/login?x=1';
  const https = 'https://app.example/login?x=1';
  const internal = { url: http, status: 307, statusLine: 'HTTP/1.1 307 Internal Redirect' };

  it('is Chrome’s HSTS upgrade', () => {
    const headers = [{ name: 'Non-Authoritative-Reason', value: 'HSTS' }];
    expect(by(http, redirect(https, { ...internal, headers }))).toBe('browser');
  });

  it('is Chrome’s HTTPS upgrade', () => {
    const headers = [{ name: 'Non-Authoritative-Reason', value: 'HttpsUpgrades' }];
    expect(by(http, redirect(https, { ...internal, headers }))).toBe('browser');
    expect(by(http, redirect(https, internal))).toBe('browser');
  });

  it('is Firefox’s HSTS upgrade, with status 0', () => {
    expect(by(http, redirect(https, { url: http, status: 0, statusLine: '' }))).toBe('browser');
  });

  it('is another extension in Chrome', () => {
    expect(by(https, redirect('https://other.example/', { ...internal, url: https }))).toBe('extension');
    const headers = [{ name: 'Non-Authoritative-Reason', value: 'WebRequest API' }];
    expect(by(http, redirect('https://other.example/', { ...internal, headers }))).toBe('extension');
  });

  it('is another extension in Firefox, with status 200', () => {
    expect(by(https, redirect('https://app.example/login', { url: https, status: 200, statusLine: 'HTTP/1.1 200 ' }))).toBe('extension');
  });

  it('is the page’s own service worker in Firefox', () => {
    expect(by(https, redirect(https, { url: https, status: 0, statusLine: '' }))).toBe('service-worker');
    const [first, second] = exchangesOf(
      begin({ url: https }),
      redirect(https, { url: https, status: 0, statusLine: '' }),
      begin({ url: https, at: 20 }),
      complete({ url: https, at: 30 }),
    );
    expect(first?.outcome).toMatchObject({ by: 'service-worker' });
    expect(second).toMatchObject({ id: 'x1.1', previousHop: 'x1.0', outcome: { kind: 'answered' } });
  });
});

describe('headers', () => {
  const setCookie = (value: string) => ({ name: 'Set-Cookie', value });

  it('of several cookies are several in Chrome and one with line feeds in Firefox', () => {
    const chrome = onlyOf(begin(), receive({ headers: [setCookie('a=1'), setCookie('b=2')] }), complete());
    const firefox = onlyOf(begin(), receive({ headers: [setCookie('a=1\nb=2')] }), complete());
    expect(answerHeaders(firefox)).toEqual(answerHeaders(chrome));
    expect(answerHeaders(chrome)).toEqual([setCookie('a=1'), setCookie('b=2')]);
  });

  it('of a redirect are there even when only the redirect event was heard', () => {
    expect(answerHeaders(onlyOf(begin(), redirect('https://idp.example/', { headers: [setCookie('a=1')] })))).toEqual([setCookie('a=1')]);
  });

  it('say which protocol was spoken', () => {
    expect(onlyOf(begin(), receive({ statusLine: 'HTTP/2.0 200' }), complete()).protocol).toBe('h2');
    expect(onlyOf(begin(), receive({ statusLine: 'HTTP/3.0 200' })).protocol).toBe('h3');
    expect(onlyOf(begin()).protocol).toBeNull();
  });
});

describe('events that were lost', () => {
  const target = 'https://app.example/cb?code=CANARY';

  it('leave a hop of which the beginning is missing', () => {
    const capture = read(receive({ status: 400 }), complete({ status: 400 }));
    expect(capture.exchanges).toHaveLength(1);
    expect(capture.exchanges[0]).toMatchObject({ request: { url }, outcome: { kind: 'answered', status: 400 } });
    expect(capture.exchanges[0]?.request.headers.hidden).toBe('all');
    expect(capture.gaps).toEqual(['worker-restarted']);
  });

  it('never lend their answer to another hop', () => {
    const capture = read(begin(), send(), receive({ url: target, status: 400, at: 29 }), complete({ url: target, status: 400, at: 30 }));
    expect(capture.exchanges.map((e) => [e.request.url, e.outcome.kind])).toEqual([
      [url, 'pending'],
      [target, 'answered'],
    ]);
    expect(capture.gaps).toEqual(['worker-restarted']);
  });

  it('leave a hop of the same kind, in the same tab, of which nobody knows what was posted', () => {
    const [, second] = exchangesOf(begin(), redirect(target), receive({ url: target, at: 29 }), complete({ url: target, at: 30 }));
    expect(second).toMatchObject({
      previousHop: 'x1.0',
      where: { kind: 'page', tab: 1 },
      request: { body: { seen: false, why: 'worker-restarted' } },
    });
  });

  it('may have held hops in between, so that one does not lead to the next', () => {
    const [, second] = exchangesOf(begin(), send(), begin({ url: target, at: 20 }), complete({ url: target, at: 30 }));
    expect(second).toMatchObject({ id: 'x1.1', previousHop: null });
  });

  it('are not what a policy stops between two hops (Chromium, form-action)', () => {
    const capture = read(
      begin({ method: 'POST' }),
      send(),
      receive({ status: 302 }),
      redirect(target),
      fail('net::ERR_ABORTED', { url: target, at: 11 }),
    );
    expect(capture.exchanges.map((e) => [e.request.url, e.outcome.kind, e.previousHop])).toEqual([
      [url, 'redirected', null],
      [target, 'failed', 'x1.0'],
    ]);
    expect(capture.gaps).toEqual([]);
  });
});

describe('a request that went out once more (Firefox, a closed connection)', () => {
  const token = 'https://idp.example/token';
  const posted = begin({ url: token, method: 'POST', type: 'xmlhttprequest' });
  const twice: CaptureEvent[] = [
    posted,
    send({ url: token, at: 1 }),
    send({ url: token, at: 2 }),
    receive({ url: token, at: 8, status: 400 }),
    complete({ url: token, at: 9, status: 400 }),
    complete({ url: token, at: 10, status: 400 }),
  ];

  it('is one exchange, and nothing of it was lost', () => {
    const { exchanges, gaps } = fromWebRequest(twice, { live: false, asOf: 20 });
    expect(exchanges.map((e) => [e.request.method, e.outcome.kind, e.durationMs])).toEqual([['POST', 'answered', 10]]);
    expect(gaps).not.toContain('worker-restarted');
  });

  it('is one exchange as well when its beginning is told twice', () => {
    const { exchanges, gaps } = fromWebRequest([...twice, { ...posted, at: 1 }], { live: false, asOf: 20 });
    expect(exchanges.map((e) => [e.startedAt, e.outcome.kind])).toEqual([[posted.at, 'answered']]);
    expect(gaps).not.toContain('worker-restarted');
  });

  it('is not what a redirect back to the same address is', () => {
    const events = [
      begin({ url: token }),
      send({ url: token, at: 1 }),
      redirect(token, { url: token, at: 5 }),
      send({ url: token, at: 6 }),
      receive({ url: token, at: 8 }),
    ];
    expect(fromWebRequest(events, { live: false, asOf: 20 }).exchanges).toHaveLength(2);
  });
});

describe('a parameter another extension changed', () => {
  const long = 'https://idp.example/authorize?client_id=web&utm_source=mail';
  const short = 'https://idp.example/authorize?client_id=web';

  it.each([
    ['taken away', long, short],
    ['added', short, long],
  ])('(%s) makes two hops of one, as Chromium shows it only by the address of later events', (_, asked, sent) => {
    const [first, second] = exchangesOf(
      begin({ url: asked }),
      send({ url: sent, at: 12 }),
      receive({ url: sent, at: 13 }),
      complete({ url: sent, at: 14 }),
    );
    expect(first).toMatchObject({ request: { url: asked }, outcome: { kind: 'redirected', by: 'extension', to: sent } });
    expect(second).toMatchObject({ request: { url: sent }, previousHop: first?.id, outcome: { kind: 'answered', status: 200 } });
    expect(second?.request.headers.hidden).toEqual([]);
  });

  it('is not what happened when the request had gone out as it was', () => {
    const exchanges = exchangesOf(
      begin({ url: long }),
      send({ url: long, at: 11 }),
      send({ url: short, at: 20 }),
      complete({ url: short, at: 21 }),
    );
    expect(exchanges[0]).toMatchObject({ request: { url: long }, outcome: { kind: 'pending' } });
  });

  it('is no reason to join two hops of one path', () => {
    const exchanges = exchangesOf(
      begin({ url: long }),
      redirect(short, { url: long }),
      receive({ url: short, at: 29 }),
      complete({ url: short, at: 30 }),
    );
    expect(exchanges.map((e) => e.request.url)).toEqual([long, short]);
  });
});

describe('the cookie jar', () => {
  it('is read at both ends of a request', () => {
    const cookie = {
      name: 'sid',
      domain: 'app.example',
      hostOnly: true,
      path: '/',
      secure: true,
      httpOnly: true,
      sameSite: 'lax',
      partitioned: false,
      sent: false,
    } as const;
    const held: CaptureEvent = { kind: 'held', ...common, at: 1, cookies: [cookie] };
    const kept: CaptureEvent = { kind: 'kept', ...common, at: 500, cookies: [{ name: 'a', stored: false }] };
    expect(onlyOf(begin(), held, complete(), kept).jar).toEqual({
      seen: true,
      value: { held: [cookie], kept: [{ name: 'a', stored: false }] },
    });
    expect(onlyOf(begin(), kept).jar).toMatchObject({ seen: true, value: { held: [] } });
    expect(onlyOf(begin()).jar).toEqual({ seen: false, why: 'jar-not-readable' });
  });

  it('the jar’s word does not count where another answer set or deleted the cookie before it was asked', () => {
    const kept: CaptureEvent = { kind: 'kept', ...common, at: 9, cookies: ['a', 'b'].map((name) => ({ name, stored: false })) };
    const left = (at: number, line: string) => {
      const other = { request: '2', at };
      const exchanges = exchangesOf(
        begin(),
        receive(),
        kept,
        begin(other),
        receive({ ...other, headers: [{ name: 'Set-Cookie', value: line }] }),
      );
      const jar = exchanges[0]?.jar;
      return jar?.seen ? jar.value.kept.map((cookie) => cookie.name) : null;
    };
    expect(left(300, 'a=; Max-Age=0')).toEqual(['b']);
    expect(left(300, 'a=other; Path=/')).toEqual(['b']);
    expect(left(5_000, 'a=; Max-Age=0')).toEqual(['a', 'b']);
    expect(left(300, 'c=1')).toEqual(['a', 'b']);
  });
});

describe('documents', () => {
  const commit = (parts: object = {}): CaptureEvent => ({
    kind: 'commit',
    at: 12,
    tab: 1,
    frame: 0,
    url,
    transition: 'reload',
    qualifiers: ['forward_back'],
    ...parts,
  });

  it('say how they came about, also when the commit is stamped a little earlier (Firefox)', () => {
    expect(onlyOf(begin({ at: 100 }), commit({ at: 97 })).navigation).toEqual({
      transition: 'reload',
      qualifiers: ['forward_back'],
      committed: true,
    });
    expect(onlyOf(begin({ at: 100 }), commit({ at: 50 })).navigation).toBeNull();
  });

  it('belong to the tab, frame and address they name, whatever the fragment', () => {
    expect(onlyOf(begin(), commit({ url: `${url}#top` })).navigation).not.toBeNull();
    for (const other of [{ tab: 2 }, { frame: 3 }, { url: 'https://app.example/other' }])
      expect(onlyOf(begin(), commit(other)).navigation).toBeNull();
  });

  it('are given to one load each, first to the first', () => {
    const events = [begin(), complete(), begin({ request: '2', at: 100 }), commit(), commit({ at: 110, transition: 'link' })];
    expect(exchangesOf(...events).map((e) => e.navigation?.transition)).toEqual(['reload', 'link']);
  });

  it('of hops that redirect do not exist', () => {
    const [first, second] = exchangesOf(begin(), redirect(url), begin({ at: 20 }), complete({ at: 30 }), commit({ at: 30 }));
    expect(first?.navigation).toBeNull();
    expect(second?.navigation).not.toBeNull();
  });

  it('tell their text when they are error pages', () => {
    const page: CaptureEvent = { kind: 'page', at: 20, tab: 1, frame: 0, url, text: 'Invalid redirect_uri CANARY' };
    const { outcome } = onlyOf(begin(), receive({ status: 400 }), complete({ status: 400 }), page);
    expect(outcome).toMatchObject({ status: 400, body: { seen: true, value: { page: true, text: 'Invalid redirect_uri CANARY' } } });
  });
});

describe('the capture as a whole', () => {
  it('knows the browser, its settings and when nobody was listening', () => {
    const capture = read(
      begin(),
      {
        kind: 'settings',
        at: 0,
        browser: 'firefox',
        version: '153.0',
        thirdPartyCookies: 'partitioned',
        machine: { platform: 'mac arm', zoneOffsetMinutes: -300 },
      },
      { kind: 'gap', at: 5, why: 'evicted' },
      { kind: 'close', at: 9, tab: 1 },
    );
    expect(capture.source).toEqual({
      kind: 'live',
      creator: 'firefox 153.0',
      browser: 'firefox',
      product: { name: 'Firefox', version: '153.0' },
      entries: 1,
    });
    expect(capture.settings).toEqual({ thirdPartyCookies: 'partitioned' });
    expect(capture.gaps).toEqual(['evicted']);
  });

  it('is empty without events', () => {
    expect(read()).toMatchObject({ exchanges: [], gaps: [], source: { browser: null, creator: null } });
  });

  it('sorts by time, then by request and hop as numbers', () => {
    const ids = exchangesOf(begin({ request: '10', at: 5 }), begin({ request: '9', at: 5 }), begin({ request: '11', at: 1 })).map(
      (e) => e.id,
    );
    expect(ids).toEqual(['x11.0', 'x9.0', 'x10.0']);
  });
});

describe('a navigation the app’s service worker fetches', () => {
  const request = 'https://idp.example/authorize?client_id=web';
  const callback = 'https://app.example/cb?code=code-CANARY&state=st-CANARY';
  const headers = [{ name: 'Sec-Fetch-Mode', value: 'navigate' }];
  const byWorker = { request: '2', url: callback };
  const call = [
    begin({ ...byWorker, type: 'xmlhttprequest', tab: -1, frame: -1, at: 30 }),
    send({ ...byWorker, at: 31, headers }),
    complete({ ...byWorker, at: 40 }),
  ];

  it('is the page a redirect led to', () => {
    const [first, second] = exchangesOf(begin({ url: request }), redirect(callback, { url: request }), ...call);
    expect(second).toMatchObject({ where: { kind: 'page', tab: 1, frame: 0 }, previousHop: first?.id });
  });

  it('is the page that is shown next', () => {
    const commit = { kind: 'commit', at: 45, tab: 7, frame: 0, url: callback, transition: 'link', qualifiers: [] } as const;
    expect(onlyOf(...call, commit).where).toMatchObject({ kind: 'page', tab: 7, frame: 0 });
  });

  it('is a page even when nothing says which', () => {
    expect(onlyOf(...call).where).toMatchObject({ kind: 'page', tab: null });
  });

  it('is not what follows a redirect that was followed already', () => {
    const followed = [redirect(callback, { url: request }), begin({ url: callback, at: 20 }), complete({ url: callback, at: 25 })];
    const exchanges = exchangesOf(begin({ url: request }), ...followed, ...call);
    expect(exchanges.map((e) => e.where.tab)).toEqual([1, 1, null]);
  });

  it('is the page whose request redirected to itself (Firefox)', () => {
    const handedOver = [begin({ url: callback, at: 20 }), redirect(callback, { url: callback, at: 21, status: 0, statusLine: '' })];
    const unmarked = [call[0], send({ ...byWorker, at: 31 }), call[2]].filter((event) => event !== undefined);
    const [first, second] = exchangesOf(...handedOver, ...unmarked);
    expect(first?.outcome).toMatchObject({ kind: 'redirected', by: 'service-worker' });
    expect(second).toMatchObject({ where: { kind: 'page', tab: 1, frame: 0 }, previousHop: first?.id });
  });

  it('is told from a call of the worker’s own', () => {
    const [opening, , end] = call;
    if (!opening || !end) throw new Error('The drawn call is gone.');
    expect(onlyOf(opening, send({ ...byWorker, at: 31 }), end).where).toMatchObject({ kind: 'fetch', tab: null });
  });
});

describe('a page the app’s service worker answers itself', () => {
  const request = 'https://idp.example/authorize?client_id=web';
  const callback = 'https://app.example/cb?code=code-CANARY&state=st-CANARY';
  const home = 'https://app.example/';
  const earlier = [
    begin({ request: '9', url: home, at: 1 }),
    send({ request: '9', url: home, at: 1 }),
    complete({ request: '9', url: home, at: 2 }),
  ];
  const led = [begin({ url: request, at: 10 }), redirect(callback, { url: request, at: 12 })];
  const commit = { kind: 'commit', at: 15, tab: 1, frame: 0, url: callback, transition: 'link', qualifiers: [] } as const;

  it('is the redirect to itself that Firefox shows', () => {
    const exchanges = exchangesOf(...earlier, ...led, commit);
    expect(exchanges[2]).toMatchObject({
      where: { kind: 'page', tab: 1 },
      previousHop: exchanges[1]?.id,
      request: { url: callback, method: 'GET' },
      outcome: { kind: 'redirected', by: 'service-worker', to: callback },
    });
  });

  it('is none when the page was not shown, was asked for, or lies where nothing may be seen', () => {
    expect(exchangesOf(...earlier, ...led)).toHaveLength(2);
    expect(exchangesOf(...earlier, ...led, { ...commit, tab: 2 })).toHaveLength(2);
    const home = 'https://app.example/home';
    expect(
      exchangesOf(...earlier, begin({ url: request, at: 10 }), redirect(home, { url: request, at: 12 }), { ...commit, url: home }),
    ).toHaveLength(2);
    expect(exchangesOf(...led, commit)).toHaveLength(1);
    const asked = [begin({ request: '3', url: callback, at: 13 }), complete({ request: '3', url: callback, at: 14 })];
    expect(exchangesOf(...earlier, ...led, ...asked, commit)).toHaveLength(3);
    expect(exchangesOf(...earlier, ...led, commit, { kind: 'gap', at: 11, why: 'worker-restarted' })).toHaveLength(2);
  });
});

describe('a call that goes past the page’s service worker (Firefox)', () => {
  const handOver = redirect(url, { at: 11, status: 0, statusLine: '' });

  it('is two hops, also when the second begins in the millisecond of the first’s redirect', () => {
    const exchanges = exchangesOf(
      begin({ at: 10 }),
      handOver,
      begin({ at: 11 }),
      send({ at: 11 }),
      receive({ at: 12 }),
      complete({ at: 12 }),
    );
    expect(exchanges.map((e) => e.outcome)).toMatchObject([
      { kind: 'redirected', by: 'service-worker' },
      { kind: 'answered', status: 200 },
    ]);
  });

  it('is one answered hop when both begin in the same millisecond', () => {
    const exchange = onlyOf(begin({ at: 11 }), handOver, send({ at: 11 }), receive({ at: 12 }), complete({ at: 12 }));
    expect(exchange.outcome).toMatchObject({ kind: 'answered', status: 200 });
  });
});
