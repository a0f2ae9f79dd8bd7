import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Span, timeScale } from '../../../lib/session/time-scale.ts';

const spans = (...pairs: readonly (readonly [number, number])[]): Span[] => pairs.map(([fromMs, toMs]) => ({ fromMs, toMs }));
const anySpans = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 600_000 }), fc.integer({ min: 0, max: 30_000 }))
    .map(([fromMs, ms]) => ({ fromMs, toMs: fromMs + ms })),
  { maxLength: 40 },
);

describe('the time axis', () => {
  it('gives what happened its share of the width', () => {
    const { at, pauses } = timeScale(spans([0, 100], [100, 400]));
    expect([0, 50, 100, 400].map(at)).toEqual([0, 0.125, 0.25, 1]);
    expect(pauses).toEqual([]);
  });

  it('squeezes the time in which a person typed', () => {
    const { at, pauses } = timeScale(spans([0, 100], [9_100, 9_200]));
    expect(pauses).toMatchObject([{ fromMs: 100, toMs: 9_100 }]);
    expect(at(100)).toBeCloseTo(0.47);
    expect(at(9_100)).toBeCloseTo(0.53);
    expect(at(9_200)).toBeCloseTo(1);
  });

  it('keeps a pause that is no longer than what happened around it', () => {
    expect(timeScale(spans([0, 4_000], [5_100, 9_000])).pauses).toEqual([]);
    expect(timeScale(spans([0, 100], [900, 1_000])).pauses).toEqual([]);
  });

  it('labels no moment within a squeezed pause, and none upon another', () => {
    const { ticks, pauses } = timeScale(spans([0, 300], [9_000, 9_400], [30_000, 30_100]));
    expect(ticks[0]).toEqual({ ms: 0, at: 0 });
    expect(ticks.length).toBeGreaterThan(2);
    for (const { ms } of ticks) expect(pauses.some(({ fromMs, toMs }) => ms > fromMs && ms < toMs)).toBe(false);
    for (const [i, { at }] of ticks.entries()) expect(at - (ticks[i - 1]?.at ?? -1)).toBeGreaterThan(0.12);
  });

  it('never turns back and never leaves the width, whatever happened', () => {
    fc.assert(
      fc.property(anySpans, fc.array(fc.integer({ min: 0, max: 700_000 }), { minLength: 2, maxLength: 20 }), (all, moments) => {
        const { at, ticks, pauses } = timeScale(all);
        const places = moments.toSorted((a, b) => a - b).map(at);
        for (const [i, place] of places.entries()) {
          expect(place).toBeGreaterThanOrEqual(places[i - 1] ?? 0);
          expect(place).toBeLessThanOrEqual(1);
        }
        expect(ticks.length).toBeLessThan(12);
        expect(pauses.reduce((sum, { from, to }) => sum + to - from, 0)).toBeLessThan(1.001);
      }),
    );
  });
});
