import { describe, expect, it } from 'vitest';
import type { Capture } from '../../../lib/model/capture.ts';
import { fromCaptureFile } from '../../../lib/normalize/from-capture-file.ts';
import { prepare } from '../../../lib/transfer/leave.ts';
import { stories } from '../../build/stories.ts';
import { capture } from '../../build/trace.ts';
import { verdict } from '../../build/verdict.ts';

function written(taken: Capture): string {
  const prepared = prepare({ capture: taken, story: null, second: null }, 'capture', options);
  if (prepared.kind !== 'ready') throw new Error(`${prepared.leaks} leaks`);
  return prepared.text;
}

const options = { version: '0.1.0', createdAt: new Date(0) };

function reopened(text: string): Capture {
  const read = fromCaptureFile(JSON.parse(text));
  if (read.kind !== 'read') throw new Error(JSON.stringify(read));
  return read.recording.capture;
}

describe('a capture file', () => {
  for (const [name, trace] of Object.entries(stories))
    for (const source of ['web-request', 'har'] as const)
      it(`opens with the findings it was saved with, and holds no secret: ${name} (${source})`, () => {
        const taken = capture(trace, source).capture;
        const text = written(taken);
        expect(text).not.toContain('CANARY');
        expect(verdict(reopened(text))).toEqual(verdict(taken));
        expect(reopened(text).skipped).toEqual([]);
      });

  it('may be written when an address holds the time of a request', () => {
    const trace = `
    GET https://app.example/login?_=1767225600000
    → 302 https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=CANARY-state-1`;
    expect(written(capture(trace, 'web-request').capture)).toContain('roundtrip.capture');
  });

  it('says what it is', () => {
    const [trace = ''] = Object.values(stories);
    const file = JSON.parse(written(capture(trace, 'web-request').capture)) as Record<string, unknown>;
    expect(file).toMatchObject({
      format: 'roundtrip.capture',
      version: 1,
      createdAt: '1970-01-01T00:00:00.000Z',
      tool: { name: 'roundtrip', version: '0.1.0' },
      redaction: 'share-safe',
      analysis: { schema: 'roundtrip.report/1' },
    });
  });
});

describe('where a capture came from', () => {
  const [trace = ''] = Object.values(stories);
  const file = () => JSON.parse(written(capture(trace, 'web-request').capture)) as { source: Record<string, unknown> };

  it('is read back; older files name the browser as their creator', () => {
    expect(reopened(JSON.stringify(file())).source.product).toEqual({ name: 'Chrome', version: '1' });
    const { product, ...older } = file().source;
    expect(product).toBeDefined();
    expect(reopened(JSON.stringify({ ...file(), source: older })).source.product).toEqual({ name: 'Chrome', version: '1' });
    for (const odd of [{ name: 'CANARY', version: '1' }, { name: 7 }, {}])
      expect(reopened(JSON.stringify({ ...file(), source: { ...older, product: odd } })).source.product).toBeNull();
  });

  it('names the system only where that is what stands there', () => {
    const whole = capture(trace, 'web-request').capture;
    const platformOf = (platform: string) => reopened(written({ ...whole, machine: { ...whole.machine, platform } })).machine.platform;
    for (const name of ['mac 14.5.0 arm64', 'Windows NT 10.0; Win64; x64', 'linux x86-64']) expect(platformOf(name)).toBe(name);
    for (const name of ['a1B2c3D4e5F6g7H8', 'CANARY@mail.example', '<b>']) expect(platformOf(name)).toBeNull();
  });
});

describe('a file that claims to be a capture', () => {
  const head = { format: 'roundtrip.capture', version: 1 };

  it.each([
    [{ format: 'roundtrip.capture' }, /version/],
    [{ ...head, version: 99, exchanges: [] }, /update/],
    [{ ...head }, /exchanges/],
  ])('%j can not be opened, and it is said why', (file, because) => {
    const read = fromCaptureFile(file);
    expect(read).toMatchObject({ kind: 'unreadable', because: expect.stringMatching(because) });
  });

  it.each([[null], ['text'], [[]], [{ log: { entries: [] } }]])('%j is something else', (file) =>
    expect(fromCaptureFile(file)).toEqual({ kind: 'other' }),
  );

  it('loses the entries that are none, and nothing else', () => {
    const [trace = ''] = Object.values(stories);
    const file = JSON.parse(written(capture(trace, 'web-request').capture)) as { exchanges: unknown[] };
    const whole = file.exchanges.length;
    const hostile = [
      null,
      7,
      { id: '__proto__' },
      { id: 'x1.0', request: {} },
      { id: 'x1.0', startedAt: 'now', request: { url: 'https://a.example/' } },
      {
        id: 'x1.0',
        startedAt: 1,
        request: { url: 'https://a.example/', headers: { fields: Array(100_000).fill({ name: 'a', value: 'b' }) } },
        outcome: { kind: 'exploded' },
      },
    ];
    const read = reopened(JSON.stringify({ ...file, exchanges: [...hostile, ...file.exchanges] }));
    expect(read.exchanges).toHaveLength(whole);
    expect(read.skipped).toHaveLength(hostile.length);
  });
});
