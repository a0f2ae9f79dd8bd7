/** What an exchange is, told by its shape and never by a list of providers. */
import type { Exchange } from '../model/exchange.ts';
import type { ParameterPlace } from '../model/flow.ts';
import { formOf, jsonOf } from '../read/body.ts';
import { estimateBits } from '../read/entropy.ts';
import { headerValue } from '../read/headers.ts';
import { stringMember } from '../read/json.ts';
import { looksLikeJwt, readJwt } from '../read/jwt.ts';
import { mended } from '../read/mangled.ts';
import { wasNotSent } from '../read/not-sent.ts';
import { first, readList, valueFor } from '../read/parameters.ts';
import { isCustomScheme, isPseudoRedirect } from '../read/redirect.ts';
import { addressOf, originOf, readFragmentPairs, readUrl, type Written } from '../read/url.ts';
import { clientIdAliases, redirectUriAliases, responseNames, responseTypeTokens, resultNames, supporting } from '../spec/vocabulary.ts';

/** Parameters together with the place they stand in. */
export interface Placed {
  readonly in: ParameterPlace;
  readonly list: readonly Written[];
}

const noBody: readonly Written[] = [];

/** Cheap test on the raw text: everything else would be read for nothing. */
export function mayMatter(url: string): boolean {
  return /response_type|client_?id|client_key|app_?id|consumer_key|request_uri|redirect_ur|code=|code%3D|state=|error=|access_token|id_token|[?&#]response=|logout|signout|signoff|end_?session|well-known|openid|oauth|SAML|token|user_code/i.test(
    url,
  );
}

const known = (value: string | null) => readList(value).length > 0 && readList(value).every((t) => responseTypeTokens.has(t));

function parsesAsRedirect(value: string | null): boolean {
  if (value === null) return false;
  if (isPseudoRedirect(value) || isCustomScheme(value)) return true;
  return /^https?:\/\/./i.test(value) || /^https?%3A/i.test(value);
}

export interface AuthorizationShape extends Placed {
  readonly score: number;
}

/** From this on an exchange is an authorization request; below, it is nothing. */
export const recognizedFrom = 0.8;

/** Scores a set of parameters, checks.md section 4.2. */
export function scoreAuthorization(list: readonly Written[], exchange: Exchange): number {
  const score = scoreParameters(list);
  if (score <= 0 || exchange.where.kind === 'preflight') return 0;
  if (exchange.where.kind === 'page' || exchange.where.kind === 'frame') return score + 0.1;
  return exchange.where.kind === 'fetch' ? score - 0.2 : score;
}

/** A request whose separators were damaged is one all the same: that is why it fails. */
function scoreParameters(written: readonly Written[]): number {
  if (written.length === 0) return 0;
  const list = mended(written);
  const names = new Set(list.map((p) => p.name));
  if (names.has('grant_type') || names.has('SAMLRequest') || names.has('SAMLResponse')) return 0;
  const standard = names.has('client_id') || names.has('response_type') || names.has('redirect_uri') || names.has('request_uri');
  if (!standard) return 0;
  let score = 0;
  if (names.has('client_id')) score += 0.35;
  else if (clientIdAliases.some((alias) => names.has(alias))) score += 0.2;
  if (known(valueFor(list, 'response_type'))) score += 0.35;
  if (parsesAsRedirect(valueFor(list, 'redirect_uri'))) score += 0.35;
  else if (names.has('redirect_uri') && names.has('response_type')) score += 0.25;
  else if (redirectUriAliases.some((alias) => parsesAsRedirect(valueFor(list, alias)))) score += 0.2;
  const requestUri = valueFor(list, 'request_uri');
  if (requestUri !== null) score += /^urn:/i.test(requestUri) ? 0.6 : 0.4;
  if (looksLikeJwt(valueFor(list, 'request') ?? '')) score += 0.5;
  score += Math.min(0.3, [...names].filter((name) => supporting.has(name)).length * 0.08);
  if (names.has('code') && !names.has('code_challenge')) score -= 0.4;
  if (names.has('access_token') || names.has('id_token')) score -= 0.4;
  return score;
}

