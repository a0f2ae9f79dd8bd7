/**
 * An app's service worker may fetch navigations itself. Its call belongs to no tab then; Chromium marks it as a
 * navigation, Firefox lets the page's own request redirect to itself before (measured, Chromium 156, ESR 153).
 */
import type { CommitEvent } from '../../model/event.ts';
import { withoutFragment } from '../../read/url.ts';
import { isHandedOver } from '../quirks.ts';
import type { Draft } from './hops.ts';

/** A service worker has to be started before it fetches or answers. */
const startsWithinMs = 10_000;

const ofWorker = ({ begin }: Draft) => begin.tab < 0 && begin.type === 'xmlhttprequest';

const isMarked = ({ hop }: Draft) =>
  hop.send?.headers.some(({ name, value }) => name.toLowerCase() === 'sec-fetch-mode' && value === 'navigate') ?? false;

const soon = (from: number, to: number) => from <= to && to - from <= startsWithinMs;

/** Such calls become the navigations they are, of the tab they belong to. `drafts` in the order of their beginnings, commits in any. */
export function withWorkerNavigations(drafts: readonly Draft[], commits: readonly CommitEvent[]): readonly Draft[] {
  if (!drafts.some(ofWorker)) return drafts;
  const shown = Map.groupBy(
    [...commits].sort((a, b) => a.at - b.at),
    ({ url }) => withoutFragment(url),
  );
  const leading = Map.groupBy(
    drafts.filter(({ begin: { tab }, hop: { redirect } }) => redirect !== undefined && tab >= 0),
    ({ hop: { redirect } }) => withoutFragment(redirect?.to ?? ''),
  );
  const led = new Set(drafts.flatMap((draft) => draft.previousHop ?? []));
  return drafts.map((draft) => {
    if (!ofWorker(draft)) return draft;
    const { begin } = draft;
    const url = withoutFragment(begin.url);
    const marked = isMarked(draft);
    const from = leading
      .get(url)
      ?.findLast(
        ({ id, hop: { redirect } }) =>
          redirect !== undefined && !led.has(id) && soon(redirect.at, begin.at) && (marked || isHandedOver(redirect)),
      );
    if (!from && !marked) return draft;
    if (from) led.add(from.id);
    const commit = from ? null : shown.get(url)?.find((one) => soon(begin.at, one.at));
    const { tab, frame } = from?.begin ?? commit ?? begin;
    return {
      ...draft,
      begin: { ...begin, tab, frame, type: frame > 0 ? 'sub_frame' : 'main_frame' },
      previousHop: from?.id ?? draft.previousHop,
    };
  });
}

/** Only calls of workers with an answer in their address are listened to: of others, not hearing means nothing. */
const heard = /[?&](?:code|error)=/;

const hostOf = (url: string) => url.split('/', 3)[2] ?? '';

/**
 * What the worker answers by itself is no request at all in Chromium: a redirect leads to a page, that page is shown, and
 * nothing was sent (measured, 156). Firefox shows a redirect of the page to itself, and so do we.
 */
export function withKeptPages(drafts: readonly Draft[], commits: readonly CommitEvent[]): readonly Draft[] {
  if (commits.length === 0) return drafts;
  const led = new Set(drafts.flatMap((draft) => draft.previousHop ?? []));
  const ids = new Set(drafts.map((draft) => draft.id));
  // A host without a single request may be one that we are not allowed to see.
  const seen = new Set(drafts.flatMap(({ begin, hop }) => (hop.send ? [hostOf(begin.url)] : [])));
  const shownAt = Map.groupBy(commits, ({ tab, frame, url }) => `${tab}.${frame}:${withoutFragment(url)}`);
  /** When an address was last asked for. */
  const lastAt = new Map<string, number>();
  for (const { begin } of drafts) {
    const url = withoutFragment(begin.url);
    lastAt.set(url, Math.max(begin.at, lastAt.get(url) ?? begin.at));
  }
  const made = drafts.flatMap((draft): Draft[] => {
    const { id, begin, hop } = draft;
    const { redirect } = hop;
    if (!redirect || !heard.test(redirect.to) || led.has(id) || begin.tab < 0 || isHandedOver(redirect) || !seen.has(hostOf(redirect.to)))
      return [];
    const url = withoutFragment(redirect.to);
    const shown = shownAt.get(`${begin.tab}.${begin.frame}:${url}`)?.find((one) => soon(redirect.at, one.at));
    const next = id.replace(/(?<!\d)\d+$/, (hops) => String(Number(hops) + 1)) as Draft['id'];
    const sentLater = (lastAt.get(url) ?? Number.NEGATIVE_INFINITY) >= redirect.at;
    if (!shown || ids.has(next) || sentLater) return [];
    const { request } = begin;
    const kept = { ...begin, at: redirect.at, url: redirect.to, method: 'GET', body: null };
    const takenOver = {
      kind: 'redirect',
      request,
      at: shown.at,
      url: redirect.to,
      to: redirect.to,
      status: 0,
      statusLine: '',
      headers: [],
    } as const;
    return [{ id: next, hop: { begin: kept, redirect: { ...takenOver, fromCache: false } }, begin: kept, previousHop: id }];
  });
  return made.length === 0 ? drafts : [...drafts, ...made].sort((a, b) => a.begin.at - b.begin.at || compareIds(a.id, b.id));
}

const inNumbers = new Intl.Collator('en', { numeric: true });

/** `x12.0` before `x12.1` before `x13.0`. */
export function compareIds(a: Draft['id'], b: Draft['id']): number {
  return inNumbers.compare(a, b);
}
