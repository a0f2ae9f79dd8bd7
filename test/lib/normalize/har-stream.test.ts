/** A HAR read in pieces says what it says read as a whole, however it is cut and whatever stands in it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assetChars, largestBodyChars } from '../../../lib/normalize/har/body.ts';
import { readHarStream } from '../../../lib/normalize/har/stream.ts';
import { openFile, openJson } from '../../../lib/transfer/open-file.ts';
import { entry, harOf } from '../../build/har-file.ts';

async function* cut(bytes: Uint8Array, sizes: readonly number[]): AsyncIterable<Uint8Array> {
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const size = Math.max(1, sizes[i % sizes.length] ?? 1);
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** All that a reader gets to know, in the order of the file. */
const said = (json: unknown) => {
  const { json: _, ...file } = { json: null, ...openJson(json) };
  return JSON.stringify(file);
};

async function bothWays(text: string | Uint8Array, sizes: readonly number[]) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const whole = parsed(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  const pieces = await readHarStream(cut(bytes, sizes));
  return { whole, pieces };
}

/** Long enough to be taken out, with what JSON may write in more than one way. */
const longText = fc
  .tuple(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(0, 990, 1_010, 6_000, 13_000, 20_000),
    fc.constantFrom('a', 'é', '"', '\\', '𝕏', '\ud800', '\u0001', '{"a":1}', ']}'),
  )
  .map(([begin, length, unit]) => begin + unit.repeat(length / unit.length));

/** The same string, some of its characters written as escapes. */
const written = (text: fc.Arbitrary<string>) =>
  fc.tuple(text, fc.integer({ min: 1, max: 40 })).map(([value, every]) => {
    let at = 0;
    return JSON.stringify(value).replace(/[a-z]/g, (letter, index: number, all: string) =>
      all[index - 1] !== '\\' && !/\\u[0-9a-f]{0,3}$/.test(all.slice(Math.max(0, index - 5), index)) && ++at % every === 0
        ? `\\u00${letter.charCodeAt(0).toString(16)}`
        : letter,
    );
  });

const blank = fc.constantFrom('', '', ' ', '\n', '\t \r\n');
const list = (items: readonly string[], space: string) => `[${space}${items.join(`${space},${space}`)}${space}]`;
const object = (members: readonly (readonly [name: string, value: string])[], space: string) =>
  `{${space}${members.map(([name, value]) => `${name}${space}:${space}${value}`).join(`,${space}`)}${space}}`;

const names = written(
  fc.constantFrom(
    'log',
    'entries',
    'response',
    'content',
    'text',
    'mimeType',
    'status',
    '__proto__',
    'constructor',
    'toString',
    'request',
    '',
  ),
);
const anything = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom('null', 'true', '1', '-0.5e3', '""', '{}', '[]', '200'),
    written(fc.string({ maxLength: 12 })),
    fc.tuple(fc.array(tie('value'), { maxLength: 3 }), blank).map(([items, space]) => list(items, space)),
    fc.tuple(fc.array(fc.tuple(names, tie('value')), { maxLength: 4 }), blank).map(([members, space]) => object(members, space)),
  ),
})).value;

/** Members that a HAR has, in any order, some of them twice, some missing, some with anything in them. */
const holding = (members: Readonly<Record<string, fc.Arbitrary<string>>>) =>
  fc
    .tuple(
      fc.shuffledSubarray(
        Object.keys(members).flatMap((name) => [name, name, name]),
        { minLength: 1 },
      ),
      fc.boolean(),
      fc.array(fc.tuple(names, anything), { maxLength: 1 }),
      blank,
    )
    .chain(([order, once, more, space]) =>
      fc
        .tuple(...(once ? [...new Set(order)] : order).map((name) => fc.tuple(written(fc.constant(name)), members[name] ?? anything)))
        .map((all) => object([...all, ...more], space)),
    );

const mostly = (usual: fc.Arbitrary<string>) => fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: anything });
const quoted = (...words: string[]) => fc.constantFrom(...words).map((word) => JSON.stringify(word));
const headers = fc.constantFrom('[]', '[{"name":"Content-Type","value":"text/html"}]', '[{"name":"Set-Cookie","value":"a=CANARY"}]');
const content = holding({
  mimeType: mostly(quoted('text/html', 'image/png', 'application/javascript', 'text/css', 'application/json', '')),
  text: mostly(written(longText)),
  encoding: quoted('base64', '', 'BASE64'),
  size: quoted('1'),
});
const response = holding({
  status: fc.constantFrom('200', '"200"', '302', '500', '0'),
  content: mostly(content),
  headers: mostly(headers),
});
const request = holding({
  url: mostly(quoted('https://app.example/', 'x', 'https://idp.example/#a')),
  method: quoted('GET', 'POST'),
  headers: mostly(headers),
});
const anEntry = fc.oneof(
  {
    weight: 6,
    arbitrary: holding({ request: mostly(request), response: mostly(response), startedDateTime: quoted('2026-01-01T00:00:00.000Z', '') }),
  },
  { weight: 1, arbitrary: anything },
);
const log = holding({
  entries: mostly(fc.tuple(fc.array(anEntry, { maxLength: 4 }), blank).map(([items, space]) => list(items, space))),
  creator: fc.constant('{"name":"WebInspector","version":"537.36"}'),
});
const file = fc
  .tuple(holding({ log: mostly(log), format: quoted('roundtrip.capture', '') }), blank)
  .map(([text, space]) => space + text + space);
const sizes = fc.array(fc.oneof(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 5_000 })), { minLength: 1, maxLength: 8 });

