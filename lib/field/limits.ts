/**
 * Default size limits of servers, proxies and browsers, in bytes. Operators change them, so a verdict says
 * "over the default of X", never "X refused it", unless the answer is X's own. Grades: O observed by running the
 * server, S read in its source, D vendor documentation, F field reports, M general knowledge.
 * Reviewed 2026-11-20.
 */

export type Grade = 'O' | 'S' | 'D' | 'F' | 'M';

export interface ServerLimits {
  readonly id: string;
  readonly name: string;
  /** HTTP/1 request line: method, target and version. */
  readonly line?: number;
  /** Request target, path and query. */
  readonly url?: number;
  readonly query?: number;
  /** One header line, name and value. */
  readonly header?: number;
  /** All header lines. */
  readonly total?: number;
  /** Request line and all header lines together. */
  readonly lineAndHeaders?: number;
  readonly count?: number;
  /** Statuses this server answers with when a limit is passed. */
  readonly status: readonly number[];
  /** What it says in place of an answer whose header lines are too large for it, and how large that is. */
  readonly answers?: { readonly status: number; readonly bytes?: number };
  /** Over HTTP/2 it breaks the connection instead of answering. */
  readonly h2Breaks?: true;
  /** Over HTTP/2 it measures each cookie by itself. */
  readonly cookiesSplit?: true;
  readonly grade: Grade;
  /** What raises the limit. */
  readonly remedy: string;
}

export const serverLimits: readonly ServerLimits[] = [
  {
    id: 'nginx',
    name: 'nginx',
    line: 8190,
    header: 8190,
    total: 32768,
    count: 1000,
    status: [414, 400, 494],
    answers: { status: 502, bytes: 4096 },
    h2Breaks: true,
    cookiesSplit: true,
    grade: 'O',
    remedy: 'large_client_header_buffers',
  },
  {
    id: 'apache',
    name: 'Apache httpd',
    line: 8190,
    header: 8190,
    count: 100,
    status: [414, 400, 431],
    grade: 'O',
    remedy: 'LimitRequestFieldSize and LimitRequestLine',
  },
  {
    id: 'httpsys',
    name: 'http.sys (Windows)',
    header: 16384,
    lineAndHeaders: 16384,
    status: [400],
    grade: 'D',
    remedy: 'MaxFieldLength and MaxRequestBytes',
  },
  {
    id: 'iis',
    name: 'IIS request filtering',
    url: 4096,
    query: 2048,
    status: [404],
    grade: 'D',
    remedy: 'requestLimits maxUrl and maxQueryString',
  },
  { id: 'kestrel', name: 'Kestrel', line: 8192, total: 32768, count: 100, status: [414, 431], grade: 'D', remedy: 'KestrelServerLimits' },
  { id: 'tomcat', name: 'Apache Tomcat', lineAndHeaders: 8192, count: 100, status: [400], grade: 'S', remedy: 'maxHttpRequestHeaderSize' },
  { id: 'jetty', name: 'Jetty', total: 8192, status: [414, 431], grade: 'S', remedy: 'requestHeaderSize' },
  { id: 'node', name: 'Node.js', lineAndHeaders: 16384, status: [431], grade: 'O', remedy: '--max-http-header-size' },
  {
    id: 'gunicorn',
    name: 'gunicorn',
    line: 4094,
    header: 8188,
    count: 100,
    status: [400, 431],
    grade: 'O',
    remedy: '--limit-request-line and --limit-request-field_size',
  },
  { id: 'uwsgi', name: 'uWSGI', lineAndHeaders: 4096, status: [502], grade: 'S', remedy: 'buffer-size' },
  {
    id: 'puma',
    name: 'Puma',
    url: 12288,
    query: 10240,
    header: 81920,
    total: 114688,
    status: [400],
    grade: 'S',
    remedy: "the build's parser limits",
  },
  {
    id: 'haproxy',
    name: 'HAProxy',
    lineAndHeaders: 15360,
    count: 101,
    status: [400],
    answers: { status: 502, bytes: 15360 },
    grade: 'D',
    remedy: 'tune.bufsize',
  },
  { id: 'envoy', name: 'Envoy', total: 61440, count: 100, status: [431], grade: 'D', remedy: 'max_request_headers_kb' },
  {
    id: 'aws-alb',
    name: 'AWS Application Load Balancer',
    line: 16384,
    header: 16384,
    total: 65536,
    status: [400, 414],
    answers: { status: 502, bytes: 32768 },
    grade: 'D',
    remedy: 'nothing: the limit is fixed',
  },
  {
    id: 'cloudfront',
    name: 'Amazon CloudFront',
    url: 8192,
    lineAndHeaders: 20480,
    status: [413, 414, 494],
    answers: { status: 502, bytes: 20480 },
    grade: 'D',
    remedy: 'nothing: the limit is fixed',
  },
  {
    id: 'cloudflare',
    name: 'Cloudflare',
    url: 32768,
    status: [414, 400],
    answers: { status: 520 },
    grade: 'D',
    remedy: 'nothing: the limit is fixed',
  },
  {
    id: 'azure-appgw',
    name: 'Azure Application Gateway',
    url: 32768,
    total: 32768,
    status: [400],
    grade: 'D',
    remedy: 'nothing: the limit is fixed',
  },
  {
    id: 'vercel',
    name: 'Vercel',
    url: 14336,
    header: 16384,
    total: 32768,
    status: [414, 494, 431],
    grade: 'D',
    remedy: 'nothing: the limit is fixed',
  },
  { id: 'heroku', name: 'Heroku router', line: 8192, header: 8192, status: [400], grade: 'D', remedy: 'nothing: the limit is fixed' },
  {
    id: 'fastly',
    name: 'Fastly',
    url: 8192,
    total: 70656,
    count: 255,
    status: [502, 503],
    grade: 'D',
    remedy: 'nothing: the limit is fixed',
  },
  {
    id: 'google',
    name: 'Google front end',
    lineAndHeaders: 65536,
    status: [400, 413, 431],
    grade: 'M',
    remedy: 'nothing: the limit is fixed',
  },
];

