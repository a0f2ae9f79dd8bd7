/** One side of a comparison, made ready: its exchanges at hand, its values only through the door of lib/redact. */

import { explain } from '../explain/finding.ts';
import type { Exchange, ExchangeId, Gap } from '../model/exchange.ts';
import type { Finding } from '../model/finding.ts';
import type { Role } from '../model/flow.ts';
import { readUrl } from '../read/url.ts';
import type { Redactor } from '../redact/redactor.ts';
import type { Both, MainHop, Shown, Side } from './comparison.ts';

export interface Hop {
  readonly exchange: Exchange;
  readonly role: Role;
}

export interface Prepared extends Side {
  readonly hops: readonly Hop[];
  readonly redactor: Redactor;
  readonly headline: Finding | null;
  /** What the flow or the whole capture could not see. */
  readonly gaps: ReadonlySet<Gap>;
}

export function prepare(side: Side, redactor: Redactor): Prepared {
  const { judged, capture } = side;
  const byId = new Map(capture.exchanges.map((e) => [e.id, e]));
  const hops = judged.flow.steps.flatMap(({ exchange: id, role }): Hop[] => {
    const exchange = byId.get(id);
    return exchange ? [{ exchange, role }] : [];
  });
  const own = judged.findings.filter((f) => f.check === judged.headline);
  const headline = own.find((f) => f.role === 'cause') ?? own[0] ?? null;
  return { ...side, hops, redactor, headline, gaps: new Set([...capture.gaps, ...judged.flow.gaps]) };
}

export function exchangeOf({ capture }: Prepared, id: ExchangeId | null | undefined): Exchange | null {
  return capture.exchanges.find((e) => e.id === id) ?? null;
}

export function mainHop(side: Prepared, which: MainHop): Exchange | null {
  const { request, response, bareCallback } = side.judged.flow;
  return exchangeOf(side, which === 'callback' ? (response?.callback ?? bareCallback) : request?.exchange);
}

/** The exchanges of some roles, null when there is none. */
export function withRoles(side: Prepared, roles: readonly Role[]): readonly Exchange[] | null {
  const found = side.hops.filter((hop) => roles.includes(hop.role)).map((hop) => hop.exchange);
  return found.length > 0 ? found : null;
}

export function titleOf(side: Prepared, finding: Finding): string {
  return explain(finding, (key, value) => side.redactor.data(key, value)).title;
}

/** Host and path, ids in it replaced. */
export function addressShown(redactor: Redactor, url: string): string {
  return redactor.url(readUrl(url).base).replace(/^https:\/\//, '');
}

/** A value as the policy has it: readable, or only that it is there. */
export function valueShown(redactor: Redactor, name: string, value: string): Shown {
  const text = redactor.value(name, value);
  if (text === value || text.includes('://')) return { kind: 'value', text };
  return { kind: 'present', characters: lengthOf(value) };
}

export function lengthOf(value: string): number {
  return [...value].length;
}

export function both<T, U>(a: T, b: T, work: (side: T) => U): Both<U> {
  return { a: work(a), b: work(b) };
}
