/** Puts a Host together for an extension page: what is stored, kept up to date, analyzed here in the view. */
import { createStore } from 'zustand/vanilla';
import { createLooks } from './looks.ts';
import { noAccess } from './model/access.ts';
import type { Capture } from './model/capture.ts';
import { type Guide, isRunning } from './model/guide.ts';
import type { Language, Settings } from './model/settings.ts';
import { isOn, restOf } from './model/watching.ts';
import { giveUpAccess, onAccessChanged, readAccess, requestAccess, requestExtras } from './platform/access.ts';
import { allowBodies, bodiesAre } from './platform/bodies.ts';
import { onContainersChanged, readContainers } from './platform/containers.ts';
import { applyLanguage, languagesWanted, mirroredChoice } from './platform/language.ts';
import { sendToBackground } from './platform/messages.ts';
import { allowNotifications } from './platform/notifications.ts';
import { mayAskForPanel, requestPanel } from './platform/panel.ts';
import { saveFile } from './platform/save.ts';
import { readShortcut } from './platform/shortcut.ts';
import { sidePanelOpener } from './platform/side-panel.ts';
import {
  loadEntries,
  loadGuide,
  loadSelection,
  loadSettings,
  loadStarted,
  onGuideChanged,
  onSettingsChanged,
  onStartedChanged,
  storeSelection,
  storeSettings,
} from './platform/storage.ts';
import { type About, addressOfTab, onTabInFront, openPage, type TabInView, tabInView } from './platform/tabs.ts';
import { applyTheme } from './platform/theme.ts';
import { setWatching } from './platform/watching.ts';
import { isNowhere, uncoveredHost } from './read/access.ts';
import { anchorOf } from './session/anchor.ts';
import type { Host } from './session/host.ts';
import { writePageAddress } from './session/page-address.ts';
import { presetLink, readPreset } from './session/preset.ts';
import { selectionOf, takeOver } from './session/selection.ts';
import { relevant } from './session/share.ts';
import { initialState, type SessionState } from './session/state.ts';
import { flowsInView } from './session/view.ts';
import { shell as say } from './words/en/shell.ts';
import { languageFor, speakLanguage } from './words/load.ts';
import { spokenLanguage } from './words/speaking.ts';

const noticeMs = 2_500;

export interface Shell {
  readonly host: Host;
  /** The view's language is spoken, and it may be drawn. Never fails: without its words a view speaks English. */
  readonly spoken: Promise<void>;
  /** In this view alone, until another one is chosen in the settings. */
  speak(language: Language): Promise<void>;
  /** BCP 47: somebody asks in it. It counts where the user leaves the language to the browser. */
  speakAsAsked(tag: string): Promise<void>;
  /** All that is stored, of private windows and others, as of its `asOf`: now, or the last look where more came since. */
  recorded(): Capture;
  onRecorded(listener: () => void): void;
}

