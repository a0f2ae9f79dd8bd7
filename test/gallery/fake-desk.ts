/** A host of the full page without a browser: files and recordings are drawn, what is asked for is done to the store and written down. */
import { createStore } from 'zustand/vanilla';
import { analyze } from '../../lib/analyze.ts';
import type { Capture } from '../../lib/model/capture.ts';
import { type Attempt, type Guide, noPreset, nothingTold, type Preset } from '../../lib/model/guide.ts';
import type { Recording } from '../../lib/model/recording.ts';
import type { Language } from '../../lib/model/settings.ts';
import { type DeskHost, type DeskState, emptyDesk, type Judged, type LeaveSource, type OpenedDocument } from '../../lib/session/desk.ts';
import type { SessionState } from '../../lib/session/state.ts';
import { prepare } from '../../lib/transfer/leave.ts';
import { leavesOf } from '../../lib/transfer/leaves.ts';
import { languageFor, speakLanguage } from '../../lib/words/load.ts';
import { type FakeHost, fakeHost } from './fake-host.ts';

export interface FakeDesk extends DeskHost {
  readonly calls: FakeHost['calls'];
}

export interface DeskParts {
  readonly desk?: Partial<DeskState>;
  readonly session?: Partial<SessionState>;
  readonly live?: Capture | null;
  readonly invitation?: Preset | null;
  /** Something in what leaves is still a secret. */
  readonly refuses?: boolean;
  /** A large file takes long, or the reader does not run. */
  readonly prepares?: 'never' | 'broken';
}

export const judged = (capture: Capture): Judged => ({ capture, analysis: analyze(capture) });

/** What the reader would keep. */
const wholes = new WeakMap<OpenedDocument, Recording>();

export function documentOf(id: number, name: string, recording: Recording): OpenedDocument {
  const { capture, story, second } = recording;
  const document: OpenedDocument = {
    id,
    name,
    requests: capture.exchanges.length,
    story,
    first: judged(capture),
    second: second && { how: second.how, ...judged(second.capture) },
  };
  wholes.set(document, recording);
  return document;
}

const wholeOf = (source: LeaveSource): Recording => {
  const recording = 'id' in source ? wholes.get(source) : source;
  if (!recording) throw new Error('a document that was not drawn');
  return recording;
};

export function attemptOf(capture: Capture, more: Partial<Attempt> = {}): Attempt {
  const startedAt = capture.exchanges[0]?.startedAt ?? capture.asOf;
  return { how: 'first', startedAt, stopAt: capture.asOf + 540_000, stoppedAt: null, stoppedBy: null, ...more };
}

export function guideOf(attempts: Guide['attempts'], preset: Preset = noPreset): Guide {
  return { preset, attempts, told: nothingTold };
}

export function fakeDesk({
  desk: start = {},
  session = {},
  live = null,
  invitation = null,
  refuses = false,
  prepares,
}: DeskParts = {}): FakeDesk {
  const host = fakeHost({ tab: null, ...session }, live);
  const desk = createStore<DeskState>(() => ({ ...emptyDesk, privateAllowed: true, asked: invitation ?? noPreset, ...start }));
  const speak = async (language: Language) => {
    await speakLanguage(language);
    host.session.setState({ language });
  };
  const call = async (words: string, change: Partial<DeskState> = {}) => {
    host.calls.push(words);
    desk.setState(change);
  };
  return {
    ...host,
    desk,
    invitation,
    openFiles: (files) => call(`openFiles ${files.map(({ name }) => name).join(' ')}`),
    openText: (text) => void call(`openText ${text.length}`),
    openExample: (example, name) => call(`openExample ${example} ${name}`),
    closeDocument: (id) => void call(`close ${id}`, { documents: desk.getState().documents.filter((one) => one.id !== id) }),
    forgetRefused: (id) => void call(`forget ${id}`, { refused: desk.getState().refused.filter((one) => one.id !== id) }),
    cancelOpening: (id) => void call(`cancel ${id}`, { opening: desk.getState().opening.filter((one) => one.id !== id) }),
    prepare: (source, format) => {
      const recording = wholeOf(source);
      if (prepares === 'never') return new Promise(() => {});
      if (prepares === 'broken') return Promise.reject(new Error('broken'));
      if (refuses) return { kind: 'refused', secrets: 1 };
      const prepared = prepare(recording, format, { version: '0.1.0', createdAt: new Date(0) });
      if (prepared.kind === 'refused') return { kind: 'refused', secrets: prepared.leaks };
      const { fileName, mime, text, hidden } = prepared;
      return { kind: 'ready', format, fileName, mime, text, leaves: leavesOf(recording), replaced: hidden };
    },
    save: ({ fileName }) => void call(`save ${fileName}`),
    copy: ({ format }) => call(`copy ${format}`),
    startRecording: async ({ site }) => {
      await call(`startRecording ${site}`);
      return session.watching !== 'no-access';
    },
    stopRecording: () => call('stopRecording'),
    tell: ({ did, saw }) => call(`tell ${did}|${saw}`),
    recordAgain: (how) => call(`recordAgain ${how}`),
    discardRecording: () => call('discardRecording', { guide: null }),
    openSite: (site) => call(`openSite ${site}`),
    speak,
    heed: (asked) => {
      desk.setState({ asked });
      if (asked.language !== null) void speak(languageFor([asked.language]));
    },
  };
}
