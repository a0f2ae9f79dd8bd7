/** From analysis to what a view shows: which flows, which rows, what stands on each. Pure. */
import type { Capture } from '../model/capture.ts';
import type { Exchange, ExchangeId } from '../model/exchange.ts';
import type { Finding, JudgedFlow } from '../model/finding.ts';
import type { Role } from '../model/flow.ts';
import { addressOf, originOf, readUrl } from '../read/url.ts';
import type { SessionState } from './state.ts';

/** The address by which a flow is ignored: origin and path of its authorization request or callback. */
export function ignoreKey(judged: JudgedFlow, capture: Capture): string | null {
  const id = judged.flow.request?.exchange ?? judged.flow.response?.exchange ?? judged.flow.steps[0]?.exchange;
  const exchange = capture.exchanges.find((e) => e.id === id);
  return exchange ? readUrl(exchange.request.url).base : null;
}

/** Flows of the tab (and of windows it opened), newest first. */
export function flowsInView(state: SessionState): readonly JudgedFlow[] {
  const { analysis, capture, tab } = state;
  if (!analysis || !capture) return [];
  const byId = new Map(capture.exchanges.map((e) => [e.id, e]));
  const ignored = new Set(state.ignored);
  return analysis.flows
    .filter((judged) => {
      const key = ignored.size > 0 ? ignoreKey(judged, capture) : null;
      if (key !== null && ignored.has(key)) return false;
      return tab === null || judged.flow.steps.some((step) => belongsToTab(byId.get(step.exchange), tab));
    })
    .sort((a, b) => b.flow.startedAt - a.flow.startedAt);
}

function belongsToTab(exchange: Exchange | undefined, tab: number): boolean {
  return exchange !== undefined && (exchange.where.tab === tab || exchange.where.opener === tab);
}

export type Party = 'client' | 'provider' | 'other';

export interface HopRow {
  readonly kind: 'hop';
  readonly exchange: Exchange;
  readonly role: Role;
  readonly party: Party;
  /** Milliseconds since the flow began. */
  readonly offsetMs: number;
  readonly status: number | null;
  readonly findings: readonly Finding[];
  readonly chips: readonly Chip[];
}

export interface FoldRow {
  readonly kind: 'fold';
  /** Key that stays the same while more hops join. */
  readonly id: string;
  readonly party: Party;
  readonly offsetMs: number;
  readonly hops: readonly HopRow[];
}

export type Row = HopRow | FoldRow;

export interface Chip {
  readonly text: string;
  readonly tone: 'good' | 'bad' | 'plain';
}

const folded: ReadonlySet<Role> = new Set(['provider', 'nested', 'foreign', 'app', 'preflight', 'discovery', 'keys']);

export function statusOf(exchange: Exchange): number | null {
  const { outcome } = exchange;
  return outcome.kind === 'pending' || outcome.status === 0 ? null : outcome.status;
}

function partyOf(judged: JudgedFlow, exchange: Exchange, role: Role): Party {
  if (role === 'start' || role === 'callback' || role === 'callback-again' || role === 'app' || role === 'logout-return') return 'client';
  const origin = originOf(exchange.request.url);
  if (origin !== null && judged.flow.serverOrigins.includes(origin)) return 'provider';
  return origin === judged.flow.parties.client ? 'client' : 'other';
}

const hasFailed = (judged: JudgedFlow, check: string) => judged.findings.some((f) => f.check === check && f.role !== 'hygiene');

function passed(judged: JudgedFlow, check: string): boolean {
  return judged.results.some((r) => r.check === check && r.verdict.kind === 'pass');
}

