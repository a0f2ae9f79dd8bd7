/**
 * What the browser told us, as it came. Events arrive late, twice and out of order, so each one carries all it
 * takes to be put in its place: nothing here depends on what came before it.
 */
import type { Browser, Machine, ThirdPartyCookies } from './capture.ts';
import type { Body, Gap, Header, HeldCookie } from './exchange.ts';

interface RequestEvent {
  /** The browser's request number; one number spans a whole redirect chain. */
  readonly request: string;
  /** Epoch milliseconds, the browser's own time stamp. */
  readonly at: number;
  readonly url: string;
}

export interface BeginEvent extends RequestEvent {
  readonly kind: 'begin';
  readonly method: string;
  /** webRequest resource type. */
  readonly type: string;
  readonly tab: number;
  readonly frame: number;
  readonly initiator: string | null;
  readonly incognito: boolean;
  readonly container: string | null;
  readonly body: Body | null;
}

export interface SendEvent extends RequestEvent {
  readonly kind: 'send';
  readonly headers: readonly Header[];
}

export interface ReceiveEvent extends RequestEvent {
  readonly kind: 'receive';
  readonly status: number;
  readonly statusLine: string;
  readonly headers: readonly Header[];
}

export interface RedirectEvent extends RequestEvent {
  readonly kind: 'redirect';
  readonly to: string;
  readonly status: number;
  readonly statusLine: string;
  readonly headers: readonly Header[];
  readonly fromCache: boolean;
}

export interface CompleteEvent extends RequestEvent {
  readonly kind: 'complete';
  readonly status: number;
  readonly statusLine: string;
  readonly fromCache: boolean;
}

export interface FailEvent extends RequestEvent {
  readonly kind: 'fail';
  /** The browser's own reason, `net::ERR_...` or `NS_ERROR_...`. */
  readonly error: string;
}

/** The cookie jar, read when the request's headers were sent. */
export interface HeldEvent extends RequestEvent {
  readonly kind: 'held';
  readonly cookies: readonly HeldCookie[];
}

/** The cookie jar, read after the answer: which of its Set-Cookie names are there. */
export interface KeptEvent extends RequestEvent {
  readonly kind: 'kept';
  readonly cookies: readonly { readonly name: string; readonly stored: boolean }[];
}

/** Visible text of a page that answered with an error status, cut short. */
export interface PageEvent {
  readonly kind: 'page';
  readonly at: number;
  readonly tab: number;
  readonly frame: number;
  readonly url: string;
  readonly text: string;
}

/** A document was committed to a frame. */
export interface CommitEvent {
  readonly kind: 'commit';
  readonly at: number;
  readonly tab: number;
  readonly frame: number;
  readonly url: string;
  readonly transition: string;
  readonly qualifiers: readonly string[];
}

/** A redirect led to an address of a scheme that nothing on this computer opens. Only Firefox says so. */
export interface StrandedEvent {
  readonly kind: 'stranded';
  readonly at: number;
  readonly tab: number;
  readonly frame: number;
  /** An address on the way there; not the one that could not be opened. */
  readonly url: string;
}

/** A page opened another tab or window. */
export interface SpawnEvent {
  readonly kind: 'spawn';
  readonly at: number;
  readonly tab: number;
  readonly opener: number;
}

export interface CloseEvent {
  readonly kind: 'close';
  readonly at: number;
  readonly tab: number;
}

/** The browser gave a tab another number: it was unloaded and loaded again, or shows what was loaded ahead of the user. */
export interface ReplaceEvent {
  readonly kind: 'replace';
  readonly at: number;
  readonly tab: number;
  readonly was: number;
}

/** Tabs that were open before anything was heard of them: what a login did there earlier is not known. */
export interface EarlierEvent {
  readonly kind: 'earlier';
  readonly at: number;
  readonly tabs: readonly number[];
  readonly why: EarlierCause;
}

/** Memory was lost with the browser, or nobody was listening. */
export type EarlierCause = Extract<Gap, 'browser-restarted' | 'capture-started-late'>;

/** A tab of a private window. Chromium's requests do not say so themselves. */
export interface PrivateEvent {
  readonly kind: 'private';
  readonly at: number;
  readonly tab: number;
}

/** We were blind for a while. */
export interface GapEvent {
  readonly kind: 'gap';
  readonly at: number;
  readonly why: Gap;
  /** What was not granted; an empty text where nobody can say what else a login needed. */
  readonly host?: string;
}

export interface SettingsEvent {
  readonly kind: 'settings';
  readonly at: number;
  readonly browser: Browser;
  readonly version: string;
  readonly thirdPartyCookies: ThirdPartyCookies;
  readonly machine: Machine;
}

export type WebRequestEvent = BeginEvent | SendEvent | ReceiveEvent | RedirectEvent | CompleteEvent | FailEvent | HeldEvent | KeptEvent;
export type CaptureEvent =
  | WebRequestEvent
  | PageEvent
  | CommitEvent
  | StrandedEvent
  | SpawnEvent
  | CloseEvent
  | ReplaceEvent
  | EarlierEvent
  | PrivateEvent
  | GapEvent
  | SettingsEvent;

/** FNV-1a, enough to tell two URLs of the same millisecond apart. Never used as evidence. */
function short(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** The same event always has the same key, so one that comes twice is kept once. */
export function keyOf(event: CaptureEvent): string {
  switch (event.kind) {
    case 'page':
    case 'commit':
    case 'stranded':
      return `${event.kind}:${event.tab}.${event.frame}:${event.at}:${short(event.url)}`;
    case 'spawn':
    case 'close':
    case 'replace':
    case 'private':
      return `${event.kind}:${event.tab}`;
    case 'earlier':
      return `earlier:${event.why}:${event.at}`;
    case 'gap':
      return `gap:${event.why}:${event.host ?? event.at}`;
    case 'settings':
      return 'settings';
    default:
      return `${event.request}:${event.kind}:${event.at}:${short(event.url)}`;
  }
}
