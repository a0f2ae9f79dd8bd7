/** Events come late, twice and out of order, and the background may die between any two of them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../lib/analyze.ts';
import { link } from '../../../lib/correlate/link.ts';
import type { CaptureEvent } from '../../../lib/model/event.ts';
import { fromWebRequest } from '../../../lib/normalize/from-web-request.ts';
import { healthy, stories } from '../../build/stories.ts';
import { clockStart, draw, toEvents } from '../../build/trace.ts';

const options = { live: false, asOf: clockStart + 3_600_000 };
const eventsOf = (trace: string) => toEvents(draw(trace));

function outcome(events: Iterable<CaptureEvent>) {
  const capture = fromWebRequest(events, options);
  return { exchanges: capture.exchanges, gaps: capture.gaps, flows: link(capture.exchanges) };
}

/** A clock that only counts so many milliseconds: everything within one tick happens at once. */
function coarse(events: readonly CaptureEvent[], tickMs: number): CaptureEvent[] {
  return events.map((event) => ({ ...event, at: clockStart + Math.floor((event.at - clockStart) / tickMs) * tickMs }));
}

/** Places of all events in some order, some of them more than once. */
function disturbed(count: number): fc.Arbitrary<number[]> {
  const places = Array.from({ length: count }, (_, index) => index);
  return fc.subarray(places, { maxLength: Math.min(12, count) }).chain((twice) => {
    const all = [...places, ...twice];
    return fc.shuffledSubarray(all, { minLength: all.length });
  });
}

function holdsInAnyOrder(events: readonly CaptureEvent[], numRuns: number): void {
  const expected = outcome(events);
  fc.assert(
    fc.property(disturbed(events.length), (places) => {
      expect(outcome(places.flatMap((place) => events[place] ?? []))).toEqual(expected);
    }),
    { numRuns },
  );
}

describe('any order and any repetition of the same events', () => {
  for (const [name, trace] of Object.entries(stories)) {
    const events = eventsOf(trace);
    it(`gives the same exchanges and flows: ${name}`, () => {
      holdsInAnyOrder(events, 60);
    });

    for (const tickMs of [1, 60, 1000])
      it(`gives the same on a clock that counts ${tickMs} ms: ${name}`, () => {
        holdsInAnyOrder(coarse(events, tickMs), 30);
      });
  }

  const itself = 'a redirect that comes back to its own address';

  it('keeps every hop of a redirect to the same address, as long as the clock tells them apart', () => {
    const events = eventsOf(healthy[itself] ?? '');
    const urls = outcome(events).exchanges.map((e) => e.request.url);
    expect(urls).toHaveLength(7);
    for (const tickMs of [1, 60]) expect(outcome(coarse(events, tickMs)).exchanges.map((e) => e.request.url)).toEqual(urls);
  });

  it('leads each hop to the next, although all happen at once', () => {
    for (const [name, trace] of Object.entries(stories)) {
      if (name === itself || name === 'a loop') continue;
      const { exchanges } = outcome(coarse(eventsOf(trace), 1000));
      const byId = new Map(exchanges.map((e) => [e.id, e]));
      for (const exchange of exchanges) {
        const before = exchange.previousHop === null ? undefined : byId.get(exchange.previousHop);
        if (before) expect(before.outcome.kind === 'redirected' && before.outcome.to).toBe(exchange.request.url);
      }
    }
  });
});

const summary = (events: Iterable<CaptureEvent>) =>
  analyze(fromWebRequest(events, options)).flows.map(({ flow, outcome: end, headline, findings }) => ({
    flow: flow.id,
    end,
    headline,
    findings: findings.map((f) => `${f.id} ${f.severity} ${f.role}`),
  }));

describe('a background that dies and comes back', () => {
  for (const [name, trace] of Object.entries(stories))
    it(`says the same after every possible death when nothing was lost: ${name}`, () => {
      const events = eventsOf(trace);
      const expected = summary(events);
      for (let cut = 0; cut <= events.length; cut++) {
        // What an earlier life stored comes back from storage, after what the new life heard first.
        const stored: CaptureEvent[] = JSON.parse(JSON.stringify(events.slice(0, cut)));
        expect(summary([...events.slice(cut), ...stored])).toEqual(expected);
      }
    });
});

/** Facts about the network and the browser stand by themselves: they need nothing that came before. */
const facts: ReadonlySet<string> = new Set(['network-failure', 'extension-interference']);

/** What is still true when the text of an error page was missed: that there was one. */
const weaker: Readonly<Record<string, readonly string[]>> = { 'a refused address': ['authz-http-error', 'redirect-uri-rejected'] };

function errorsOf(events: Iterable<CaptureEvent>): string[] {
  return analyze(fromWebRequest(events, options))
    .flows.flatMap((flow) => flow.findings)
    .filter((f) => f.severity === 'error' && !facts.has(f.check))
    .map((f) => f.check);
}

describe('a background that was deaf for a while', () => {
  for (const [name, trace] of Object.entries(stories))
    it(`accuses nobody it would not accuse otherwise: ${name}`, () => {
      const events = eventsOf(trace);
      const allowed = new Set([...errorsOf(events), ...(weaker[name] ?? [])]);
      const wrong = new Map<string, string>();
      for (let from = 1; from < events.length; from++)
        for (let to = from + 1; to <= events.length; to++) {
          const lost = events.slice(from, to);
          // Whoever wakes up while a login runs knows that something was missed.
          const gap: CaptureEvent = { kind: 'gap', at: lost.at(-1)?.at ?? 0, why: 'worker-restarted' };
          for (const error of errorsOf([...events.slice(0, from), gap, ...events.slice(to)]))
            if (!allowed.has(error) && !wrong.has(error)) wrong.set(error, `without ${from} to ${to - 1}: ${lost.map(short).join(' | ')}`);
        }
      expect(Object.fromEntries(wrong)).toEqual({});
    });
});

describe('a recording of a part', () => {
  const accusesNobodyElse = (
    trace: string,
    also: readonly string[],
    part: (events: readonly CaptureEvent[], cut: number) => CaptureEvent[],
  ) => {
    const events = eventsOf(trace);
    const allowed = new Set([...errorsOf(events), ...also]);
    const wrong = new Map<string, string>();
    for (let cut = 1; cut < events.length; cut++)
      for (const error of errorsOf(part(events, cut)))
        if (!allowed.has(error) && !wrong.has(error)) wrong.set(error, `cut at ${cut}: ${short(events[cut - 1])} | ${short(events[cut])}`);
    expect(Object.fromEntries(wrong)).toEqual({});
  };
  for (const [name, trace] of Object.entries(stories)) {
    it(`accuses nobody else when it began late: ${name}`, () => {
      accusesNobodyElse(trace, weaker[name] ?? [], (events, cut) => [...events.slice(0, 1), ...events.slice(cut)]);
    });

    it(`accuses nobody else when it ended early: ${name}`, () => {
      accusesNobodyElse(trace, weaker[name] ?? [], (events, cut) => events.slice(0, cut));
    });
  }
});

const short = (event: CaptureEvent | undefined) => `${event?.kind} ${event && 'url' in event ? event.url.slice(0, 60) : ''}`;
