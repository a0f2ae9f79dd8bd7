/**
 * A redirect to a scheme of an app never becomes a request, and the one that was redirected never ends. Where the browser
 * says that nothing opens the address, it is one more hop, as in a HAR file: a request that failed.
 */
import type { StrandedEvent } from '../../model/event.ts';
import type { Draft } from './hops.ts';

const soonMs = 5_000;

/** Firefox's own name for it. */
const reason = 'NS_ERROR_UNKNOWN_PROTOCOL';

export function strandedHops(drafts: readonly Draft[], events: readonly StrandedEvent[]): Draft[] {
  const taken = new Set<Draft>();
  const leaving = events.length === 0 ? [] : drafts.filter(({ hop: { redirect } }) => redirect && !/^https?:/i.test(redirect.to));
  return [...events]
    .sort((a, b) => a.at - b.at)
    .flatMap((event) => {
      const last = leaving.findLast(
        (draft) =>
          !taken.has(draft) &&
          draft.begin.tab === event.tab &&
          draft.begin.frame === event.frame &&
          draft.hop.redirect !== undefined &&
          Math.abs(event.at - draft.hop.redirect.at) <= soonMs,
      );
      const redirect = last?.hop.redirect;
      if (!last || !redirect) return [];
      taken.add(last);
      const [request = '', hop = '0'] = last.id.slice(1).split('.');
      const at = Math.max(event.at, redirect.at);
      return [
        {
          id: `x${request}.${Number(hop) + 1}` as const,
          begin: { ...last.begin, at, url: redirect.to, method: 'GET', body: null },
          hop: { fail: { kind: 'fail', request, at, url: redirect.to, error: reason } },
          previousHop: last.id,
        },
      ];
    });
}
