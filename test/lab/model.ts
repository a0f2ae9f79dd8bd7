/** The shapes of the lab: what a scenario sets up, and what it can reach. */
import type { ServerResponse } from 'node:http';
import type { BrowserName, DrivenPage } from '../drivers/driver.ts';
import type { BackChannel } from './back-channel.ts';
import type { Certificate } from './certificate.ts';
import type { CookieOptions, Handler } from './http.ts';
import type { SeenRequests } from './seen.ts';

/**
 * Where an app lives: over TLS, over plain http, on a loopback address with a port of its own, behind nginx (HTTP/1.1
 * or HTTP/2), on a server whose certificate nobody trusts, or on a loopback port where nothing listens.
 */
export type Place = 'https' | 'http' | 'loopback' | 'nginx' | 'nginx-h2' | 'untrusted' | 'closed';

/** A faulty proxy in front of the provider, for one client. */
export interface ProviderFault {
  /** Changes the authorization request before the provider reads it. */
  readonly request?: (url: URL) => void;
  /** Answers the authorization request in the provider's place. */
  readonly refuse?: (res: ServerResponse, asked: URL, ports: Ports) => void;
  /** Changes the address of the authorization response. */
  readonly answer?: (location: string) => string;
  /** Changes what the ID token behind the `#` says; it is signed anew with the provider's own key. */
  readonly claims?: (claims: Claims) => Claims;
  /** Hosts the authorization request is led through before the provider answers it. */
  readonly detour?: readonly string[];
  /** Answers the logout request in the provider's place. */
  readonly endSession?: (res: ServerResponse, url: URL) => void;
}

export type Claims = Readonly<Record<string, unknown>>;

