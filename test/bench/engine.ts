/** The engine at any size: ten times the exchanges may take eleven times the time, whatever the shape. */
import { analyze, analyzing } from '../../lib/analyze.ts';
import type { CaptureEvent, WebRequestEvent } from '../../lib/model/event.ts';
import { fromHar } from '../../lib/normalize/from-har.ts';
import { assembling, fromWebRequest } from '../../lib/normalize/from-web-request.ts';
import { capBytes, capRequests } from '../../lib/record/shelf.ts';
import { foldHops, hopsOf } from '../../lib/session/rows.ts';
import { inSlices } from '../../lib/session/slices.ts';
import { begun } from '../build/events.ts';
import { largeHarText } from '../build/large-har.ts';
import { type Bench, type Measured, ratioOf, spreadOf } from './measured.ts';

const start = 1_700_000_000_000;
const headers = [
  { name: 'Host', value: 'app.example' },
  { name: 'Cookie', value: 'theme=dark; sid=CANARY' },
];

/** One hop, 20 ms long. */
function hop(request: string, url: string, at: number, to: string | null): WebRequestEvent[] {
  const known = { request, url };
  const begin = begun({ ...known, at });
  const send = { ...known, kind: 'send', at: at + 1, headers } as const;
  const answer = [
    { name: 'Date', value: 'x' },
    { name: 'Set-Cookie', value: 'theme=dark; Path=/' },
  ];
  if (to === null)
    return [begin, send, { ...known, kind: 'complete', at: at + 15, status: 200, statusLine: 'HTTP/1.1 200 OK', fromCache: false }];
  const statusLine = 'HTTP/1.1 302 Found';
  return [begin, send, { ...known, kind: 'redirect', at: at + 15, to, status: 302, statusLine, headers: answer, fromCache: false }];
}

const many = (n: number, make: (i: number) => CaptureEvent[]): CaptureEvent[] => Array.from({ length: n }, (_, i) => make(i)).flat();

const asking = (app: string, i: number) =>
  `https://idp.example/authorize?response_type=code&client_id=${app}&state=CANARY-state-${i}&redirect_uri=https%3A%2F%2F${app}.example%2Fcb`;

/** About `n` exchanges of every shape. */
const shapes: Readonly<Record<string, (n: number) => CaptureEvent[]>> = {
  'unrelated pages': (n) => many(n, (i) => hop(`${i}`, `https://site${i % 97}.example/page/${i}?q=${i}`, start + i * 100, null)),
  'logins of fifty apps': (n) =>
    many(Math.ceil(n / 3), (i) => {
      const [app, at] = [`app${i % 50}`, start + i * 3_000];
      const callback = `https://${app}.example/cb?code=CANARY-code-${i}&state=CANARY-state-${i}`;
      return [
        ...hop(`${i}`, asking(app, i), at, callback),
        ...hop(`${i}`, callback, at + 20, `https://${app}.example/home`),
        ...hop(`${i}`, `https://${app}.example/home`, at + 40, null),
      ];
    }),
  'a loop of whole logins': (n) =>
    many(Math.ceil(n / 3), (i) => {
      const at = start + i * 60;
      const callback = `https://app.example/cb?code=CANARY-code-${i}&state=CANARY-state-${i}`;
      return [
        ...hop('1', asking('app', i), at, callback),
        ...hop('1', callback, at + 20, 'https://app.example/home'),
        ...hop('1', 'https://app.example/home', at + 40, asking('app', i + 1)),
      ];
    }),
  'a loop of redirects in one login': (n) => [
    ...hop('1', asking('app', 1), start, 'https://idp.example/again?n=0'),
    ...many(n, (i) => hop('1', `https://idp.example/again?n=${i}`, start + (i + 1) * 20, `https://idp.example/again?n=${i + 1}`)),
  ],
};

function timeOf(work: () => unknown): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

const judge = (events: readonly CaptureEvent[]) => {
  const capture = fromWebRequest(events, { live: false, asOf: start + 1e9 });
  return { capture, analysis: analyze(capture) };
};

