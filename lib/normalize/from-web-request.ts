/** Events from webRequest and webNavigation become exchanges. Any order and any repetition of the same events gives the same result. */
import type { Capture, Settings } from '../model/capture.ts';
import { type BeginEvent, type CaptureEvent, type CommitEvent, keyOf, type PageEvent, type WebRequestEvent } from '../model/event.ts';
import type {
  Body,
  Exchange,
  ExchangeId,
  Gap,
  Headers,
  JarReading,
  NavigationFacts,
  Outcome,
  RequestKind,
  Seen,
} from '../model/exchange.ts';
import { withoutFragment } from '../read/url.ts';
import { kindFromHeaders, kindOfType, noHeaders, nothingHidden, protocolOf, redirectedBy, speculationOf, splitJoined } from './quirks.ts';

/** Events of one hop, at most one of each kind. */
type Hop = { -readonly [K in WebRequestEvent['kind']]?: Extract<WebRequestEvent, { kind: K }> };

const kindsInOrder = [
  'begin',
  'send',
  'held',
  'receive',
  'redirect',
  'complete',
  'fail',
  'kept',
] as const satisfies readonly WebRequestEvent['kind'][];

interface OpenHop {
  readonly url: string;
  readonly at: number;
  readonly hop: Hop;
}

const byTime = (a: WebRequestEvent, b: WebRequestEvent) => a.at - b.at || keyOf(a).localeCompare(keyOf(b));

/** Cuts the events of one request into redirect hops. A hop begins with `begin`; the others find theirs by URL and time. */
function cutIntoHops(events: readonly WebRequestEvent[]): Hop[] {
  const ordered = [...events].sort(byTime);
  const open: OpenHop[] = chainOrder(ordered).map((begin) => ({ url: begin.url, at: begin.at, hop: { begin } }));
  for (const kind of kindsInOrder.slice(1)) {
    const byUrl = Map.groupBy(
      ordered.filter((event) => event.kind === kind),
      (event) => event.url,
    );
    for (const [url, list] of byUrl) {
      const homes = open.filter((candidate) => candidate.url === url);
      list.forEach((event, index) => {
        // Hops of one URL: the n-th event belongs to the n-th of them when none was lost, else time decides.
        const home = homes.length === list.length ? homes[index] : latestBefore(homes.length > 0 ? homes : open, event);
        if (home) Object.assign(home.hop, { [kind]: event });
        // Its `begin` was lost with the worker: what is left is still a hop.
        else open.push({ url: event.url, at: event.at, hop: { [kind]: event } });
      });
    }
  }
  return open.sort((a, b) => a.at - b.at).map((entry) => entry.hop);
}

/** Begins in time order. Several in one millisecond (Firefox counts whole ones) stand in the order in which one redirects to the next. */
function chainOrder(ordered: readonly WebRequestEvent[]): BeginEvent[] {
  const redirects = ordered.filter((event) => event.kind === 'redirect');
  const waiting = ordered.filter((event) => event.kind === 'begin');
  const chain: BeginEvent[] = [];
  while (waiting.length > 0) {
    const together = waiting.filter((begin) => begin.at === waiting[0]?.at);
    const last = chain.at(-1);
    const next =
      together.find((begin) => redirects.some((r) => r.url === last?.url && r.to === begin.url)) ??
      together.find(
        (begin) => !together.some((other) => other !== begin && redirects.some((r) => r.url === other.url && r.to === begin.url)),
      ) ??
      together[0];
    if (!next) break;
    chain.push(next);
    waiting.splice(waiting.indexOf(next), 1);
  }
  return chain;
}

function latestBefore(hops: readonly OpenHop[], event: WebRequestEvent): OpenHop | null {
  let best: OpenHop | null = null;
  for (const candidate of hops) if (candidate.hop[event.kind] === undefined && candidate.at <= event.at) best = candidate;
  return best;
}

function requestKind(hop: Hop): RequestKind {
  const type = hop.begin?.type ?? 'other';
  const headers = hop.send?.headers ?? [];
  if (hop.begin?.method === 'OPTIONS' && kindFromHeaders('OPTIONS', headers) === 'preflight') return 'preflight';
  return kindOfType(type) ?? 'resource';
}

