import { describe, expect, it } from 'vitest';
import { analyze } from '../../../lib/analyze.ts';
import { foldStops, lifelines } from '../../../lib/session/lifelines.ts';
import { hopsOf } from '../../../lib/session/rows.ts';
import { capture } from '../../build/trace.ts';
import { cookieLost, healthy } from '../../gallery/traces.ts';

function told(trace: string, source: 'web-request' | 'har' = 'web-request') {
  const taken = capture(trace, source).capture;
  const [judged] = analyze(taken).flows;
  if (!judged) throw new Error('the trace holds a login');
  const hops = hopsOf(judged, taken);
  const found = lifelines(
    judged.cookies,
    hops.map(({ exchange }) => exchange),
  );
  const signs = hops.map(({ role, exchange }) => [
    role,
    ...(found.stops.get(exchange.id) ?? []).map(({ came, became, after }) => `${came ?? '-'} ${became ?? '-'} ${after ? '|' : '.'}`),
  ]);
  return { found, hops, signs };
}

describe('lifelines', () => {
  it('go from the answer that sets a cookie to the requests it comes with, and end where it is deleted', () => {
    const { found, signs } = told(healthy);
    expect(found.lanes.map(({ name }) => name)).toEqual(['oidc.state', 'sid']);
    expect(signs).toEqual([
      ['start', '- set |', '- - .'],
      ['authorization-request', '- - |', '- - .'],
      ['provider', '- - |', '- - .'],
      ['provider', '- - |', '- - .'],
      ['provider', '- - |', '- - .'],
      ['callback', 'sent deleted .', '- set |'],
      ['app', '- - .', 'sent - |'],
    ]);
  });

  it('say where a cookie is missed, as the tale does', () => {
    const { found, signs, hops } = told(cookieLost);
    expect(signs.at(-1)).toEqual(['callback', 'missing - |', 'missing - |']);
    const callback = hops.at(-1)?.exchange.id;
    expect(callback && found.stops.get(callback)?.[0]?.due?.withheld).toEqual({ kind: 'lax-post' });
    expect(found.lanes.every(({ culprit }) => culprit)).toBe(true);
  });

  it('do not begin where the browser refuses the cookie', () => {
    const { signs } = told(cookieLost.replaceAll('; Secure; HttpOnly; SameSite=Lax', '; SameSite=None'));
    expect(signs[0]).toEqual(['start', '- refused .', '- refused .']);
  });

  it('are another cookie where another site sets one of the same name', () => {
    const { signs } = told(healthy.replaceAll('idp_session=', 'oidc.state='));
    expect(signs[4]).toEqual(['provider', '- - |', '- - .']);
  });

  it('fold to what weighs most', () => {
    const { found, hops } = told(healthy);
    const stops = hops.map(({ exchange }) => found.stops.get(exchange.id) ?? []);
    expect(foldStops(stops).map(({ came, became, before, after }) => [came, became, before, after])).toEqual([
      ['sent', 'deleted', false, false],
      ['sent', 'set', false, true],
    ]);
  });
});
