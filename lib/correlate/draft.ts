/** A flow while it is being put together. */
import type { Exchange, ExchangeId, Gap } from '../model/exchange.ts';
import type { AuthorizationRequest, AuthorizationResponse, FlowKind, Role, TokenExchange } from '../model/flow.ts';
import { siteOf } from '../read/site.ts';
import { originOf } from '../read/url.ts';

export interface Draft {
  /** Order of creation; the final id is given by start time. */
  readonly serial: number;
  kind: FlowKind;
  request: AuthorizationRequest | null;
  readonly repeats: ExchangeId[];
  parent: Draft | null;
  readonly roles: Map<ExchangeId, Role>;
  response: AuthorizationResponse | null;
  readonly replays: AuthorizationResponse[];
  bareCallback: ExchangeId | null;
  readonly tokens: TokenExchange[];
  readonly serverOrigins: Set<string>;
  readonly codes: Set<string>;
  /** Sites of the app's hops that led to the request. */
  readonly startSites: Set<string>;
  clientId: string | null;
  silent: boolean;
  supersededBy: Draft | null;
  orphan: boolean;
  readonly metadata: ExchangeId[];
  readonly gaps: Set<Gap>;
  /** Tab and frame it runs in. */
  readonly context: string;
  /** Epoch milliseconds of the last hop on the app's side after the answer. */
  appSeenAt: number;
  grantType: string | null;
  /** Address logout should come back to. */
  returnTo: string | null;
  /** `state` of a logout request. */
  logoutState: string | null;
}

export function newDraft(serial: number, kind: FlowKind, context: string): Draft {
  return {
    serial,
    kind,
    context,
    request: null,
    repeats: [],
    parent: null,
    roles: new Map(),
    response: null,
    replays: [],
    bareCallback: null,
    tokens: [],
    serverOrigins: new Set(),
    codes: new Set(),
    startSites: new Set(),
    clientId: null,
    silent: false,
    supersededBy: null,
    orphan: false,
    metadata: [],
    gaps: new Set(),
    appSeenAt: 0,
    grantType: null,
    returnTo: null,
    logoutState: null,
  };
}

const serverRoles: ReadonlySet<Role> = new Set(['authorization-request', 'provider', 'nested', 'foreign', 'logout-request']);
const appRoles: ReadonlySet<Role> = new Set(['callback', 'callback-again', 'app', 'logout-return']);

export function isServerSide(draft: Draft, id: ExchangeId | null): boolean {
  const role = id === null ? undefined : draft.roles.get(id);
  return role !== undefined && serverRoles.has(role);
}

export function isAppSide(draft: Draft, id: ExchangeId | null): boolean {
  const role = id === null ? undefined : draft.roles.get(id);
  return role !== undefined && appRoles.has(role);
}

/** The first role an exchange gets in a flow stays. */
export function addStep(draft: Draft, id: ExchangeId, role: Role): void {
  if (!draft.roles.has(id)) draft.roles.set(id, role);
}

export function isAnswered(draft: Draft): boolean {
  return draft.response !== null;
}

/** The client's web origin as far as the request says. */
export function clientOrigin(draft: Draft): string | null {
  return draft.request?.redirectUri ? originOf(draft.request.redirectUri) : null;
}

/** On the client's site and not one of the server's origins. */
export function isClientSide(draft: Draft, url: string): boolean {
  const origin = originOf(url);
  if (origin === null || draft.serverOrigins.has(origin)) return origin !== null && origin === clientOrigin(draft);
  const site = siteOf(url);
  return site !== null && site === siteOf(draft.request?.redirectUri ?? null);
}

/** One tab is one context; a frame of its own is another. Files have neither, so all their pages share one. */
export function contextOf(exchange: Exchange): string {
  const { tab, frame, kind } = exchange.where;
  const place = tab === null ? 'file' : String(tab);
  return kind === 'frame' ? `${place}/${frame ?? 'frame'}` : place;
}
