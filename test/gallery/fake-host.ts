/** A host without a browser: what a view asks for is done to the store and written down. */
import { createStore } from 'zustand/vanilla';
import { analyze } from '../../lib/analyze.ts';
import type { Capture } from '../../lib/model/capture.ts';
import { covers, everywhere, patternFor, patternsOf } from '../../lib/read/access.ts';
import type { Host } from '../../lib/session/host.ts';
import { initialState, type SessionState } from '../../lib/session/state.ts';

export interface FakeHost extends Host {
  /** `pause true`, `openExchange x1.0`, in the order of asking. */
  readonly calls: string[];
  /** What was recorded has grown. */
  show(capture: Capture): void;
}

const watching: SessionState = {
  ...initialState,
  watching: 'watching',
  access: { sites: [everywhere], cookies: true },
  cookieAccess: true,
  tab: 1,
};

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
    grantAccess: (hosts) => {
      const sites = hosts === 'everywhere' ? [everywhere] : [...session.getState().access.sites, ...hosts.map(patternFor)];
      const notGranted = session.getState().notGranted.filter((host) => !covers({ sites, cookies: true }, `https://${host}/`));
      const change = { watching: 'watching' as const, cookieAccess: true, access: { sites, cookies: true }, notGranted };
      return call(`grantAccess ${typeof hosts === 'string' ? hosts : hosts.join(' ')}`, change);
    },
    grantCookies: () => call('grantCookies', { cookieAccess: true }),
    giveUpAccess: (host) => {
      const { access } = session.getState();
      const sites = host === null ? [] : access.sites.filter((site) => !patternsOf(access, host).includes(site));
      return call(`giveUpAccess ${host}`, { access: { ...access, sites }, ...(sites.length === 0 ? { watching: 'no-access' } : {}) });
    },
    setPaused: (paused) => call(`setPaused ${paused}`, { watching: paused ? 'paused' : 'watching' }),
    addPanel: () => call('addPanel', { panelToAdd: false }),
    clear: () => call('clear', { capture: null, analysis: { flows: [], findings: [] }, notice: 'Everything recorded was forgotten' }),
    selectFlow: (flow) => void call(`selectFlow ${flow}`, { selectedFlow: flow, openExchange: null }),
    openExchange: (exchange) => void call(`openExchange ${exchange}`, { openExchange: exchange }),
    setFilter: (filter) => void call(`setFilter ${filter}`, { filter }),
    setLook: (look) => void call(`setLook ${look}`, { look }),
    saveDiagram: (_, __, { flow }) => call(`saveDiagram ${flow.id}`, { notice: 'Diagram saved, secrets left out' }),
    ignore: (address) => call(`ignore ${address}`, { ignored: [...session.getState().ignored, address] }),
    unignore: (address) => call(`unignore ${address}`, { ignored: session.getState().ignored.filter((one) => one !== address) }),
    changeSettings: (change) =>
      call(`changeSettings ${JSON.stringify(change)}`, { settings: { ...session.getState().settings, ...change } }),
    bodies: 'asked',
    allowBodies: async () => {
      calls.push('allowBodies');
      return true;
    },
    allowNotifications: async () => {
      calls.push('allowNotifications');
      return true;
    },
    unignoreAll: () => call('unignoreAll', { ignored: [] }),
    openPage: (room, check) => call(`openPage ${room}${check === undefined ? '' : ` ${check}`}`, {}),
    openSidePanel: () => void calls.push('openSidePanel'),
    copyCurl: (_, __, ___, hop) => call(`copyCurl ${hop}`, { notice: 'Copied as curl, secrets left out' }),
    copyFinding: (_, __, ___, { check }) => call(`copyFinding ${check}`, { notice: 'Finding copied as Markdown, secrets left out' }),
    copyReport: () => call('copyReport', { notice: 'Report copied, secrets left out' }),
  };
}
