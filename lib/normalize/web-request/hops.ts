/** Cutting the events of one browser request into its redirect hops, whatever order they came in. */

import { type BeginEvent, keyOf, type RedirectEvent, type WebRequestEvent } from '../../model/event.ts';
import type { ExchangeId } from '../../model/exchange.ts';
import { readUrl, withoutFragment } from '../../read/url.ts';

/** Events of one hop, at most one of each kind. */
export type Hop = { -readonly [K in WebRequestEvent['kind']]?: Extract<WebRequestEvent, { kind: K }> };

const kindsInOrder = [
  'begin',
  'send',
  'held',
  'receive',
  'redirect',
  'complete',
  'fail',
  'kept',
  'answer',
] as const satisfies readonly WebRequestEvent['kind'][];

interface OpenHop {
  readonly url: string;
  readonly at: number;
  readonly hop: Hop;
}

/** Answers of the browser itself say this; Chromium's for what another extension did. */
const byExtension = { status: 307, statusLine: 'HTTP/1.1 307 Internal Redirect', headers: [] } as const;

/**
 * Another extension may change the parameters of a request before it is sent. Chromium shows that by nothing but the
 * URL of all later events (measured, 156); Firefox shows a redirect, and so do we: one hop asked for, another sent.
 */
function splitChanged(ordered: readonly WebRequestEvent[]): readonly WebRequestEvent[] {
  const begun = new Set(ordered.flatMap((event) => (event.kind === 'begin' ? [withoutFragment(event.url)] : [])));
  const targets = new Set(ordered.flatMap((event) => (event.kind === 'redirect' ? [withoutFragment(event.to)] : [])));
  const wentOn = new Set(ordered.flatMap((event) => (event.kind === 'begin' ? [] : [event.url])));
  const made: WebRequestEvent[] = [];
  for (const sent of ordered) {
    const url = withoutFragment(sent.url);
    if (sent.kind !== 'send' || begun.has(url) || targets.has(url)) continue;
    const { base } = readUrl(sent.url);
    const asked = ordered.find(
      (event) => event.kind === 'begin' && event.at <= sent.at && !wentOn.has(event.url) && readUrl(event.url).base === base,
    );
    if (asked?.kind !== 'begin') continue;
    const { request, at } = sent;
    made.push(
      { ...asked, at, url: sent.url },
      { kind: 'redirect', request, at, url: asked.url, to: sent.url, ...byExtension, fromCache: false },
    );
    wentOn.add(asked.url);
    begun.add(url);
  }
  return made.length === 0 ? ordered : [...ordered, ...made].sort(byTime);
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byTime = (a: WebRequestEvent, b: WebRequestEvent) =>
  a.at - b.at || byText(keyOf(a), keyOf(b)) || byText(JSON.stringify(a), JSON.stringify(b));

const ends: ReadonlySet<string> = new Set(['receive', 'redirect', 'complete', 'fail']);

/** Firefox now and then tells of the beginning twice, too (measured, ESR 153): where nothing came back in between, it is one and the same. */
function withoutSecondStarts(ordered: readonly WebRequestEvent[]): readonly WebRequestEvent[] {
  const targets = new Set(ordered.flatMap((event) => (event.kind === 'redirect' ? [withoutFragment(event.to)] : [])));
  let open: BeginEvent | null = null;
  return ordered.filter((event) => {
    if (ends.has(event.kind)) open = null;
    if (event.kind !== 'begin') return true;
    const again = open?.url === event.url && open.method === event.method && !targets.has(withoutFragment(event.url));
    if (!again) open = event;
    return !again;
  });
}

/** Cuts the events of one request into redirect hops. A hop begins with `begin`; the others find theirs by URL and time. */
function cutIntoHops(events: readonly WebRequestEvent[]): Hop[] {
  const ordered = splitChanged(withoutSecondStarts([...events].sort(byTime)));
  const open: OpenHop[] = chainOrder(ordered).map((begin) => ({ url: begin.url, at: begin.at, hop: { begin } }));
  const openAt = Map.groupBy(open, ({ url }) => url);
  /** How often a redirect led to an address. */
  const arrivals = new Map<string, number>();
  for (const event of ordered)
    if (event.kind === 'redirect') arrivals.set(withoutFragment(event.to), (arrivals.get(withoutFragment(event.to)) ?? 0) + 1);
  const [firstEvent] = ordered;
  const started = withoutFragment(firstEvent?.url ?? '');
  for (const kind of kindsInOrder.slice(1)) {
    const byUrl = Map.groupBy(
      ordered.filter((event) => event.kind === kind),
      (event) => event.url,
    );
    for (const [url, list] of byUrl) {
      const homes = openAt.get(url)?.slice() ?? [];
      const here = withoutFragment(url);
      const expected = (arrivals.get(here) ?? 0) + (started === here ? 1 : 0);
      list.forEach((event, index) => {
        // Hops of one URL: the n-th event belongs to the n-th of them when none was lost, else time decides.
        // A redirect to its own URL belongs to the first of them that has none: the last one stayed.
        const home =
          homes.length === list.length
            ? homes[index]
            : event.kind === 'redirect' && event.to === url
              ? homes.find((candidate) => candidate.hop.redirect === undefined && candidate.at <= event.at)
              : (latestBefore(homes, event) ?? sentAgain(homes, event, expected));
        if (home) Object.assign(home.hop, { [kind]: event });
        // Its `begin` was lost with the worker: what is left is still a hop.
        else {
          const lone = { url: event.url, at: event.at, hop: { [kind]: event } };
          open.push(lone);
          const known = openAt.get(url);
          if (known) known.push(lone);
          else openAt.set(url, [lone]);
        }
      });
    }
  }
  return open.sort((a, b) => a.at - b.at).map((entry) => entry.hop);
}

/** Begins in time order. Several in one millisecond (Firefox counts whole ones) stand in the order in which one redirects to the next. */
function chainOrder(ordered: readonly WebRequestEvent[]): BeginEvent[] {
  const redirects = ordered.filter((event) => event.kind === 'redirect');
  const targetsOf = Map.groupBy(redirects, ({ url }) => url);
  const sourcesOf = Map.groupBy(redirects, ({ to }) => to);
  const chain: BeginEvent[] = [];
  for (const together of Map.groupBy(
    ordered.filter((event) => event.kind === 'begin'),
    ({ at }) => at,
  ).values()) {
    const waiting = new Set(together);
    const byUrl = Map.groupBy(together, ({ url }) => url);
    const open = (url: string, but?: BeginEvent) => byUrl.get(url)?.find((begin) => begin !== but && waiting.has(begin));
    const place = new Map(together.map((begin, index) => [begin, index]));
    while (waiting.size > 0) {
      const led = (targetsOf.get(chain.at(-1)?.url ?? '') ?? []).flatMap(({ to }) => open(to) ?? []);
      const next =
        led.reduce<BeginEvent | undefined>(
          (first, begin) => (first && (place.get(first) ?? 0) <= (place.get(begin) ?? 0) ? first : begin),
          undefined,
        ) ??
        firstOf(waiting, (begin) => !(sourcesOf.get(begin.url) ?? []).some(({ url }) => open(url, begin))) ??
        firstOf(waiting, () => true);
      if (!next) break;
      chain.push(next);
      waiting.delete(next);
    }
  }
  return chain;
}

function firstOf<T>(items: Iterable<T>, fits: (item: T) => boolean): T | undefined {
  for (const item of items) if (fits(item)) return item;
  return undefined;
}

function latestBefore(hops: readonly OpenHop[], event: WebRequestEvent): OpenHop | null {
  return hops.findLast((candidate) => candidate.hop[event.kind] === undefined && candidate.at <= event.at) ?? null;
}

/**
 * A browser sends a request once more when the connection it was to reuse turns out to be closed; Firefox then tells of
 * `send`, and now and then of the end, twice (measured, ESR 153). Only a redirect to this address makes it another hop.
 */
function sentAgain(hops: readonly OpenHop[], event: WebRequestEvent, expected: number): OpenHop | null {
  return hops.length < expected ? null : (hops.findLast((candidate) => candidate.at <= event.at) ?? null);
}

/** A hop that is going to be an exchange. */
export interface Draft {
  readonly id: ExchangeId;
  readonly hop: Hop;
  readonly begin: BeginEvent;
  readonly previousHop: ExchangeId | null;
}

/** A hop whose `begin` was lost: what is left still says where the browser went. */
function inventBegin(hop: Hop, sibling: BeginEvent | undefined): BeginEvent | null {
  const known = hop.send ?? hop.receive ?? hop.redirect ?? hop.complete ?? hop.fail;
  if (!known) return null;
  return {
    kind: 'begin',
    request: known.request,
    at: known.at,
    url: known.url,
    method: 'GET',
    type: sibling?.type ?? 'other',
    tab: sibling?.tab ?? -1,
    frame: sibling?.frame ?? -1,
    initiator: null,
    incognito: sibling?.incognito ?? false,
    container: sibling?.container ?? null,
    body: null,
  };
}

const leadsTo = (redirect: RedirectEvent | undefined, url: string) =>
  redirect !== undefined && withoutFragment(redirect.to) === withoutFragment(url);

export function draftsOf(request: string, events: readonly WebRequestEvent[]): { drafts: Draft[]; lost: boolean } {
  const hops = cutIntoHops(events);
  const sibling = hops.find((hop) => hop.begin)?.begin;
  const drafts: Draft[] = [];
  let lost = false;
  hops
    .map((hop) => ({ hop, begin: hop.begin ?? inventBegin(hop, sibling) }))
    .filter((entry): entry is { hop: Hop; begin: BeginEvent } => entry.begin !== null)
    .sort((a, b) => a.begin.at - b.begin.at)
    .forEach(({ hop, begin }, index, all) => {
      // A navigation stopped by a policy between two hops ends without having begun (Chromium, CSP form-action).
      if (!hop.begin && !hop.fail) lost = true;
      const id: ExchangeId = `x${request}.${index}`;
      // Hops in between may have been lost: only a redirect that was seen leads from one to the next.
      const led = leadsTo(all[index - 1]?.hop.redirect, begin.url);
      drafts.push({ id, hop, begin, previousHop: led ? `x${request}.${index - 1}` : null });
    });
  return { drafts, lost };
}
