import { expect, it } from 'vitest';
import { analyze } from '../../../lib/analyze.ts';
import type { Where } from '../../../lib/model/exchange.ts';
import { placesOf } from '../../../lib/session/places.ts';
import { capture } from '../../build/trace.ts';

const trace = `
  GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=CANARY-a
  → 302 https://app.example/cb?code=CANARY&state=CANARY-a
  GET https://app.example/cb?code=CANARY&state=CANARY-a
  → 200`;

function places(wheres: readonly Partial<Where>[], names: Readonly<Record<string, string>> = {}) {
  const taken = capture(trace, 'web-request').capture;
  const exchanges = taken.exchanges.map((e, i) => ({ ...e, where: { ...e.where, ...wheres[i] } }));
  const [flow] = analyze(taken).flows;
  return flow ? placesOf(flow, { ...taken, exchanges }, names) : null;
}

it('ordinary tabs are not worth a word', () => {
  expect(places([{ container: null }, { container: null }])).toEqual([]);
  expect(places([{ container: 'firefox-default' }, { container: 'firefox-default' }])).toEqual([]);
});

it('a container is called by its name, or by its number where that is not known', () => {
  const both = [{ container: 'firefox-container-2' }, { container: 'firefox-container-2' }];
  expect(places(both, { 'firefox-container-2': 'Work' })).toEqual(['Container “Work”']);
  expect(places(both)).toEqual(['Container 2']);
});

it('every change of place is named', () => {
  expect(places([{ container: 'firefox-default' }, { container: 'firefox-container-1' }])).toEqual(['Ordinary tab', 'Container 1']);
  expect(places([{ incognito: true, container: 'firefox-private' }, { incognito: true }])).toEqual(['Private window']);
});
