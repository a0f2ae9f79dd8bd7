/** Closed lists of the capture file. */
import type { Gap, RedirectedBy, RequestKind, SameSite } from '../../model/exchange.ts';
import type { Again } from '../../model/recording.ts';

const among =
  <T extends string>(words: readonly T[]) =>
  (value: unknown): T | null =>
    words.find((word) => word === value) ?? null;

export const kindOf = among<RequestKind>(['page', 'frame', 'fetch', 'preflight', 'resource', 'unknown']);
export const redirectorOf = among<RedirectedBy>(['server', 'browser', 'extension', 'service-worker']);
export const sameSiteOf = among<SameSite>(['strict', 'lax', 'none', 'unspecified']);
export const sourceOf = among(['web-request', 'devtools', 'har', 'file'] as const);
export const protocolOf = among(['h1', 'h2', 'h3'] as const);
export const policyOf = among(['allowed', 'blocked', 'partitioned', 'trackers-blocked'] as const);
export const againOf = among<Again>(['private-window', 'same-window']);
export const speculationOf = among(['prefetch', 'prerender'] as const);

const gaps = {
  'body-not-exposed': true,
  'body-too-large': true,
  'header-hidden': true,
  'fragment-not-recorded': true,
  'jar-not-readable': true,
  'parameters-hidden': true,
  encrypted: true,
  'redacted-input': true,
  'capture-started-late': true,
  'capture-ended-early': true,
  'never-finished': true,
  'background-asleep': true,
  'worker-restarted': true,
  'browser-restarted': true,
  'not-granted': true,
  evicted: true,
  'browser-unknown': true,
  'not-sent': true,
  'times-missing': true,
} as const satisfies Readonly<Record<Gap, true>>;

export function gapOf(value: unknown): Gap | null {
  return typeof value === 'string' && Object.hasOwn(gaps, value) ? (value as Gap) : null;
}
