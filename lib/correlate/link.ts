/** Exchanges in, flows out. */
import type { Exchange, ExchangeId } from '../model/exchange.ts';
import type { Flow, FlowId, Grant, Role, Step } from '../model/flow.ts';
import { type Sliced, stride, toItsEnd } from '../model/sliced.ts';
import { wasNotSent } from '../read/not-sent.ts';
import { originOf } from '../read/url.ts';
import { deviceGrant } from '../spec/vocabulary.ts';
import { clientOrigin, type Draft } from './draft.ts';
import { linkingDrafts } from './linker.ts';

function grantOf(draft: Draft): Grant {
  if (draft.kind === 'device') return 'device';
  if (draft.grantType === 'fedcm') return 'fedcm';
  if (draft.kind === 'setup' || draft.kind === 'logout') return 'none';
  if (draft.kind === 'tokens') {
    if (draft.grantType === 'refresh_token') return 'refresh';
    if (draft.grantType === 'client_credentials') return 'client-credentials';
    if (draft.grantType === 'authorization_code') return 'code';
    return draft.grantType === deviceGrant ? 'device' : 'other';
  }
  const types = draft.request?.responseTypes ?? [];
  const code = types.includes('code');
  const front = types.includes('token') || types.includes('id_token');
  if (types.length > 0) return code && front ? 'hybrid' : code ? 'code' : front ? 'implicit' : 'other';
  const names = new Set(draft.response?.parameters.map((p) => p.name));
  if (names.has('access_token') || names.has('id_token')) return names.has('code') ? 'hybrid' : 'implicit';
  return names.has('code') || draft.tokens.length > 0 || draft.request ? 'code' : 'other';
}

function stepsOf(draft: Draft, order: ReadonlyMap<ExchangeId, number>): Step[] {
  return [...draft.roles]
    .map(([exchange, role]) => ({ exchange, role }))
    .sort((a, b) => (order.get(a.exchange) ?? 0) - (order.get(b.exchange) ?? 0));
}

function finish(
  draft: Draft,
  id: FlowId,
  ids: ReadonlyMap<Draft, FlowId>,
  byId: ReadonlyMap<ExchangeId, Exchange>,
  order: ReadonlyMap<ExchangeId, number>,
): Flow {
  const steps = stepsOf(draft, order);
  const exchanges = steps.map((s) => byId.get(s.exchange)).filter((e) => e !== undefined);
  const firstOf = (role: Step['role']) => byId.get(steps.find((s) => s.role === role)?.exchange ?? 'x.0');
  const authorization = byId.get(draft.request?.exchange ?? 'x.0');
  const startPage = firstOf('start');
  const arrived = byId.get(draft.response?.callback ?? draft.bareCallback ?? 'x.0');
  const token = firstOf('token-request');
  const initiator = originOf(exchanges[0]?.request.initiator ?? '');
  const client =
    clientOrigin(draft) ??
    originOf(arrived?.request.url ?? '') ??
    originOf(startPage?.request.url ?? '') ??
    originOf(draft.returnTo ?? '') ??
    (draft.request ? null : initiator);
  const provider = originOf(
    (authorization ?? firstOf('logout-request') ?? token ?? exchanges.find((e) => draft.roles.get(e.id) !== 'callback'))?.request.url ?? '',
  );
  return {
    id,
    kind: draft.kind,
    grant: grantOf(draft),
    parent: draft.parent ? (ids.get(draft.parent) ?? null) : null,
    steps,
    request: draft.request ? { ...draft.request, repeats: draft.repeats } : null,
    response: draft.response,
    replays: draft.replays,
    bareCallback: draft.bareCallback,
    tokens: draft.tokens,
    serverOrigins: [...draft.serverOrigins].filter((origin) => origin !== ''),
    parties: { client, provider },
    clientId: draft.clientId,
    silent: draft.silent,
    supersededBy: draft.supersededBy ? (ids.get(draft.supersededBy) ?? null) : null,
    orphan: draft.orphan,
    metadata: draft.metadata,
    startedAt: beginOf(draft, exchanges),
    endedAt: exchanges.reduce((end, e) => Math.max(end, e.startedAt + (e.durationMs ?? 0)), 0),
    gaps: [...draft.gaps, ...(exchanges.some(wasNotSent) ? ['not-sent' as const] : [])].sort(),
  };
}

/** Metadata that a page fetched long before belongs to every login it served since, and is the beginning of none. */
const fetchedForMs = 10_000;

function beginOf({ roles }: Draft, exchanges: readonly Exchange[]): number {
  const first = exchanges.find((e) => !isMetadata(roles.get(e.id)));
  return (exchanges.find((e) => first === undefined || first.startedAt - e.startedAt <= fetchedForMs) ?? first)?.startedAt ?? 0;
}

const isMetadata = (role: Role | undefined) => role === 'discovery' || role === 'keys';

/** Flows in the order in which they began. `exchanges` must be sorted by time. */
export function link(exchanges: readonly Exchange[]): Flow[] {
  return toItsEnd(linking(exchanges));
}

export function* linking(exchanges: readonly Exchange[]): Sliced<Flow[]> {
  const drafts = yield* linkingDrafts(exchanges);
  yield;
  const byId = new Map(exchanges.map((e) => [e.id, e]));
  const order = new Map(exchanges.map((e, index) => [e.id, index]));
  const begins = (draft: Draft) =>
    Math.min(
      ...[...draft.roles].filter(([, role]) => !isMetadata(role)).map(([id]) => order.get(id) ?? 0),
      ...(draft.roles.size === 0 ? [0] : []),
      draft.request ? (order.get(draft.request.exchange) ?? 0) : Number.POSITIVE_INFINITY,
    );
  const sorted = drafts
    .filter((d) => d.roles.size > 0)
    .map((draft) => ({ draft, at: begins(draft) }))
    .sort((a, b) => a.at - b.at || a.draft.serial - b.draft.serial);
  const ids = new Map<Draft, FlowId>(sorted.map(({ draft }, index) => [draft, `f${index + 1}`]));
  const flows: Flow[] = [];
  for (const { draft } of sorted) {
    if (flows.length % stride === 0) yield;
    flows.push(finish(draft, ids.get(draft) ?? 'f0', ids, byId, order));
  }
  return flows;
}
