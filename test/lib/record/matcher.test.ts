import { describe, expect, it } from 'vitest';
import type { BeginEvent, CaptureEvent } from '../../../lib/model/event.ts';
import type { InspectedAnswer } from '../../../lib/model/inspected.ts';
import { Matcher } from '../../../lib/record/matcher.ts';
import { begun } from '../../build/events.ts';

const url = 'https://idp.example/token';
const begin = (change: Partial<BeginEvent> = {}) =>
  begun({
    at: 1_000,
    url,
    method: 'POST',
    type: 'xmlhttprequest',
    tab: 7,
    body: { kind: 'form', fields: [{ name: 'grant_type', value: 'refresh_token' }], bytes: null },
    ...change,
  });
const complete = (request: string, status: number): CaptureEvent => ({
  kind: 'complete',
  request,
  at: 1_100,
  url,
  status,
  statusLine: '',
  fromCache: false,
});
const answer = (change: Partial<InspectedAnswer> = {}): InspectedAnswer => ({
  tab: 7,
  method: 'POST',
  url,
  startedAt: 998,
  status: 200,
  posted: 'grant_type=refresh_token',
  text: '{}',
  bytes: 2,
  ...change,
});

function matcher(...events: readonly CaptureEvent[]): Matcher {
  const made = new Matcher();
  for (const event of events) made.see(event);
  return made;
}

describe('an answer from the developer tools', () => {
  it('belongs to the request of that tab, method, address and time', () => {
    expect(matcher(begin()).match(answer())?.request).toBe('1');
    for (const other of [{ tab: 8 }, { method: 'GET' }, { url: `${url}2` }, { startedAt: 3_000 }])
      expect(matcher(begin()).match(answer(other)), JSON.stringify(other)).toBeNull();
  });

  it('finds its request with or without the fragment', () => {
    expect(matcher(begin({ url: `${url}#a` })).match(answer())).not.toBeNull();
  });

  it('is never given to a request that has one', () => {
    const made = matcher(begin());
    expect(made.match(answer())).not.toBeNull();
    expect(made.match(answer())).toBeNull();
  });

  it('of two calls that are far enough apart goes to the nearer one', () => {
    const made = matcher(begin(), begin({ request: '2', at: 1_050 }));
    expect(made.match(answer({ startedAt: 1_048 }))?.request).toBe('2');
    expect(made.match(answer())?.request).toBe('1');
  });

  it('of two calls at once goes to neither, unless status or what was posted tells them apart', () => {
    const second = begin({ request: '2', at: 1_003 });
    expect(matcher(begin(), second).match(answer())).toBeNull();
    const told = matcher(begin(), second, complete('1', 400), complete('2', 200));
    expect(told.match(answer())?.request).toBe('2');
    expect(told.match(answer({ status: 400 }))?.request).toBe('1');
    const other = begin({ ...second, body: { kind: 'form', fields: [{ name: 'grant_type', value: 'authorization_code' }], bytes: null } });
    expect(matcher(begin(), other).match(answer())?.request).toBe('1');
  });

  it('is forgotten with everything else', () => {
    const made = matcher(begin());
    made.clear();
    expect(made.match(answer())).toBeNull();
  });
});
