/** A HAR of a day at work, as large as one likes: pages with everything they load, and logins among them. */
const sample = (length: number, piece: (i: number) => string) => {
  let text = '';
  for (let i = 0; text.length < length; i++) text += piece(i);
  return text.slice(0, length);
};

const program = sample(
  240_000,
  (i) => `function f${i}(a,b){if(a==="x${i}"){return b.map(c=>c.name+'${i}').join("\\n")}\n\treturn {"k${i}":a}}\n`,
);
const picture = sample(120_000, (i) => `${((i * 2_654_435_761) >>> 0).toString(36)}A/+`);
const page = sample(24_000, (i) => `<div class="a b${i}" data-x='{"q":${i}}'>Größe ${i}</div>\n`);
const data = JSON.stringify({
  items: Array.from({ length: 300 }, (_, id) => ({ id, url: `https://app.example/api/${id}`, tags: ['a', 'b'] })),
});

interface Kind {
  readonly type: string;
  readonly mime: string;
  readonly text: string;
  readonly chars: number;
  readonly encoding?: 'base64';
}

/** About as much of each as the HTTP Archive counts for a page. */
const kinds: readonly Kind[] = [
  { type: 'document', mime: 'text/html; charset=utf-8', text: page, chars: 24_000 },
  { type: 'script', mime: 'application/javascript', text: program, chars: 90_000 },
  { type: 'script', mime: 'text/javascript', text: program, chars: 240_000 },
  { type: 'stylesheet', mime: 'text/css', text: program, chars: 50_000 },
  { type: 'image', mime: 'image/png', text: picture, chars: 40_000, encoding: 'base64' },
  { type: 'image', mime: 'image/jpeg', text: picture, chars: 120_000, encoding: 'base64' },
  { type: 'image', mime: 'image/gif', text: 'R0lGODlhAQABAAAAACw=', chars: 20, encoding: 'base64' },
  { type: 'font', mime: 'font/woff2', text: picture, chars: 40_000, encoding: 'base64' },
  { type: 'xhr', mime: 'application/json', text: data, chars: 24_000 },
  { type: 'xhr', mime: 'application/json', text: data, chars: 24_000 },
];

const headers = (count: number, of: string) =>
  Array.from({ length: count }, (_, i) => ({ name: `x-${of}-${i}`, value: `${of} ${i} ${'abcdefgh'.repeat(4)}` }));
const requestHeaders = [
  { name: 'user-agent', value: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0' },
  { name: 'cookie', value: 'sid=CANARY-cookie' },
  ...headers(10, 'asked'),
];
const answerHeaders = headers(12, 'told');

function entryOf(at: number, url: string, kind: Kind, more: { readonly status?: number; readonly location?: string } = {}): unknown {
  const { status = 200, location } = more;
  const chars = location === undefined ? kind.chars : 0;
  return {
    _initiator: { type: 'script', stack: { callFrames: [{ functionName: 'f', url: 'https://app.example/app.js', lineNumber: 1 }] } },
    _resourceType: kind.type,
    startedDateTime: new Date(Date.UTC(2026, 2, 1, 8) + at * 40).toISOString(),
    time: 30,
    timings: { blocked: 1, dns: -1, ssl: -1, connect: -1, send: 0.1, wait: 20, receive: 3 },
    request: {
      method: 'GET',
      url,
      httpVersion: 'http/2.0',
      headers: requestHeaders,
      cookies: [],
      queryString: [],
      headersSize: -1,
      bodySize: 0,
    },
    response: {
      status,
      statusText: '',
      httpVersion: 'http/2.0',
      headers: [
        ...answerHeaders,
        { name: 'content-type', value: kind.mime },
        ...(location === undefined ? [] : [{ name: 'location', value: location }]),
      ],
      cookies: [],
      content: { size: chars, mimeType: kind.mime, text: kind.text.slice(0, chars), ...(kind.encoding ? { encoding: kind.encoding } : {}) },
      redirectURL: location ?? '',
      headersSize: -1,
      bodySize: -1,
    },
  };
}

const documentKind: Kind = { type: 'document', mime: 'text/html', text: page, chars: 800 };

function* entries({ logins, every }: { readonly logins: number; readonly every: number }): Generator<unknown> {
  let left = logins;
  let at = 0;
  for (let i = 0; ; i++) {
    if (i % every === 2 && left-- > 0) {
      const state = `CANARY-state-${i}`;
      // Somebody who signs in to the same app again and again would have a problem.
      const app = `https://app-${i}.example`;
      const callback = `${app}/cb?code=CANARY-code-${i}&state=${state}`;
      const asks = `https://idp.example/authorize?response_type=code&client_id=web-${i}&redirect_uri=${encodeURIComponent(`${app}/cb`)}&state=${state}&nonce=CANARY-nonce-${i}`;
      yield entryOf(at++, asks, documentKind, { status: 302, location: callback });
      yield entryOf(at++, callback, documentKind);
    }
    const kind = kinds[i % kinds.length] ?? documentKind;
    yield entryOf(at++, `https://app.example/${kind.type}/${i}?v=${i}`, kind);
  }
}

export interface LargeHar {
  /** About so many. */
  readonly bytes: number;
  /** At most so many, one after so many other requests. */
  readonly logins: number;
  readonly every?: number;
}

/** The text of the file piece by piece; all of it is ASCII but for the pages. */
export function* largeHar({ bytes, logins, every = 30 }: LargeHar): Generator<string> {
  let length = 0;
  let first = true;
  yield '{\n  "log": {\n    "version": "1.2",\n    "creator": { "name": "WebInspector", "version": "537.36" },\n    "pages": [],\n    "entries": [\n';
  for (const entry of entries({ logins, every })) {
    const text = `${first ? '' : ',\n'}      ${JSON.stringify(entry, null, 2).replaceAll('\n', '\n      ')}`;
    first = false;
    length += text.length;
    yield text;
    if (length >= bytes) break;
  }
  yield '\n    ]\n  }\n}\n';
}

export const largeHarText = (how: LargeHar): string => [...largeHar(how)].join('');
