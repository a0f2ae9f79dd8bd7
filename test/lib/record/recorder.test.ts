import { describe, expect, it } from 'vitest';
import { analyze } from '../../../lib/analyze.ts';
import type { BeginEvent, CaptureEvent } from '../../../lib/model/event.ts';
import { fromWebRequest } from '../../../lib/normalize/from-web-request.ts';
import { capBytes, capRequests } from '../../../lib/record/shelf.ts';
import { begun } from '../../build/events.ts';
import { FakeBrowser } from '../../build/fake-browser.ts';
import { broken, healthy } from '../../build/stories.ts';
import { clockStart, draw, toEvents } from '../../build/trace.ts';

const byTime = (events: readonly CaptureEvent[]) => [...events].sort((a, b) => a.at - b.at);

/** What a reader of the storage would say. The gap of a restart is no difference in the verdict. */
function verdict(events: Iterable<CaptureEvent>) {
  const capture = fromWebRequest(events, { live: true, asOf: clockStart + 600_000 });
  return analyze({ ...capture, gaps: capture.gaps.filter((gap) => gap !== 'worker-restarted') }).flows.map((j) => ({
    outcome: j.outcome,
    headline: j.headline,
    findings: j.findings.map((f) => f.id).sort(),
    steps: j.flow.steps,
  }));
}

function record(events: readonly CaptureEvent[], killAfter: (index: number) => boolean): FakeBrowser {
  const browser = new FakeBrowser();
  let recorder = browser.wake();
  byTime(events).forEach((event, index) => {
    browser.pass(event.at);
    recorder.take(event);
    if (!killAfter(index)) return;
    // What the browser acknowledged survives; navigations of no interest are written a tenth of a second later.
    browser.pass(browser.now + 100);
    recorder = browser.wake();
  });
  browser.pass(browser.now + 1_000);
  return browser;
}

const begin = (n: number, url: string, more: Partial<BeginEvent> = {}) =>
  begun({ request: String(n), at: clockStart + n * 10, url, ...more });
const authorize =
  'https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-state';

