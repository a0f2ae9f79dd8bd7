/** Differences between browsers and recorders, each with what was measured. The only place that knows them. */
import type { Header, Headers, RedirectedBy, RequestKind } from '../model/exchange.ts';
import { withoutFragment } from '../read/url.ts';

const resourceKinds: Readonly<Record<string, RequestKind>> = {
  main_frame: 'page',
  sub_frame: 'frame',
  xmlhttprequest: 'fetch',
  document: 'page',
  iframe: 'frame',
  frame: 'frame',
  fedcm: 'fetch',
  xhr: 'fetch',
  fetch: 'fetch',
  eventsource: 'fetch',
  preflight: 'preflight',
  image: 'resource',
  imageset: 'resource',
  img: 'resource',
  script: 'resource',
  stylesheet: 'resource',
  style: 'resource',
  css: 'resource',
  js: 'resource',
  font: 'resource',
  media: 'resource',
  object: 'resource',
  ping: 'resource',
  beacon: 'resource',
  csp_report: 'resource',
  manifest: 'resource',
  websocket: 'resource',
  texttrack: 'resource',
  other: 'resource',
};

/** webRequest types, DevTools `_resourceType` and Playwright's spelling of it. */
export function kindOfType(type: string): RequestKind | null {
  const name = type.toLowerCase();
  return Object.hasOwn(resourceKinds, name) ? (resourceKinds[name] ?? null) : null;
}

const valueFor = (headers: readonly Header[], name: string) => headers.find((h) => h.name.toLowerCase() === name)?.value ?? null;

/** The kind of request a recorder without types leaves to be read from the headers. */
export function kindFromHeaders(method: string, headers: readonly Header[]): RequestKind | null {
  // Pages hardly ever send OPTIONS themselves; some recorders leave out what the browser asked with it.
  if (method === 'OPTIONS' && (valueFor(headers, 'access-control-request-method') || valueFor(headers, 'origin'))) return 'preflight';
  switch (valueFor(headers, 'sec-fetch-dest')) {
    case 'document':
      return 'page';
    case 'iframe':
    case 'frame':
    case 'embed':
    case 'object':
    case 'fencedframe':
      return 'frame';
    case 'empty':
    case 'webidentity':
      return 'fetch';
    case null:
      break;
    default:
      return 'resource';
  }
  if (valueFor(headers, 'sec-fetch-mode') === 'navigate') return 'page';
  if (valueFor(headers, 'x-requested-with')?.toLowerCase() === 'xmlhttprequest') return 'fetch';
  if (valueFor(headers, 'upgrade-insecure-requests') === '1') return 'page';
  const accept = valueFor(headers, 'accept') ?? '';
  if (accept.includes('text/html')) return 'page';
  if (/^(?:image|text\/css|font)\//.test(accept)) return 'resource';
  if (accept.includes('application/json')) return 'fetch';
  return null;
}

/**
 * Who redirected. Chrome answers an HSTS or HTTPS upgrade itself with 307 and names the reason in a header;
 * an extension's redirect looks the same with another reason. Firefox shows status 0 without headers for the
 * former, 200 for the latter, and a self-redirect when a page's service worker takes over (Chromium 156, ESR 153).
 */
export function redirectedBy(status: number, statusLine: string, headers: readonly Header[], from: string, to: string): RedirectedBy {
  const reason = valueFor(headers, 'non-authoritative-reason');
  if (reason !== null) return /hsts|https|upgrade/i.test(reason) ? 'browser' : 'extension';
  if (/internal redirect/i.test(statusLine)) return isUpgrade(from, to) ? 'browser' : 'extension';
  if (status === 0) return from === to ? 'service-worker' : isUpgrade(from, to) ? 'browser' : 'extension';
  if (status === 200) return 'extension';
  return 'server';
}

/** Firefox: the page's service worker takes the request over. What comes next has the same URL. */
export function isHandedOver({ status, url, to }: { readonly status: number; readonly url: string; readonly to: string }): boolean {
  return status === 0 && withoutFragment(url) === withoutFragment(to);
}

function isUpgrade(from: string, to: string): boolean {
  return (
    from.startsWith('http:') &&
    to.startsWith('https:') &&
    from.slice(5).split(/[?#]/, 1)[0]?.replace(/:\d+/, '') === to.slice(6).split(/[?#]/, 1)[0]?.replace(/:\d+/, '')
  );
}

/** Firefox joins repeated response headers: Set-Cookie and WWW-Authenticate with line feeds (measured). One line, one header. */
export function splitJoined(headers: readonly Header[]): Header[] {
  return headers.flatMap((h) =>
    /^(?:set-cookie|www-authenticate)$/i.test(h.name) && h.value.includes('\n')
      ? h.value.split('\n').map((value) => ({ name: h.name, value }))
      : [h],
  );
}

export const nothingHidden: readonly string[] = [];
export const noHeaders: Headers = { fields: [], hidden: 'all' };

/** Status lines say `HTTP/1.1 200` or `HTTP/2.0 200`; HAR says `h2`, `HTTP/2`, `http/2.0`, `h3`. */
export function protocolOf(text: string): 'h1' | 'h2' | 'h3' | null {
  const version = /^(?:http\/|h)(\d)/i.exec(text.trim())?.[1];
  return version === '1' || version === '0' ? 'h1' : version === '2' ? 'h2' : version === '3' ? 'h3' : null;
}

/** Loaded ahead of the user (Sec-Purpose, the older Purpose and X-Moz). */
export function speculationOf(headers: readonly Header[]): 'prefetch' | 'prerender' | null {
  const purpose = valueFor(headers, 'sec-purpose') ?? valueFor(headers, 'purpose') ?? valueFor(headers, 'x-moz') ?? '';
  return /prerender/i.test(purpose) ? 'prerender' : /prefetch|preview/i.test(purpose) ? 'prefetch' : null;
}