const unseenBody: Seen<Body> = { seen: false, why: 'body-not-exposed' };

function outcomeOf(hop: Hop, url: string, page: PageEvent | null): Outcome {
  const received = hop.receive ?? hop.redirect ?? null;
  const headers: Headers = received ? { fields: splitJoined(received.headers), hidden: nothingHidden } : noHeaders;
  if (hop.redirect) {
    const { status, statusLine, to } = hop.redirect;
    return {
      kind: 'redirected',
      status,
      by: redirectedBy(status, statusLine, hop.redirect.headers, url, to),
      to,
      headers,
      body: { seen: true, value: { kind: 'empty' } },
    };
  }
  if (hop.fail) return { kind: 'failed', reason: hop.fail.error, status: hop.receive?.status ?? null, headers };
  const done = hop.complete ?? hop.receive;
  if (!done) return { kind: 'pending' };
  const body: Seen<Body> = page
    ? { seen: true, value: { kind: 'text', mime: 'text/plain', text: page.text, bytes: null, page: true } }
    : unseenBody;
  return { kind: 'answered', status: done.status, headers, body };
}

function jarOf(hop: Hop): Seen<JarReading> {
  if (!hop.held && !hop.kept) return { seen: false, why: 'jar-not-readable' };
  return { seen: true, value: { held: hop.held?.cookies ?? [], kept: hop.kept?.cookies ?? [] } };
}

function headersOf(hop: Hop): Headers {
  return hop.send ? { fields: hop.send.headers, hidden: nothingHidden } : noHeaders;
}

interface Draft {
  readonly id: ExchangeId;
  readonly hop: Hop;
  readonly begin: BeginEvent;
  readonly previousHop: ExchangeId | null;
}

type DocumentEvent = CommitEvent | PageEvent;

const documentKey = (tab: number, frame: number, url: string) => `${tab}.${frame}:${withoutFragment(url)}`;

function groupDocuments<T extends DocumentEvent>(events: readonly T[]): Map<string, T[]> {
  return Map.groupBy(
    [...events].sort((a, b) => a.at - b.at),
    (event) => documentKey(event.tab, event.frame, event.url),
  );
}

/** The first commit (or page text) of that tab, frame and URL which is not older than the hop. Each belongs to one hop. */
function take<T extends DocumentEvent>(groups: Map<string, T[]>, draft: Draft): T | null {
  const group = groups.get(documentKey(draft.begin.tab, draft.begin.frame, draft.begin.url));
  const index = group?.findIndex((event) => event.at >= draft.begin.at - clockSlackMs) ?? -1;
  return index < 0 ? null : (group?.splice(index, 1)[0] ?? null);
}

/** webRequest and webNavigation stamp the same moment a little apart (measured in Firefox). */
const clockSlackMs = 5;

function exchangeOf(draft: Draft, commit: CommitEvent | null, page: PageEvent | null, openers: ReadonlyMap<number, number>): Exchange {
  const { hop, begin } = draft;
  const end = hop.redirect ?? hop.complete ?? hop.fail ?? null;
  const navigation: NavigationFacts | null = commit
    ? { transition: commit.transition, qualifiers: commit.qualifiers, committed: true }
    : null;
  return {
    id: draft.id,
    source: 'web-request',
    where: {
      tab: begin.tab < 0 ? null : begin.tab,
      frame: begin.frame < 0 ? null : begin.frame,
      kind: requestKind(hop),
      container: begin.container,
      incognito: begin.incognito,
      opener: openers.get(begin.tab) ?? null,
      fromBrowser: true,
    },
    startedAt: begin.at,
    waitMs: hop.receive ? Math.max(0, hop.receive.at - begin.at) : hop.redirect ? Math.max(0, hop.redirect.at - begin.at) : null,
    durationMs: end ? Math.max(0, end.at - begin.at) : null,
    request: {
      method: begin.method,
      url: begin.url,
      headers: headersOf(hop),
      body: begin.body
        ? { seen: true, value: begin.body }
        : begin.method === 'GET' || begin.method === 'HEAD'
          ? { seen: true, value: { kind: 'empty' } }
          : { seen: false, why: 'body-not-exposed' },
      initiator: begin.initiator,
    },
    outcome: outcomeOf(hop, begin.url, page),
    previousHop: draft.previousHop,
    protocol: protocolOf(hop.receive?.statusLine ?? hop.redirect?.statusLine ?? hop.complete?.statusLine ?? ''),
    fromCache: hop.redirect?.fromCache ?? hop.complete?.fromCache ?? false,
    speculative: speculationOf(hop.send?.headers ?? []),
    navigation,
    jar: jarOf(hop),
  };
}

