/** Whatever a file holds: it is read or refused, never the end of the program, and no check breaks on it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../lib/analyze.ts';
import type { Capture } from '../../../lib/model/capture.ts';
import type { CaptureEvent } from '../../../lib/model/event.ts';
import { fromHar } from '../../../lib/normalize/from-har.ts';
import { fromWebRequest } from '../../../lib/normalize/from-web-request.ts';
import { harOf } from '../../build/har-file.ts';
import { stories } from '../../build/stories.ts';
import { capture, clockStart, draw, toEvents, toHar } from '../../build/trace.ts';
import { written } from '../../build/written.ts';

function nothingCrashes(taken: Capture): void {
  for (const profile of ['default', 'auditor'] as const)
    for (const flow of analyze(taken, profile).flows) expect(flow.results.filter((r) => r.verdict.kind === 'crashed')).toEqual([]);
}

function survives(value: unknown): void {
  // The way every file comes: through JSON, which is how `__proto__` becomes a name like any other.
  const read = fromHar(JSON.parse(JSON.stringify(value ?? null)));
  if (read.kind === 'read') nothingCrashes(read.capture);
  else expect(read.because).not.toBe('');
}

const inherited = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype'];
const awkward = fc.oneof(
  fc.constantFrom(
    null,
    true,
    -1,
    0,
    1e308,
    '',
    ' ',
    '%',
    '%E0%A4%A',
    '#',
    '?',
    '&&=&',
    'https://',
    'http://[::1',
    'javascript:CANARY',
    '[object Object]',
    '\u0000\ud800',
    '…',
    ...inherited,
  ),
  fc.string({ maxLength: 12, unit: 'binary' }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Names that mean something to the reader, mixed with those every object has. */
const knownNames = [
  'name',
  'value',
  'url',
  'method',
  'headers',
  'cookies',
  'queryString',
  'postData',
  'params',
  'mimeType',
  'text',
  'encoding',
  'size',
  'content',
  'status',
  'statusText',
  'redirectURL',
  'startedDateTime',
  'time',
  'timings',
  'wait',
  'request',
  'response',
  '_error',
  '_initiator',
  '_resourceType',
  'stack',
  'callFrames',
  ...inherited,
];
const loose = fc.letrec<{ value: unknown; object: unknown }>((tie) => ({
  value: fc.oneof({ maxDepth: 4, depthIdentifier: 'loose' }, awkward, tie('object'), fc.array(tie('value'), { maxLength: 4 })),
  object: fc.dictionary(fc.constantFrom(...knownNames), tie('value'), { maxKeys: 6, noNullPrototype: true, depthIdentifier: 'loose' }),
})).value;

type Path = readonly (string | number)[];

/** Every place in a value, so that any of them can be spoiled. */
function placesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([name, inner]) => placesOf(inner, [...path, Array.isArray(value) ? Number(name) : name])),
  ];
}

/** A copy with something else in one place; `undefined` takes it away. */
function replaced(value: unknown, path: Path, other: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return other;
  if (Array.isArray(value)) return value.map((item: unknown, index) => (index === name ? replaced(item, rest, other) : item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, key === name ? replaced(inner, rest, other) : inner]));
}

const spoiledWith = fc.oneof(fc.constant(undefined), awkward, loose);

describe('a file that holds anything', () => {
  it('is read or refused', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 5 }), survives), { numRuns: 300 });
    fc.assert(fc.property(loose, survives), { numRuns: 300 });
  });

  it('is read or refused, entry by entry', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ request: loose, response: loose, startedDateTime: awkward, time: awkward }), { maxLength: 5 }),
        (entries) => survives(harOf(entries)),
      ),
      { numRuns: 400 },
    );
  });

  for (const [name, trace] of Object.entries(stories)) {
    const file = toHar(draw(trace));
    const places = placesOf(file);
    it(`survives spoiled values anywhere: ${name}`, () => {
      fc.assert(
        fc.property(fc.array(fc.tuple(fc.nat({ max: places.length - 1 }), spoiledWith), { minLength: 1, maxLength: 6 }), (changes) => {
          survives(changes.reduce((value, [place, other]) => replaced(value, places[place] ?? [], other), file));
        }),
        { numRuns: 120 },
      );
    });

    it(`survives entries in any order, lost and repeated: ${name}`, () => {
      const entries = draw(trace).length;
      const log = (file as { log: { entries: unknown[] } }).log;
      fc.assert(
        fc.property(fc.array(fc.nat({ max: entries - 1 }), { minLength: 1, maxLength: entries + 4 }), (order) => {
          survives(harOf(order.map((index) => log.entries[index])));
        }),
        { numRuns: 60 },
      );
    });
  }
});

describe('a HAR that Roundtrip wrote', () => {
  it('survives spoiled values anywhere', () => {
    const { capture: taken } = capture(stories['two tabs and a posted answer'] ?? '', 'web-request');
    const { text } = written({ capture: taken, story: null, second: null }, 'har');
    const file: unknown = JSON.parse(text);
    const places = placesOf(file).filter((path) => path.includes('_roundtrip'));
    expect(places.length).toBeGreaterThan(50);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: places.length - 1 }), spoiledWith), { minLength: 1, maxLength: 4 }), (changes) => {
        survives(changes.reduce((value, [place, other]) => replaced(value, places[place] ?? [], other), file));
      }),
      { numRuns: 300 },
    );
  });
});

describe('events that say anything', () => {
  for (const [name, trace] of Object.entries(stories)) {
    const events = toEvents(draw(trace));
    it(`survive being lost and mixed up: ${name}`, () => {
      fc.assert(
        fc.property(fc.array(fc.nat({ max: events.length - 1 }), { maxLength: events.length }), fc.boolean(), (order, live) => {
          const some = order.flatMap((index): CaptureEvent[] => (events[index] ? [events[index]] : []));
          nothingCrashes(fromWebRequest(some, { live, asOf: clockStart + 60_000 }));
        }),
        { numRuns: 80 },
      );
    });

    it(`survive odd addresses and headers: ${name}`, () => {
      fc.assert(
        fc.property(
          fc.array(fc.tuple(fc.nat({ max: events.length - 1 }), fc.string({ maxLength: 20, unit: 'binary' })), { maxLength: 6 }),
          (changes) => {
            const odd = events.map((event, index) => {
              const change = changes.find(([at]) => at === index)?.[1];
              if (change === undefined) return event;
              if ('headers' in event)
                return { ...event, headers: [...event.headers, { name: change, value: change }, { name: 'Cookie', value: change }] };
              return 'url' in event ? { ...event, url: event.url + change } : event;
            });
            nothingCrashes(fromWebRequest(odd, { live: false, asOf: clockStart + 60_000 }));
          },
        ),
        { numRuns: 60 },
      );
    });
  }
});