/** What stands in for the token endpoint, or holds it up. */
export interface TokenFault {
  readonly delayMs?: number;
  /** With a status, this answers in the endpoint's place. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A provider of the scenario's own, where the fault is the provider's configuration or concerns all its clients. */
export interface Tenant {
  /** SameSite of the provider's session cookie; `none` lets it travel into frames. */
  readonly session?: 'lax' | 'none';
  /** Content-Security-Policy of the sign-in pages, in place of the one that forbids to frame them. */
  readonly policy?: string;
  /** Addresses of apps that the page after a logout shows in frames (Front-Channel Logout). */
  readonly logoutFrames?: (site: Site) => readonly string[];
  /** How long a code can be redeemed, seconds. */
  readonly codeSeconds?: number;
  /** How long an access token is good for, seconds. */
  readonly accessSeconds?: number;
  readonly token?: TokenFault;
  /** Changes the JSON with which the provider answers at a path. */
  readonly answers?: (path: string, answer: Claims) => Claims;
  /** The token response comes in two parts, so many milliseconds apart. */
  readonly tokenPauseMs?: number;
  /** Path of the token endpoint; `/token` unless said otherwise. */
  readonly tokenPath?: string;
  /** Other headers of the sign-in pages. */
  readonly headers?: Readonly<Record<string, string>>;
  /** DPoP proofs need the provider's nonce (RFC 9449 section 8), which pages of other sites can read, or can not. */
  readonly dpopNonce?: 'readable' | 'unreadable';
  /** Takes request objects (RFC 9101). */
  readonly requestObjects?: true;
  /** Takes logins of devices (RFC 8628). */
  readonly devices?: true;
  /** Redirects that answer a form have this status instead of 303. Who signs in has consented with it. */
  readonly relaysForms?: 307 | 308;
  /** Dynamic registration, open to anybody or only with an initial access token. */
  readonly registration?: 'open' | 'protected';
}

/** A client's registration at the provider, where it differs from what the app really uses. */
export interface Registration {
  readonly redirectUris?: (site: Site) => readonly string[];
  /** Scopes the client may ask for. */
  readonly scope?: string;
  /** Response types the client may use. */
  readonly responseTypes?: readonly string[];
  readonly authMethod?: 'none' | 'client_secret_basic' | 'client_secret_post';
  readonly requirePkce?: boolean;
  /** Gets refresh tokens. */
  readonly refresh?: true;
  /** The app is a client of the second provider as well, under this name. */
  readonly upstreamAs?: string;
  /** Pages of the client may read the token endpoint's answers; true unless said otherwise. */
  readonly cors?: boolean;
}

/** A server-side web app with `openid-client`. */
export interface ServerApp {
  readonly kind: 'server';
  readonly responseType?: 'code' | 'code id_token' | 'id_token' | 'id_token token';
  readonly responseMode?: 'query' | 'fragment' | 'form_post';
  /** Name of a cookie for scripts that the access token goes into. */
  readonly tokenCookie?: string;
  /** How the page calls the app's API with the access token it got behind the `#`. */
  readonly api?: 'header' | 'query';
  readonly pkce?: boolean;
  readonly nonce?: boolean;
  /** Makes the value of `state`; false sends none. */
  readonly state?: false | (() => string);
  /** How the request gets to the provider: in the address, pushed before (RFC 9126), or as a posted form. */
  readonly request?: 'redirect' | 'pushed' | 'form';
  /** The app's own mistake in the request. */
  readonly mistake?: (url: URL, site: Site) => void;
  /** The same in the text of the address, where the mistake is one of encoding. */
  readonly rawMistake?: (address: string, site: Site) => string;
  /** The secret the app uses, where it is not the right one. */
  readonly secret?: string;
  /** Cookie of the pending login. `perLogin`: one for each, with the state in its name. `bytes`: filled up to this size. */
  readonly transaction?: CookieOptions & { readonly name?: string; readonly perLogin?: boolean; readonly bytes?: number };
  /** Session cookie; false sets none. `forgets`: the server does not find it again. */
  readonly session?: false | (CookieOptions & { readonly name?: string; readonly bytes?: number; readonly forgets?: boolean });
  /** What the finished callback does: go to the account page, be a page itself, or be a small page that goes on by itself. */
  readonly landing?: 'redirect' | 'page' | 'interstitial';
  /** What the account page does with strangers: answer 401, start a login by script, or by a redirect. */
  readonly guard?: 'refuse' | 'script' | 'redirect';
  /** What the app does when the callback fails: an error status, or a redirect to a page of its own. */
  readonly onError?: 'status' | 'address';
  /** A callback opened by somebody who is signed in leads to the account page. */
  readonly forgivesReload?: boolean;
  /** The callback takes answers it never asked for. */
  readonly credulous?: boolean;
  /** Cookies the start page sets: how many, and how many bytes each. */
  readonly ballast?: { readonly count: number; readonly bytes: number };
  /** Its service worker fetches every page itself, or answers the callback with the start page it has kept. */
  readonly worker?: 'fetches' | 'keeps-callback';
  /** Goes into the start page. HTML. */
  readonly homePart?: string;
  /** Goes into the callback page, where `landing` is `page`. HTML. */
  readonly callbackPart?: (site: Site, world: World) => string;
  /** How far its clock is ahead, seconds. */
  readonly clockSeconds?: number;
  /** Signing out: with the ID token, by the app alone, and the app's own mistake in the request. */
  readonly logout?: {
    readonly hint?: true;
    readonly local?: true;
    readonly mistake?: (url: URL, site: Site) => void;
  };
  /** Login redirects may be kept by the browser's cache, for so many seconds. */
  readonly cacheLogin?: number;
}

/** A server-side web app with `express-openid-connect`. */
export interface ExpressApp {
  readonly kind: 'express';
  readonly responseType: 'code' | 'code id_token' | 'id_token';
  readonly responseMode: 'query' | 'form_post';
}

export type PageWorker = 'fetches' | 'answers' | 'keeps-callback';

/** A single-page app with `oidc-client-ts`. */
export interface SpaApp {
  readonly kind: 'spa';
  /** Settings of the library that are not the lab's usual ones. */
  readonly settings?: Readonly<Record<string, unknown>> | ((site: Site) => Readonly<Record<string, unknown>>);
  /** Runs in the page before the library: what the app's own code does to its calls. JavaScript. */
  readonly script?: string;
  /** Binds its tokens to a key (RFC 9449). */
  readonly dpop?: true;
  /** Pushes its request to the provider first (RFC 9126). */
  readonly pushes?: true;
  /** Keeps the pending login per tab instead of per site. */
  readonly perTab?: boolean;
  /** What it does when the callback fails. */
  readonly onError?: 'show' | 'restart';
  /** Asks quietly at every load and takes "no" for a reason to ask again. */
  readonly asksForEver?: boolean;
  /** It calls its API after the login. */
  readonly callsApi?: boolean;
  /** The address of the callback stays in the address bar. */
  readonly keepsAddress?: true;
  /** Its service worker fetches every page itself, or answers from what it has kept. */
  readonly worker?: 'fetches' | 'answers';
  /** Registers itself at the provider before the login (RFC 7591). */
  readonly registers?: Readonly<Record<string, unknown>>;
}

/** A site without any login. */
export interface PlainApp {
  readonly kind: 'plain';
  readonly pages: Handler;
}

/** A device that shows a code to be entered elsewhere (RFC 8628). */
export interface DeviceApp {
  readonly kind: 'device';
}

export type App = ServerApp | ExpressApp | SpaApp | PlainApp | DeviceApp;

export type Family =
  | 'healthy'
  | 'state'
  | 'redirect-uri'
  | 'size'
  | 'token-placement'
  | 'cookies'
  | 'request'
  | 'response'
  | 'callback'
  | 'transport'
  | 'token-endpoint'
  | 'loop'
  | 'logout';

/** How a scenario ends for the user, as the lab can tell: what the app's page says, or that no page of the app came. */
export type Ending = 'signed-in' | 'signed-out' | 'error' | 'denied' | 'stopped' | 'elsewhere';

export type Outcome = 'completed' | 'failed' | 'denied' | 'abandoned' | 'unknown';

/** The same in both browsers, or one for each where they really differ. */
export type PerBrowser<T> = T | { readonly chromium: T; readonly firefox: T };

export interface Scenario {
  /** Kebab-case; also the client_id and the first part of the app's host name. */
  readonly id: string;
  readonly family: Family;
  readonly title: string;
  /** One sentence on what is set up and what goes wrong. */
  readonly story: string;
  /** Check that must head the verdict, null when nothing above info may be found. */
  readonly headline: PerBrowser<string | null>;
  /** Other checks that must be among the findings. */
  readonly also?: readonly string[];
  readonly outcome?: PerBrowser<Outcome>;
  /** Weaknesses are errors in this profile only. */
  readonly profile?: 'auditor';
  readonly thirdPartyCookies: 'allow' | 'block';
  readonly needs?: 'nginx';
  /** Takes minutes: rehearsals leave it out unless it is named. */
  readonly slow?: true;
  readonly app: App;
  /** Where the app starts and where it is called back; the same https host unless said otherwise. */
  readonly place?: Place;
  readonly callbackPlace?: Place;
  /** Put in front of the app's host name, or a host of its own when it holds a dot. */
  readonly startHost?: string;
  readonly callbackHost?: string;
  readonly callbackPath?: string;
  /** A faulty layer in front of the app. True: it has answered. */
  readonly appFault?: (site: Site, world: World) => (...exchange: Parameters<Handler>) => boolean;
  readonly fault?: ProviderFault;
  readonly tenant?: Tenant;
  readonly registration?: Registration;
  /** What a person does who plays it, where it is more than signing in. */
  readonly steps?: readonly string[];
  /** Absolute URL a user would open. */
  readonly start: (lab: Lab) => string;
  /** What the user does then. */
  readonly drive: (page: DrivenPage, lab: Lab) => Promise<void>;
  readonly ends: PerBrowser<Ending>;
  /** Throws when the fault (or the health) does not show in what servers and browser saw. */
  readonly proof?: (page: DrivenPage, lab: Lab) => Promise<void> | void;
}

/** One client at work: its addresses and its registration. */
export interface Site {
  readonly scenario: Scenario;
  readonly host: string;
  /** Origin where the user begins. */
  readonly origin: string;
  /** The right redirect_uri. */
  readonly callbackUrl: string;
  readonly clientId: string;
  readonly secret: string;
  readonly issuer: string;
  readonly ports: Ports;
}

export interface Ports {
  readonly tls: number;
  readonly http: number;
  readonly untrusted: number;
  /** Nothing listens here. */
  readonly closed: number;
  readonly nginx: number;
  readonly nginxH2: number;
  readonly loopback: Readonly<Record<string, number>>;
}

/** What the parts of the lab know of each other. */
export interface World {
  readonly ports: Ports;
  readonly certificate: Certificate;
  readonly sites: ReadonlyMap<string, Site>;
  readonly fetch: BackChannel;
  readonly seen: SeenRequests;
  /** Runs when the lab is reset between two scenarios. */
  onReset(forget: () => void): void;
  /** A code that a stranger got for their own account at the provider of a site. */
  strangersCode(site: Site): Promise<string>;
}

/** What holds for one browser. */
export function inBrowser<T extends string | null>(value: PerBrowser<T>, browser: BrowserName): T {
  return value !== null && typeof value === 'object' ? value[browser] : value;
}

export interface Lab {
  /** Address of the index page. */
  readonly playground: string;
  /** Every host name that must lead to this computer. */
  readonly hosts: readonly string[];
  readonly certificate: Certificate;
  readonly ports: Ports;
  readonly seen: SeenRequests;
  /** The client of a scenario. Throws when there is no such scenario. */
  site(id: string): Site;
  /** Why a scenario can not be played on this computer, null when it can. */
  unavailable(scenario: Scenario): string | null;
  /** Forgets pending logins, sessions of the apps and what was seen. The browser's cookies are the driver's business. */
  reset(): void;
  close(): Promise<void>;
}
