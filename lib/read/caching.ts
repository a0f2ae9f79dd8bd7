/** What an answer says about being kept, RFC 9111 section 5.2.2. */
import type { Headers } from '../model/exchange.ts';
import { header, headerValue } from './headers.ts';

/** forbidden: nobody may keep it. fresh: it may be used again without asking. allowed: nothing of both. */
export type Caching = 'forbidden' | 'fresh' | 'allowed' | 'hidden';

export function cachingOf(headers: Headers): Caching {
  const control = header(headers, 'cache-control');
  if (control.kind === 'hidden') return 'hidden';
  const directives =
    control.kind === 'present'
      ? control.all
          .join(',')
          .toLowerCase()
          .split(',')
          .map((d) => d.trim())
      : [];
  if (directives.includes('no-store')) return 'forbidden';
  const age = directives.map((d) => /^max-age="?(\d+)/.exec(d)?.[1]).find((seconds) => seconds !== undefined);
  if (age !== undefined) return Number(age) > 0 && !directives.includes('no-cache') ? 'fresh' : 'allowed';
  const expires = Date.parse(headerValue(headers, 'expires') ?? '');
  const date = Date.parse(headerValue(headers, 'date') ?? '');
  return expires > date && !directives.includes('no-cache') ? 'fresh' : 'allowed';
}
