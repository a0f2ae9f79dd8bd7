/** Secrets planted in every place of a file, in every encoding: none may be in what is written. */
import { describe, expect, it } from 'vitest';
import { redactRecording } from '../../../lib/redact/file/capture.ts';
import { redactHar } from '../../../lib/redact/file/har.ts';
import { entry, harOf, header } from '../../build/har-file.ts';
import { written as exported } from '../../build/written.ts';
import { liveCapture } from './corpus/live.ts';
import { nameplaces, type PutIn, places, planted } from './corpus/places.ts';
import { type Planted, survivors } from './corpus/search.ts';
import { encodings, letters, plainShapes, wordShapes } from './corpus/secrets.ts';

/** Each place takes a turn with each shape of secret. */
const turns = 3;

function leftOver(
  encode: (secret: string) => string,
  at: Readonly<Record<string, PutIn>>,
  shapes: readonly ((n: number) => string)[],
): string[] {
  const all: Planted[] = [];
  const entries: unknown[] = [];
  for (let turn = 0; turn < turns; turn++)
    Object.entries(at).forEach(([where, put], index) => {
      const n = turn * 1_000 + index;
      const secret = shapes[(index + turn * 4) % shapes.length]?.(n) ?? '';
      const written = encode(secret);
      all.push({ secret, written, where });
      entries.push(planted(put, written));
    });
  const title = `CANARYtitle${encode('hunter2kestrel')}`;
  const program = { name: title, version: title };
  const har = harOf(entries, {
    pages: [{ id: title, title, startedDateTime: title, comment: title }],
    comment: title,
    creator: program,
    browser: program,
  });
  const { text, leaks } = redactHar(har);
  expect(leaks).toBe(0);
  expect(text).not.toContain('CANARY');
  return survivors(text, all);
}

describe('a HAR with secrets in every place', () => {
  it.each(Object.entries(encodings))('gives none away: %s', (_, encode) => {
    expect(leftOver(encode, places, [...plainShapes, ...wordShapes])).toEqual([]);
    expect(leftOver(encode, nameplaces, plainShapes)).toEqual([]);
  });
});

describe('numbers that are too short to be searched for', () => {
  it.each([
    [
      'a form',
      {
        request: {
          method: 'POST',
          postData: { mimeType: 'application/x-www-form-urlencoded', text: 'user=anna&pin=4711&otp=815234&amount=99' },
        },
      },
    ],
    [
      'JSON',
      { response: { content: { mimeType: 'application/json', size: 9, text: '{"code":815234,"pin":"4711","deep":{"tan":4711}}' } } },
    ],
    ['an address', { url: 'https://app.example/u/4711?pin=4711&code=815234#otp=815234' }],
    ['a cookie', { request: { headers: [header('Cookie', 'pin=4711; otp=815234')] } }],
  ])('are hidden all the same: %s', (_, parts) => {
    // A stand-in may come out as the other number, once in ten thousand times.
    const hits = [1, 2, 3].map(() => /\b(?:4711|815234)\b/.test(redactHar(harOf([entry(parts)])).text));
    expect(hits).toContain(false);
  });
});

describe('a live capture with secrets in every place', () => {
  it.each(Object.entries(encodings))('gives none away: %s', (_, encode) => {
    const shapes = [...plainShapes, ...wordShapes];
    for (let turn = 0; turn < turns; turn++) {
      const { capture, written } = liveCapture((n) => shapes[(n + turn * 4) % shapes.length]?.(n + turn * 500) ?? '', encode);
      expect(capture.exchanges.length).toBeGreaterThanOrEqual(6);
      for (const format of ['capture', 'har', 'markdown', 'html'] as const) {
        const { text, leaks } = exported({ capture, story: null, second: null }, format);
        expect(leaks).toBe(0);
        expect(survivors(text, written), format).toEqual([]);
      }
    }
  });

  it('hides in the story what the capture hides, and what nobody would write down as a word', () => {
    const { capture, written } = liveCapture(
      (n) => `kestrel${letters(n)}`,
      (secret) => secret,
    );
    const password = written.find(({ where }) => where === 'value')?.secret ?? '';
    const story = {
      site: 'https://app.example/users/anna',
      goal: `open the page of ${password}`,
      did: `Typed ${password.toUpperCase()}, my PIN: 4711, called +49 170 1234567 and wrote to anna@mail.example; my password is hunterkestrel.`,
      saw: 'AADSTS50011 and HTTP 404 at 10:30 on https://app.example/u/anna?t=CANARY1',
    };
    const { recording } = redactRecording({ capture, story, second: null });
    const said = JSON.stringify(recording.story).toLowerCase();
    for (const secret of [password, '4711', '170 1234567', '1234567', 'anna@mail', 'hunterkestrel', '/anna', 'canary'])
      expect(said).not.toContain(secret);
    expect(recording.story?.saw).toContain('AADSTS50011 and HTTP 404 at 10:30 on https://app.example/u/');
    expect(recording.story?.did).toContain('my password is ');
  });
});
