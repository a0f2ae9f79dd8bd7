/** The flow's token requests, and what the server said to each. */

import type { Exchange } from '../model/exchange.ts';
import type { Place } from '../model/place.ts';
import { asParameters, formOf, jsonOf, strayFormOf } from '../read/body.ts';
import { grouped } from '../read/grouped.ts';
import { type JsonObject, stringMember } from '../read/json.ts';
import { valueFor } from '../read/parameters.ts';
import { sameSite } from '../read/site.ts';
import { originOf, readPairs, readUrl, type Written } from '../read/url.ts';
import { metadataOf } from './metadata.ts';
import { exchangeOf, observed, type Scene } from './scene.ts';
import { withClient } from './tables.ts';

export interface SaidError {
  readonly code: string;
  readonly description: string | null;
  readonly place: 'response.body.error' | 'response.body';
}

/** The error in an answer of the token, pushed request or device endpoint, null when none is to be seen. */
export function saidError({ outcome }: Exchange): SaidError | null {
  if (outcome.kind !== 'answered' || !outcome.body.seen) return null;
  const json = jsonOf(outcome.body);
  const body = outcome.body.value;
  // Some servers answer in the form the request has (GitHub, unless asked for JSON).
  const list = json === null && body.kind === 'text' && /^[a-z_]+=/.test(body.text) ? readPairs(body.text) : [];
  const code = stringMember(json, 'error') ?? valueFor(list, 'error');
  if (code === null) return null;
  const description = stringMember(json, 'error_description') ?? valueFor(list, 'error_description');
  return { code, description, place: json === null ? 'response.body' : 'response.body.error' };
}

export interface TokenCall {
  readonly exchange: Exchange;
  readonly grantType: string | null;
  /** What was sent, as form, as JSON or in the address. */
  readonly sent: readonly Written[];
  /** Null while there is no answer, and where a redirect or a broken line took its place. */
  readonly status: number | null;
  /** Null where it is no JSON object, or not in the capture. */
  readonly answer: JsonObject | null;
  readonly error: SaidError | null;
  /** As far as this capture shows: status 2xx and no error in it. */
  readonly succeeded: boolean;
}

export const tokenCalls: (scene: Scene) => readonly TokenCall[] = observed((scene) =>
  scene.flow.tokens.flatMap(({ exchange: id, grantType }) => {
    const exchange = exchangeOf(scene, id);
    if (!exchange) return [];
    const { request, outcome } = exchange;
    const status = outcome.kind === 'answered' ? outcome.status : null;
    const error = saidError(exchange);
    return [
      {
        exchange,
        grantType,
        sent: [
          ...formOf(request.body),
          ...asParameters(jsonOf(request.body)),
          ...strayFormOf(request.body),
          ...(readUrl(request.url).query ?? []),
        ],
        status,
        answer: outcome.kind === 'answered' ? jsonOf(outcome.body) : null,
        error,
        succeeded: status !== null && status >= 200 && status < 300 && error === null,
      },
    ];
  }),
);

/** The server the user signs in at, under any of its names. */
export function isProviderOrigin(scene: Scene, { request }: Exchange): boolean {
  const origin = originOf(request.url);
  return origin !== null && scene.flow.serverOrigins.includes(origin);
}

/** The provider's endpoint, as opposed to an app's own that takes a code or a password and answers as it likes. */
export function isProviderEndpoint(scene: Scene, { request }: Exchange): boolean {
  const { flow } = scene;
  const origin = originOf(request.url);
  if (origin === null) return false;
  if (origin === originOf(exchangeOf(scene, flow.request?.exchange)?.request.url ?? '')) return true;
  const { base } = readUrl(request.url);
  const named = metadataOf(scene).documents.some(({ document }) => {
    const endpoint = stringMember(document, 'token_endpoint');
    return endpoint !== null && readUrl(endpoint).base === base;
  });
  return named || (flow.parties.client !== null && flow.serverOrigins.includes(origin) && !sameSite(flow.parties.client, request.url));
}

/** Where a parameter of a token request stands. */
export function sentAt({ exchange: { request } }: TokenCall, name: string): Place {
  if (formOf(request.body).some((p) => p.name === name)) return `request.form.${name}`;
  return readUrl(request.url).query?.some((p) => p.name === name) ? `request.query.${name}` : 'request.body';
}

/** Epoch milliseconds. */
export function endOf({ exchange }: TokenCall): number {
  return exchange.startedAt + (exchange.durationMs ?? 0);
}

/**
 * The request that got tokens for the same code at the same endpoint, before this one or side by side with it.
 * One that was sent because this one was refused is a second try, and no second use.
 */
export function redeemedBy(scene: Scene, call: TokenCall): TokenCall | null {
  const key = codeKey(call);
  const redeemed = key === null ? [] : (redeemedCalls(scene).get(key) ?? []);
  return (
    redeemed.find(
      (other) =>
        other.exchange.id !== call.exchange.id &&
        (other.exchange.startedAt <= call.exchange.startedAt || other.exchange.startedAt < endOf(call)),
    ) ?? null
  );
}

function codeKey({ exchange, sent }: TokenCall): string | null {
  const code = valueFor(sent, 'code');
  return code === null ? null : `${readUrl(exchange.request.url).base} ${code}`;
}

const redeemedCalls = observed((scene: Scene) =>
  grouped(
    tokenCalls(scene).filter((call) => call.succeeded),
    (call) => codeKey(call) ?? '',
  ),
);

/** From a refused refresh to the login it led to. */
const renewedWithinMs = 30_000;

export function newLoginAfter(scene: Scene, exchange: Exchange): boolean {
  return withClient(scene.stage, scene.flow.clientId).some((other) => {
    const began = exchangeOf(scene, other.request?.exchange)?.startedAt ?? 0;
    return other.kind === 'login' && began >= exchange.startedAt && began - exchange.startedAt < renewedWithinMs;
  });
}