function chipsOf(judged: JudgedFlow, exchange: Exchange, role: Role): Chip[] {
  const chips: Chip[] = [];
  const { flow } = judged;
  if (role === 'authorization-request' && flow.request?.exchange === exchange.id) {
    if (flow.request.state) chips.push({ text: 'state', tone: 'plain' });
    if (flow.request.nonce) chips.push({ text: 'nonce', tone: 'plain' });
    if (flow.request.codeChallenge) chips.push({ text: 'PKCE', tone: 'good' });
    if (flow.request.hidden) chips.push({ text: 'sealed request', tone: 'plain' });
    if (hasFailed(judged, 'redirect-uri-rejected')) chips.push({ text: 'redirect_uri refused', tone: 'bad' });
  }
  if (role === 'callback') {
    const names = new Set(flow.response?.parameters.map((p) => p.name));
    for (const name of ['code', 'id_token', 'access_token', 'error'])
      if (names.has(name)) chips.push({ text: name, tone: name === 'error' ? 'bad' : 'plain' });
    const stateBad = ['state-mismatch', 'state-mangled', 'state-not-returned'].some((check) => hasFailed(judged, check));
    if (stateBad) chips.push({ text: 'state ✕', tone: 'bad' });
    else if (passed(judged, 'state-mismatch')) chips.push({ text: 'state ✓', tone: 'good' });
    if (judged.findings.some((f) => f.check === 'transaction-cookie-lost')) chips.push({ text: 'login cookie not sent', tone: 'bad' });
    else if (passed(judged, 'transaction-cookie-lost')) chips.push({ text: 'login cookie ✓', tone: 'good' });
  }
  if (exchange.outcome.kind === 'redirected' && exchange.outcome.by !== 'server')
    chips.push({
      text:
        exchange.outcome.by === 'browser'
          ? 'upgraded to https'
          : exchange.outcome.by === 'extension'
            ? 'changed by an extension'
            : 'service worker',
      tone: 'plain',
    });
  if (exchange.where.kind === 'frame') chips.push({ text: 'in a frame', tone: 'plain' });
  if (exchange.fromCache) chips.push({ text: 'from cache', tone: 'plain' });
  if (exchange.speculative) chips.push({ text: exchange.speculative, tone: 'plain' });
  return chips;
}

export function rowsOf(judged: JudgedFlow, capture: Capture): Row[] {
  const byId = new Map<ExchangeId, Exchange>(capture.exchanges.map((e) => [e.id, e]));
  const rows: Row[] = [];
  for (const { exchange: id, role } of judged.flow.steps) {
    const exchange = byId.get(id);
    if (!exchange) continue;
    const hop: HopRow = {
      kind: 'hop',
      exchange,
      role,
      party: partyOf(judged, exchange, role),
      offsetMs: Math.max(0, exchange.startedAt - judged.flow.startedAt),
      status: statusOf(exchange),
      findings: judged.findings.filter((f) => f.evidence[0].exchange === id),
      chips: chipsOf(judged, exchange, role),
    };
    const last = rows.at(-1);
    const quiet = folded.has(role) && !hop.findings.some((f) => f.severity !== 'info');
    if (!quiet) rows.push(hop);
    else if (last?.kind === 'fold' && last.party === hop.party) rows[rows.length - 1] = { ...last, hops: [...last.hops, hop] };
    else rows.push({ kind: 'fold', id: `fold-${id}`, party: hop.party, offsetMs: hop.offsetMs, hops: [hop] });
  }
  // A fold of one or two hides nothing worth hiding.
  return rows.flatMap((row): readonly Row[] => (row.kind === 'fold' && row.hops.length <= 2 ? row.hops : [row]));
}

/** Host and path of an address, the way a row shows it. */
export function placeOf(url: string): { readonly host: string; readonly path: string } {
  const address = addressOf(url);
  if (!address) return { host: '', path: url };
  const standard = (address.scheme === 'https' && address.port === 443) || (address.scheme === 'http' && address.port === 80);
  return {
    host: `${address.scheme === 'http' ? 'http://' : ''}${address.host}${standard || address.port === null ? '' : `:${address.port}`}`,
    path: address.path || '/',
  };
}

export function matchesFilter(row: HopRow, filter: string): boolean {
  const wanted = filter.trim().toLowerCase();
  if (wanted === '') return true;
  return (
    row.exchange.request.url.toLowerCase().includes(wanted) || row.role.includes(wanted) || String(row.status ?? '').startsWith(wanted)
  );
}
