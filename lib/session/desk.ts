/** What the full page knows beside the live session: opened files, and the recording for support. */
import type { StoreApi } from 'zustand/vanilla';
import type { ExampleName } from '../examples/examples.ts';
import type { Capture } from '../model/capture.ts';
import type { Analysis } from '../model/finding.ts';
import { type Guide, noPreset, type Preset, type Told } from '../model/guide.ts';
import type { Again, Recording, Story } from '../model/recording.ts';
import type { Language } from '../model/settings.ts';
import type { Host } from './host.ts';
import type { LeaveFormat, Leaving, Ready } from './leaving.ts';

/** A capture with what the engine says of it. */
export interface Judged {
  readonly capture: Capture;
  readonly analysis: Analysis;
}

/** An opened file, as much of it as is shown. Whole it is with the reader, which saves it. */
export interface OpenedDocument {
  readonly id: number;
  readonly name: string;
  /** In the file; captures hold those that the analysis names. */
  readonly requests: number;
  readonly story: Story | null;
  readonly first: Judged;
  readonly second: (Judged & { readonly how: Again }) | null;
}

/** A file that could not be read, and why: a phrase of English, which `lib/words` says in others. */
export interface Refused {
  readonly id: number;
  readonly name: string;
  readonly because: string;
}

export interface GuidedAttempts {
  readonly guide: Guide;
  readonly running: boolean;
  readonly first: Judged;
  readonly second: (Judged & { readonly how: Again }) | null;
}

export interface DeskState {
  readonly documents: readonly OpenedDocument[];
  readonly refused: readonly Refused[];
  /** Files that are being read now, and those that wait for it. */
  readonly opening: readonly Opening[];
  readonly guide: GuidedAttempts | null;
  /** What support asks for, until a recording begins. */
  readonly asked: Preset;
  /** May Roundtrip look into private windows; null while that is not known. */
  readonly privateAllowed: boolean | null;
}

export const emptyDesk: DeskState = { documents: [], refused: [], opening: [], guide: null, asked: noPreset, privateAllowed: null };

/** A file on its way. */
export interface Opening {
  readonly id: number;
  readonly name: string;
  readonly phase: 'waiting' | 'reading' | 'judging';
  /** Bytes. */
  readonly read: number;
  /** All of it, in bytes. */
  readonly bytes: number;
}

/** A file somebody dropped or chose. */
export type FileToOpen = Blob & { readonly name: string };

/** What can leave: what this browser recorded, or an opened file. */
export type LeaveSource = Recording | OpenedDocument;

/** What the full page may ask for. */
export interface DeskHost extends Host {
  readonly desk: StoreApi<DeskState>;
  /** What support asks for, as the page was opened with it. */
  readonly invitation: Preset | null;
  openFiles(files: readonly FileToOpen[]): Promise<void>;
  openText(text: string): void;
  /** One of the logins that come with Roundtrip, as a file of this name. */
  openExample(example: ExampleName, name: string): Promise<void>;
  cancelOpening(id: number): void;
  closeDocument(id: number): void;
  forgetRefused(id: number): void;
  /** Redacts, writes and searches what was written for every secret; nothing leaves by this. */
  prepare(source: LeaveSource, format: LeaveFormat): Leaving | Promise<Leaving>;
  save(leaving: Ready): void;
  copy(leaving: Ready): Promise<void>;
  /** Must be called straight from a click: it asks for site access. False when the user did not give it. */
  startRecording(preset: Preset): Promise<boolean>;
  stopRecording(): Promise<void>;
  /** Keeps the user's words with the recording, so that a closed page loses none. */
  tell(told: Told): Promise<void>;
  /** A second attempt; a private window is opened for it where that was asked for. */
  recordAgain(how: Again): Promise<void>;
  discardRecording(): Promise<void>;
  openSite(site: string): Promise<void>;
  /** In this page alone, until another one is chosen in the settings. */
  speak(language: Language): Promise<void>;
  /** What support asks for, by a link that was pasted. Its language counts where the user leaves it to the browser. */
  heed(preset: Preset): void;
}
