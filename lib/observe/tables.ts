/** Tables over all that was recorded, each made once per stage: what every flow asks must not be searched for anew each time. */
import type { Exchange, ExchangeId } from '../model/exchange.ts';
import type { Flow, FlowId } from '../model/flow.ts';
import { grouped } from '../read/grouped.ts';
import { logoutWord } from '../read/logout.ts';
import { siteOf } from '../read/site.ts';
import { firstFrom } from '../read/sorted.ts';
import { addressOf, originOf } from '../read/url.ts';
import type { Scene, Stage } from './scene.ts';

const memory = new WeakMap<Stage, Map<unknown, unknown>>();

/** Works a thing out once per stage. */
export function staged<T>(work: (stage: Stage) => T): (stage: Stage) => T {
  return (stage) => {
    let known = memory.get(stage);
    if (!known) {
      known = new Map();
      memory.set(stage, known);
    }
    if (!known.has(work)) known.set(work, work(stage));
    return known.get(work) as T;
  };
}

/** One of the recording, and its place in it. */
export interface Placed {
  readonly exchange: Exchange;
  readonly at: number;
}

/** Those of the recording that a check can be about: asked of each one once, not once per flow. */
export const chosen = (isOne: (exchange: Exchange) => boolean) =>
  staged(({ capture }) => capture.exchanges.flatMap((exchange, at): Placed[] => (isOne(exchange) ? [{ exchange, at }] : [])));

/** Of a list in the order of the recording: those after an exchange, up to `withinMs` later. */
export function* laterIn({ stage }: Scene, list: readonly Placed[], exchange: Exchange, withinMs: number): Iterable<Exchange> {
  const end = exchange.startedAt + withinMs;
  for (let i = firstFrom(list, (stage.order.get(exchange.id) ?? stage.order.size) + 1); i < list.length; i++) {
    const next = list[i];
    if (!next || next.exchange.startedAt > end) return;
    yield next.exchange;
  }
}

/** The first value of every key stays. */
function firsts<K, V>(entries: Iterable<readonly [K, V]>): Map<K, V> {
  const map = new Map<K, V>();
  for (const [key, value] of entries) if (!map.has(key)) map.set(key, value);
  return map;
}

const led = staged(({ capture }) => firsts(capture.exchanges.flatMap((e) => (e.previousHop ? [[e.previousHop, e] as const] : []))));

/** The hop that this one led to. */
export const nextOf = (stage: Stage, id: ExchangeId): Exchange | undefined => led(stage).get(id);

const tabs = staged(({ capture }) => grouped(capture.exchanges, ({ where }) => where.tab));

/** All of one tab, oldest first. */
export const inTab = (stage: Stage, tab: number | null): readonly Exchange[] => tabs(stage).get(tab) ?? [];

const all = chosen(() => true);

/** By the site each was sent to. */
export const bySite = (list: readonly Placed[]) => grouped(list, ({ exchange }) => siteOf(exchange.request.url));

const sites = staged((stage) => bySite(all(stage)));

/** All of the site of an address from one place in the capture up to another, oldest first. */
export function* ofSite(stage: Stage, url: string, from: number, to: number): Iterable<Exchange> {
  const site = siteOf(url);
  const list = (site !== null && sites(stage).get(site)) || [];
  for (let i = firstFrom(list, from); i < list.length; i++) {
    const one = list[i];
    if (!one || one.at >= to) return;
    yield one.exchange;
  }
}

const leavings = chosen(({ request }) => logoutWord.test(addressOf(request.url)?.path ?? ''));

/** Addresses of a logout asked for after one place in the capture and before another. */
export function* leftBetween(stage: Stage, after: number, before: number): Iterable<string> {
  const list = leavings(stage);
  for (let i = firstFrom(list, after + 1); i < list.length; i++) {
    const one = list[i];
    if (!one || one.at >= before) return;
    yield one.exchange.request.url;
  }
}

const logouts = staged(({ flows }) => flows.filter((flow) => flow.kind === 'logout'));

const inLogout = staged(({ flows, order }) =>
  flows
    .flatMap((flow) => (flow.kind === 'logout' ? flow.steps.map((step) => ({ at: order.get(step.exchange) ?? -1 })) : []))
    .sort((a, b) => a.at - b.at),
);

/** Addresses of a logout asked for before an exchange, the last one first, back to where a provider was told of one. */
export function* leftBefore(stage: Stage, exchange: Exchange): Iterable<Exchange> {
  const list = leavings(stage);
  const told = inLogout(stage);
  const end = stage.order.get(exchange.id) ?? 0;
  const from = told[firstFrom(told, end) - 1]?.at ?? -1;
  for (let i = firstFrom(list, end) - 1; i >= 0; i--) {
    const one = list[i];
    if (!one || one.at <= from) return;
    yield one.exchange;
  }
}

export const logoutFlows = (stage: Stage): readonly Flow[] => logouts(stage);

const visits = staged(({ capture }) => firsts(capture.exchanges.map((e) => [e.request.url, e.startedAt] as const)));

/** Epoch milliseconds: when exactly this address was first asked for; null when it was not. */
export const firstVisitAt = (stage: Stage, url: string): number | null => visits(stage).get(url) ?? null;

const origins = staged(({ capture }) => firsts(capture.exchanges.map((e) => [originOf(e.request.url), e] as const)));

/** The first exchange with an origin. */
export const firstFromOrigin = (stage: Stage, origin: string): Exchange | undefined => origins(stage).get(origin);

const children = staged(({ flows }) => grouped(flows, ({ parent }) => parent));

/** Logins inside a login. */
export const inside = (stage: Stage, flow: FlowId): readonly Flow[] => children(stage).get(flow) ?? [];

const takers = staged(({ flows }) => {
  const byStep = new Map<ExchangeId, Flow[]>();
  for (const flow of flows)
    for (const { exchange } of flow.steps) {
      const known = byStep.get(exchange);
      if (known) known.push(flow);
      else byStep.set(exchange, [flow]);
    }
  return byStep;
});

/** Flows an exchange takes part in, oldest first. */
export const flowsWith = (stage: Stage, exchange: ExchangeId): readonly Flow[] => takers(stage).get(exchange) ?? [];

const states = staged(({ flows }) => grouped(flows, ({ request }) => request?.state?.value ?? null));

/** Logins whose request has this `state`, oldest first. */
export const withState = (stage: Stage, state: string): readonly Flow[] => states(stage).get(state) ?? [];

const clients = staged(({ flows }) => grouped(flows, ({ clientId }) => clientId));

/** Flows with this `client_id`, oldest first. */
export const withClient = (stage: Stage, client: string | null): readonly Flow[] => clients(stage).get(client) ?? [];
