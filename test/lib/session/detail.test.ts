import { describe, expect, it } from 'vitest';
import { analyze } from '../../../lib/analyze.ts';
import { cookieView, findingsAt, headerLines, parameterGroups, stateTrip, tabOfPlace } from '../../../lib/session/detail.ts';
import { capture } from '../../build/trace.ts';

const authorize =
  'https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=CANARY%2Bstate%2B1';
const trace = `
  GET https://app.example/login
    Accept: text/html
    Cookie: old=CANARY-1; other=CANARY-2
  → 302 ${authorize}
    Server: nginx
    X-Other: 1
    Set-Cookie: good=CANARY; Path=/; Secure; SameSite=Lax
    Set-Cookie: bad=CANARY; SameSite=None
    ~ kept good
    ~ dropped bad
  GET ${authorize}
  → 302 https://app.example/cb?code=CANARY&state=CANARY+state+1&scope=a&scope=b#extra=1
  GET https://app.example/cb?code=CANARY&state=CANARY+state+1&scope=a&scope=b#extra=1
  → 400`;
const taken = capture(trace, 'web-request').capture;
const [first, second] = taken.exchanges;
const [judged] = analyze(taken).flows;
if (!first || !second || !judged) throw new Error('the trace holds a flow');

describe('an opened hop', () => {
  it('shows its parameters and those of its redirect, each with its place', () => {
    const groups = parameterGroups(second);
    expect(groups.map((g) => [g.of, g.lines.length])).toEqual([
      ['request', 4],
      ['redirect', 5],
    ]);
    const redirect = groups[1]?.lines ?? [];
    expect(redirect.map((l) => `${l.source} ${l.name}${l.repeated ? ' twice' : ''}`)).toEqual([
      'query code',
      'query state',
      'query scope twice',
      'query scope twice',
      'fragment extra',
    ]);
    expect(redirect[1]?.place).toBe('response.location.query.state');
  });

  it('shows cookies with their fate', () => {
    const { set, sent, withheld } = cookieView(first);
    if (set === 'hidden' || sent === 'hidden') throw new Error('cookies are visible here');
    expect(set.map(({ cookie, refusal, stored }) => [cookie.name, refusal, stored])).toEqual([
      ['good', null, true],
      ['bad', 'none-without-secure', false],
    ]);
    expect(sent.map((c) => c.name)).toEqual(['old', 'other']);
    expect(withheld).toEqual([]);
  });

  it('puts the telling headers first', () => {
    if (first.outcome.kind === 'pending') throw new Error('it was answered');
    const { telling, rest } = headerLines(first.outcome.headers, 'response', ['location', 'server']);
    expect(telling.map((l) => l.name)).toEqual(['Location', 'Server']);
    expect(rest.map((l) => l.name)).toContain('X-Other');
  });

  it('knows what points at a place', () => {
    expect(findingsAt(judged.findings, second, 'response.location.query.state').map((f) => f.check)).toContain('state-mangled');
    expect(findingsAt(judged.findings, second, 'request.query.client_id')).toEqual([]);
  });
});

describe('the trip of the state', () => {
  it('says how it came back', () => {
    expect(stateTrip(judged)?.how).toBe('plus-to-space');
  });

  it('is none before an answer', () => {
    const early = capture(trace.split('\n').slice(0, 12).join('\n'), 'web-request').capture;
    const [begun] = analyze(early).flows;
    expect(begun && stateTrip(begun)).toBe(null);
  });
});

describe('the tab of a place', () => {
  it.each([
    ['request.query.state', 'parameters'],
    ['response.location.fragment.access_token', 'parameters'],
    ['response.body.error', 'parameters'],
    ['request.cookie.sid', 'cookies'],
    ['response.header.location', 'headers'],
    ['timing', 'more'],
    ['response.status', null],
    ['response.body', null],
    ['outcome.reason', null],
    ['request.url', null],
  ] as const)('%s: %s', (place, tab) => {
    expect(tabOfPlace(place)).toBe(tab);
  });
});
