/**
 * An app's service worker may fetch navigations itself. Its call belongs to no tab then; Chromium marks it as a
 * navigation, Firefox lets the page's own request redirect to itself before (measured, Chromium 156, ESR 153).
 */
import type { CommitEvent } from '../../model/event.ts';
import { withoutFragment } from '../../read/url.ts';
import { isHandedOver } from '../quirks.ts';
import type { Draft } from './hops.ts';

/** A service worker has to be started before it fetches. */
const startsWithinMs = 10_000;

const ofWorker = ({ begin }: Draft) => begin.tab < 0 && begin.type === 'xmlhttprequest';

const isMarked = ({ hop }: Draft) =>
  hop.send?.headers.some(({ name, value }) => name.toLowerCase() === 'sec-fetch-mode' && value === 'navigate') ?? false;

const soon = (from: number, to: number) => from <= to && to - from <= startsWithinMs;

/** Such calls become the navigations they are, of the tab they belong to. `drafts` in the order of their beginnings, commits in any. */
export function withWorkerNavigations(drafts: readonly Draft[], commits: readonly CommitEvent[]): readonly Draft[] {
  if (!drafts.some(ofWorker)) return drafts;
  const inTime = [...commits].sort((a, b) => a.at - b.at);
  const led = new Set(drafts.flatMap((draft) => draft.previousHop ?? []));
  return drafts.map((draft) => {
    if (!ofWorker(draft)) return draft;
    const { begin } = draft;
    const url = withoutFragment(begin.url);
    const marked = isMarked(draft);
    const from = drafts.findLast(
      ({ id, begin: { tab }, hop: { redirect } }) =>
        redirect !== undefined &&
        tab >= 0 &&
        !led.has(id) &&
        withoutFragment(redirect.to) === url &&
        soon(redirect.at, begin.at) &&
        (marked || isHandedOver(redirect)),
    );
    if (!from && !marked) return draft;
    if (from) led.add(from.id);
    const commit = from ? null : inTime.find((one) => withoutFragment(one.url) === url && soon(begin.at, one.at));
    const { tab, frame } = from?.begin ?? commit ?? begin;
    return {
      ...draft,
      begin: { ...begin, tab, frame, type: frame > 0 ? 'sub_frame' : 'main_frame' },
      previousHop: from?.id ?? draft.previousHop,
    };
  });
}
