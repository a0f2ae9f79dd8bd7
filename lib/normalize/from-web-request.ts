/** Events from webRequest and webNavigation become exchanges. Any order and any repetition of the same events gives the same result. */
import type { Access } from '../model/access.ts';
import { type Capture, type Product, type Settings, unknownMachine } from '../model/capture.ts';
import {
  type CaptureEvent,
  type CommitEvent,
  type EarlierEvent,
  keyOf,
  type PageEvent,
  type StrandedEvent,
  type WebRequestEvent,
} from '../model/event.ts';
import type { Exchange, Gap } from '../model/exchange.ts';
import { type Sliced, stride, toItsEnd } from '../model/sliced.ts';
import { covers } from '../read/access.ts';
import { agentOf, productCalled } from '../read/agent.ts';
import { groupDocuments, take } from './web-request/documents.ts';
import { exchangeOf } from './web-request/exchange.ts';
import { type Draft, draftsOf } from './web-request/hops.ts';
import { withoutOvertaken } from './web-request/jar.ts';
import { compareIds, withKeptPages, withWorkerNavigations } from './web-request/page-worker.ts';
import { strandedHops } from './web-request/stranded.ts';
import { gapsOfEarlier, renumbered } from './web-request/tabs.ts';

export interface AssembleOptions {
  readonly live: boolean;
  /** Epoch milliseconds. */
  readonly asOf: number;
  readonly gaps?: readonly Gap[];
}

export function fromWebRequest(events: Iterable<CaptureEvent>, options: AssembleOptions): Capture {
  return toItsEnd(assembling(events, options));
}

/** The same, for whom a page waits meanwhile. `events` must stay as they are until it is done. */
export function* assembling(events: Iterable<CaptureEvent>, options: AssembleOptions): Sliced<Capture> {
  const unique = new Map<string, CaptureEvent>();
  for (const event of events) {
    if (unique.size % stride === 0) yield;
    const key = keyOf(event);
    const known = unique.get(key);
    // A page that redirects to itself can do so twice within a millisecond, each time with another cookie.
    unique.set(known && JSON.stringify(known) !== JSON.stringify(event) ? key + JSON.stringify(event) : key, event);
  }
  const requests = new Map<string, WebRequestEvent[]>();
  const commits: CommitEvent[] = [];
  const pages: PageEvent[] = [];
  const strandings: StrandedEvent[] = [];
  const openers = new Map<number, number>();
  const privateTabs = new Set<number>();
  const earlier: EarlierEvent[] = [];
  const gaps = new Set<Gap>(options.gaps);
  const restartedAt: number[] = [];
  let settings: Settings = { thirdPartyCookies: null };
  let machine = unknownMachine;
  const closed = new Map<number, number>();
  let creator: string | null = null;
  let browser: Capture['source']['browser'] = null;
  for (const event of renumbered([...unique.values()])) {
    switch (event.kind) {
      case 'commit':
        commits.push(event);
        break;
      case 'page':
        pages.push(event);
        break;
      case 'stranded':
        strandings.push(event);
        break;
      case 'spawn':
        openers.set(event.tab, event.opener);
        break;
      case 'private':
        privateTabs.add(event.tab);
        break;
      case 'earlier':
        earlier.push(event);
        break;
      case 'replace':
        break;
      case 'gap':
        if (event.why === 'worker-restarted') restartedAt.push(event.at);
        gaps.add(event.why);
        break;
      case 'settings':
        settings = { thirdPartyCookies: event.thirdPartyCookies };
        machine = event.machine;
        browser = event.browser;
        creator = `${event.browser} ${event.version}`;
        break;
      case 'close':
        closed.set(event.tab, event.at);
        break;
      default:
        (requests.get(event.request) ?? requests.set(event.request, []).get(event.request))?.push(event);
    }
  }
  const drafts: Draft[] = [];
  for (const [request, list] of requests) {
    yield;
    const cut = draftsOf(request, list);
    drafts.push(...cut.drafts.map((draft) => (privateTabs.has(draft.begin.tab) ? inPrivate(draft) : draft)));
    if (!cut.lost) continue;
    gaps.add('worker-restarted');
    restartedAt.push(...list.map(({ at }) => at).slice(0, 1));
  }
  drafts.push(...strandedHops(drafts, strandings));
  yield;
  drafts.sort((a, b) => a.begin.at - b.begin.at || compareIds(a.id, b.id));
  yield;
  for (const gap of gapsOfEarlier(earlier, drafts)) gaps.add(gap);
  const commitGroups = groupDocuments(commits);
  const pageGroups = groupDocuments(pages);
  yield;
  const fetched = withWorkerNavigations(drafts, commits);
  yield;
  // What was not heard is no sign of a worker.
  const heard = gaps.has('worker-restarted') ? fetched : withKeptPages(fetched, commits);
  yield;
  const hops = withoutOvertaken(heard);
  yield;
  // Not every load has a page text: the newest load that a text can belong to is the one it stood on.
  const texts = new Map(hops.toReversed().map((draft) => [draft, isSettled(draft) ? take(pageGroups, draft) : null]));
  const made: Exchange[] = [];
  for (const draft of hops) {
    if (made.length % stride === 0) yield;
    made.push(exchangeOf(draft, isSettled(draft) ? take(commitGroups, draft) : null, texts.get(draft) ?? null, openers));
  }
  const exchanges = withClosedTabs(made, closed);
  yield;
  return {
    source: { kind: 'live', creator, browser, product: productOf(creator, exchanges), entries: exchanges.length },
    machine,
    exchanges,
    gaps: [...gaps].sort(),
    restartedAt: restartedAt.sort((a, b) => a - b),
    skipped: [],
    settings,
    live: options.live,
    asOf: options.asOf,
  };
}

/** Hosts that play a part in what was recorded, were out of sight then, and still are. */
export function hostsNotGranted(events: Iterable<CaptureEvent>, access: Access): readonly string[] {
  const named = [...events].flatMap((event) => (event.kind === 'gap' && event.why === 'not-granted' && event.host ? [event.host] : []));
  return [...new Set(named)].filter((host) => !covers(access, `https://${host}/`)).sort();
}

/** The last document of a tab is the one it was closed with. */
function withClosedTabs(exchanges: readonly Exchange[], closed: ReadonlyMap<number, number>): Exchange[] {
  const last = new Map<Exchange, number>();
  const pages = Map.groupBy(
    exchanges.filter(({ where }) => where.kind === 'page' && where.tab !== null && closed.has(where.tab)),
    ({ where }) => where.tab,
  );
  for (const [tab, at] of closed) {
    const document = pages.get(tab)?.findLast((e) => e.startedAt <= at);
    if (document) last.set(document, at);
  }
  return exchanges.map((exchange) => {
    const closedAt = last.get(exchange);
    if (closedAt === undefined) return exchange;
    return { ...exchange, navigation: { ...(exchange.navigation ?? { transition: null, qualifiers: [], committed: false }), closedAt } };
  });
}

function isSettled({ begin, hop }: Draft): boolean {
  return (begin.type === 'main_frame' || begin.type === 'sub_frame') && !hop.redirect;
}

const inPrivate = (draft: Draft): Draft => ({ ...draft, begin: { ...draft.begin, incognito: true } });

/** Requests know better than the event: Edge and others call themselves Chrome there. */
function productOf(creator: string | null, exchanges: readonly Exchange[]): Product | null {
  return agentOf(exchanges).product ?? (creator === null ? null : productCalled(creator));
}
