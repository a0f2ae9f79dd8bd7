/** What a view knows. Facts come from storage; the opinion is worked out here, in the view. */
import { type Access, noAccess } from '../model/access.ts';
import type { Capture } from '../model/capture.ts';
import type { ExchangeId } from '../model/exchange.ts';
import type { Analysis, Profile } from '../model/finding.ts';
import type { FlowId } from '../model/flow.ts';
import type { Preset } from '../model/guide.ts';
import type { Look } from '../model/selection.ts';
import { defaultSettings, type Language, type Settings } from '../model/settings.ts';

/** `off`: it is only watched when the user starts it, and they have not. */
export type Watching = 'starting' | 'no-access' | 'paused' | 'off' | 'watching';

export interface SessionState {
  readonly watching: Watching;
  /** A recording for support runs. */
  readonly recording: boolean;
  /** What support asks for by the address of the tab in view, until the user has seen it. */
  readonly invitation: Preset | null;
  /** The sites that may be looked at. */
  readonly access: Access;
  /** Hosts that play a part in what was recorded and may not be looked at. */
  readonly notGranted: readonly string[];
  /** The host of the page in view, where the browser tells and it may not be looked at. */
  readonly here: string | null;
  readonly settings: Settings;
  /** In which the view speaks; when it changes, everything is drawn anew. */
  readonly language: Language;
  /** The cookie jar may be read; without it the cookie checks know less. */
  readonly cookieAccess: boolean;
  /** The browser would add a panel to its developer tools, and waits for the user's word. */
  readonly panelToAdd: boolean;
  /** The tab the view is about, null when it is about everything. */
  readonly tab: number | null;
  readonly incognito: boolean;
  readonly capture: Capture | null;
  readonly analysis: Analysis | null;
  readonly profile: Profile;
  /** Null: the newest flow. */
  readonly selectedFlow: FlowId | null;
  readonly openExchange: ExchangeId | null;
  readonly filter: string;
  readonly look: Look;
  /** Flows the user marked as no login are hidden. */
  readonly ignored: readonly string[];
  /** The key that pauses and resumes watching, in the browser's words; null where there is none. */
  readonly shortcut: string | null;
  /** Firefox containers by their numbers, as their owner calls them. */
  readonly containers: Readonly<Record<string, string>>;
  /** A short message after an action ("Copied"). */
  readonly notice: string | null;
}

export const initialState: SessionState = {
  watching: 'starting',
  recording: false,
  invitation: null,
  access: noAccess,
  notGranted: [],
  here: null,
  settings: defaultSettings,
  language: 'en',
  cookieAccess: false,
  panelToAdd: false,
  tab: null,
  incognito: false,
  capture: null,
  analysis: null,
  profile: 'default',
  selectedFlow: null,
  openExchange: null,
  filter: '',
  look: 'timeline',
  ignored: [],
  shortcut: null,
  containers: {},
  notice: null,
};
