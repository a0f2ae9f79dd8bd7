/** HAR 1.2 as its text demands it (softwareishard.com/blog/har-12-spec), for files we write. Underscore members are anybody's own. */

type Rule = (value: unknown, at: string) => string[];
type Shape = Readonly<Record<string, Rule>>;

const right: string[] = [];
const must = (ok: boolean, at: string, what: string): string[] => (ok ? right : [`${at} is not ${what}`]);

const text: Rule = (value, at) => must(typeof value === 'string', at, 'a text');
const flag: Rule = (value, at) => must(typeof value === 'boolean', at, 'true or false');
const count: Rule = (value, at) => must(typeof value === 'number' && Number.isFinite(value) && value >= 0, at, 'a number from 0');
/** Where the text allows "-1 if the info is not available". */
const countOrUnknown: Rule = (value, at) => (value === -1 ? right : count(value, at));
const time: Rule = (value, at) =>
  must(
    typeof value === 'string' &&
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(value) &&
      !Number.isNaN(Date.parse(value)),
    at,
    'a time of ISO 8601',
  );
const address: Rule = (value, at) => must(typeof value === 'string' && URL.canParse(value), at, 'an absolute address');
const oneOf =
  (...words: string[]): Rule =>
  (value, at) =>
    must(typeof value === 'string' && words.includes(value), at, `one of ${words.join(', ')}`);

const listOf =
  (rule: Rule): Rule =>
  (value, at) =>
    Array.isArray(value) ? value.flatMap((item: unknown, index) => rule(item, `${at}[${index}]`)) : [`${at} is not a list`];

/** Everything in `needed`, perhaps something of `more`, and nothing else but members with an underscore and a comment. */
const object =
  (needed: Shape, more: Shape = {}): Rule =>
  (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at} is not an object`];
    const members = new Map<string, unknown>(Object.entries(value));
    const allowed = new Map(Object.entries({ comment: text, ...more, ...needed }));
    return [
      ...Object.keys(needed)
        .filter((name) => !members.has(name))
        .map((name) => `${at}.${name} is missing`),
      ...[...members].flatMap(([name, member]) => {
        if (name.startsWith('_')) return right;
        const rule = allowed.get(name);
        return rule ? rule(member, `${at}.${name}`) : [`${at}.${name} does not exist in HAR 1.2`];
      }),
    ];
  };

const pair = object({ name: text, value: text });
const cookie = object({ name: text, value: text }, { path: text, domain: text, expires: time, httpOnly: flag, secure: flag });
const param = object({ name: text }, { value: text, fileName: text, contentType: text });
const program = object({ name: text, version: text });

/** "params and text fields are mutually exclusive". */
const postData: Rule = (value, at) => [
  ...object({ mimeType: text }, { params: listOf(param), text })(value, at),
  ...must(Object.hasOwn(Object(value), 'params') !== Object.hasOwn(Object(value), 'text'), at, 'either params or text'),
];

const request = object(
  {
    method: text,
    url: address,
    httpVersion: text,
    cookies: listOf(cookie),
    headers: listOf(pair),
    queryString: listOf(pair),
    headersSize: countOrUnknown,
    bodySize: countOrUnknown,
  },
  { postData },
);

const response = object({
  status: count,
  statusText: text,
  httpVersion: text,
  cookies: listOf(cookie),
  headers: listOf(pair),
  content: object({ size: countOrUnknown, mimeType: text }, { compression: count, text, encoding: oneOf('base64') }),
  redirectURL: text,
  headersSize: countOrUnknown,
  bodySize: countOrUnknown,
});

const timings = object(
  { send: count, wait: count, receive: count },
  { blocked: countOrUnknown, dns: countOrUnknown, connect: countOrUnknown, ssl: countOrUnknown },
);

const entry: Rule = (value, at) => {
  const problems = object(
    { startedDateTime: time, time: count, request, response, cache: object({}), timings },
    { pageref: text, serverIPAddress: text, connection: text },
  )(value, at);
  if (problems.length > 0) return problems;
  const read = value as { readonly time: number; readonly timings: Readonly<Record<string, unknown>> };
  const phases = ['blocked', 'dns', 'connect', 'send', 'wait', 'receive'].map((name) => Number(read.timings[name] ?? -1));
  const sum = phases.filter((ms) => ms !== -1).reduce((a, b) => a + b, 0);
  return must(Math.abs(sum - read.time) < 0.001, `${at}.time`, 'the sum of its timings');
};

const page = object({
  startedDateTime: time,
  id: text,
  title: text,
  pageTimings: object({}, { onContentLoad: countOrUnknown, onLoad: countOrUnknown }),
});

const file = object({
  log: object({ version: oneOf('1.2'), creator: program, entries: listOf(entry) }, { browser: program, pages: listOf(page) }),
});

interface Referring {
  readonly log: { readonly pages?: readonly { readonly id: string }[]; readonly entries: readonly { readonly pageref?: string }[] };
}

/** What is wrong with a parsed file, a phrase each. */
export function harProblems(value: unknown): string[] {
  const problems = file(value, 'har');
  if (problems.length > 0) return problems;
  const { pages = [], entries } = (value as Referring).log;
  const ids = pages.map(({ id }) => id);
  return [
    ...must(new Set(ids).size === ids.length, 'har.log.pages', 'a list of pages with an id each'),
    ...entries.flatMap(({ pageref }, index) =>
      must(pageref === undefined || ids.includes(pageref), `har.log.entries[${index}].pageref`, 'a page of the file'),
    ),
  ];
}
