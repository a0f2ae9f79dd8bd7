import type { Har } from 'har-format';
import { describe, expect, it } from 'vitest';
import type { Capture } from '../../../lib/model/capture.ts';
import type { Exchange } from '../../../lib/model/exchange.ts';
import { fromCaptureFile } from '../../../lib/normalize/from-capture-file.ts';
import { fromHar } from '../../../lib/normalize/from-har.ts';
import { redactHar } from '../../../lib/redact/file/har.ts';
import { harProblems } from '../../build/har-schema.ts';
import { stories } from '../../build/stories.ts';
import { capture } from '../../build/trace.ts';
import { verdict } from '../../build/verdict.ts';
import { written as writeAs } from '../../build/written.ts';

const alone = (taken: Capture) => ({ capture: taken, story: null, second: null });
const written = (taken: Capture) => writeAs(alone(taken), 'har').text;

function reopened(text: string) {
  const read = fromHar(JSON.parse(text));
  if (read.kind !== 'read') throw new Error(read.because);
  return read;
}

interface OpenEntry extends Record<string, unknown> {
  _roundtrip?: unknown;
  request: { headers: { name: string; value: string }[] };
  response: { headers: { name: string; value: string }[] };
}
interface OpenLog extends Record<string, unknown> {
  entries: OpenEntry[];
}

/** The file after somebody worked on it. */
function edited(text: string, change: (log: OpenLog) => void): string {
  const file = JSON.parse(text) as { log: OpenLog };
  change(file.log);
  return JSON.stringify(file);
}

const withoutOwn = (text: string) =>
  edited(text, (log) => {
    delete log['_roundtrip'];
    for (const entry of log.entries) delete entry._roundtrip;
  });

const anyStory = Object.values(stories)[0] ?? '';

describe('a HAR of a capture', () => {
  for (const [name, trace] of Object.entries(stories))
    for (const source of ['web-request', 'har'] as const) {
      const taken = capture(trace, source).capture;

      it(`is a HAR with the same findings and no secret: ${name} (${source})`, () => {
        const { text, leaks } = writeAs(alone(taken), 'har');
        expect(leaks).toBe(0);
        expect(text).not.toContain('CANARY');
        expect(harProblems(JSON.parse(text))).toEqual([]);
        const read = reopened(text);
        expect(read.own).toBe(true);
        expect(verdict(read.capture)).toEqual(verdict(taken));
        expect(read.capture.skipped).toEqual([]);
      });

      it(`holds what the capture file holds: ${name} (${source})`, () => {
        const file = fromCaptureFile(JSON.parse(writeAs(alone(taken), 'capture').text));
        if (file.kind !== 'read') throw new Error(JSON.stringify(file));
        const once = file.recording.capture;
        const { capture: twice } = reopened(written(once));
        // Values are replaced once more; everything else is the same, field by field.
        expect(shape({ ...twice, source: once.source })).toEqual(shape(once));
      });

      it(`can be redacted again: ${name} (${source})`, () => {
        const read = reopened(written(taken));
        const again = writeAs(alone(read.capture), 'har');
        expect(again.leaks).toBe(0);
        expect(verdict(reopened(again.text).capture)).toEqual(verdict(taken));
      });

      it(`accuses nobody of more when a program drops what is ours: ${name} (${source})`, () => {
        // What the message adds (which of the facts could not be seen) may differ.
        const errors = (one: Capture) =>
          verdict(one).flatMap((flow) =>
            flow.findings.filter((finding) => finding.startsWith('error')).map((finding) => finding.split('/')[0]),
          );
        for (const text of [withoutOwn(written(taken)), redactHar(JSON.parse(written(taken))).text]) {
          const read = reopened(text);
          expect(read.own).toBe(false);
          expect(read.capture.exchanges.map(({ request }) => request.method)).toEqual(taken.exchanges.map(({ request }) => request.method));
          for (const error of errors(read.capture)) expect(errors(taken)).toContain(error);
        }
      });
    }

  /** All but the texts that a redaction replaces: those by their lengths. */
  function shape(taken: Capture) {
    return JSON.parse(
      JSON.stringify(taken, (key, value: unknown) =>
        ['value', 'name', 'url', 'to', 'text', 'initiator', 'path'].includes(key) && typeof value === 'string' ? value.length : value,
      ),
    ) as unknown;
  }

  it('does not make a page of what a server or a script sent', () => {
    const trace = `
    GET https://app.example/
      User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36
    → 200
    POST https://idp.example/token
      Accept: application/json
      = grant_type=client_credentials&client_secret=CANARY-secret
    → 200`;
    const { capture: taken } = capture(trace, 'har', { recorder: 'proxy' });
    expect(taken.exchanges.map(({ where }) => `${where.kind} ${where.fromBrowser}`)).toEqual(['unknown true', 'fetch false']);
    const text = written(taken);
    const { log } = JSON.parse(text) as Har;
    expect(log.browser).toBeUndefined();
    expect(log.entries[1]?._resourceType).toBeUndefined();
    expect(reopened(withoutOwn(text)).capture.exchanges.map(({ where }) => where.fromBrowser)).toEqual([true, false]);
  });

  it('gives every tab a page', () => {
    const { capture: taken } = capture(stories['two tabs and a posted answer'] ?? '', 'web-request');
    const { log } = JSON.parse(written(taken)) as Har;
    expect(log.pages?.map(({ id, title }) => `${id} ${title}`)).toEqual([
      'page_1 https://app.example/login',
      'page_2 https://app.example/login',
    ]);
    const tabs = new Map(log.entries.map((entry, index) => [taken.exchanges[index]?.where.tab, entry.pageref]));
    expect([...tabs]).toEqual([
      [1, 'page_1'],
      [2, 'page_2'],
    ]);
  });

  it('survives numbers that no clock shows', () => {
    const { capture: taken } = capture(anyStory, 'web-request');
    const odd = [
      { startedAt: 1e300, waitMs: null, durationMs: null },
      { startedAt: -5, waitMs: -1, durationMs: -7 },
      { startedAt: 1_767_225_600_000.25, waitMs: 90, durationMs: 20 },
      { startedAt: 0, waitMs: null, durationMs: 5 },
      { startedAt: 1, waitMs: 5, durationMs: null },
    ];
    const exchanges = taken.exchanges.flatMap((exchange, index): Exchange[] => (odd[index] ? [{ ...exchange, ...odd[index] }] : []));
    const text = written({ ...taken, exchanges });
    expect(harProblems(JSON.parse(text))).toEqual([]);
    const times = reopened(text).capture.exchanges.map(({ startedAt, waitMs, durationMs }) => ({ startedAt, waitMs, durationMs }));
    // With such entries it is a HAR like any other: its own members, exact to the fraction, do not count.
    expect(times.map(({ startedAt }) => startedAt)).toEqual([0, 0, 1, 1_767_225_600_000, 253_402_300_799_999]);
    expect(times.flatMap(({ waitMs, durationMs }) => [waitMs ?? 0, durationMs ?? 0]).every((ms) => ms >= 0)).toBe(true);
  });
});

