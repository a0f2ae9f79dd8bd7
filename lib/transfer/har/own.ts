/** What a HAR has no field for, in a member of our own. lib/normalize/har/own.ts reads it, docs/formats.md explains it. */
import type { Body, Exchange, Headers, Outcome, RedirectedBy, Seen } from '../../model/exchange.ts';

/** How many header lines the plain entry holds, so that one that was changed since gives itself away. */
interface OwnHeaders {
  readonly fields: number;
  readonly hidden: Headers['hidden'];
}

/** Content and size stand in the plain entry. */
type OwnBody =
  | Extract<Seen<Body>, { seen: false }>
  | { readonly seen: true; readonly value: { readonly kind: 'form' | 'text'; readonly page?: true } };

/** Members that say nothing are left out. */
export type OwnFacts = Pick<Exchange, 'id' | 'source' | 'where'> &
  Partial<Pick<Exchange, 'startedAt' | 'waitMs' | 'durationMs' | 'previousHop' | 'speculative' | 'navigation' | 'jar'>> & {
    readonly request: OwnHeaders & { readonly body?: OwnBody };
    readonly outcome: OwnHeaders & { readonly kind: Outcome['kind']; readonly by?: RedirectedBy; readonly body?: OwnBody };
  };

/** `said`: the times as the plain entry gives them. */
export function ownFacts(exchange: Exchange, said: Pick<Exchange, 'startedAt' | 'waitMs' | 'durationMs'>): OwnFacts {
  const { id, source, where, startedAt, waitMs, durationMs, previousHop, speculative, navigation, jar, request, outcome } = exchange;
  return {
    id,
    source,
    where,
    ...(startedAt === said.startedAt ? {} : { startedAt }),
    ...(waitMs === said.waitMs ? {} : { waitMs }),
    ...(durationMs === said.durationMs ? {} : { durationMs }),
    ...(previousHop === null ? {} : { previousHop }),
    ...(speculative === null ? {} : { speculative }),
    ...(navigation === null ? {} : { navigation }),
    ...(!jar.seen && jar.why === 'jar-not-readable' ? {} : { jar }),
    request: { ...ownHeaders(request.headers), ...ownBody(request.body) },
    outcome: ownOutcome(outcome),
  };
}

function ownHeaders({ fields, hidden }: Headers): OwnHeaders {
  return { fields: fields.length, hidden };
}

function ownBody(body: Seen<Body>): { readonly body?: OwnBody } {
  if (!body.seen) return { body };
  const { value } = body;
  if (value.kind === 'empty') return {};
  return { body: { seen: true, value: { kind: value.kind, ...(value.kind === 'text' && value.page ? { page: true } : {}) } } };
}

function ownOutcome(outcome: Outcome): OwnFacts['outcome'] {
  switch (outcome.kind) {
    case 'pending':
      return { kind: 'pending', fields: 0, hidden: 'all' };
    case 'failed':
      return { kind: 'failed', ...ownHeaders(outcome.headers) };
    case 'redirected':
      return { kind: 'redirected', by: outcome.by, ...ownHeaders(outcome.headers), ...ownBody(outcome.body) };
    case 'answered':
      return { kind: 'answered', ...ownHeaders(outcome.headers), ...ownBody(outcome.body) };
  }
}
