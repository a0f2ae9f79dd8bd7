/** Tabs that were open before anybody listened, and tabs that get another number. */
import { describe, expect, it } from 'vitest';
import type { BeginEvent, CaptureEvent, EarlierEvent } from '../../../lib/model/event.ts';
import { fromWebRequest } from '../../../lib/normalize/from-web-request.ts';
import { begun } from '../../build/events.ts';

const page = (request: string, at: number, url: string, more: Partial<BeginEvent> = {}) => begun({ request, at, url, ...more });
const earlier: EarlierEvent = { kind: 'earlier', at: 0, tabs: [1], why: 'browser-restarted' };
const asked = 'https://idp.example/authorize?client_id=web&redirect_uri=https://app.example/cb&response_type=code&state=CANARY';
const answered = 'https://app.example/cb?code=CANARY&state=CANARY';
const gapsOf = (...events: CaptureEvent[]) => fromWebRequest(events, { live: true, asOf: 100 }).gaps;

describe('a tab that was open before', () => {
  it('and gets an answer that nothing asked for since: what was before is a gap', () => {
    expect(gapsOf(earlier, page('1', 5, 'https://idp.example/password'), page('2', 6, answered))).toEqual(['browser-restarted']);
    const posted = { kind: 'form', bytes: null, fields: [{ name: 'code', value: 'CANARY' }] } as const;
    expect(gapsOf(earlier, page('2', 6, 'https://app.example/cb', { method: 'POST', body: posted }))).toEqual(['browser-restarted']);
  });

  it('and begins a login since: nothing of it is missing', () => {
    expect(gapsOf(earlier, page('1', 5, asked), page('2', 6, answered))).toEqual([]);
  });

  it('says nothing about other tabs, about what came before, or without an answer', () => {
    expect(gapsOf(earlier, page('2', 6, answered, { tab: 2 }))).toEqual([]);
    expect(gapsOf({ ...earlier, at: 50 }, page('2', 6, answered))).toEqual([]);
    expect(gapsOf(earlier, page('2', 6, 'https://shop.example/'))).toEqual([]);
  });
});

describe('a tab that gets another number', () => {
  const tabs = (...events: CaptureEvent[]) => fromWebRequest(events, { live: true, asOf: 100 }).exchanges.map(({ where }) => where.tab);

  it('is one tab, over several numbers and in any order', () => {
    const events: CaptureEvent[] = [
      page('1', 1, asked),
      { kind: 'replace', at: 2, tab: 5, was: 1 },
      page('2', 3, answered, { tab: 5 }),
      { kind: 'replace', at: 4, tab: 9, was: 5 },
    ];
    expect(tabs(...events)).toEqual([9, 9]);
    expect(tabs(...events.toReversed())).toEqual([9, 9]);
  });

  it('a ring of numbers ends', () => {
    expect(tabs(page('1', 1, asked), { kind: 'replace', at: 2, tab: 5, was: 1 }, { kind: 'replace', at: 3, tab: 1, was: 5 })).toHaveLength(
      1,
    );
  });
});