/** What an unknown server is measured against: the lowest default in wide use. */
export const commonLimits = {
  line: 8190,
  header: 8190,
  lineAndHeaders: 16384,
  query: 2048,
  urlRemark: 2000,
  cookieRemark: 4096,
  lineStrict: 4094,
} as const;

/**
 * Header lines of an answer, all together: nginx takes one page of memory in front of an app, 4 or 8 KiB by platform
 * (observed: 502 at 4,096), and so do most that are built on it.
 */
export const answerLimits = { remark: 4096, warn: 8192 } as const;

/** Browsers: one cookie's name and value, cookies per site before the oldest are dropped. */
export const browserLimits = { cookieBytes: 4096, cookiesPerSite: 180, keptAfterPurge: 150 } as const;

/** The share of a limit from which proxies' own headers may already push a request over it. */
export const nearLimit = 0.75;

type Find = (name: string) => string | null;

const fingerprints: readonly (readonly [id: string, test: (header: Find) => boolean])[] = [
  [
    'cloudfront',
    (h) => /cloudfront/i.test(h('via') ?? '') || /cloudfront/i.test(h('x-cache') ?? '') || /cloudfront/i.test(h('server') ?? ''),
  ],
  ['vercel', (h) => /^vercel/i.test(h('server') ?? '') || h('x-vercel-id') !== null],
  ['cloudflare', (h) => /^cloudflare/i.test(h('server') ?? '') || h('cf-ray') !== null],
  ['aws-alb', (h) => /^awselb/i.test(h('server') ?? '')],
  ['azure-appgw', (h) => /application-gateway/i.test(h('server') ?? '')],
  ['httpsys', (h) => /^microsoft-httpapi/i.test(h('server') ?? '')],
  ['iis', (h) => /^microsoft-iis/i.test(h('server') ?? '')],
  ['heroku', (h) => /vegur|heroku/i.test(h('via') ?? '') || /heroku/i.test(h('server') ?? '')],
  ['fastly', (h) => /^cache-/i.test(h('x-served-by') ?? '')],
  ['google', (h) => /\bgoogle\b/i.test(h('via') ?? '') || /^(?:gws|gse|esf|google frontend)/i.test(h('server') ?? '')],
  ['envoy', (h) => /envoy/i.test(h('server') ?? '')],
  ['kestrel', (h) => /^kestrel/i.test(h('server') ?? '')],
  ['jetty', (h) => /^jetty/i.test(h('server') ?? '')],
  ['gunicorn', (h) => /^gunicorn/i.test(h('server') ?? '')],
  ['tomcat', (h) => /tomcat|coyote/i.test(h('server') ?? '')],
  ['puma', (h) => /^puma/i.test(h('server') ?? '')],
  ['apache', (h) => /^apache(?!-)/i.test(h('server') ?? '')],
  ['nginx', (h) => /^(?:nginx|openresty|tengine)/i.test(h('server') ?? '')],
];

/** The server whose own headers an answer carries, null when it does not say. */
export function identifyServer(find: Find): ServerLimits | null {
  const id = fingerprints.find(([, test]) => test(find))?.[0];
  return serverLimits.find((server) => server.id === id) ?? null;
}
