import { describe, expect, it } from 'vitest';
import { analyze } from '../../../lib/analyze.ts';
import { foldHops, hopsOf, layRows, matchesFilter, placeOf } from '../../../lib/session/rows.ts';
import { capture } from '../../build/trace.ts';

const authorize = 'https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=CANARY-s';
const beginning = `
  GET https://app.example/login
  → 302 ${authorize}
  GET ${authorize}
  → 302 https://idp.example/one`;
const end = `
  GET https://app.example/cb?code=CANARY-c&state=CANARY-s
  → 200`;
const page = (name: string, to: string) => `
  GET https://idp.example/${name}
  → 302 ${to}`;
const back = 'https://app.example/cb?code=CANARY-c&state=CANARY-s';

function hops(trace: string) {
  const taken = capture(trace, 'web-request', { live: true }).capture;
  const [judged] = analyze(taken).flows;
  if (!judged) throw new Error('the trace holds a flow');
  return hopsOf(judged, taken);
}
const shape = (trace: string) => foldHops(hops(trace)).map((row) => (row.kind === 'fold' ? `${row.hops.length} ${row.party}` : row.role));
const closed = { unfolded: new Set<string>(), openExchange: null, filter: '' };

describe('rows', () => {
  it('one quiet hop stands as it is, two and more fold', () => {
    expect(shape(beginning + page('one', back) + end)).toEqual(['start', 'authorization-request', 'provider', 'callback']);
    expect(shape(beginning + page('one', 'https://idp.example/two') + page('two', back) + end)).toEqual([
      'start',
      'authorization-request',
      '2 provider',
      'callback',
    ]);
  });

  it('a fold keeps its key while hops join it', () => {
    const keyOf = (trace: string) => foldHops(hops(trace)).find((row) => row.kind === 'fold')?.key;
    const two = beginning + page('one', 'https://idp.example/two') + page('two', 'https://idp.example/three');
    expect(keyOf(two)).toBe(keyOf(two + page('three', back)));
  });

  it('what is still waiting is never folded away', () => {
    const waiting = `${beginning}${page('one', 'https://idp.example/two')}
  GET https://idp.example/two
  → pending`;
    expect(shape(waiting)).toEqual(['start', 'authorization-request', 'provider', 'provider']);
  });

  it('say who is talking: the app, the provider', () => {
    expect(hops(beginning + page('one', back) + end).map((hop) => hop.party)).toEqual(['client', 'provider', 'provider', 'client']);
  });
});

describe('laid rows', () => {
  const trace = beginning + page('one', 'https://idp.example/two') + page('two', back) + end;
  const keys = (layout: Partial<typeof closed> | { openExchange: `x${string}.${number}` }) =>
    layRows(hops(trace), { ...closed, ...layout }).map(
      ({ row, inner }) => `${inner ? '> ' : ''}${row.kind === 'fold' ? 'fold' : row.role}`,
    );

  it('unfold on demand, and around the hop that stands open', () => {
    expect(keys({})).toEqual(['start', 'authorization-request', 'fold', 'callback']);
    const fold = foldHops(hops(trace)).find((row) => row.kind === 'fold');
    if (fold?.kind !== 'fold') throw new Error('there is a fold');
    const unfolded = ['start', 'authorization-request', 'fold', '> provider', '> provider', 'callback'];
    expect(keys({ unfolded: new Set([fold.key]) })).toEqual(unfolded);
    expect(keys({ openExchange: fold.hops[1]?.key ?? 'x0.0' })).toEqual(unfolded);
  });

  it('stand each for itself where nothing is folded, and are filtered all the same', () => {
    const flat = { ...closed, flat: true };
    expect(layRows(hops(trace), flat).map(({ row }) => row.kind)).toEqual(['hop', 'hop', 'hop', 'hop', 'hop']);
    expect(layRows(hops(trace), { ...flat, filter: 'idp.example/two' })).toHaveLength(1);
  });

  it('know the lane they come from', () => {
    expect(layRows(hops(trace), closed).map(({ from }) => from)).toEqual([null, 'client', 'provider', 'provider']);
  });

  it('a filter shows hops only, wherever they were folded', () => {
    expect(keys({ filter: 'idp.example/two' })).toEqual(['provider']);
    expect(keys({ filter: '  ' })).toHaveLength(4);
  });
});

describe('the filter', () => {
  it('wants all its words, in any order and case', () => {
    const [first] = hops(beginning);
    if (!first) throw new Error('the trace holds a hop');
    expect(matchesFilter(first, 'LOGIN get')).toBe(true);
    expect(matchesFilter(first, '302 start')).toBe(true);
    expect(matchesFilter(first, 'login zebra')).toBe(false);
  });
});

describe('the place of an address', () => {
  it.each([
    ['https://a.example/x?y=1#z', 'a.example', '/x'],
    ['https://a.example:443', 'a.example', '/'],
    ['http://a.example/', 'http://a.example', '/'],
    ['https://a.example:8443/x', 'a.example:8443', '/x'],
    ['http://localhost:3000/cb', 'http://localhost:3000', '/cb'],
    ['not an address', '', 'not an address'],
  ])('%s', (url, host, path) => {
    expect(placeOf(url)).toEqual({ host, path });
  });
});

describe('chips', () => {
  const last = (answer: string) => hops(`${beginning}\n  GET https://idp.example/one\n  → ${answer}`).at(-1)?.chips ?? [];

  it('tell a network error from a page that was left', () => {
    expect(last('failed net::ERR_CONNECTION_REFUSED')).toContainEqual({ text: 'net::ERR_CONNECTION_REFUSED', tone: 'bad' });
    expect(last('failed net::ERR_ABORTED')).toContainEqual({ text: 'left before the answer came', tone: 'plain' });
  });
});
