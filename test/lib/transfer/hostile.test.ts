/** Files made to break whatever opens them: each is refused with a sentence or goes all the way, and no text of ours carries markup out of it. */
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../lib/analyze.ts';
import type { Recording } from '../../../lib/model/recording.ts';
import { redactRecording } from '../../../lib/redact/file/capture.ts';
import { redactHar } from '../../../lib/redact/file/har.ts';
import { captureFile as captureFileOf } from '../../../lib/transfer/capture-file.ts';
import { openFile } from '../../../lib/transfer/open-file.ts';
import { buildRecordingReport } from '../../../lib/transfer/recording-report.ts';
import { toMarkdown } from '../../../lib/transfer/to-markdown.ts';
import { toText } from '../../../lib/transfer/to-text.ts';
import { toSamlTracer } from '../../build/saml-tracer.ts';
import { healthy } from '../../build/stories.ts';
import { draw, toHar } from '../../build/trace.ts';

const trace = healthy['a server-side app'] ?? '';
const many = 100_000;
/** As many go all the way, through two redactions and three reports. */
const several = 5_000;

// biome-ignore lint/suspicious/noExplicitAny: these files are spoiled member by member.
type Spoiled = any;

/** Without the scan: that a file may not leave is no failure here. */
function written(recording: Recording): string {
  return JSON.stringify(captureFileOf(redactRecording(recording).recording, { version: '0', createdAt: new Date(0) }));
}

const har = (): Spoiled => toHar(draw(trace));
const traced = (): Spoiled => toSamlTracer(draw(trace));
function savedCapture(): Spoiled {
  const opened = openFile(JSON.stringify(har()));
  if (opened.kind !== 'read') throw new Error(opened.because);
  return JSON.parse(written({ ...opened.recording, second: null }));
}
const kinds: Readonly<Record<string, () => Spoiled>> = { HAR: har, 'SAML-tracer': traced, capture: savedCapture };

/** Markdown takes `\<` and code as text; anything else with this beginning would be markup. */
const markup = (markdown: string) => /<script/i.test(markdown.replace(/(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '').replace(/\\</g, ''));

/** All that may be done with a file. Gives the number of requests read, null where it was refused. */
function journey(file: unknown): number | null {
  const opened = openFile(typeof file === 'string' ? file : JSON.stringify(file));
  if (opened.kind !== 'read') {
    expect(opened.because).toMatch(/^[^\n]{3,200}$/);
    return null;
  }
  const { capture } = opened.recording;
  const analysis = analyze(capture, 'auditor');
  expect(analysis.flows.flatMap((flow) => flow.results.filter((result) => result.verdict.kind === 'crashed'))).toEqual([]);
  for (const policy of ['share-safe', 'nothing'] as const) {
    const report = buildRecordingReport(opened.recording, { profile: 'auditor', policy, version: '0' }, analysis);
    expect(markup(toMarkdown(report, '<script>.har'))).toBe(false);
    expect(toText(report, 'name')).not.toMatch(/(?!\n)\p{Cc}/u);
    expect(JSON.stringify(report)).not.toBe('');
  }
  const text = written(opened.recording);
  const again = openFile(text);
  if (again.kind !== 'read') {
    // Nothing was left of it that could be read again.
    expect(capture.exchanges).toEqual([]);
    return 0;
  }
  expect(again.recording.capture.exchanges).toHaveLength(capture.exchanges.length);
  if (opened.format === 'har') expect(openFile(redactHar(opened.json).text).kind).toBe('read');
  return capture.exchanges.length;
}

type Path = readonly string[];

function placesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, inner]) => placesOf(inner, [...path, name]))];
}

function withOther(file: Spoiled, path: Path, other: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return other;
  const copy = Array.isArray(file) ? [...file] : { ...file };
  copy[name] = withOther(file[name], rest, other);
  return copy;
}