/** Whether an address by itself is an authorization request. */
export function isAuthorizationAddress(url: string): boolean {
  if (!mayMatter(url)) return false;
  const list = readUrl(url).query ?? [];
  return scoreParameters(list) >= recognizedFrom - 1e-9;
}

/** What makes a request one; any two of them are enough where nothing else it could be is near. */
const marks: readonly string[] = ['client_id', 'response_type', 'redirect_uri', 'request_uri', 'request', 'scope', 'code_challenge'];

function isMeantAsRequest(exchange: Exchange, { list, score }: AuthorizationShape): boolean {
  const names = new Set(mended(list).map((p) => p.name));
  return wasNotSent(exchange) && score > 0 && marks.filter((name) => names.has(name)).length > 1;
}

export function recognizeAuthorization(exchange: Exchange): AuthorizationShape | null {
  const { url, method } = exchange.request;
  if (!mayMatter(url) && exchange.request.body.seen && exchange.request.body.value.kind !== 'form') return null;
  const query = readUrl(url).query ?? [];
  const form = method === 'POST' ? formOf(exchange.request.body) : noBody;
  // RFC 9126: the answer of a pushed request is JSON; an authorization request is answered with a page or a redirect.
  if (method === 'POST' && (answersWithRequestUri(exchange) || looksPushed(exchange))) return null;
  const byForm = scoreAuthorization(form, exchange);
  const byQuery = scoreAuthorization(query, exchange);
  const best: AuthorizationShape =
    byForm > byQuery ? { in: 'form', list: form, score: byForm } : { in: 'query', list: query, score: byQuery };
  if (isMeantAsRequest(exchange, best)) return best;
  if (best.score - (leadsHome(exchange, best) ? 0.3 : 0) < recognizedFrom - 1e-9) return isCut(exchange, query) ? best : null;
  return isPasted(exchange, best) ? null : best;
}

/** A command shell cut the address at its first `&`: one parameter is left, nobody led there, and the server complains. */
function isCut(exchange: Exchange, query: readonly Written[]): boolean {
  const [only] = query;
  const { outcome, previousHop, request, where } = exchange;
  if (!only || query.length > 1 || previousHop !== null || where.kind !== 'page') return false;
  if (outcome.kind !== 'answered' || outcome.status < 400 || headerValue(request.headers, 'sec-fetch-site') !== 'none') return false;
  if (only.name === 'response_type' ? !known(only.value) : only.name !== 'client_id') return false;
  return /\/(?:authorize|authorization|auth)$/i.test(addressOf(request.url)?.path ?? '');
}

/** An app's own sign-in page with the address to go on to: no server is asked (checks.md 4.2). */
function leadsHome({ request }: Exchange, { list }: Placed): boolean {
  if (first(list, 'response_type') || first(list, 'request') || first(list, 'request_uri')) return false;
  const back = valueFor(list, 'redirect_uri');
  return back !== null && originOf(back) !== null && originOf(back) === originOf(request.url);
}

/** Opened by hand and made for no attempt: a page that explains requests, or a sample from one. */
function isPasted(exchange: Exchange, { list }: Placed): boolean {
  const names = new Set(list.map((p) => p.name));
  if (names.has('response_type') || names.has('state') || names.has('request_uri') || names.has('request')) return false;
  const site = headerValue(exchange.request.headers, 'sec-fetch-site');
  return (
    exchange.previousHop === null &&
    exchange.outcome.kind === 'answered' &&
    exchange.outcome.status < 400 &&
    (site === 'none' || site === 'same-origin')
  );
}

/** Where the answer's body is not shown: a script posts to an address that is named so, or is told that something was created. */
function looksPushed({ where, request, outcome }: Exchange): boolean {
  if (where.kind !== 'fetch') return false;
  return pushedPath.test(addressOf(request.url)?.path ?? '') || (outcome.kind === 'answered' && outcome.status === 201);
}

export const pushedPath = /\/(?:par|request)\b|pushed/i;

function answersWithRequestUri(exchange: Exchange): boolean {
  if (exchange.outcome.kind !== 'answered') return false;
  return stringMember(jsonOf(exchange.outcome.body), 'request_uri') !== null;
}

