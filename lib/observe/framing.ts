/** Who may show a page in a frame, by the page's own word. */
import type { Exchange, Headers } from '../model/exchange.ts';
import type { Place } from '../model/place.ts';
import { allowsSource, directiveOf } from '../read/csp.ts';
import { header, headerValue } from '../read/headers.ts';
import { originOf } from '../read/url.ts';

/** Chromium has one code for both headers, Firefox one for each. */
export const stoppedByRule = /ERR_BLOCKED_BY_RESPONSE\b|NS_ERROR_XFO_VIOLATION|NS_ERROR_CSP_FRAME_ANCESTOR_VIOLATION/;

/** The page around the frame: it set off the frame's first request. */
export function embedderOf({ request }: Exchange): string | null {
  return originOf(request.initiator ?? '') ?? originOf(headerValue(request.headers, 'referer') ?? '');
}

export interface FrameRule {
  readonly place: Place;
  readonly says: string;
}

/** CSP Level 3: where `frame-ancestors` stands, X-Frame-Options is not read. */
export function frameRule(headers: Headers, embedder: string | null, page: string): FrameRule | 'hidden' | null {
  const policies = directiveOf(headers, 'frame-ancestors');
  const options = header(headers, 'x-frame-options');
  if (policies === 'hidden') return 'hidden';
  if (policies.length > 0) {
    const says = 'CSP `frame-ancestors`';
    const closed = policies.some((sources) => sources.length === 0 || sources.every((source) => /^'none'$/i.test(source)));
    const others = embedder !== null && policies.some((sources) => !allowsSource(sources, embedder, page));
    return closed || others ? { place: 'response.header.content-security-policy', says } : null;
  }
  if (options.kind === 'hidden') return 'hidden';
  const words = options.kind === 'present' ? options.all.flatMap((value) => value.split(',').map((word) => word.trim().toLowerCase())) : [];
  if (words.includes('deny')) return { place: 'response.header.x-frame-options', says: '`X-Frame-Options: DENY`' };
  if (words.includes('sameorigin') && embedder !== null && embedder !== originOf(page))
    return { place: 'response.header.x-frame-options', says: '`X-Frame-Options: SAMEORIGIN`' };
  return null;
}