/** A hop whose `begin` was lost: what is left still says where the browser went. */
function inventBegin(hop: Hop, chain: readonly Hop[]): BeginEvent | null {
  const known = hop.send ?? hop.receive ?? hop.redirect ?? hop.complete ?? hop.fail;
  const sibling = chain.find((other) => other.begin)?.begin;
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

function draftsOf(request: string, events: readonly WebRequestEvent[]): { drafts: Draft[]; lost: boolean } {
  const hops = cutIntoHops(events);
  const drafts: Draft[] = [];
  let lost = false;
  hops
    .map((hop) => ({ hop, begin: hop.begin ?? inventBegin(hop, hops) }))
    .filter((entry): entry is { hop: Hop; begin: BeginEvent } => entry.begin !== null)
    .sort((a, b) => a.begin.at - b.begin.at)
    .forEach(({ hop, begin }, index) => {
      // A navigation stopped by a policy between two hops ends without having begun (Chromium, CSP form-action).
      if (!hop.begin && !hop.fail) lost = true;
      const id: ExchangeId = `x${request}.${index}`;
      drafts.push({ id, hop, begin, previousHop: index === 0 ? null : `x${request}.${index - 1}` });
    });
  return { drafts, lost };
}

export interface AssembleOptions {
  readonly live: boolean;
  /** Epoch milliseconds. */
  readonly asOf: number;
  readonly gaps?: readonly Gap[];
}

export function fromWebRequest(events: Iterable<CaptureEvent>, options: AssembleOptions): Capture {
  const unique = new Map<string, CaptureEvent>();
  for (const event of events) unique.set(keyOf(event), event);
  const requests = new Map<string, WebRequestEvent[]>();
  const commits: CommitEvent[] = [];
  const pages: PageEvent[] = [];
  const openers = new Map<number, number>();
  const gaps = new Set<Gap>(options.gaps);
  let settings: Settings = { thirdPartyCookies: null };
  let creator: string | null = null;
  let browser: Capture['source']['browser'] = null;
  for (const event of unique.values()) {
    switch (event.kind) {
      case 'commit':
        commits.push(event);
        break;
      case 'page':
        pages.push(event);
        break;
      case 'spawn':
        openers.set(event.tab, event.opener);
        break;
      case 'gap':
        gaps.add(event.why);
        break;
      case 'settings':
        settings = { thirdPartyCookies: event.thirdPartyCookies };
        browser = event.browser;
        creator = `${event.browser} ${event.version}`;
        break;
      case 'close':
        break;
      default:
        (requests.get(event.request) ?? requests.set(event.request, []).get(event.request))?.push(event);
    }
  }
  const drafts: Draft[] = [];
  for (const [request, list] of requests) {
    const cut = draftsOf(request, list);
    drafts.push(...cut.drafts);
    if (cut.lost) gaps.add('worker-restarted');
  }
  drafts.sort((a, b) => a.begin.at - b.begin.at || compareIds(a.id, b.id));
  const commitGroups = groupDocuments(commits);
  const pageGroups = groupDocuments(pages);
  const exchanges = drafts.map((draft) => {
    const isDocument = draft.begin.type === 'main_frame' || draft.begin.type === 'sub_frame';
    const settled = isDocument && !draft.hop.redirect;
    return exchangeOf(draft, settled ? take(commitGroups, draft) : null, settled ? take(pageGroups, draft) : null, openers);
  });
  return {
    source: { kind: 'live', creator, browser, entries: exchanges.length },
    exchanges,
    gaps: [...gaps].sort(),
    skipped: [],
    settings,
    live: options.live,
    asOf: options.asOf,
  };
}

/** `x12.0` before `x12.1` before `x13.0`. */
export function compareIds(a: ExchangeId, b: ExchangeId): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