/** Ten times as much against as much, in pairs. */
function growth(what: string, budget: number | null, small: () => unknown, large: () => unknown, times: number): Measured {
  small();
  const pairs = Array.from({ length: times }, () => {
    const base = timeOf(small);
    return [timeOf(large), base] as const;
  });
  const largest = Math.round(pairs.at(-1)?.[0] ?? 0);
  return { what, unit: 'ratio', ...ratioOf(pairs), budget, note: `10 × as many; the larger took ${largest} ms` };
}

function againstParse(megabytes: number, times: number): Measured {
  const text = largeHarText({ bytes: megabytes * 1e6, logins: megabytes });
  const whole = () => {
    const read = fromHar(JSON.parse(text));
    if (read.kind === 'read') analyze(read.capture);
  };
  whole();
  const pairs = Array.from({ length: times }, () => [timeOf(whole), timeOf(() => JSON.parse(text))] as const);
  return {
    what: `analyze / JSON.parse, ${Math.round(text.length / 1e6)} MB of browsing`,
    unit: 'ratio',
    ...ratioOf(pairs),
    budget: 1.5,
    note: 'text in, analysis out, in one process',
  };
}

/** As many requests as are kept, all of logins, their headers as long as all of them together may be. */
function fullShelf(): CaptureEvent[] {
  const events = shapes['logins of fifty apps']?.(capRequests) ?? [];
  const bare = events.reduce((sum, event) => sum + JSON.stringify(event).length, 0);
  const padding = { name: 'X-Padding', value: '-'.repeat((capBytes - bare) / capRequests) };
  return events.map((event) => (event.kind === 'send' ? { ...event, headers: [...event.headers, padding] } : event));
}

/** As the live views do it. */
async function longestSlice(times: number): Promise<Measured> {
  const events = fullShelf();
  const longest: number[] = [];
  let slices: number[] = [];
  let began = 0;
  const now = () => performance.now();
  const note = () => slices.push(now() - began);
  const pause = async () => {
    note();
    await new Promise(setImmediate);
    began = now();
  };
  function* look() {
    return yield* analyzing(yield* assembling(events, { live: true, asOf: start + 1e9 }), 'default');
  }
  for (let i = 0; i < times + 2; i++) {
    slices = [];
    began = now();
    await inSlices(look(), () => false, { now, pause });
    note();
    // The first two warm it up.
    if (i >= 2) longest.push(Math.max(...slices));
  }
  return {
    what: `longest slice of a view's look at a full shelf, ${capRequests.toLocaleString('en')} requests`,
    unit: 'ms',
    ...spreadOf(longest),
    budget: 50,
    note: `${(capBytes / 1e6).toFixed(1)} MB; the last look had ${slices.length} slices, ${Math.round(slices.reduce((sum, ms) => sum + ms, 0))} ms together`,
  };
}

export const engine: Bench = async () => {
  const rows: Measured[] = [await longestSlice(5)];
  for (const [shape, make] of Object.entries(shapes))
    for (const n of [1_000, 10_000]) {
      const [small, large] = [make(n / 10), make(n)];
      rows.push(
        growth(
          `growth, ${shape}, ${n}`,
          11,
          () => judge(small),
          () => judge(large),
          3,
        ),
      );
    }
  const asked = (n: number) => {
    const url = `${asking('app', 1)}${Array.from({ length: n }, (_, i) => `&p${i}=${i}`).join('')}`;
    return hop('1', url, start, null);
  };
  const [few, lots] = [asked(10_000), asked(100_000)];
  rows.push(
    growth(
      'growth, 100000 parameters in one request',
      11,
      () => judge(few),
      () => judge(lots),
      3,
    ),
  );
  const flows = [1_000, 10_000].map((n) => judge(shapes['a loop of redirects in one login']?.(n) ?? []));
  const rowsOf = ({ capture, analysis }: ReturnType<typeof judge>) => analysis.flows.map((flow) => foldHops(hopsOf(flow, capture)).length);
  const [short, long] = flows;
  if (short && long)
    rows.push(
      growth(
        'growth, rows of the timeline, 10000',
        11,
        () => rowsOf(short),
        () => rowsOf(long),
        5,
      ),
    );
  for (const [megabytes, times] of [
    [1, 9],
    [10, 5],
    [30, 3],
  ] as const)
    rows.push(againstParse(megabytes, times));
  return rows;
};
