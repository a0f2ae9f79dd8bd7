/** What browsers themselves refuse, and what servers are measured against that do not say what they are. */

/** Browsers: one cookie's name and value, cookies of one site before the oldest are dropped. Chromium and Firefox agree on these. */
export const browserLimits = { cookieBytes: 4096, cookiesPerSite: 180, keptAfterPurge: 150 } as const;

export interface BrowserRow {
  readonly name: string;
  readonly address: number;
  readonly cookie: number;
  readonly attribute: number;
  readonly cookies: string;
  readonly source: string;
}

export const browserRows: readonly BrowserRow[] = [
  {
    name: 'Chromium',
    address: 2_097_152,
    cookie: browserLimits.cookieBytes,
    attribute: 1024,
    cookies: '180 for each site, 150 kept after a purge; for each partition 180 and 10,240 bytes',
    source: 'S: `kMaxURLChars`, parsed_cookie, cookie_monster',
  },
  {
    name: 'Firefox',
    address: 1_048_576,
    cookie: browserLimits.cookieBytes,
    attribute: 1024,
    cookies: '180 for each host, 150 kept after a purge',
    source: 'S: `network.standard-url.max-length`, CookieCommons',
  },
];

/** The lowest default in wide use: what an unknown server is measured against. */
export const commonLimits = {
  line: 8190,
  header: 8190,
  lineAndHeaders: 16_384,
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
