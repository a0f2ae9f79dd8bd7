/** One flow on its stage: the exchanges around it and its neighbors. Everything observed about it is worked out once. */

import type { Capture } from '../model/capture.ts';
import type { Exchange, ExchangeId } from '../model/exchange.ts';
import type { Flow, FlowId, Role } from '../model/flow.ts';
import { siteOf } from '../read/site.ts';
import { firstFrom } from '../read/sorted.ts';
import { originOf } from '../read/url.ts';

export interface Stage {
  readonly capture: Capture;
  readonly flows: readonly Flow[];
  readonly byId: ReadonlyMap<ExchangeId, Exchange>;
  readonly order: ReadonlyMap<ExchangeId, number>;
  readonly flowById: ReadonlyMap<FlowId, Flow>;
  /** Login flows of one client, oldest first, by client_id and the client's site. */
  readonly byClient: ReadonlyMap<string, readonly Flow[]>;
}

export interface Scene {
  readonly stage: Stage;
  readonly flow: Flow;
  /** The flow's exchanges in order, with their roles. */
  readonly steps: readonly { readonly exchange: Exchange; readonly role: Role }[];
}

export function clientKey(flow: Flow): string {
  return `${flow.clientId ?? ''} ${siteOf(flow.parties.client) ?? ''}`;
}

export function setStage(capture: Capture, flows: readonly Flow[]): Stage {
  const byClient = new Map<string, Flow[]>();
  for (const flow of flows) {
    if (!flow.request) continue;
    const key = clientKey(flow);
    const list = byClient.get(key);
    if (list) list.push(flow);
    else byClient.set(key, [flow]);
  }
  return {
    capture,
    flows,
    byId: new Map(capture.exchanges.map((e) => [e.id, e])),
    order: new Map(capture.exchanges.map((e, index) => [e.id, index])),
    flowById: new Map(flows.map((flow) => [flow.id, flow])),
    byClient,
  };
}

export function setScene(stage: Stage, flow: Flow): Scene {
  const steps = flow.steps.flatMap(({ exchange: id, role }) => {
    const exchange = stage.byId.get(id);
    return exchange ? [{ exchange, role }] : [];
  });
  return { stage, flow, steps };
}

export function withRole(scene: Scene, ...roles: readonly Role[]): Exchange[] {
  return scene.steps.filter((step) => roles.includes(step.role)).map((step) => step.exchange);
}

export function exchangeOf(scene: Scene, id: ExchangeId | null | undefined): Exchange | null {
  return id === null || id === undefined ? null : (scene.stage.byId.get(id) ?? null);
}

/** Exchanges after one, up to `withinMs` later. */
export function* after(scene: Scene, exchange: Exchange, withinMs: number): Iterable<Exchange> {
  const { exchanges } = scene.stage.capture;
  const end = exchange.startedAt + withinMs;
  for (let i = (scene.stage.order.get(exchange.id) ?? exchanges.length) + 1; i < exchanges.length; i++) {
    const next = exchanges[i];
    if (!next || next.startedAt > end) return;
    yield next;
  }
}

/** Flows of the same client at the same site, this one included. */
export function siblings(scene: Scene): readonly Flow[] {
  return scene.stage.byClient.get(clientKey(scene.flow)) ?? [scene.flow];
}

const begun = new WeakMap<readonly Flow[], readonly { readonly flow: Flow; readonly at: number; readonly place: number }[]>();

/** Of these, the ones whose request was sent at that time (epoch milliseconds, both included), in the same order. */
export function begunBetween(scene: Scene, from: number, to: number): readonly Flow[] {
  const all = siblings(scene);
  let byTime = begun.get(all);
  if (!byTime) {
    byTime = all
      .flatMap((flow, place) => {
        const began = exchangeOf(scene, flow.request?.exchange);
        return began ? [{ flow, at: began.startedAt, place }] : [];
      })
      .sort((a, b) => a.at - b.at);
    begun.set(all, byTime);
  }
  const found = byTime.slice(firstFrom(byTime, from), firstFrom(byTime, to + 1e-3));
  return found.sort((a, b) => a.place - b.place).map(({ flow }) => flow);
}

interface Span {
  readonly flow: Flow;
  readonly at: number;
  readonly place: number;
  /** When the last of those up to here had its answer. */
  readonly allEndedAt: number;
}

const answeredAt = (flow: Flow) => flow.response?.at ?? Number.POSITIVE_INFINITY;

const spans = new WeakMap<readonly Flow[], readonly Span[]>();

/** Of these, the ones that began before `to` and had no answer at `from` (epoch milliseconds), in the same order. */
export function underWay(scene: Scene, from: number, to: number): readonly Flow[] {
  const all = siblings(scene);
  let list = spans.get(all);
  if (!list) {
    let allEndedAt = Number.NEGATIVE_INFINITY;
    list = all
      .map((flow, place) => ({ flow, at: flow.startedAt, place }))
      .sort((a, b) => a.at - b.at)
      .map((one) => {
        allEndedAt = Math.max(allEndedAt, answeredAt(one.flow));
        return { ...one, allEndedAt };
      });
    spans.set(all, list);
  }
  const found: Span[] = [];
  for (let i = firstFrom(list, to) - 1; i >= 0; i--) {
    const one = list[i];
    if (!one || one.allEndedAt <= from) break;
    if (answeredAt(one.flow) > from) found.push(one);
  }
  return found.sort((a, b) => a.place - b.place).map(({ flow }) => flow);
}

export function isClientHost(scene: Scene, url: string): boolean {
  const origin = originOf(url);
  return (
    origin !== null &&
    (origin === scene.flow.parties.client ||
      (!scene.flow.serverOrigins.includes(origin) && siteOf(url) === siteOf(scene.flow.parties.client)))
  );
}

const memory = new WeakMap<Scene, Map<unknown, unknown>>();

/** Works a thing out once per scene. */
export function observed<T>(work: (scene: Scene) => T): (scene: Scene) => T {
  return (scene) => {
    let known = memory.get(scene);
    if (!known) {
      known = new Map();
      memory.set(scene, known);
    }
    if (!known.has(work)) known.set(work, work(scene));
    return known.get(work) as T;
  };
}
