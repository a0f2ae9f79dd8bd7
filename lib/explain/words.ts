/** Closed lists in the words of a reader: shared by the text and Markdown reports and the views. */
import type { SourceKind } from '../model/capture.ts';
import type { Gap } from '../model/exchange.ts';
import type { Owner } from '../model/finding.ts';
import type { FlowKind, Grant, Outcome, Role } from '../model/flow.ts';
import type { Again } from '../model/recording.ts';

export const roleWords: Readonly<Record<Role, string>> = {
  start: 'start',
  'pushed-request': 'pushed request',
  'authorization-request': 'authorize',
  provider: 'provider',
  nested: 'inner login',
  callback: 'callback',
  'callback-again': 'callback again',
  app: 'app',
  'token-request': 'token request',
  userinfo: 'userinfo',
  resource: 'API call',
  discovery: 'metadata',
  keys: 'keys',
  registration: 'registration',
  'device-authorization': 'device code',
  'logout-request': 'logout',
  'logout-return': 'back from logout',
  'frontchannel-logout': 'logout frame',
  'backchannel-logout': 'logout call',
  revocation: 'revocation',
  introspection: 'introspection',
  'identity-request': 'browser sign-in',
  preflight: 'preflight',
  foreign: 'other protocol',
};

export const ownerWords: Readonly<Record<Owner, string>> = {
  app: 'For the app’s developer',
  provider: 'For the login provider',
  user: 'For the user',
  browser: 'Caused by the browser’s rules',
  network: 'Between browser and server',
};

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  completed: 'completed',
  failed: 'failed',
  denied: 'cancelled',
  abandoned: 'abandoned',
  'in-progress': 'in progress',
  unknown: 'end not seen',
};

export const kindWords: Readonly<Record<FlowKind, string>> = {
  login: 'Login',
  silent: 'Silent login',
  logout: 'Logout',
  tokens: 'Token request',
  setup: 'Setup',
  device: 'Device login',
};

export const grantWords: Readonly<Record<Grant, string>> = {
  code: 'code',
  implicit: 'implicit',
  hybrid: 'hybrid',
  device: 'device',
  refresh: 'refresh token',
  'client-credentials': 'client credentials',
  fedcm: 'by the browser (FedCM)',
  other: 'other grant',
  none: '',
};

/** As a ticket asks for it; null where there is none. */
export const grantNames: Readonly<Record<Grant, string | null>> = {
  code: 'authorization code',
  implicit: 'implicit',
  hybrid: 'hybrid (code and tokens)',
  device: 'device code',
  refresh: 'refresh token',
  'client-credentials': 'client credentials',
  fedcm: 'none: the browser’s own sign-in (FedCM)',
  other: 'another one',
  none: null,
};

/** How the second attempt differed. */
export const againWords: Readonly<Record<Again, string>> = {
  'private-window': 'in a private window',
  'same-window': 'once more in the same window',
};

export const gapWords: Readonly<Record<Gap, string>> = {
  'body-not-exposed': 'bodies are not shown to this source',
  'body-too-large': 'the body was too large to keep',
  'header-hidden': 'cookies or other headers are not in this capture',
  'fragment-not-recorded': 'this file cuts addresses at #',
  'jar-not-readable': 'the browser’s cookie jar was not readable',
  'parameters-hidden': 'the request was pushed or sealed, so its parameters are not visible',
  encrypted: 'it is encrypted',
  'redacted-input': 'the values in this file were replaced by placeholders',
  'capture-started-late': 'the recording began after the login did',
  'capture-ended-early': 'the recording ended before the login did',
  'never-finished': 'a request has no recorded end',
  'background-asleep': 'while nothing happened the recorder slept: navigations wake it, calls of a page do not',
  'not-sent': 'this is an address alone, and its request was not sent',
  'worker-restarted': 'the recorder was not listening for a moment',
  'browser-restarted': 'the browser, or Roundtrip itself, was started anew in between',
  'not-granted': 'what happens on sites without access is not seen',
  evicted: 'older requests were dropped to stay within the memory limit',
  'browser-unknown': 'the capture does not say which program sent the request',
  'times-missing': 'the file has no times',
};

/** Program that wrote a recording; an address was written by nobody. */
export function sourceWords(kind: SourceKind, creator: string | null): string {
  return creator ?? (kind === 'link' ? 'an address alone, its request was not sent' : 'an unknown recorder');
}

export function flowTitle(kind: FlowKind, grant: Grant): string {
  const words = grantWords[grant];
  return kind === 'setup' || kind === 'logout' || kind === 'device' || words === '' ? kindWords[kind] : `${kindWords[kind]}, ${words}`;
}

/** `UTC+05:30`. A plain hyphen before the hours, so that a ticket can be searched for it. */
export function zoneWords(offsetMinutes: number): string {
  const minutes = Math.abs(offsetMinutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return `UTC${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
