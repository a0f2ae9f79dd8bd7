/** What an opened hop shows: parameters, cookies, headers, each with the place a finding may point at. Pure. */
import type { Refusal } from '../model/cookie.ts';
import type { Exchange, Headers, HeldCookie } from '../model/exchange.ts';
import type { Finding, JudgedFlow } from '../model/finding.ts';
import type { Parameter } from '../model/flow.ts';
import type { Place } from '../model/place.ts';
import { asParameters, formOf, jsonOf } from '../read/body.ts';
import { type Alteration, explainAlteration } from '../read/compare.ts';
import { type CookiePair, readCookies, readSetCookies, refusalOf, type SetCookie } from '../read/cookies.ts';
import { first } from '../read/parameters.ts';
import { readFragmentPairs, readUrl, type Written } from '../read/url.ts';

export type ParameterSource = 'query' | 'fragment' | 'form' | 'body';

export interface ParameterLine {
  readonly name: string;
  readonly value: string;
  readonly source: ParameterSource;
  readonly place: Place;
  /** RFC 6749 section 3.1: a parameter that stands there twice is an error. */
  readonly repeated: boolean;
}

export interface ParameterGroup {
  readonly of: 'request' | 'redirect' | 'answer';
  readonly lines: readonly ParameterLine[];
}

function linesOf(pairs: readonly Written[], source: ParameterSource, placeOf: (name: string) => Place): ParameterLine[] {
  const named = pairs.filter((p) => p.text !== '' || p.name !== '');
  const counts = new Map<string, number>();
  for (const { name } of named) counts.set(name, (counts.get(name) ?? 0) + 1);
  return named.map(({ name, value }) => ({
    name,
    value,
    source,
    place: placeOf(name),
    repeated: (counts.get(name) ?? 0) > 1,
  }));
}

export function parameterGroups({ request, outcome }: Exchange): ParameterGroup[] {
  const { query } = readUrl(request.url);
  const groups: ParameterGroup[] = [
    {
      of: 'request',
      lines: [
        ...linesOf(query ?? [], 'query', (name) => `request.query.${name}`),
        ...linesOf(readFragmentPairs(request.url), 'fragment', (name) => `request.fragment.${name}`),
        ...linesOf(formOf(request.body), 'form', (name) => `request.form.${name}`),
        ...linesOf(asParameters(jsonOf(request.body)), 'body', () => 'request.body'),
      ],
    },
  ];
  if (outcome.kind === 'redirected')
    groups.push({
      of: 'redirect',
      lines: [
        ...linesOf(readUrl(outcome.to).query ?? [], 'query', (name) => `response.location.query.${name}`),
        ...linesOf(readFragmentPairs(outcome.to), 'fragment', (name) => `response.location.fragment.${name}`),
      ],
    });
  if (outcome.kind === 'answered')
    groups.push({ of: 'answer', lines: linesOf(asParameters(jsonOf(outcome.body)), 'body', (name) => `response.body.${name}`) });
  return groups.filter((group) => group.lines.length > 0);
}

/** The state a flow sent and what became of it. */
export interface StateTrip {
  readonly sent: Parameter;
  readonly returned: Parameter | null;
  readonly how: Alteration | 'same' | 'different' | 'missing';
}

export function stateTrip({ flow }: JudgedFlow): StateTrip | null {
  const sent = flow.request?.state;
  if (!sent || !flow.response) return null;
  const returned = first(flow.response.parameters, 'state');
  if (!returned) return { sent, returned: null, how: 'missing' };
  if (sent.value === returned.value) return { sent, returned, how: 'same' };
  return { sent, returned, how: explainAlteration(sent.value, returned.value)?.how ?? 'different' };
}

export interface CookieSet {
  readonly cookie: SetCookie;
  /** The browser's rule against it; null when none applies. */
  readonly refusal: Refusal | null;
  /** The jar's own word afterwards, null when it could not be asked. */
  readonly stored: boolean | null;
  readonly place: Place;
}

export interface CookieView {
  readonly set: readonly CookieSet[] | 'hidden';
  readonly sent: readonly CookiePair[] | 'hidden';
  /** The browser held them for this address and left them out. Null: the jar could not be read. */
  readonly withheld: readonly HeldCookie[] | null;
}

export function cookieView(exchange: Exchange): CookieView {
  const { outcome, request, jar } = exchange;
  const kept = jar.seen ? jar.value.kept : [];
  const lines = outcome.kind === 'pending' ? [] : readSetCookies(outcome.headers, exchange.startedAt);
  return {
    set:
      lines === 'hidden'
        ? 'hidden'
        : lines.map((cookie) => ({
            cookie,
            refusal: refusalOf(cookie, request.url),
            stored: kept.find((k) => k.name === cookie.name)?.stored ?? null,
            place: `response.cookie.${cookie.name}` as const,
          })),
    sent: readCookies(request.headers),
    withheld: jar.seen ? jar.value.held.filter((cookie) => !cookie.sent) : null,
  };
}

export interface HeaderLine {
  readonly name: string;
  readonly value: string;
  readonly place: Place;
}

export interface SortedHeaders {
  readonly telling: readonly HeaderLine[];
  readonly rest: readonly HeaderLine[];
}

/** The headers that decide about logins come first, in the order of the list; the others as they came. */
export function headerLines(headers: Headers, side: 'request' | 'response', order: readonly string[]): SortedHeaders {
  const lines = headers.fields.map(({ name, value }): HeaderLine => {
    const key = name.toLowerCase();
    return {
      name,
      value,
      place: `${side}.header.${key}`,
    };
  });
  const rank = (line: HeaderLine) => order.indexOf(line.name.toLowerCase());
  return {
    telling: lines.filter((line) => rank(line) >= 0).sort((a, b) => rank(a) - rank(b)),
    rest: lines.filter((line) => rank(line) < 0),
  };
}

/** Findings that point at a place of this exchange. */
export function findingsAt(findings: readonly Finding[], exchange: Exchange, place: Place): Finding[] {
  return findings.filter((f) => f.evidence.some((e) => e.exchange === exchange.id && samePlace(e.place, place)));
}

/** Header names are compared without case. */
export function samePlace(a: Place, b: Place): boolean {
  return a === b || (a.includes('.header.') && a.toLowerCase() === b.toLowerCase());
}

export type DetailTab = 'parameters' | 'cookies' | 'headers' | 'more';

/** Where a pointer is shown; null for what always stands at the top (status, failure, address). */
export function tabOfPlace(place: Place): DetailTab | null {
  if (place.includes('.cookie.')) return 'cookies';
  if (place.includes('.header.')) return 'headers';
  if (/\.(?:query|fragment|form)\.|^request\.body$|^response\.body\./.test(place)) return 'parameters';
  if (place === 'timing') return 'more';
  return null;
}