describe.each(Object.entries(kinds))('a file of the kind %s', (_, make) => {
  it('holds another type in each member in turn', () => {
    const whole = make();
    // Entries are alike; the first and the last two say all.
    const places = placesOf(whole).filter((path) => path.length < 3 || !/^[123]$/.test(path[path[0] === 'log' ? 2 : 1] ?? ''));
    expect(places.length).toBeGreaterThan(60);
    for (const [index, path] of places.entries())
      for (const other of index % 2 === 0 ? [null, [[]], true] : [1e308, {}, 'CANARY']) journey(withOther(whole, path, other));
  });

  it.each([
    '<script>alert("1")</script>',
    `\`|\n\n<script>x`,
    `"'><script>`,
    '\u0000\ud800\u001b[2J',
    '__proto__',
    'constructor',
    'toString',
  ])('holds %j wherever something secret stood', (hostile) => {
    const spoil = (of: unknown) =>
      JSON.parse(JSON.stringify(of), (_name, value: unknown) =>
        typeof value === 'string' ? value.replace(/CANARY|(?<=state=)[^&;]+/g, hostile) : value,
      );
    expect(journey(spoil(make()))).toBe(6);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'uses the name %s for parameters, cookies, headers and members',
    (name) => {
      const text = JSON.stringify(make());
      for (const known of ['txn', 'state', 'client_id', 'code', 'Lax', 'Set-Cookie', 'redirect_uri'])
        journey(text.replaceAll(known, name).replace('{', `{"${name}":{"x":[]},`));
    },
  );

  it.each([
    'https://',
    'https://[::1',
    'http://%',
    'x:',
    'constructor://x/y',
    'data:text/html,<script>',
    'https://user:pw@app.example:99999/cb?code=1',
    'https://\ud800.example/\u0000',
    `https://app.example/${'a/'.repeat(20_000)}`,
    `https://app.example/cb?state=${'%ff%E0'.repeat(10_000)}`,
  ])('holds a broken address %#', (url) => {
    expect(() =>
      journey(
        JSON.parse(JSON.stringify(make()), (name, value: unknown) => (/^(?:url|to|redirectURL|initiator)$/.test(name) ? url : value)),
      ),
    ).not.toThrow();
  });

  it('holds 100,000 pieces of rubbish', () => {
    const rubbish = Array.from(
      { length: many },
      (_unused, index) => [null, 7, 'x', [], {}, { request: {}, url: 'x', id: 'x1' }][index % 6],
    );
    const whole = make();
    const entries: unknown[] = whole.log?.entries ?? whole.requests ?? whole.exchanges;
    entries.push(...rubbish);
    expect(journey(whole)).toBe(6);
  });

  it('repeats its entries', () => {
    const whole = make();
    const entries: unknown[] = whole.log?.entries ?? whole.requests ?? whole.exchanges;
    entries.push(...Array.from({ length: 100 }, () => entries.slice(0, 6)).flat());
    expect(journey(whole)).toBe(606);
  });
});

/** Read and judged, which is what anybody may be given to open. */
function judge(file: unknown): void {
  const opened = openFile(JSON.stringify(file));
  if (opened.kind !== 'read') throw new Error(opened.because);
  expect(analyze(opened.recording.capture, 'auditor').flows).toHaveLength(1);
}

describe('a file that is too much', { timeout: 30_000 }, () => {
  const pairs = (name: string, length: number) => Array.from({ length }, (_, index) => ({ name: `${name}${index}`, value: `v${index}` }));

  it('100,000 headers: the first ones are kept, and no missing one is held against anybody', () => {
    const file = har();
    file.log.entries[4].request.headers.push(...pairs('h', many));
    file.log.entries[0].response.headers.unshift(...pairs('h', several));
    const opened = openFile(JSON.stringify(file));
    const { headers } = (opened.kind === 'read' ? opened.recording.capture.exchanges[4]?.request : null) ?? {};
    expect(headers).toMatchObject({ hidden: 'all' });
    expect(headers?.fields.length).toBeLessThan(1000);
    judge(file);
  });

  const cookies = (length: number) => {
    const file = har();
    const texts = pairs('txn', length).map(({ name, value }) => `${name}=${value}`);
    file.log.entries[4].request.headers[0].value = texts.join('; ');
    file.log.entries[0].response.headers.push(...texts.map((value) => ({ name: 'Set-Cookie', value })));
    return file;
  };
  const parameters = (length: number) => {
    const file = har();
    const texts = pairs('p', length).map(({ name, value }) => `&${name}=${value}`);
    file.log.entries[4].request.url += texts.join('');
    return file;
  };
  it.each(Object.entries({ cookies, parameters }))('100,000 %s', (_, of) => {
    judge(of(many));
    expect(journey(of(several))).toBe(6);
  });

  it('thousands of values that are compared with each other', () => {
    const file = har();
    file.log.entries[4].request.url += Array.from({ length: 3_000 }, (_, index) => `&state=CANARY-value-${index}`).join('');
    expect(journey(file)).toBe(6);
  });

  it('100,000 redirects to themselves', () => {
    const url = 'https://app.example/cb';
    const entry = {
      startedDateTime: '2026-01-01T00:00:00Z',
      request: { method: 'GET', url },
      response: { status: 302, headers: [{ name: 'Location', value: url }] },
    };
    const opened = openFile(JSON.stringify({ log: { entries: Array.from({ length: many }, () => entry) } }));
    const hops = opened.kind === 'read' ? opened.recording.capture.exchanges : [];
    expect(hops.slice(0, 3).map((hop) => hop.previousHop)).toEqual([null, 'x0.0', 'x1.0']);
    expect(hops.at(-1)?.previousHop).toBe(`x${many - 2}.0`);
  });

  it.each([
    '-'.repeat(300_000),
    '\n--'.repeat(100_000),
    `content-disposition: form-data;${' name="'.repeat(100_000)}`,
    'name="x"; '.repeat(100_000),
  ])('a form of many parts that are none (%#)', (text) => {
    const file = har();
    Object.assign(file.log.entries[4].request, { method: 'POST', postData: { mimeType: 'multipart/form-data', text } });
    expect(journey(file)).toBe(6);
  });

  it('megabytes of base64', () => {
    const file = har();
    const text = Buffer.alloc(3_000_000, 'CANARY ').toString('base64');
    file.log.entries[5].response.content = { size: 1e308, mimeType: 'text/html', encoding: 'base64', text };
    expect(journey(file)).toBe(6);
  });

  it.each([100, 100_000])('JSON bodies %i levels deep', (depth) => {
    const file = har();
    const text = `${'{"error":['.repeat(depth)}1${']}'.repeat(depth)}`;
    const content = { size: 1, mimeType: 'application/json', text };
    Object.assign(file.log.entries[4], { response: { status: 400, headers: [], content } });
    expect(journey(file)).toBe(6);
  });

  it.each([10_000, 100_000])('lists %i levels deep, as the file itself and inside an entry', (depth) => {
    const deep = '['.repeat(depth) + ']'.repeat(depth);
    expect(journey(deep)).toBeNull();
    expect(journey('{"log":'.repeat(depth) + deep + '}'.repeat(depth))).toBeNull();
    expect(journey(JSON.stringify(har()).replace('"method"', `"x":${deep},"method"`))).toBe(6);
  });
});

describe('numbers and times', () => {
  it.each(['1e9', '1e308', '-1', '1e999', '"NaN"', '"1e999"', '"-5"', '8640000000000001', '1e16'])(
    '%s wherever a number may stand',
    (number) => {
      const spoil = (of: unknown) => JSON.stringify(of).replace(/"(\w+)":-?\d+(?:\.\d+)?(?=[,}])/g, `"$1":${number}`);
      for (const file of [har(), traced()]) expect(journey(spoil(file))).toBe(6);
      expect(() => journey(spoil({ ...savedCapture(), version: true }).replace('"version":true', '"version":1'))).not.toThrow();
    },
  );

  it.each(['+275760-09-13T00:00:00.000Z', '-271821-04-20T00:00:00.000Z', '1e300', 'Infinity', 'NaN', '9999-12-31T23:59:59Z', '0000-01-01'])(
    'the time %s',
    (time) => {
      for (const upTo of [1, 6]) {
        const file = har();
        for (const entry of file.log.entries.slice(0, upTo)) entry.startedDateTime = time;
        expect(journey(file)).toBe(6);
      }
      expect(journey({ ...traced(), timestamp: time })).toBe(6);
    },
  );

  it('a capture with a time no calendar has loses that request, and says so', () => {
    const file = savedCapture();
    file.exchanges[0].startedAt = 1e300;
    const opened = openFile(JSON.stringify(file));
    expect(opened.kind === 'read' && opened.recording.capture.skipped).toEqual([{ entry: 0, because: 'it has no time' }]);
    expect(journey(file)).toBe(5);
  });
});

describe('a capture that goes in circles', () => {
  it.each([
    ['to itself', (index: number) => index],
    ['to the next one', (index: number) => (index + 1) % 6],
    ['all to one', () => 3],
  ])('hops %s', (_, of) => {
    const file = savedCapture();
    const ids = file.exchanges.map((exchange: Spoiled) => exchange.id);
    file.exchanges.forEach((exchange: Spoiled, index: number) => {
      exchange.previousHop = ids[of(index)];
    });
    expect(journey(file)).toBe(6);
    for (const exchange of file.exchanges) Object.assign(exchange, { id: ids[0], request: file.exchanges[1].request });
    expect(journey(file)).toBe(6);
  });

  it.each([null, 5, 'x', true, [], {}, { exchanges: 5 }, { exchanges: [null, {}] }, { exchanges: [], how: {}, gaps: 'x', source: [] }])(
    'a second attempt that is %j',
    (second) => expect(journey({ ...savedCapture(), second, story: second })).toBe(6),
  );
});
