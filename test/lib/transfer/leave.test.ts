import { describe, expect, it } from 'vitest';
import type { Product, ProductName } from '../../../lib/model/capture.ts';
import { fromCaptureFile } from '../../../lib/normalize/from-capture-file.ts';
import { fileName, type LeavingFormat, prepare } from '../../../lib/transfer/leave.ts';
import { leavesOf } from '../../../lib/transfer/leaves.ts';
import { hostileTexts, planted, recorded, telling } from '../../build/hostile.ts';
import { stories } from '../../build/stories.ts';
import { clockStart } from '../../build/trace.ts';

const formats: readonly LeavingFormat[] = ['capture', 'markdown', 'html', 'svg'];
const options = { version: '0.1.0', createdAt: new Date(Date.UTC(2026, 2, 1, 10, 0, 7)) };
const mail = 'CANARY.person@mail.example';

/** The one text of a capture that is taken from a closed list, and so is not redacted: as if some reader had let another one in. */
const named = (name: string): Product => ({ name: name as ProductName, version: null });

describe('what leaves', () => {
  for (const [name, trace] of Object.entries(stories))
    it(`holds no secret, in any format: ${name}`, () => {
      for (const source of ['web-request', 'har'] as const)
        for (const format of formats) {
          const recording = recorded(trace, source);
          const story = { site: 'https://app.example/?t=CANARY', goal: null, did: `I am ${mail} and typed CANARY-state-1-abcdef`, saw: '' };
          const prepared = prepare({ ...recording, story }, format, options);
          if (prepared.kind !== 'ready') throw new Error(`${prepared.leaks} leaks`);
          expect(prepared.text).not.toContain('CANARY');
          expect(prepared.fileName).toMatch(/^login-[a-z0-9.-]+-2026-03-01-100007\.(?:roundtrip\.json|md|html|svg)$/);
        }
    });

  it('says the same of both attempts that have the same values', () => {
    const prepared = prepare(recorded(stories['a changed state'] ?? ''), 'capture', options);
    const read = fromCaptureFile(JSON.parse(prepared.kind === 'ready' ? prepared.text : '{}'));
    if (read.kind !== 'read') throw new Error('not read');
    const { capture, second, story } = read.recording;
    expect(second?.how).toBe('private-window');
    expect(second?.capture.exchanges).toEqual(capture.exchanges);
    expect(story?.did).toBe('I pressed the button.\nTwice.');
    expect(capture.source.product).toEqual({ name: 'Chrome', version: '1' });
    expect(capture.machine).toEqual({ platform: 'linux x86-64', zoneOffsetMinutes: 60 });
  });

  it('stays, when a value that was replaced stands somewhere all the same', () => {
    const { capture, ...others } = recorded(stories['a server-side app'] ?? '');
    for (const where of ['CANARY-state-1-abcdef', encodeURIComponent('CANARY-state-1-abcdef'), btoa('xCANARY-state-1-abcdef')]) {
      const recording = { ...others, capture: { ...capture, source: { ...capture.source, product: named(`a recorder ${where}`) } } };
      for (const format of formats) expect(prepare(recording, format, options), format).toMatchObject({ kind: 'refused', leaks: 1 });
    }
  });

  it('leaves all the same when a page put the time into an address: the file says itself when a request was sent', () => {
    const trace = `GET https://app.example/x.js?_=${clockStart}\n→ 200\n${stories['a changed state']}`;
    for (const source of ['web-request', 'har'] as const)
      for (const format of formats) expect(prepare(recorded(trace, source), format, options).kind).toBe('ready');
  });

  it('is searched before a format’s own marks could hide a value', () => {
    const { capture, ...others } = recorded(
      (stories['a server-side app'] ?? '').replaceAll('CANARY-state-1-abcdef', 'CANARY\u200bstate\u202e1-abcdef'),
    );
    const recording = {
      ...others,
      capture: { ...capture, source: { ...capture.source, product: named('a recorder CANARY\u200bstate\u202e1-abcdef') } },
    };
    for (const format of formats) expect(prepare(recording, format, options), format).toMatchObject({ kind: 'refused' });
  });

  it.each(Object.entries(hostileTexts))('can be written whatever a capture holds: %s', (_, text) => {
    for (const trace of telling) {
      const recording = planted(recorded(trace), text);
      for (const format of formats) {
        const prepared = prepare(recording, format, options);
        if (prepared.kind === 'ready') expect(prepared.fileName).toMatch(/^[a-z0-9.-]{1,80}$/);
      }
    }
  });
});

describe('the name of a file', () => {
  const at = options.createdAt;
  it.each([
    ['shop.example', 'login-shop.example-2026-03-01-100007.md'],
    [null, 'login-2026-03-01-100007.md'],
    ['LOCALHOST', 'login-localhost-2026-03-01-100007.md'],
    ['[::1]', 'login-1-2026-03-01-100007.md'],
    ['../../etc/passwd', 'login-etc-passwd-2026-03-01-100007.md'],
    ['con', 'login-con-2026-03-01-100007.md'],
    ['bücher.example', 'login-b-cher.example-2026-03-01-100007.md'],
    ['..', 'login-2026-03-01-100007.md'],
  ])('%s', (host, name) => expect(fileName(host, at, 'md')).toBe(name));

  it('is never longer than 80 characters, and ends as it should', () => {
    for (let length = 1; length < 260; length++) {
      const name = fileName('a.-'.repeat(length), at, 'roundtrip.json');
      expect(name).toMatch(/^[a-z0-9][a-z0-9.-]{1,79}$/);
      expect(name).toMatch(/-2026-03-01-100007\.roundtrip\.json$/);
      expect(name).not.toMatch(/\.\.|[.-]{2}/);
    }
  });
});

describe('the preview', () => {
  it('counts what stays, over both attempts', () => {
    const recording = recorded(stories['a server-side app'] ?? '');
    expect(leavesOf({ ...recording, second: null })).toEqual({
      requests: 6,
      hosts: ['app.example', 'idp.example'],
      cookieNames: 3,
      pagesLeftOut: 0,
      story: true,
      machine: 'Chrome 1, linux x86-64, UTC+01:00',
    });
    expect(leavesOf(recorded(stories['a lost cookie'] ?? '')).requests).toBe(6);
    expect(leavesOf({ ...recording, story: { site: null, goal: null, did: '', saw: '' }, second: null }).story).toBe(false);
  });

  it('says how many pages were left out', () => {
    expect(leavesOf({ ...recorded(stories['a refused address'] ?? ''), second: null }).pagesLeftOut).toBe(1);
  });

  it('counts what was replaced by what it was', () => {
    const { hidden } = prepare({ ...recorded(stories['a server-side app'] ?? ''), second: null }, 'capture', options);
    expect(hidden).toMatchObject({ 'one-time': 3, cookie: 3, person: 1, credential: 0 });
  });
});