/** `asked`: the language in which the view was asked for. */
export function createShell(of: About, asked: string | null = null): Shell {
  const session = createStore<SessionState>(() => initialState);
  const listeners: (() => void)[] = [];
  let toGoOn = true;
  const looks = createLooks(session, () => {
    if (toGoOn) void goOn();
    toGoOn = false;
    for (const listener of listeners) listener();
  });

  const notify = (notice: string) => {
    session.setState({ notice });
    setTimeout(() => session.setState((s) => (s.notice === notice ? { notice: null } : s)), noticeMs);
  };
  const own: { chosen: readonly string[]; asked: readonly string[] } = { chosen: [], asked: asked === null ? [] : [asked] };
  const turnToLanguage = async (choice: string) => {
    const language = languageFor([...own.chosen, ...(choice === 'browser' ? own.asked : []), ...languagesWanted(choice)]);
    if (language !== spokenLanguage()) await speakLanguage(language).catch(() => notify(say().notLoaded));
    session.setState({ language: spokenLanguage() });
  };
  const spoken = turnToLanguage(mirroredChoice());
  const turnHere = async () => {
    const choice = (await loadSettings()).language;
    await turnToLanguage(choice);
    applyLanguage(spokenLanguage(), choice);
  };
  const readWatching = async () => {
    const [access, settings, started, panelToAdd] = await Promise.all([readAccess(), loadSettings(), loadStarted(), mayAskForPanel()]);
    // A recording for support says so itself.
    applyTheme(settings.theme);
    await spoken;
    if (settings.language !== session.getState().settings.language) own.chosen = [];
    await turnToLanguage(settings.language);
    applyLanguage(spokenLanguage(), settings.language);
    const on = isOn(settings, started, false);
    session.setState({
      watching: isNowhere(access) ? 'no-access' : on ? 'watching' : restOf(settings),
      access,
      notGranted: looks.notGranted(access),
      cookieAccess: access.cookies,
      settings,
      ignored: settings.ignored,
      panelToAdd,
    });
  };
  const readInvitation = async (tab: number) => {
    const address = await addressOfTab(tab);
    session.setState({
      invitation: address === null ? null : readPreset(address),
      here: address === null ? null : uncoveredHost(noAccess, address),
    });
  };
  const showGuide = (guide: Guide | null) => {
    session.setState({ recording: isRunning(guide, Date.now()) });
    looks.seen();
  };
  const changeSettings = async (change: Partial<Settings>) => storeSettings({ ...(await loadSettings()), ...change });

  const nameContainers = async () => session.setState({ containers: await readContainers() });
  onContainersChanged(() => void nameContainers());
  void nameContainers();
  onGuideChanged(showGuide);
  void loadGuide().then(showGuide);
  void readShortcut().then((shortcut) => session.setState({ shortcut }));
  onAccessChanged(() => void readWatching());
  onSettingsChanged(() => void readWatching());
  onStartedChanged(() => void readWatching());
  /** With what was chosen in another view. */
  const goOn = async () => {
    const selection = await loadSelection();
    if (selection) session.setState(takeOver(selection, session.getState()));
  };
  const turnTo = (tab: TabInView) => {
    const { id, incognito } = tab;
    const before = session.getState();
    if (id !== null) void readInvitation(id);
    if (id === before.tab) return;
    session.setState({ tab: id, incognito, selectedFlow: null, openExchange: null, filter: '' });
    if (incognito === before.incognito) void goOn();
    else {
      toGoOn = true;
      looks.turned();
    }
  };
  const choose = (change: Partial<SessionState>) => {
    session.setState(change);
    void storeSelection(selectionOf(session.getState(), Date.now()));
  };
  void Promise.all([tabInView(of), loadEntries(), readWatching()]).then(([tab, stored]) => {
    session.setState({ tab: tab.id, incognito: tab.incognito });
    if (tab.id !== null) void readInvitation(tab.id);
    looks.begin(stored);
    if (of === 'front-tab' && !tab.named) onTabInFront(turnTo);
  });

  const host: Host = {
    session,
    grantAccess: async (hosts) => {
      await requestAccess(hosts);
      await readWatching();
    },
    grantCookies: async () => {
      await requestExtras();
      await readWatching();
    },
    giveUpAccess: async (one) => {
      await giveUpAccess(one);
      await readWatching();
    },
    setPaused: (paused) => setWatching(!paused),
    addPanel: async () => {
      if (await requestPanel()) notify(say().panelAdded);
      await readWatching();
    },
    clear: async () => {
      await sendToBackground({ kind: 'clear' });
      notify(say().forgotten);
    },
    selectFlow: (flow) => choose({ selectedFlow: flow, openExchange: null }),
    openExchange: (exchange) => choose({ openExchange: exchange }),
    setFilter: (filter) => choose({ filter }),
    setLook: (look) => choose({ look }),
    ignore: async (address) => changeSettings({ ignored: [...new Set([...session.getState().ignored, address])] }),
    unignore: async (address) => changeSettings({ ignored: session.getState().ignored.filter((one) => one !== address) }),
    unignoreAll: async () => changeSettings({ ignored: [] }),
    changeSettings,
    bodies: bodiesAre,
    allowBodies,
    allowNotifications,
    openSidePanel: of === 'front-tab' || of === 'inspected-tab' ? null : sidePanelOpener(),
    copyReport: async () => {
      const state = session.getState();
      if (!state.capture || !state.analysis) return;
      const capture = relevant(state.capture, state.analysis.flows, flowsInView(state));
      // Only who copies needs the redaction of whole files.
      const { leave } = await import('./leave.ts');
      const leaving = leave({ capture, story: null, second: null }, 'markdown');
      if (leaving.kind === 'refused') {
        notify(say().notCopied);
        return;
      }
      await navigator.clipboard.writeText(leaving.text);
      notify(say().copied);
    },
    saveDiagram: async (capture, flows, judged) => {
      const { leave } = await import('./leave.ts');
      const part = relevant(capture, flows, [judged]);
      const anchor = anchorOf(judged);
      const leaving = leave({ capture: part, story: null, second: null }, 'svg', anchor && { hop: anchor });
      if (leaving.kind === 'refused') {
        notify(say().diagramNotSaved);
        return;
      }
      saveFile(leaving.fileName, leaving.mime, leaving.text);
      notify(say().diagramSaved);
    },
    copyCurl: async (capture, flows, judged, hop) =>
      notify(await (await import('./leave.ts')).copyOut(relevant(capture, flows, [judged]), 'curl', { hop })),
    copyFinding: async (capture, flows, judged, { check, evidence: [{ exchange: hop }] }) =>
      notify(await (await import('./leave.ts')).copyOut(relevant(capture, flows, [judged]), 'finding', { hop, check })),
    openPage: (room, check) => {
      const { tab, invitation } = session.getState();
      return openPage(
        writePageAddress({ room, check: check ?? null }),
        tab,
        room === 'record' && invitation ? presetLink(invitation) : null,
      );
    },
  };
  return {
    host,
    spoken,
    speak: (language) => {
      own.chosen = [language];
      return turnHere();
    },
    speakAsAsked: (tag) => {
      own.asked = [tag];
      return turnHere();
    },
    recorded: looks.recorded,
    onRecorded: (listener) => void listeners.push(listener),
  };
}
