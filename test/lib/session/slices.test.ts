import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { analyze, analyzing } from '../../../lib/analyze.ts';
import type { Sliced } from '../../../lib/model/sliced.ts';
import { assembling, fromWebRequest } from '../../../lib/normalize/from-web-request.ts';
import { inSlices } from '../../../lib/session/slices.ts';
import { stories } from '../../build/stories.ts';
import { clockStart, draw, toEvents } from '../../build/trace.ts';

const options = { live: true, asOf: clockStart + 3_600_000 };

/** All of them happened in one browser, one after the other. */
const shelf = fc
  .shuffledSubarray(Object.values(stories), { minLength: 1, maxLength: 6 })
  .map((traces) =>
    traces.flatMap((trace, place) =>
      toEvents(draw(trace)).map((event) => ({
        ...event,
        at: event.at + place * 60_000,
        ...('request' in event ? { request: `${place}${event.request}` } : {}),
      })),
    ),
  )
  .chain((events) => fc.shuffledSubarray(events, { minLength: Math.ceil(events.length / 2) }));

function* counting(to: number, at: (n: number) => void): Sliced<string> {
  for (let n = 1; n <= to; n++) {
    yield;
    at(n);
  }
  return 'done';
}

const never = () => false;
const now = () => 0;

describe('work in slices', () => {
  it('ends in what the same work ends in at one go, wherever it is interrupted and whatever else is worked on meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(shelf, shelf, async (events, others) => {
        const whole = fromWebRequest(events, options);
        const pause = vi.fn(async () => void analyze(fromWebRequest(others, options)));
        let left = 3;
        // Others are worked on in the first few pauses; the rest only interrupt.
        const turns = { now, pause: async () => (left-- > 0 ? pause() : undefined) };
        const assembled = await inSlices(assembling(events, options), never, turns, 0);
        expect(assembled?.result).toEqual(whole);
        left = 3;
        const judged = await inSlices(analyzing(whole, 'default'), never, turns, 0);
        expect(judged?.result).toEqual(analyze(whole));
        expect(pause).toHaveBeenCalled();
      }),
      { numRuns: 25 },
    );
  });

  it('pauses where a slice is full, and only there', async () => {
    const places: number[] = [];
    let clock = 0;
    const work = counting(9, () => {
      clock += 5;
    });
    const pause = async () => void places.push(clock);
    const ended = await inSlices(work, never, { now: () => clock, pause }, 12);
    expect(places).toEqual([15, 30]);
    expect(ended).toEqual({ result: 'done', workedMs: 45 });
  });

  it('does no more after the pause in which it became unwanted', async () => {
    const done: number[] = [];
    const work = counting(9, (n) => done.push(n));
    const ended = await inSlices(work, () => done.length === 4, { now, pause: async () => undefined }, 0);
    expect(ended).toBeNull();
    expect(done).toEqual([1, 2, 3, 4]);
  });
});
