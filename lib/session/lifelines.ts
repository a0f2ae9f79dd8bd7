/** The lives of a login's cookies, hop by hop: where each is set, comes along, is missed and ends. Told by the tale, not judged anew. Pure. */
import type { CookieLine, CookieTale } from '../model/cookie.ts';
import type { Exchange, ExchangeId } from '../model/exchange.ts';
import { domainMatches, readCookies, readSetCookies, refusalOf, type SetCookie } from '../read/cookies.ts';
import { addressOf } from '../read/url.ts';

/**
 * Whether a cookie came with a request. `held`: the browser had it for this address and left it out; `unseen`: it may have come, the
 * source does not show cookies.
 */
export type Came = 'sent' | 'other-value' | 'missing' | 'held' | 'unseen';
/** What an answer did to it. */
export type Became = 'set' | 'refused' | 'not-stored' | 'deleted';

export interface Lane {
  readonly key: string;
  readonly name: string;
  /** What the tale says of it: once or, where it is set again with the answer, more often. */
  readonly lines: readonly CookieLine[];
  readonly culprit: boolean;
}

export interface LaneStop {
  readonly came: Came | null;
  readonly became: Became | null;
  /** The cookie is in the browser before this hop, between its request and its answer, and after it. */
  readonly before: boolean;
  readonly between: boolean;
  readonly after: boolean;
  /** What the tale says of the cookie that was due here, and of the one that is set here. */
  readonly due: CookieLine | null;
  readonly setting: CookieLine | null;
  /** The line of the answer. */
  readonly set: SetCookie | null;
}

export interface Lifelines {
  readonly lanes: readonly Lane[];
  /** A stop a lane, by hop. */
  readonly stops: ReadonlyMap<ExchangeId, readonly LaneStop[]>;
}

export function lanesOf(tale: CookieTale): readonly Lane[] {
  if (tale.kind !== 'told') return [];
  const byCookie = Map.groupBy(tale.lines, ({ name, host }) => `${name} ${host}`);
  return [...byCookie].map(([key, lines]) => ({ key, name: lines[0]?.name ?? '', lines, culprit: lines.some(({ culprit }) => culprit) }));
}

/** What is known of a cookie while its hops go by. */
interface Life {
  readonly lane: Lane;
  /** The last line that set it, and the host that did. */
  set: SetCookie | null;
  host: string;
  alive: boolean;
}

/** The cookie goes to this host; the path is left to the browser. */
function belongsTo({ set, host }: Life, to: string): boolean {
  return set?.domain ? domainMatches(to, set.domain) : to === host;
}

function cameOf(life: Life, due: CookieLine | null, exchange: Exchange, host: string): Came | null {
  if (due && due.fate !== 'not-due') return due.fate;
  if (!life.alive || !belongsTo(life, host)) return null;
  const sent = readCookies(exchange.request.headers);
  if (sent === 'hidden') return 'unseen';
  const same = sent.filter(({ name }) => name === life.lane.name);
  if (same.some(({ value }) => value === life.set?.value)) return 'sent';
  if (same.length > 0) return 'other-value';
  const held = exchange.jar.seen && exchange.jar.value.held.some((cookie) => cookie.name === life.lane.name && !cookie.sent);
  return held ? 'held' : null;
}

/** The last line of this answer that sets the lane's cookie. */
function lineIn(life: Life, setting: CookieLine | null, exchange: Exchange, host: string): SetCookie | null {
  const { outcome } = exchange;
  const lines = outcome.kind === 'pending' ? [] : readSetCookies(outcome.headers, exchange.startedAt + (exchange.waitMs ?? 0));
  if (lines === 'hidden') return null;
  const isMine = ({ name, domain }: SetCookie) =>
    name === life.lane.name && (setting !== null || life.host === host || (domain !== null && domain === life.set?.domain));
  return lines.findLast(isMine) ?? null;
}

function becameOf(setting: CookieLine | null, set: SetCookie, url: string): Became {
  if (set.deletes) return 'deleted';
  if (setting === null) return refusalOf(set, url) === null ? 'set' : 'refused';
  return setting.taken === 'refused' || setting.taken === 'not-stored' ? setting.taken : 'set';
}

function pass(life: Life, exchange: Exchange): LaneStop {
  const { id, request } = exchange;
  const host = addressOf(request.url)?.host ?? '';
  const due = life.lane.lines.find((line) => line.due === id) ?? null;
  const setting = life.lane.lines.find((line) => line.setBy === id) ?? null;
  const before = life.alive;
  const came = cameOf(life, due, exchange, host);
  if (came === 'missing' && due?.withheld?.kind === 'expired') life.alive = false;
  const between = life.alive;
  const set = lineIn(life, setting, exchange, host);
  const became = set && becameOf(setting, set, request.url);
  if (became === 'set') Object.assign(life, { set, host, alive: true });
  else if (became === 'deleted') life.alive = false;
  return { came, became, before, between, after: life.alive, due, setting, set };
}

/** `exchanges` in the order of time. */
export function lifelines(tale: CookieTale, exchanges: readonly Exchange[]): Lifelines {
  const lanes = lanesOf(tale);
  const lives = lanes.map((lane): Life => ({ lane, set: null, host: lane.lines[0]?.host ?? '', alive: false }));
  const stops = new Map(exchanges.map((exchange) => [exchange.id, lives.map((life) => pass(life, exchange))]));
  return { lanes, stops };
}

const gravestCame: readonly Came[] = ['missing', 'other-value', 'held', 'sent', 'unseen'];
const gravestBecame: readonly Became[] = ['refused', 'not-stored', 'deleted', 'set'];

/** Several hops as one: what weighs most stands for all. */
export function foldStops(several: readonly (readonly LaneStop[])[]): readonly LaneStop[] {
  const [first = []] = several;
  return first.map((start, lane) => {
    const all = several.flatMap((stops) => stops[lane] ?? []);
    const came = gravestCame.find((one) => all.some((stop) => stop.came === one)) ?? null;
    const became = gravestBecame.find((one) => all.some((stop) => stop.became === one)) ?? null;
    const after = all.at(-1)?.after ?? start.after;
    return { came, became, before: start.before, between: start.before, after, due: null, setting: null, set: null };
  });
}