describe('the recorder', () => {
  for (const [name, trace] of Object.entries({ ...healthy, ...broken })) {
    const events = toEvents(draw(trace));

    it(`keeps all of a login: ${name}`, () => {
      expect(verdict(record(events, () => false).stored.values())).toEqual(verdict(events));
    });

    it(`loses nothing when the worker dies after any one event: ${name}`, () => {
      const whole = verdict(events);
      for (let n = 0; n < events.length; n++)
        expect(verdict(record(events, (index) => index === n).stored.values()), `killed after event ${n}`).toEqual(whole);
    });

    it(`loses nothing when the worker dies after every event: ${name}`, () => {
      expect(verdict(record(events, () => true).stored.values())).toEqual(verdict(events));
    });

    it(`loses nothing when the worker dies before it has read what is stored: ${name}`, () => {
      const browser = new FakeBrowser();
      for (const event of byTime(events)) {
        browser.pass(event.at);
        // Woken by one event, ended before the next.
        browser.begin().take(event);
      }
      browser.wake();
      browser.pass(browser.now + 1_000);
      expect(verdict(browser.stored.values())).toEqual(verdict(events));
    });
  }

  it('forgets pages of no login but the last twenty of a tab', () => {
    const browser = record(
      Array.from({ length: 50 }, (_, n) => begin(n, `https://news.example/${n}`)),
      () => false,
    );
    expect([...browser.stored.values()].map((e) => e.kind === 'begin' && e.url)).toEqual(
      Array.from({ length: 20 }, (_, n) => `https://news.example/${n + 30}`),
    );
  });

  it('keeps nothing of a page of no login that woke it', () => {
    const browser = new FakeBrowser();
    const recorder = browser.begin();
    recorder.take(begin(1, 'https://news.example/image', { type: 'image' }));
    recorder.take(begin(2, 'https://news.example/frame', { type: 'sub_frame' }));
    expect(browser.stored.size).toBe(2);
    recorder.restore(browser.stored.values());
    expect([...browser.stored.values()]).toEqual([]);
  });

  it('keeps what led to a login, however long the page was open', () => {
    const browser = record([begin(1, 'https://app.example/'), begin(2, authorize)], () => false);
    expect(browser.stored.size).toBe(2);
    expect(browser.watched).toEqual(new Set([1]));
  });

  it('drops a page’s images and calls, and keeps those that speak the protocol or pass a code on', () => {
    const done = (n: number, url: string): CaptureEvent => ({
      kind: 'complete',
      request: String(n),
      at: clockStart + n * 10 + 5,
      url,
      status: 200,
      statusLine: '',
      fromCache: false,
    });
    const send = (n: number, url: string, referer: string): CaptureEvent => ({
      kind: 'send',
      request: String(n),
      at: clockStart + n * 10 + 1,
      url,
      headers: [{ name: 'Referer', value: referer }],
    });
    const browser = record(
      [
        begin(1, authorize),
        begin(2, 'https://app.example/logo.png', { type: 'image' }),
        done(2, 'https://app.example/logo.png'),
        begin(3, 'https://ads.example/pixel', { type: 'image' }),
        send(3, 'https://ads.example/pixel', 'https://app.example/cb?code=CANARY'),
        done(3, 'https://ads.example/pixel'),
        begin(4, 'https://app.example/api/orders', { type: 'xmlhttprequest' }),
        done(4, 'https://app.example/api/orders'),
        begin(5, 'https://idp.example/oauth/token', { type: 'xmlhttprequest', method: 'POST' }),
        done(5, 'https://idp.example/oauth/token'),
        begin(6, 'https://app.example/api/me', { type: 'xmlhttprequest' }),
        { ...done(6, 'https://app.example/api/me'), kind: 'receive', status: 401, headers: [] } as CaptureEvent,
        { ...done(6, 'https://app.example/api/me'), status: 401 } as CaptureEvent,
        begin(7, 'https://stats.example/p?dl=https%3A%2F%2Fapp.example%2Fcb%3Fcode%3DCANARY', { type: 'image' }),
        begin(8, 'https://errors.example/report', {
          type: 'ping',
          method: 'POST',
          body: { kind: 'text', mime: '', text: '{"url":"https://app.example/cb#access_token=CANARY"}', bytes: 52 },
        }),
        begin(9, 'https://stats.example/p?dl=https%3A%2F%2Fapp.example%2Fnews', { type: 'image' }),
      ],
      () => false,
    );
    expect(new Set([...browser.stored.values()].map((e) => 'request' in e && e.request))).toEqual(new Set(['1', '3', '5', '6', '7', '8']));
  });

  it('notes once what other hosts bring into the callback page, and nothing of the pages after it', () => {
    const callback = 'https://app.example/cb?code=CANARY-code&state=CANARY-state';
    const browser = record(
      [
        begin(1, authorize),
        begin(2, 'https://cdn.example/before.js', { type: 'script' }),
        begin(3, callback),
        begin(4, 'https://app.example/app.js', { type: 'script' }),
        begin(5, 'https://cdn.example/logo.png', { type: 'image' }),
        begin(6, 'https://cdn.example/counter.js', { type: 'script' }),
        begin(7, 'https://cdn.example/more.js', { type: 'script' }),
        begin(8, 'https://api.example/me', { type: 'xmlhttprequest' }),
        begin(9, 'https://app.example/home'),
        begin(10, 'https://other.example/x.js', { type: 'script' }),
      ],
      () => false,
    );
    expect([...browser.stored.values()].map((e) => 'request' in e && e.request)).toEqual(['1', '3', '5', '6', '9']);
  });

  it('keeps a few of the calls that an API took, and all that it refused', () => {
    const api = (n: number, status: number, authorization: string | null): CaptureEvent[] => {
      const url = `https://api.example/items/${n}`;
      const more = { request: String(n), url, statusLine: '', fromCache: false };
      const headers = authorization === null ? [] : [{ name: 'Authorization', value: authorization }];
      return [
        begin(n, url, { type: 'xmlhttprequest' }),
        { kind: 'send', request: String(n), at: clockStart + n * 10 + 1, url, headers },
        { ...more, kind: 'receive', at: clockStart + n * 10 + 2, status, headers: [] },
        { ...more, kind: 'complete', at: clockStart + n * 10 + 3, status },
      ];
    };
    const taken = (from: number, count: number) => Array.from({ length: count }, (_, n) => api(from + n, 200, 'Bearer CANARY')).flat();
    const browser = record(
      [
        begin(1, authorize),
        ...taken(2, 30),
        ...api(40, 403, 'DPoP CANARY'),
        ...api(41, 403, null),
        ...api(42, 200, 'Basic CANARY'),
        ...taken(50, 30),
      ],
      () => false,
    );
    const kept = new Set([...browser.stored.values()].map((e) => ('request' in e ? Number(e.request) : 0)));
    expect([...kept].sort((a, b) => a - b)).toEqual([
      1,
      ...Array.from({ length: 10 }, (_, n) => n + 2),
      40,
      ...Array.from({ length: 10 }, (_, n) => n + 50),
    ]);
    expect([...browser.stored.values()].filter((e) => 'request' in e && e.request === '40').map((e) => e.kind)).toEqual([
      'begin',
      'send',
      'receive',
      'complete',
    ]);
  });

  it('keeps the scripts that a login page did not get', () => {
    const part = (n: number, type: string, end: object) => {
      const url = `https://cdn.example/part-${n}.js`;
      return [begin(n, url, { type }), { request: String(n), at: clockStart + n * 10 + 5, url, ...end } as CaptureEvent];
    };
    const failed = { kind: 'fail', error: 'net::ERR_NAME_NOT_RESOLVED' };
    const browser = record(
      [
        begin(1, authorize),
        ...part(2, 'script', failed),
        ...part(3, 'stylesheet', { kind: 'receive', status: 403, headers: [] }),
        ...part(4, 'script', { kind: 'receive', status: 200, headers: [] }),
        ...part(5, 'image', failed),
      ],
      () => false,
    );
    expect(new Set([...browser.stored.values()].map((e) => 'request' in e && e.request))).toEqual(new Set(['1', '2', '3']));
  });

  it('watches the window a login opens, and the one that opened it', () => {
    const browser = record([{ kind: 'spawn', at: clockStart, tab: 2, opener: 1 }, begin(1, authorize, { tab: 2 })], () => false);
    expect(browser.watched).toEqual(new Set([1, 2]));
  });

  it('lets go of a tab half a minute after the answer', () => {
    const browser = record([begin(1, authorize), begin(2, 'https://app.example/cb?code=CANARY-code&state=CANARY-state')], () => false);
    expect(browser.watched.size).toBe(1);
    browser.pass(browser.now + 65_000);
    expect(browser.watched.size).toBe(0);
  });

  it('stays within its cap, never at the cost of a login that runs, and names the gap', () => {
    const filler = 'x'.repeat(40_000);
    const many = Array.from({ length: 300 }, (_, n) => begin(n + 10, `https://app${n}.example/cb?code=${filler}`, { tab: n + 10 }));
    const browser = record([begin(1, authorize), ...many], () => false);
    const bytes = [...browser.stored].reduce((sum, [key, event]) => sum + key.length + JSON.stringify(event).length, 0);
    expect(bytes).toBeLessThanOrEqual(capBytes + 1_000);
    const kept = [...browser.stored.values()];
    expect(kept.some((e) => e.kind === 'begin' && e.url === authorize)).toBe(true);
    expect(kept.some((e) => e.kind === 'begin' && e.request === '309')).toBe(true);
    expect(kept.some((e) => e.kind === 'gap' && e.why === 'evicted')).toBe(true);
  });

  it('counts requests as well: many small ones are given up, the oldest of settled logins first', () => {
    const many = Array.from({ length: capRequests + 200 }, (_, n) =>
      begin(n + 10, `https://app${n}.example/cb?code=CANARY`, { tab: n + 10 }),
    );
    const kept = [...record([begin(1, authorize), ...many], () => false).stored.values()];
    const requests = kept.flatMap((e) => (e.kind === 'begin' ? Number(e.request) : []));
    expect(requests.length).toBeLessThanOrEqual(capRequests);
    expect(requests).toContain(1);
    expect(requests).not.toContain(10);
    expect(requests).toContain(capRequests + 209);
    expect(kept.some((e) => e.kind === 'gap' && e.why === 'evicted')).toBe(true);
  });

  it('tells a life that the browser ended for want of work from one that was cut off: only then may anything be lost', () => {
    const gapAfter = (quietMs: number) => {
      const browser = new FakeBrowser();
      browser.pass(clockStart);
      browser.wake().take(begin(1, authorize));
      browser.pass(clockStart + quietMs);
      // The event that wakes it comes before anything is read.
      const next = browser.begin();
      next.take(begin(2, 'https://idp.example/password', { at: clockStart + quietMs }));
      next.restore(browser.stored.values());
      return [...browser.stored.values()].flatMap((event) => (event.kind === 'gap' ? event.why : []));
    };
    expect(gapAfter(40_000)).toEqual(['background-asleep']);
    expect(gapAfter(2_000)).toEqual(['worker-restarted']);
  });

  it('gives up the middle of one login that alone is larger than the cap, and keeps what is newest', () => {
    const filler = 'x'.repeat(20_000);
    const loop = Array.from({ length: 1_000 }, (_, n) => begin(n + 10, `https://app.example/again?n=${n}&x=${filler}`));
    const browser = record([begin(1, authorize), ...loop], () => false);
    const bytes = [...browser.stored].reduce((sum, [key, event]) => sum + key.length + JSON.stringify(event).length, 0);
    expect(bytes).toBeLessThanOrEqual(capBytes + 21_000);
    const kept = [...browser.stored.values()];
    for (const request of ['1009', '800']) expect(kept.some((e) => e.kind === 'begin' && e.request === request)).toBe(true);
    expect(kept.some((e) => e.kind === 'gap' && e.why === 'evicted')).toBe(true);
  });

  it('makes room in a tab in which a login runs, too, when the browser says that its shelf is full', () => {
    const filler = 'x'.repeat(35_000);
    const frames = Array.from({ length: 200 }, (_, n) => begin(n + 10, `https://app.example/frame?n=${n}&code=${filler}`));
    const browser = new FakeBrowser();
    const recorder = browser.wake();
    for (const event of [...frames, begin(300, authorize)]) {
      browser.pass(event.at);
      recorder.take(event);
    }
    expect(browser.watched).toEqual(new Set([1]));
    const sizeOf = () => [...browser.stored.values()].reduce((sum, event) => sum + JSON.stringify(event).length, 0);
    expect(sizeOf()).toBeGreaterThan(0.6 * capBytes);
    recorder.full();
    expect(sizeOf()).toBeLessThan(0.51 * capBytes);
    const kept = [...browser.stored.values()];
    for (const request of ['300', '209']) expect(kept.some((e) => e.kind === 'begin' && e.request === request)).toBe(true);
  });

  it('gives up what the pages of a running login ask for without end before the login itself, in few calls', () => {
    const polls = Array.from({ length: capRequests * 2 }, (_, n) =>
      begin(n + 10, `https://idp.example/oauth/poll?n=${n}`, { type: 'xmlhttprequest', method: 'POST' }),
    );
    const browser = record([begin(1, authorize), begin(2, 'https://idp.example/password'), ...polls], () => false);
    const requests = [...browser.stored.values()].flatMap((e) => (e.kind === 'begin' ? Number(e.request) : []));
    expect(requests.length).toBeLessThanOrEqual(capRequests);
    for (const kept of [1, 2, capRequests * 2 + 9]) expect(requests).toContain(kept);
    expect(requests).not.toContain(10);
    expect(browser.removals).toBeLessThan(20);
  });

  it('writes a call that turns out to matter at once, with all that was heard of it', () => {
    const browser = new FakeBrowser();
    browser.pass(clockStart);
    const recorder = browser.wake();
    recorder.take(begin(1, authorize));
    const before = browser.writes;
    const common = { request: '2', at: clockStart + 20, url: 'https://api.example/orders' };
    recorder.take({ ...begin(2, common.url, { type: 'xmlhttprequest' }) });
    recorder.take({ kind: 'send', ...common, headers: [] });
    expect(browser.writes).toBe(before);
    recorder.take({ kind: 'receive', ...common, status: 401, statusLine: 'HTTP/1.1 401', headers: [] });
    expect(browser.writes).toBe(before + 1);
    expect([...browser.stored.values()].filter((e) => 'request' in e && e.request === '2')).toHaveLength(3);
  });

  it('follows a tab that the browser gives another number', () => {
    const browser = record(
      [
        begin(1, authorize),
        { kind: 'replace', at: clockStart + 15, tab: 7, was: 1 },
        begin(2, 'https://idp.example/password', { tab: 7, method: 'POST' }),
      ],
      () => false,
    );
    expect(browser.watched).toEqual(new Set([7]));
    expect(fromWebRequest(browser.stored.values(), { live: true, asOf: browser.now }).exchanges.map((e) => e.where.tab)).toEqual([7, 7]);
  });
});
