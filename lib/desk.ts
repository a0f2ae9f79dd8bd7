/** Puts the full page's host together: files from outside, the recording for support, and what leaves. */
import { createStore } from 'zustand/vanilla';
import { analyze } from './analyze.ts';
import { loadExample } from './examples/examples.ts';
import { leave } from './leave.ts';
import type { Capture } from './model/capture.ts';
import {
  type Attempt,
  type Guide,
  isRunning,
  lastAttempt,
  longestAttemptMs,
  noPreset,
  nothingTold,
  type Preset,
  stopped,
} from './model/guide.ts';
import type { Again } from './model/recording.ts';
import { extensionVersion } from './platform/about.ts';
import { requestAccess } from './platform/access.ts';
import { saveFile } from './platform/save.ts';
import { loadGuide, onGuideChanged, storeGuide, takeLinks } from './platform/storage.ts';
import { comeBack, invitationInAddress, mayLookIntoPrivateWindows, openPrivateWindow, openTab } from './platform/tabs.ts';
import { isNowhere, uncoveredHost } from './read/access.ts';
import { type DeskHost, type DeskState, emptyDesk, type Judged } from './session/desk.ts';
import { appOf, hasSettled } from './session/guided.ts';
import { readPreset } from './session/preset.ts';
import { createReaderClient, type ReaderPort } from './session/reader-client.ts';
import { during, relevant } from './session/share.ts';
import { createShell, type Shell } from './shell.ts';
import { shell as say } from './words/en/shell.ts';

const lookMs = 1_000;
/** The cookie jar is read a moment after an answer. */
const lateMs = 3_000;

/** What was pasted has no name. Of an address the host is enough: the rest may be secret. */
function nameOf(text: string): string {
  const [, host] = /^\s*<?https?:\/\/(?:[^/?#\s]*@)?([^/?#\s]+)/i.exec(text) ?? [];
  return host === undefined ? say().pasted : say().linkTo(host);
}

/** `startReader` starts the worker that opens files. */
export function createDesk(startReader: () => ReaderPort): Pick<Shell, 'spoken'> & { readonly host: DeskHost } {
  const invitation = readPreset(invitationInAddress() ?? '');
  const { host, spoken, speak, speakAsAsked, recorded, onRecorded } = createShell('every-tab', invitation?.language);
  const desk = createStore<DeskState>(() => ({ ...emptyDesk, asked: invitation ?? noPreset }));
  let guide: Guide | null = null;
  const reader = createReaderClient(desk, { start: startReader, version: extensionVersion });

  const judged = (capture: Capture): Judged => ({ capture, analysis: analyze(capture) });
  const openText = (text: string) => void reader.open(nameOf(text), text);

  /** Attempts of which nothing more will come, by their start. */
  const ended = new Map<number, Judged>();

  /** An attempt's own part of what is recorded. */
  const partOf = (whole: Capture, attempt: Attempt): Judged => {
    const known = ended.get(attempt.startedAt);
    if (known) return known;
    const part = newPartOf(whole, attempt);
    if (attempt.stoppedAt !== null && whole.asOf - attempt.stoppedAt > lateMs) ended.set(attempt.startedAt, part);
    return part;
  };

  const newPartOf = (whole: Capture, attempt: Attempt): Judged => {
    const live = attempt.stoppedAt === null;
    const span = { from: attempt.startedAt, to: attempt.stoppedAt ?? Date.now() };
    const part = during({ ...whole, live, asOf: span.to }, span, attempt.how === 'private-window');
    const all = analyze(part);
    // Where no login was seen, what was seen instead is all there is to tell.
    return all.flows.length === 0 ? { capture: part, analysis: all } : judged(relevant(part, all.flows, all.flows));
  };

  const follow = () => {
    if (!guide) return desk.setState({ guide: null });
    const whole = recorded();
    const [one, other] = guide.attempts;
    const running = isRunning(guide, Date.now());
    const first = partOf(whole, one);
    const second = other && other.how !== 'first' ? { how: other.how, ...partOf(whole, other) } : null;
    desk.setState({ guide: { guide, running, first, second } });
    if (lastAttempt(guide).stoppedAt !== null) return;
    const { flows } = (second ?? first).analysis;
    if (!running) void end('limit');
    else if (hasSettled(flows, Date.now(), host.session.getState().settings.quietMs)) void end('settled').then(comeBack);
  };

  const end = async (by: NonNullable<Attempt['stoppedBy']>) => {
    const over = guide && stopped(guide, by, Date.now());
    if (over) await storeGuide(over);
  };

  const attempt = (how: Attempt['how']): Attempt => {
    const startedAt = Date.now();
    return { how, startedAt, stopAt: startedAt + longestAttemptMs, stoppedAt: null, stoppedBy: null };
  };

  const speakAsked = ({ language }: Preset) => {
    if (language !== null) void speakAsAsked(language);
  };

  const take = (next: Guide | null) => {
    const before = guide;
    guide = next;
    if (next && !before) speakAsked(next.preset);
    // New words alone change nothing that was seen.
    const known = desk.getState().guide;
    if (next && known && before && JSON.stringify(before.attempts) === JSON.stringify(next.attempts))
      desk.setState({ guide: { ...known, guide: next } });
    else follow();
  };

  /** Nothing may be waited for before the browser is asked: it must come straight from the click. */
  const mayWatch = async (site: string | null): Promise<boolean> => {
    const { access } = host.session.getState();
    if (isNowhere(access)) return requestAccess('everywhere');
    const missing = site === null ? null : uncoveredHost(access, site);
    return missing === null || requestAccess([missing]);
  };

  onGuideChanged(take);
  onRecorded(follow);
  void loadGuide().then(take);
  void takeLinks().then((links) => links.forEach(openText));
  void mayLookIntoPrivateWindows().then((privateAllowed) => desk.setState({ privateAllowed }));
  setInterval(() => {
    if (guide && lastAttempt(guide).stoppedAt === null) follow();
  }, lookMs);

  const deskHost: DeskHost = {
    ...host,
    desk,
    invitation,
    speak,
    heed: (preset) => {
      desk.setState({ asked: preset });
      speakAsked(preset);
    },
    openFiles: async (files) => void (await Promise.all(files.map((file) => reader.open(file.name, file)))),
    openText,
    openExample: async (example, name) => reader.open(name, await loadExample(example)),
    cancelOpening: reader.cancel,
    closeDocument: reader.close,
    forgetRefused: (id) => desk.setState((s) => ({ refused: s.refused.filter((one) => one.id !== id) })),
    prepare: (source, format) => ('id' in source ? reader.prepare(source.id, format) : leave(source, format)),
    save: ({ fileName, mime, text }) => saveFile(fileName, mime, text),
    copy: async ({ text }) => navigator.clipboard.writeText(typeof text === 'string' ? text : await text.text()),
    startRecording: async (preset) => {
      if (!(await mayWatch(preset.site))) return false;
      await storeGuide({ preset, attempts: [attempt('first')], told: nothingTold });
      return true;
    },
    stopRecording: () => end('user'),
    tell: async (told) => {
      if (guide) await storeGuide({ ...guide, told });
    },
    recordAgain: async (how: Again) => {
      if (!guide) return;
      const site = guide.preset.site ?? appOf(desk.getState().guide?.first.analysis.flows ?? []);
      await storeGuide({ ...guide, attempts: [guide.attempts[0], attempt(how)] });
      if (how === 'private-window') await openPrivateWindow(site);
      else if (site !== null) await openTab(site);
    },
    discardRecording: () => storeGuide(null),
    openSite: openTab,
  };
  return { host: deskHost, spoken };
}
