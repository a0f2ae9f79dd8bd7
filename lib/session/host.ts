/** What a view may ask of the program around it. Made by lib/shell.ts in the extension, faked in tests. */
import type { StoreApi } from 'zustand/vanilla';
import type { Capture } from '../model/capture.ts';
import type { ExchangeId } from '../model/exchange.ts';
import type { Finding, JudgedFlow } from '../model/finding.ts';
import type { FlowId } from '../model/flow.ts';
import type { Look } from '../model/selection.ts';
import type { Settings } from '../model/settings.ts';
import type { SessionState } from './state.ts';

/** The rooms of the full page. They stand in its address behind the `#`. */
export type PageRoom = 'live' | 'files' | 'record' | 'save' | 'compare' | 'reference' | 'settings' | 'welcome';

export const pageRooms: readonly PageRoom[] = ['live', 'files', 'record', 'save', 'compare', 'reference', 'settings', 'welcome'];

export interface Host {
  readonly session: StoreApi<SessionState>;
  /** Everywhere, or to hosts and what lies below them. Must be called straight from a click. */
  grantAccess(hosts: 'everywhere' | readonly string[]): Promise<void>;
  /** The cookie jar, for the sites that were granted. Must be called straight from a click. */
  grantCookies(): Promise<void>;
  /** Takes back one host, null: everything. */
  giveUpAccess(host: string | null): Promise<void>;
  /** The switch of the header; where Roundtrip only watches when it is started, it starts and stops. */
  setPaused(paused: boolean): Promise<void>;
  /** Adds a panel to the developer tools. Must be called straight from a click. */
  addPanel(): Promise<void>;
  /** Forgets everything recorded. */
  clear(): Promise<void>;
  selectFlow(flow: FlowId): void;
  openExchange(exchange: ExchangeId | null): void;
  setFilter(text: string): void;
  setLook(look: Look): void;
  /** "This is not a login": hides flows that go to this address, until it is undone. */
  ignore(address: string): Promise<void>;
  unignore(address: string): Promise<void>;
  unignoreAll(): Promise<void>;
  changeSettings(change: Partial<Settings>): Promise<void>;
  /** Answers are read when the user allows it, or while the browser's developer tools are open. */
  readonly bodies: 'asked' | 'with-devtools';
  /** Must be called straight from a click; false where the user said no. */
  allowBodies(): Promise<boolean>;
  /** Must be called straight from a click; false where the user said no. */
  allowNotifications(): Promise<boolean>;
  /** The full page, at one of its rooms, about the tab of this view. `check`: which one the reference is to show. */
  openPage(room: PageRoom, check?: string): Promise<void>;
  /** Null where the browser has none, or where this view is it. Must be called straight from a click. */
  readonly openSidePanel: (() => void) | null;
  /** Puts the redacted Markdown report of the flows in view on the clipboard. */
  copyReport(): Promise<void>;
  /** The sequence diagram of one flow as an SVG file, redacted. `capture` and `flows`: what it is part of. */
  saveDiagram(capture: Capture, flows: readonly JudgedFlow[], judged: JudgedFlow): Promise<void>;
  /** One hop as a command for a shell, redacted, on the clipboard. */
  copyCurl(capture: Capture, flows: readonly JudgedFlow[], judged: JudgedFlow, hop: ExchangeId): Promise<void>;
  /** One finding as Markdown, redacted, on the clipboard. */
  copyFinding(capture: Capture, flows: readonly JudgedFlow[], judged: JudgedFlow, finding: Finding): Promise<void>;
}