describe('what stays readable to every program', () => {
  const { text } = writeAs(
    alone(
      capture(
        `
    GET https://app.example/login
    → 302 https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=CANARY-state-1-abcdef
      Set-Cookie: txn=CANARY-txn-0123456789; Path=/; Secure; HttpOnly; SameSite=Lax
      Set-Cookie: lang=CANARY-lang; Path=/
    GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=CANARY-state-1-abcdef
    → 302 https://app.example/cb?error=access_denied&state=CANARY-state-2-abcdef#id_token=CANARY-token
    GET https://app.example/cb?error=access_denied&state=CANARY-state-2-abcdef#id_token=CANARY-token
      Cookie: txn=CANARY-txn-0123456789; lang=CANARY-lang
    → 400
    POST https://idp.example/token [fetch] [from https://app.example] [h2] [took 250ms]
      = grant_type=authorization_code&code=CANARY-code-1
    → failed net::ERR_CONNECTION_RESET`,
        'web-request',
      ).capture,
    ),
    'har',
  );
  const { log } = JSON.parse(text) as Har;
  const [start, asked, back, token] = log.entries;
  const query = (entry: typeof start, name: string) => entry?.request.queryString.find((one) => one.name === name)?.value;

  it.each([
    ['statuses', log.entries.map(({ response }) => response.status), [302, 302, 400, 0]],
    ['the response type', query(asked, 'response_type'), 'code'],
    ['the redirect_uri', query(asked, 'redirect_uri'), 'https://app.example/cb'],
    ['that state came back changed', query(asked, 'state') === query(back, 'state'), false],
    ['how long state is', query(back, 'state')?.length, 'CANARY-state-2-abcdef'.length],
    ['the error code', query(back, 'error'), 'access_denied'],
    ['a token in the fragment', /#id_token=.{12}$/.test(back?.request.url ?? ''), true],
    ['where a redirect led', asked?.response.redirectURL === back?.request.url, true],
    ['SameSite', start?.response.headers.filter(({ value }) => value.includes('SameSite=Lax')).length, 1],
    [
      'cookies that were set',
      start?.response.cookies.map(({ name, httpOnly, secure }) => ({ name, httpOnly, secure })),
      [
        { name: 'txn', httpOnly: true, secure: true },
        { name: 'lang', httpOnly: false, secure: false },
      ],
    ],
    ['cookies that were sent', back?.request.cookies.map(({ name, value }) => `${name} ${value.length}`), ['txn 21', 'lang 11']],
    ['a posted form', token?.request.postData?.text?.startsWith('grant_type=authorization_code&code='), true],
    ['sizes of bodies', token?.request.bodySize, 'grant_type=authorization_code&code=CANARY-code-1'.length],
    ['times', [token?.startedDateTime, token?.time], ['2026-01-01T00:00:00.300Z', 250]],
    ['who asked', token?._initiator, { type: 'other', url: 'https://app.example' }],
    [
      'why there was no answer',
      Object.entries(token?.response ?? {}).find(([name]) => name === '_error')?.[1],
      'net::ERR_CONNECTION_RESET',
    ],
    ['the kind of request', log.entries.map((entry) => entry._resourceType), ['document', 'document', 'document', 'fetch']],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected));
});

describe('a HAR of ours that was changed', () => {
  const take = (log: OpenLog, side: 'request' | 'response', name: RegExp) => {
    for (const entry of log.entries) entry[side].headers = entry[side].headers.filter((one) => !name.test(one.name));
  };
  const taken = capture(stories['two tabs and a posted answer'] ?? '', 'web-request').capture;
  const text = written(taken);
  const plain = reopened(withoutOwn(text)).capture;
  const rubbish: readonly unknown[] = [
    undefined,
    null,
    7,
    'text',
    true,
    [],
    {},
    { id: '__proto__' },
    { id: 'x1.0', where: 'constructor' },
    { id: 'x1.0', where: { kind: 'toString' }, request: {}, outcome: {} },
    { id: 'x1.0', where: { kind: 'page' }, request: { fields: 0 }, outcome: { fields: 'all', kind: 'valueOf' } },
    JSON.parse('{"__proto__":{"id":"x1.0","where":{"kind":"page"}},"constructor":1}'),
  ];

  it.each(rubbish.map((value) => [value]))('is a HAR like any other with %j in an entry', (value) => {
    const read = reopened(
      edited(text, (log) => {
        for (const entry of log.entries.slice(1, 2)) entry._roundtrip = value;
      }),
    );
    expect(read).toMatchObject({ own: false, capture: { exchanges: plain.exchanges } });
  });

  it.each([...rubbish, { version: 99 }, { version: '1' }].map((value) => [value]))(
    'is a HAR like any other with %j in its head',
    (value) => {
      const read = reopened(
        edited(text, (log) => {
          log['_roundtrip'] = value;
        }),
      );
      expect(read).toMatchObject({ own: false, capture: { exchanges: plain.exchanges } });
    },
  );

  it('survives rubbish in any member of ours', () => {
    const [first] = (JSON.parse(text) as { log: OpenLog }).log.entries;
    for (const name of Object.keys(first?._roundtrip ?? {}))
      for (const value of rubbish) {
        const read = reopened(
          edited(text, (log) => {
            for (const entry of log.entries) entry._roundtrip = { ...(entry._roundtrip as object), [name]: value };
          }),
        );
        expect(read.capture.exchanges.map(({ request }) => request.url)).toEqual(plain.exchanges.map(({ request }) => request.url));
        expect(() => verdict(read.capture)).not.toThrow();
      }
  });

  it.each<[string, (log: OpenLog) => void]>([
    ['an entry stands in it twice', (log) => log.entries.push(...log.entries.slice(0, 1))],
    ['an entry of another program stands in it', (log) => log.entries.push({ ...log.entries[0], _roundtrip: undefined } as OpenEntry)],
    ['sent cookies were taken out', (log) => take(log, 'request', /^cookie$/i)],
    ['set cookies were taken out', (log) => take(log, 'response', /^set-cookie$/i)],
  ])('is a HAR like any other when %s', (_, change) => {
    expect(reopened(edited(text, change)).own).toBe(false);
  });

  it('is still ours when entries were taken out of it or it was sorted', () => {
    expect(reopened(edited(text, (log) => log.entries.splice(0, 2))).own).toBe(true);
    expect(reopened(edited(text, (log) => log.entries.reverse())).own).toBe(true);
  });
});
