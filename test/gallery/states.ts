/** What the gallery shows, by name. */
import type { ComponentChildren } from 'preact';
import { analyze } from '../../lib/analyze.ts';
import type { Capture } from '../../lib/model/capture.ts';
import type { CheckResult } from '../../lib/model/finding.ts';
import { defaultSettings } from '../../lib/model/settings.ts';
import type { PageRoom } from '../../lib/session/host.ts';
import type { SessionState } from '../../lib/session/state.ts';
import { capture, type DrawOptions } from '../build/trace.ts';
import { compareStates } from './compare-states.tsx';
import type { FakeDesk } from './fake-desk.ts';
import { type FakeHost, fakeHost } from './fake-host.ts';
import { hostile, many, nested, pending, renewals, silentFrame, thousand, tooLarge, unreachable } from './more-traces.ts';
import { pageStates } from './page-states.ts';
import { cancelled, cookieLost, cookiePieces, healthy, refused, spa, stateMangled, tokens } from './traces.ts';

/** The whole app in a state of its host, the full page at one of its rooms, or a view by itself. */
export type GalleryState = AppState | PageState | ViewState;

export interface PageState {
  readonly name: string;
  readonly room: PageRoom;
  /** Behind the `#`, where that is more than the room. */
  readonly address?: string;
  /** The reader's own, BCP 47. */
  readonly languages: readonly string[];
  readonly desk: () => FakeDesk;
}

export interface ViewState {
  readonly name: string;
  readonly render: () => ComponentChildren;
}

export interface AppState {
  readonly name: string;
  readonly host: () => FakeHost;
  /** What the recording has become a little later. */
  readonly later?: () => Capture;
}

function drawn(name: string, trace: string, more: Partial<SessionState> = {}, options: DrawOptions = {}): AppState {
  return { name, host: () => fakeHost(more, capture(trace, 'web-request', options).capture) };
}

function open(name: string, trace: string, row: number, more: Partial<SessionState> = {}): AppState {
  return {
    name,
    host: () => {
      const { capture: taken, idOf } = capture(trace, 'web-request');
      return fakeHost({ ...more, openExchange: idOf(row) }, taken);
    },
  };
}

function withoutFlows(name: string, more: Partial<SessionState>): AppState {
  return { name, host: () => fakeHost(more) };
}

const live: DrawOptions = { live: true };

/** Begins with the first four fifths of its lines. */
function growing(name: string, trace: string): AppState {
  const requests = trace.split(/\n(?=\s*(?:GET|POST) )/);
  const beginning = requests.slice(0, Math.floor(requests.length * 0.8)).join('\n');
  const taken = (text: string) => capture(text, 'web-request', live).capture;
  return { name, host: () => fakeHost({}, taken(beginning)), later: () => taken(trace) };
}

/** Begins without some hops of its first half, which come later. */
function filling(name: string, trace: string): AppState {
  const whole = () => capture(trace, 'web-request', live).capture;
  const beginning = () => {
    const all = whole();
    return { ...all, exchanges: all.exchanges.filter((_, index) => index < 30 || index > 90) };
  };
  return { name, host: () => fakeHost({}, beginning()), later: whole };
}

/** A check of ours that throws, and two that could not see. */
function withCrash(name: string, trace: string): AppState {
  return {
    name,
    host: () => {
      const { capture: taken } = capture(trace, 'har');
      const analysis = analyze(taken);
      const [judged, ...others] = analysis.flows;
      if (!judged) throw new Error('the trace holds a flow');
      const results = judged.results.map((result): CheckResult => {
        if (result.check === 'login-loop') return { ...result, verdict: { kind: 'crashed', error: 'TypeError: x is undefined' } };
        if (result.check === 'pkce-missing') return { ...result, verdict: { kind: 'inconclusive', why: 'parameters-hidden' } };
        return result.check === 'url-too-long' ? { ...result, verdict: { kind: 'inconclusive', why: 'header-hidden' } } : result;
      });
      return fakeHost({ tab: null, analysis: { ...analysis, flows: [{ ...judged, results }, ...others] } }, taken);
    },
  };
}

/** The app. */
export const appStates: readonly AppState[] = [
  withoutFlows('no-access', { watching: 'no-access', cookieAccess: false }),
  withoutFlows('no-access-here', { watching: 'no-access', cookieAccess: false, here: 'a-long-name-of-the-app.shop.example' }),
  withoutFlows('off', { watching: 'off', settings: { ...defaultSettings, watch: 'recording' } }),
  withoutFlows('not-granted-empty', { notGranted: ['login.idp.example'] }),
  withoutFlows('paused', { watching: 'paused' }),
  withoutFlows('empty', {}),
  withoutFlows('empty-private', { incognito: true, cookieAccess: false }),
  drawn('empty-elsewhere', healthy, { tab: 7 }),
  drawn('hidden', healthy, { ignored: ['https://login.idp.example/oauth2/authorize'] }),
  drawn('healthy', healthy),
  drawn('healthy-spa', spa),
  drawn('cookie-lost', cookieLost),
  drawn('cookie-pieces', cookiePieces),
  open('cookie-lost-open', cookieLost, 4),
  drawn('state-mangled', stateMangled),
  open('state-mangled-open', stateMangled, 3),
  drawn('refused', refused),
  open('refused-open', refused, 2),
  open('token-open', tokens, 3),
  drawn('too-large', tooLarge),
  drawn('third-party-cookies', silentFrame, {}, { thirdPartyCookies: 'blocked' }),
  drawn('nested', nested),
  drawn('denied', cancelled),
  drawn('renewals', renewals),
  drawn('pending', pending, {}, live),
  drawn('unreachable', unreachable),
  drawn('thousand', thousand, {}, live),
  growing('growing', thousand),
  growing('growing-short', healthy),
  filling('filling', thousand),
  drawn('hostile', hostile),
  open('hostile-open', hostile, 2),
  drawn('many', many),
  withCrash('crashed', cookieLost),
  drawn('paused-with-flow', cookieLost, { watching: 'paused' }),
  drawn('no-access-with-flow', stateMangled, { watching: 'no-access', cookieAccess: false }),
  drawn('no-cookie-access', cookieLost, { cookieAccess: false, notice: 'Report copied, secrets left out' }),
  drawn('off-with-flow', cookieLost, { watching: 'off', settings: { ...defaultSettings, watch: 'recording' } }),
  drawn('dark-chosen', cookieLost, { settings: { ...defaultSettings, theme: 'dark' } }),
  drawn('light-chosen', cookieLost, { settings: { ...defaultSettings, theme: 'light' } }),
  drawn('on-demand', healthy, { settings: { ...defaultSettings, watch: 'recording' } }),
  drawn('not-granted', healthy, { notGranted: ['login.idp.example'] }),
  drawn('not-granted-many', healthy, {
    notGranted: ['a.idp.example', 'b.idp.example', 'login.root.example', 'waiting-room.example', 'z.example'],
  }),
  drawn('filtered', healthy, { filter: 'shop' }),
  drawn('filtered-out', healthy, { filter: 'nothing like it' }),
  drawn('from-file', healthy, { tab: null }),
  drawn('recording', healthy, { recording: true }),
  drawn('invited', healthy, { invitation: { site: 'https://shop.example/', goal: null, language: null } }),
];

export const states: readonly GalleryState[] = [...appStates, ...compareStates, ...pageStates];
