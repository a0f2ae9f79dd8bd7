/** What became of a request to end the session at the server (OpenID Connect RP-Initiated Logout). */
import type { Exchange } from '../model/exchange.ts';
import type { Place } from '../model/place.ts';
import { formOf } from '../read/body.ts';
import { isLoginName } from '../read/cookies.ts';
import { readLogout } from '../read/logout.ts';
import { type RedirectDifference, redirectDifference } from '../read/redirect.ts';
import { readUrl, type Written } from '../read/url.ts';
import { providerStop } from './answer.ts';
import { setCookiesOf } from './cookies.ts';
import { metadataOf } from './metadata.ts';
import { isAbort } from './run.ts';
import { observed, type Scene, withRole } from './scene.ts';

export interface Sent extends Written {
  readonly place: Place;
}

export type LogoutEnd =
  /** At the client again: `exchange` is the request there, or the redirect that leads to it. */
  | {
      readonly kind: 'returned';
      readonly exchange: Exchange;
      readonly seenIn: 'request' | 'location';
      readonly url: string;
      /** Against the address that was asked for; null when it is that one, or none was asked for. */
      readonly difference: RedirectDifference | null;
    }
  /** The server stopped with an error. */
  | { readonly kind: 'stopped'; readonly exchange: Exchange; readonly status: number }
  /** A page of the server. `ended`: it deleted its session or the user had answered its question. */
  | { readonly kind: 'page'; readonly exchange: Exchange; readonly ended: boolean }
  /** No answer, or one that leads to where nothing was recorded. */
  | { readonly kind: 'open'; readonly exchange: Exchange };

export interface Logout {
  readonly request: Exchange;
  readonly sent: readonly Sent[];
  /** The parameter that names the way back. */
  readonly back: Sent | null;
  readonly end: LogoutEnd;
}

const placed = (list: readonly Written[], where: 'query' | 'form'): Sent[] =>
  list.map((p) => ({ ...p, place: `request.${where}.${p.name}` as const }));

/** Null when the flow is no logout. */
export const logoutOf: (scene: Scene) => Logout | null = observed((scene) => {
  const [request] = withRole(scene, 'logout-request');
  if (scene.flow.kind !== 'logout' || !request) return null;
  const form = request.request.method === 'POST' ? formOf(request.request.body) : [];
  const sent = [...placed(readUrl(request.request.url).query ?? [], 'query'), ...placed(form, 'form')];
  const shape = readLogout(request.request.url, form, endpointsOf(scene));
  const back = shape?.back ? (sent.find((p) => p.name === shape.back?.name && p.value === shape.back.value) ?? null) : null;
  return { request, sent, back, end: endOf(scene, request, back) };
});

function endpointsOf(scene: Scene): ReadonlySet<string> {
  const named = metadataOf(scene).documents.map(({ document }) => document['end_session_endpoint']);
  return new Set(named.filter((endpoint) => typeof endpoint === 'string').map((endpoint) => readUrl(endpoint).base));
}

function differenceTo(back: Sent | null, url: string): RedirectDifference | null {
  const found = back === null ? null : redirectDifference(readUrl(back.value).base, readUrl(url).base);
  // The browser's own upgrade.
  return found === 'scheme-upgrade' ? null : found;
}

function endOf(scene: Scene, request: Exchange, back: Sent | null): LogoutEnd {
  const [home] = withRole(scene, 'logout-return');
  if (home)
    return {
      kind: 'returned',
      exchange: home,
      seenIn: 'request',
      url: home.request.url,
      difference: differenceTo(back, home.request.url),
    };
  const hops = withRole(scene, 'logout-request', 'provider', 'foreign');
  const last = hops.at(-1) ?? request;
  const { outcome } = last;
  if (outcome.kind === 'redirected' && back !== null && differenceTo(back, outcome.to) === null)
    return { kind: 'returned', exchange: last, seenIn: 'location', url: outcome.to, difference: null };
  const stop = providerStop(scene);
  if (stop) return { kind: 'stopped', exchange: stop.exchange, status: stop.status };
  if (outcome.kind !== 'answered') return { kind: 'open', exchange: last };
  const answered = hops.some((e) => e !== request && e.request.method === 'POST');
  return { kind: 'page', exchange: last, ended: answered || hops.some(endsSession) };
}

function endsSession(exchange: Exchange): boolean {
  const lines = setCookiesOf(exchange);
  return lines !== 'hidden' && lines.some((line) => line.deletes && isLoginName(line.name));
}

/** The page at the client's end, where the redirects from there lead; null when it was not recorded. */
export function landingOf(scene: Scene): Exchange | null {
  return withRole(scene, 'logout-return', 'app').at(-1) ?? null;
}

/** The user left while it was under way, or the browser gave nothing. */
export const isGivenUp = ({ outcome }: Exchange): boolean => outcome.kind === 'failed' && isAbort(outcome.reason);
