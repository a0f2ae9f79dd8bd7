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

describe('work in slices', () => {
  it('ends in what the same work ends in at one go, wherever it is interrupted and whatever else is worked on meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(shelf, shelf, async (events, others) => {
        const whole = fromWebRequest(events, options);
        const pause = vi.fn(async () => void analyze(fromWebRequest(others, options)));
        let left = 3;
        // Others are worked on in the first few pauses; the rest only interrupt.
        const pauses = { isOver: never, sliceMs: 0, pause: async () => (left-- > 0 ? pause() : undefined) };
        const assembled = await inSlices(assembling(events, options), pauses);
        expect(assembled?.result).toEqual(whole);
        left = 3;
        const judged = await inSlices(analyzing(whole, 'default'), pauses);
        expect(judged?.result).toEqual(analyze(whole));
        expect(pause).toHaveBeenCalled();
      }),
      { numRuns: 25 },
    );
  });

  it('pauses where a slice is full, and only there', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    try {
      const places: number[] = [];
      let now = 0;
      const ended = await inSlices(
        counting(9, (n) => {
          now = n;
          vi.advanceTimersByTime(5);
        }),
        { isOver: never, sliceMs: 12, pause: async () => void places.push(now) },
      );
      expect(places).toEqual([3, 6]);
      expect(ended).toEqual({ result: 'done', workedMs: 45 });
    } finally {
      vi.useRealTimers();
    }
  });

  it('does no more after the pause in which it became unwanted', async () => {
    const done: number[] = [];
    const ended = await inSlices(
      counting(9, (n) => done.push(n)),
      { isOver: () => done.length === 4, sliceMs: 0, pause: async () => undefined },
    );
    expect(ended).toBeNull();
    expect(done).toEqual([1, 2, 3, 4]);
  });

  it('lets others have their turn in between', async () => {
    const heard: string[] = [];
    const channel = new MessageChannel();
    channel.port1.onmessage = () => heard.push('somebody else');
    channel.port2.postMessage(null);
    await inSlices(
      counting(3, (n) => heard.push(`${n}`)),
      { isOver: never, sliceMs: 0 },
    );
    channel.port1.close();
    expect(heard.indexOf('somebody else')).toBeLessThan(heard.indexOf('3'));
    expect(heard).toContain('somebody else');
  });
});