describe('a HAR read in pieces', () => {
  it('is what it is read as a whole', async () => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(file, sizes, async (text, pieces) => {
        const both = await bothWays(text, pieces);
        if (both.pieces === null) {
          // Nothing but what has no list of entries is left to be read as a whole.
          const found = both.whole as { log?: { entries?: unknown } } | undefined;
          expect(Array.isArray(Object.hasOwn(found ?? {}, 'log') ? found?.log?.entries : null)).toBe(false);
          return;
        }
        read++;
        expect(said(both.pieces)).toBe(said(both.whole));
      }),
      { numRuns: 800 },
    );
    expect(read).toBeGreaterThan(150);
  });

  it('is not read where it is no JSON as a whole', async () => {
    let broken = 0;
    const damage = fc.tuple(
      fc.nat(),
      fc.nat({ max: 3 }),
      fc.constantFrom('', '"', '\\', ',', '}', ']', '{', '[', ':', '\n', '\u0000', '\\u12', 'x'),
    );
    await fc.assert(
      fc.asyncProperty(file, damage, sizes, async (text, [at, out, into], pieces) => {
        const place = at % (text.length + 1);
        const both = await bothWays(text.slice(0, place) + into + text.slice(place + out), pieces);
        if (both.whole === undefined) {
          broken++;
          expect(both.pieces).toBeNull();
        } else if (both.pieces !== null) expect(said(both.pieces)).toBe(said(both.whole));
      }),
      { numRuns: 300 },
    );
    expect(broken).toBeGreaterThan(150);
  });

  it('may hold bytes that are no UTF-8', async () => {
    await fc.assert(
      fc.asyncProperty(
        file,
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0x80, max: 0xff })), { maxLength: 12 }),
        sizes,
        async (text, wrong, pieces) => {
          const bytes = new TextEncoder().encode(text);
          for (const [at, byte] of wrong) bytes[at % bytes.length] = byte;
          const both = await bothWays(bytes, pieces);
          if (both.whole === undefined) expect(both.pieces).toBeNull();
          else if (both.pieces !== null) expect(said(both.pieces)).toBe(said(both.whole));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keeps its place in whatever it is nested', async () => {
    const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
    const text = `{"log":{"pages":${deep},"entries":[{"x":${deep},"request":{"url":"https://app.example/"}}]}}`;
    const both = await bothWays(text, [777]);
    expect(said(both.pieces)).toBe(said(both.whole));
  });
});

describe('a text that nothing is read from', () => {
  const one = (text: string, mimeType: string, more = {}) =>
    JSON.stringify(harOf([entry({ response: { content: { mimeType, text, size: text.length }, ...more } })]));
  const bodyIn = (json: unknown) => {
    const file = openJson(json);
    const outcome = file.kind === 'read' ? file.recording.capture.exchanges[0]?.outcome : null;
    return outcome?.kind === 'answered' ? outcome.body : null;
  };
  const textIn = (json: unknown) =>
    (json as { log: { entries: { response: { content: { text: string } } }[] } }).log.entries[0]?.response.content.text;

  it('is not kept: pictures none of it, programs their beginning', async () => {
    expect(textIn((await bothWays(one('A'.repeat(50_000), 'image/png'), [999])).pieces)).toHaveLength(1);
    const program = await bothWays(one('(function(){})'.repeat(9_000), 'application/javascript'), [999]);
    expect(textIn(program.pieces)).toHaveLength(assetChars + 1);
    expect(bodyIn(program.pieces)).toMatchObject({
      seen: true,
      value: { kind: 'text', text: '(function(){})'.repeat(9_000).slice(0, assetChars) },
    });
    expect(bodyIn(program.whole)).toEqual(bodyIn(program.pieces));
  });

  it.each(['{"access_token":"CANARY"', '<!doctype html>', '\n [1', 'access_token=CANARY&'])(
    'is kept whole where it may be a message: %s',
    async (begin) => {
      const text = begin + 'x'.repeat(9_000);
      expect(bodyIn((await bothWays(one(text, 'text/javascript'), [999])).pieces)).toMatchObject({ value: { text } });
    },
  );

  it('is kept whole where it is an error, a page or an object', async () => {
    const text = 'x'.repeat(9_000);
    expect(bodyIn((await bothWays(one(text, 'text/css', { status: 500 }), [999])).pieces)).toMatchObject({ value: { text } });
    expect(bodyIn((await bothWays(one(text, 'text/html'), [999])).pieces)).toMatchObject({ value: { text } });
    expect(bodyIn((await bothWays(one(text, 'application/json'), [999])).pieces)).toMatchObject({ value: { text } });
  });

  it('is never held where it is larger than anybody reads', async () => {
    for (const [mime, length, says] of [
      ['text/html', 13_000_000, { seen: false, why: 'body-too-large' }],
      ['text/html', largestBodyChars + 1, { seen: false, why: 'body-too-large' }],
      ['text/css', largestBodyChars + 1, { seen: false, why: 'body-too-large' }],
      ['image/png', 13_000_000, { seen: true, value: { kind: 'empty' } }],
    ] as const) {
      const both = await bothWays(one('x'.repeat(length), mime), [1_000_000]);
      expect(bodyIn(both.pieces)).toEqual(says);
      expect(bodyIn(both.whole)).toEqual(says);
    }
  });
});

describe('anything that is no HAR', () => {
  it.each([
    '',
    ' ',
    'https://app.example/',
    '[]',
    '{}',
    '{"log":{}}',
    '{"log":{"entries":{}}}',
    '{"log":[{"entries":[{}]}]}',
    '{"requests":[]}',
    '{"entries":[{}]}',
    'version https://git-lfs.github.com/spec/v1',
  ])('is left to be read as a whole: %s', async (text) => {
    expect((await bothWays(text, [3])).pieces).toBeNull();
    expect(openFile(text).kind).toBe('unreadable');
  });
});
