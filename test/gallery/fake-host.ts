/** A host without a browser: what a view asks for is done to the store and written down. */
import { createStore } from 'zustand/vanilla';
import { analyze } from '../../lib/analyze.ts';
import type { Capture } from '../../lib/model/capture.ts';
import type { Host } from '../../lib/session/host.ts';
import { initialState, type SessionState } from '../../lib/session/state.ts';

export interface FakeHost extends Host {
  /** `pause true`, `openExchange x1.0`, in the order of asking. */
  readonly calls: string[];
  /** What was recorded has grown. */
  show(capture: Capture): void;
}

const watching: SessionState = { ...initialState, watching: 'watching', cookieAccess: true, tab: 1 };

export function fakeHost(start: Partial<SessionState> = {}, capture: Capture | null = null): FakeHost {
  const analysis = capture ? analyze(capture, start.profile) : { flows: [], findings: [] };
  const session = createStore<SessionState>(() => ({ ...watching, capture, analysis, ...start }));
  const calls: string[] = [];
  const set = (change: Partial<SessionState>) => session.setState(change);
  const call = async (words: string, change: Partial<SessionState>) => {
    calls.push(words);
    set(change);
  };
  return {
    session,
    calls,
    show: (next) => set({ capture: next, analysis: analyze(next, session.getState().profile) }),
    grantAccess: () => call('grantAccess', { watching: 'watching', cookieAccess: true }),
    setPaused: (paused) => call(`setPaused ${paused}`, { watching: paused ? 'paused' : 'watching' }),
    clear: () => call('clear', { capture: null, analysis: { flows: [], findings: [] }, notice: 'Everything recorded was forgotten' }),
    selectFlow: (flow) => void call(`selectFlow ${flow}`, { selectedFlow: flow, openExchange: null }),
    openExchange: (exchange) => void call(`openExchange ${exchange}`, { openExchange: exchange }),
    setFilter: (filter) => void call(`setFilter ${filter}`, { filter }),
    ignore: (address) => call(`ignore ${address}`, { ignored: [...session.getState().ignored, address] }),
    unignoreAll: () => call('unignoreAll', { ignored: [] }),
    openPage: (room, check) => call(`openPage ${room}${check === undefined ? '' : ` ${check}`}`, {}),
    openSidePanel: () => void calls.push('openSidePanel'),
    copyReport: () => call('copyReport', { notice: 'Report copied, secrets left out' }),
  };
}
