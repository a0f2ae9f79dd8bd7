/**
 * One request and what came of it. A redirect hop is one exchange.
 * Facts only: whatever can be worked out from these fields is not stored here.
 */

/** `x<request>.<hop>`: the browser's request number (or the entry's index in a file) and the redirect hop within it. */
export type ExchangeId = `x${string}.${number}`;

/** Why something that happened is not in the capture. Closed list, explained in docs/formats.md. */
export type Gap =
  | 'body-not-exposed' // the source has no bodies (webRequest)
  | 'body-too-large' // larger than we keep
  | 'header-hidden' // the source removed or never had these headers
  | 'fragment-not-recorded' // the source cuts URLs at '#'
  | 'jar-not-readable' // no permission to read the cookie jar
  | 'parameters-hidden' // pushed or encrypted authorization request
  | 'encrypted' // a JWE we can not open
  | 'redacted-input' // the file's values were replaced by somebody's placeholders
  | 'capture-started-late' // the beginning is missing
  | 'capture-ended-early' // the end is missing
  | 'never-finished' // the request has no recorded end
  | 'background-asleep' // nothing happened for half a minute, the browser ended the background, and calls of pages were not heard
  | 'not-sent' // an address by itself: the request was never made
  | 'worker-restarted' // the background was not listening for a while
  | 'browser-restarted' // memory was lost with the browser
  | 'not-granted' // a hop on a site the user gave no access to
  | 'evicted' // dropped to stay within the size cap
  | 'browser-unknown' // the rule differs by browser and the source does not say which
  | 'times-missing'; // the source has no usable times

/** A value the source could show, or the reason why it could not. Absent is `seen: true` with an empty value. */
export type Seen<T> = { readonly seen: true; readonly value: T } | { readonly seen: false; readonly why: Gap };

/** A header as it was on the wire, name as written. */
export interface Header {
  readonly name: string;
  readonly value: string;
}

/** Headers in order, repeats kept, plus the names this source is known to hide. */
export interface Headers {
  readonly fields: readonly Header[];
  /** Lower-case names whose absence from `fields` means nothing; `all` when no header was visible. */
  readonly hidden: readonly string[] | 'all';
}

/** A form field; for files the value is the file name only. */
export interface Field {
  readonly name: string;
  readonly value: string;
}

export type Body =
  | { readonly kind: 'empty' }
  | { readonly kind: 'form'; readonly fields: readonly Field[]; readonly bytes: number | null }
  /** `page` is the visible text of a page that answered with an error, not its source. */
  | { readonly kind: 'text'; readonly mime: string; readonly text: string; readonly bytes: number | null; readonly page?: true };

/** What kind of request it was. `unknown`: the source does not say and nothing gives it away. */
export type RequestKind = 'page' | 'frame' | 'fetch' | 'preflight' | 'resource' | 'unknown';

export interface Where {
  /** Browser tab, null when the source has none (a file) or the request belongs to no tab (a service worker). */
  readonly tab: number | null;
  /** 0 is the tab's top frame. Firefox frame numbers exceed 2^32. */
  readonly frame: number | null;
  readonly kind: RequestKind;
  /** Firefox container or Chrome cookie store. */
  readonly container: string | null;
  readonly incognito: boolean;
  /** The tab whose page opened this tab (window.open, target=_blank). */
  readonly opener: number | null;
  /** True when there is evidence that a browser sent the request, as opposed to a server or a script. */
  readonly fromBrowser: boolean;
}

/** How a document navigation came about, from webNavigation. */
export interface NavigationFacts {
  readonly transition: string | null;
  readonly qualifiers: readonly string[];
  /** Committed: the document was shown. False: only begun or failed. */
  readonly committed: boolean;
  /** Epoch milliseconds: the tab was closed with this document in it. */
  readonly closedAt?: number;
}

/** Null `value` where the source counts no bytes. */
export interface RequestPart {
  readonly method: string;
  /** As written, fragment included when the source records it. */
  readonly url: string;
  readonly headers: Headers;
  readonly body: Seen<Body>;
  /** The page or script that caused the request: an origin (Chrome) or a URL (Firefox, HAR). */
  readonly initiator: string | null;
}

/** Who sent the browser elsewhere: a server, the browser itself (HSTS, HTTPS upgrade), another extension, or a page's service worker. */
export type RedirectedBy = 'server' | 'browser' | 'extension' | 'service-worker';

export type Outcome =
  | { readonly kind: 'pending' }
  | { readonly kind: 'failed'; readonly reason: string; readonly status: number | null; readonly headers: Headers }
  | {
      readonly kind: 'redirected';
      readonly status: number;
      readonly by: RedirectedBy;
      /** Absolute, as the browser resolved it, fragment included. */
      readonly to: string;
      readonly headers: Headers;
      readonly body: Seen<Body>;
    }
  | { readonly kind: 'answered'; readonly status: number; readonly headers: Headers; readonly body: Seen<Body> };

export type SameSite = 'strict' | 'lax' | 'none' | 'unspecified';

/** A cookie the browser held for the request's URL when it was sent. Never its value. */
export interface HeldCookie {
  readonly name: string;
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly path: string;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: SameSite;
  readonly partitioned: boolean;
  /** The Cookie header of this request carried exactly this name and value. */
  readonly sent: boolean;
}

/** What the browser's cookie jar said around one exchange. */
export interface JarReading {
  readonly held: readonly HeldCookie[];
  /** Names of Set-Cookie lines of this answer and whether the jar had them afterwards. */
  readonly kept: readonly { readonly name: string; readonly stored: boolean }[];
}

export interface Exchange {
  readonly id: ExchangeId;
  readonly source: 'web-request' | 'devtools' | 'har' | 'file';
  readonly where: Where;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** Request sent to response headers, milliseconds. */
  readonly waitMs: number | null;
  /** Request sent to its end, milliseconds. */
  readonly durationMs: number | null;
  readonly request: RequestPart;
  readonly outcome: Outcome;
  /** The exchange whose redirect led here. */
  readonly previousHop: ExchangeId | null;
  readonly protocol: 'h1' | 'h2' | 'h3' | null;
  readonly fromCache: boolean;
  /** Loaded ahead of the user: the page may never be looked at. */
  readonly speculative: 'prefetch' | 'prerender' | null;
  readonly navigation: NavigationFacts | null;
  readonly jar: Seen<JarReading>;
}
