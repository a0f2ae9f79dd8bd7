import type { ExchangeId, Gap } from './exchange.ts';
import type { Place } from './place.ts';

export type FlowId = `f${number}`;

export type FlowKind = 'login' | 'silent' | 'logout' | 'tokens' | 'setup' | 'device';

export type Grant = 'code' | 'implicit' | 'hybrid' | 'device' | 'refresh' | 'client-credentials' | 'other' | 'none';

/** The part an exchange plays in a flow. Closed list, explained in docs/formats.md. */
export type Role =
  | 'start' // the app's own hop that led to the authorization request
  | 'pushed-request' // RFC 9126
  | 'authorization-request'
  | 'provider' // a hop inside the authorization server: sign-in, consent, relays
  | 'nested' // a hop of a login that runs inside this one
  | 'callback' // first request to the redirection endpoint
  | 'callback-again' // the same answer loaded once more
  | 'app' // the app's hops after the callback
  | 'token-request'
  | 'userinfo'
  | 'resource' // a call with a token of this flow
  | 'discovery'
  | 'keys'
  | 'registration'
  | 'device-authorization'
  | 'logout-request'
  | 'logout-return'
  | 'frontchannel-logout' // another client told to end its session, in a frame of the server's page
  | 'backchannel-logout' // the same from server to server
  | 'revocation'
  | 'introspection'
  | 'preflight'
  | 'foreign'; // SAML, WS-Federation, CAS, OAuth 1.0a, OpenID 2.0

export interface Step {
  readonly exchange: ExchangeId;
  readonly role: Role;
}

/** Where a set of parameters stands. */
export type ParameterPlace = 'query' | 'fragment' | 'form' | 'body';

/** A parameter as written and as meant (decoded once, `+` as space). */
export interface Parameter {
  readonly name: string;
  readonly value: string;
  /** The value's bytes as written, still encoded. */
  readonly raw: string;
  readonly exchange: ExchangeId;
  readonly place: Place;
}

export interface AuthorizationRequest {
  readonly exchange: ExchangeId;
  /** Parameters as the server would honor them: request object and pushed parameters resolved where they could be read. */
  readonly parameters: readonly Parameter[];
  readonly in: ParameterPlace;
  /** Why parameters may exist that are not in the list. */
  readonly hidden: Gap | null;
  readonly clientId: string | null;
  readonly redirectUri: string | null;
  readonly responseTypes: readonly string[];
  readonly responseMode: string | null;
  readonly state: Parameter | null;
  readonly nonce: Parameter | null;
  readonly codeChallenge: Parameter | null;
  readonly prompts: readonly string[];
  readonly scopes: readonly string[];
  /** Later exchanges that repeat this request inside the server or by reload. */
  readonly repeats: readonly ExchangeId[];
}

export interface AuthorizationResponse {
  /** Where the answer was first seen: the redirect of this exchange (`location`) or this exchange's own request. */
  readonly exchange: ExchangeId;
  readonly seenIn: 'location' | 'request' | 'page';
  readonly in: ParameterPlace;
  readonly parameters: readonly Parameter[];
  /** The URL the answer was delivered to, response parameters removed; null when it is unknown (web_message). */
  readonly target: string | null;
  /** The request to the redirection endpoint, when one was recorded. */
  readonly callback: ExchangeId | null;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** A token request this browser (or file) shows. */
export interface TokenExchange {
  readonly exchange: ExchangeId;
  readonly grantType: string | null;
  readonly preflight: ExchangeId | null;
}

export type Outcome = 'completed' | 'failed' | 'denied' | 'abandoned' | 'in-progress' | 'unknown';

/** Web origins of the two parties, `https://host[:port]`. */
export interface Parties {
  readonly client: string | null;
  readonly provider: string | null;
}

/** One authorization attempt by one client at one server, or another piece of OAuth traffic that belongs together. */
export interface Flow {
  readonly id: FlowId;
  readonly kind: FlowKind;
  readonly grant: Grant;
  /** The outer flow when a provider logs in at another one. */
  readonly parent: FlowId | null;
  readonly steps: readonly Step[];
  readonly request: AuthorizationRequest | null;
  /** The answer this flow is judged by. */
  readonly response: AuthorizationResponse | null;
  /** Later deliveries of an answer: reloads, replays, a second attempt at the same request. */
  readonly replays: readonly AuthorizationResponse[];
  /** The redirection endpoint was requested although no answer was on it. */
  readonly bareCallback: ExchangeId | null;
  readonly tokens: readonly TokenExchange[];
  /** Origins that acted for the authorization server. */
  readonly serverOrigins: readonly string[];
  readonly parties: Parties;
  readonly clientId: string | null;
  readonly silent: boolean;
  /** The next authorization request of the same client in the same place, when this one was given up for it. */
  readonly supersededBy: FlowId | null;
  /** Orphan: an answer for which no request was seen. */
  readonly orphan: boolean;
  /** Metadata documents of this server seen in the capture. */
  readonly metadata: readonly ExchangeId[];
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** Epoch milliseconds of the last thing that belongs to it. */
  readonly endedAt: number;
  readonly gaps: readonly Gap[];
}