/** Words in a path that belong to vouchers, mail links and the like. */
const otherPurposes = /verif|confirm|reset|invite|coupon|promo|magic|voucher|discount|gift|referral|unsubscribe|track|pixel|sync/i;
const callbackPath = /callback|oauth|oidc|openid|signin[-/_]|sign-in|sso|auth[/_-]|\/auth$|login\/|redirect|return/i;

/** For an address that somebody says is an answer: any result beside a state, or where answers arrive. */
export const answerFrom = 0.3;

export interface ResponseShape extends Placed {
  /** 0 to 1 and more: how much it looks like an answer when nothing else is known. */
  readonly score: number;
}

function isVoucher(code: string): boolean {
  return code.length <= 8 || /^\d+$/.test(code);
}

/** Scores response parameters for an address no open flow asked for, checks.md section 4.4, stage B. */
function scoreResponse(list: readonly Written[], path: string, place: ParameterPlace): number {
  const code = valueFor(list, 'code');
  const state = valueFor(list, 'state');
  const issued = /^https?:/.test(valueFor(list, 'iss') ?? '');
  let score = 0;
  if (code !== null && (state !== null || issued)) score += 0.3;
  if (issued) score += 0.4;
  if (first(list, 'session_state')) score += 0.4;
  const jarm = valueFor(list, 'response');
  if (jarm !== null && looksLikeJwt(jarm)) score += 0.8;
  const error = valueFor(list, 'error');
  if (error !== null && /^[a-z][a-z_]{3,}$/.test(error) && (state !== null || first(list, 'error_description'))) score += 0.3;
  if (first(list, 'access_token') && first(list, 'token_type')) score += 0.6;
  if (looksLikeJwt(valueFor(list, 'id_token') ?? '')) score += 0.6;
  if (callbackPath.test(path)) score += 0.15;
  if (code !== null && estimateBits(code) >= 60) score += 0.15;
  if (state !== null && estimateBits(state) >= 60) score += 0.1;
  if (place === 'form') score += 0.2;
  if (code !== null && isVoucher(code)) score -= 0.5;
  if (otherPurposes.test(path)) score -= 0.4;
  if (state !== null && state.length <= 3) score -= 0.4;
  return score;
}

/** Response parameters of a URL or form, in whichever part they stand; null when there is no result among them. */
export function readResponse(url: string, form: readonly Written[] = noBody): ResponseShape | null {
  const parts: Placed[] = [];
  const read = mayMatter(url) ? readUrl(url) : null;
  if (form.length > 0) parts.push({ in: 'form', list: form });
  if (read?.fragment) parts.push({ in: 'fragment', list: readFragmentPairs(url) });
  if (read?.query) parts.push({ in: 'query', list: read.query });
  const path = addressOf(url)?.path ?? '';
  let best: ResponseShape | null = null;
  for (const part of parts) {
    if (!part.list.some((p) => resultNames.has(p.name) && p.value !== '')) continue;
    const shape = { ...part, score: scoreResponse(part.list, path, part.in) };
    if (!best || shape.score > best.score) best = shape;
  }
  return best;
}

/** JARM: one signed parameter holds them all. Readable when it is signed, not when it is encrypted. */
export function openJarm(jwt: string): readonly Written[] | null {
  const read = readJwt(jwt);
  if (read.kind !== 'signed') return null;
  return Object.entries(read.claims)
    .filter(([name, value]) => responseNames.has(name) && (typeof value === 'string' || typeof value === 'number'))
    .map(([name, value]) => ({ name, value: String(value), raw: String(value), text: '' }));
}

/** Logins that are not OAuth 2.0 and get a label, never a check (guard G23). */
export function isForeign(exchange: Exchange): boolean {
  const { url } = exchange.request;
  const form = formOf(exchange.request.body);
  const query = /SAML|wa=ws|ticket=|openid\.mode|oauth_token|oauth_verifier|SAMLart/.test(url) ? (readUrl(url).query ?? noBody) : noBody;
  const names = new Set([...query, ...form].map((p) => p.name));
  if (names.has('SAMLRequest') || names.has('SAMLResponse') || names.has('SAMLart') || names.has('openid.mode')) return true;
  if (names.has('oauth_verifier') || (names.has('oauth_token') && !names.has('client_id'))) return true;
  return names.has('wa') || (names.has('ticket') && /\bST-/.test(valueFor(query, 'ticket') ?? ''));
}
