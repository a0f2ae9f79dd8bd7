import { describe, expect, it } from 'vitest';
import { type KeptRequest, overSince } from '../../../lib/record/over.ts';
import { FakeBrowser } from '../../build/fake-browser.ts';
import { healthy } from '../../build/stories.ts';
import { clockStart, draw, toEvents } from '../../build/trace.ts';

const minute = 60_000;
const keepMs = 15 * minute;
const quietMs = 30_000;
const kept = (request: string, at: number, more: Partial<KeptRequest> = {}): KeptRequest => ({
  request,
  tab: 1,
  at,
  lastAt: at + 100,
  login: true,
  answers: false,
  ...more,
});
const nobody = () => false;
const over = (requests: readonly KeptRequest[], now: number, isBusy: (tab: number) => boolean = nobody) =>
  overSince(requests, isBusy, now, keepMs, quietMs).requests;

describe('what has been over for long enough', () => {
  const login = [kept('a', 0), kept('b', 10_000), kept('c', 20_000, { answers: true }), kept('d', 21_000)];

  it('is a whole login, and only when all of it is', () => {
    expect(over(login, keepMs + 20_000)).toEqual([]);
    expect(over(login, keepMs + 60_000)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('is none that runs, however long', () => {
    expect(over(login, 100 * keepMs, (tab) => tab === 1)).toEqual([]);
  });

  it('is an earlier login of a tab in which another one runs', () => {
    const next = [kept('e', 60 * minute), kept('f', 61 * minute)];
    expect(over([...login, ...next], 62 * minute, (tab) => tab === 1)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('is no half of a login whose user stayed on the sign-in page', () => {
    const slow = [kept('a', 0), kept('b', 20 * minute, { answers: true }), kept('c', 20 * minute + 1_000)];
    expect(over(slow, 25 * minute)).toEqual([]);
    expect(over(slow, 36 * minute)).toEqual(['a', 'b', 'c']);
  });

  it('is no half of a login in two windows', () => {
    const two = [kept('app', 0), kept('popup', 1_000, { tab: 2 }), kept('token', 14 * minute, { tab: 2 })];
    expect(over(two, 16 * minute)).toEqual([]);
    expect(over(two, 30 * minute)).toEqual(['app', 'popup', 'token']);
  });

  it('is a page that belonged to no login', () => {
    expect(over([kept('page', 0, { login: false })], keepMs + minute)).toEqual(['page']);
    expect(over([kept('page', 0, { login: false })], keepMs - minute)).toEqual([]);
    expect(over([kept('page', 0, { login: false })], keepMs + minute, () => true)).toEqual([]);
  });
});

describe('the recorder', () => {
  const events = toEvents(draw(healthy['a server-side app'] ?? ''));
  const end = Math.max(...events.map((event) => event.at));

  it.each([false, true])('forgets a login that is over, with all that was shown, and not before (worker anew: %s)', (anew) => {
    const browser = new FakeBrowser();
    let recorder = browser.wake();
    browser.now = clockStart;
    for (const event of events) recorder.take(event);
    recorder.take({ kind: 'page', at: end, tab: 1, frame: 0, url: 'https://app.example/', text: 'CANARY' });
    recorder.take({ kind: 'gap', at: end, why: 'not-granted', host: 'login.idp.example' });
    browser.pass(end + 5 * minute);
    if (anew) recorder = browser.wake();
    const before = browser.stored.size;
    recorder.forgetOver(keepMs);
    expect(browser.stored.size).toBe(before);
    browser.pass(end + 16 * minute);
    recorder.forgetOver(keepMs);
    expect([...browser.stored.values()].filter((event) => 'url' in event || event.kind === 'gap')).toEqual([]);
  });

  it('forgets nothing of a login that still runs', () => {
    const browser = new FakeBrowser();
    const recorder = browser.wake();
    browser.now = clockStart;
    const asked = events.filter((event) => event.at < clockStart + 300);
    for (const event of asked) recorder.take(event);
    browser.pass(clockStart + 20 * minute);
    const before = browser.stored.size;
    recorder.forgetOver(keepMs);
    expect(browser.stored.size).toBe(before);
    expect(before).toBeGreaterThan(2);
  });

  it('calls a login over after the quiet that was chosen', () => {
    const browser = new FakeBrowser();
    browser.quietMs = 120_000;
    const recorder = browser.wake();
    browser.now = clockStart;
    for (const event of events) recorder.take(event);
    const tab = 1;
    browser.pass(end + 100_000);
    expect(recorder.isWatched(tab)).toBe(true);
    browser.pass(end + 300_000);
    expect(recorder.isWatched(tab)).toBe(false);
  });
});
