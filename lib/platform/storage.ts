/** Two shelves: secrets in memory (storage.session), settings on disk (storage.local). */
import type { Storage } from 'webextension-polyfill';
import type { EndpointsByIssuer } from '../model/endpoints.ts';
import type { CaptureEvent } from '../model/event.ts';
import type { Guide } from '../model/guide.ts';
import type { Selection } from '../model/selection.ts';
import { readSettings, type Settings } from '../model/settings.ts';
import type { Judged } from '../model/tally.ts';
import { browser } from './browser.ts';

const eventPrefix = 'e/';
const settingsKey = 'settings';
/** In memory: they tell which providers somebody uses. */
const endpointsKey = 'endpoints';
/** In memory, like what it is about. */
const guideKey = 'guide';
/** What the engine said of it, in numbers and sentences. */
const judgedKey = 'judged';
/** In memory, so that closing the browser ends it. */
const startedKey = 'started';

export async function loadEvents(): Promise<CaptureEvent[]> {
  const all = await browser.storage.session.get(null);
  return Object.entries(all)
    .filter(([key]) => key.startsWith(eventPrefix))
    .map(([, value]) => value as CaptureEvent);
}

export async function storeEvents(entries: ReadonlyMap<string, CaptureEvent>): Promise<void> {
  await browser.storage.session.set(Object.fromEntries([...entries].map(([key, event]) => [eventPrefix + key, narrow(event)])));
}

/**
 * Firefox hands over texts with two bytes a character, stores them so and counts them so: its shelf was full at half of what it
 * holds (measured, ESR 153). Read from JSON, what fits into one byte takes one.
 */
const narrow = (event: CaptureEvent): unknown => JSON.parse(JSON.stringify(event));

export async function removeEvents(keys: readonly string[]): Promise<void> {
  await browser.storage.session.remove(keys.map((key) => eventPrefix + key));
}

export async function clearEvents(): Promise<void> {
  const all = await browser.storage.session.get(null);
  await browser.storage.session.remove(Object.keys(all).filter((key) => key.startsWith(eventPrefix)));
}

export interface EventChange {
  readonly set: readonly (readonly [key: string, event: CaptureEvent])[];
  readonly removed: readonly string[];
}

/** Tells views what the recorder wrote; works whether or not the worker is alive. */
export function onEventsChanged(listener: (change: EventChange) => void): () => void {
  const handle = (changes: Record<string, Storage.StorageChange>, area: string) => {
    if (area !== 'session') return;
    const set: (readonly [string, CaptureEvent])[] = [];
    const removed: string[] = [];
    for (const [key, change] of Object.entries(changes)) {
      if (!key.startsWith(eventPrefix)) continue;
      if (change.newValue === undefined) removed.push(key.slice(eventPrefix.length));
      else set.push([key.slice(eventPrefix.length), change.newValue as CaptureEvent]);
    }
    if (set.length + removed.length > 0) listener({ set, removed });
  };
  browser.storage.onChanged.addListener(handle);
  return () => browser.storage.onChanged.removeListener(handle);
}

export async function loadSettings(): Promise<Settings> {
  return readSettings((await browser.storage.local.get(settingsKey))[settingsKey]);
}

export async function storeSettings(settings: Settings): Promise<void> {
  await browser.storage.local.set({ [settingsKey]: settings });
}

export function onSettingsChanged(listener: (settings: Settings) => void): () => void {
  const handle = (changes: Record<string, Storage.StorageChange>, area: string) => {
    if (area === 'local' && changes[settingsKey]) void loadSettings().then(listener);
  };
  browser.storage.onChanged.addListener(handle);
  return () => browser.storage.onChanged.removeListener(handle);
}

export async function loadGuide(): Promise<Guide | null> {
  return ((await browser.storage.session.get(guideKey))[guideKey] as Guide | undefined) ?? null;
}

export async function storeGuide(guide: Guide | null): Promise<void> {
  if (guide) await browser.storage.session.set({ [guideKey]: guide });
  else await browser.storage.session.remove(guideKey);
}

export function onGuideChanged(listener: (guide: Guide | null) => void): () => void {
  const handle = (changes: Record<string, Storage.StorageChange>, area: string) => {
    const change = area === 'session' ? changes[guideKey] : undefined;
    if (change) listener((change.newValue as Guide | undefined) ?? null);
  };
  browser.storage.onChanged.addListener(handle);
  return () => browser.storage.onChanged.removeListener(handle);
}

export async function loadJudged(): Promise<Judged | null> {
  return ((await browser.storage.session.get(judgedKey))[judgedKey] as Judged | undefined) ?? null;
}

export async function storeJudged(judged: Judged | null): Promise<void> {
  if (judged) await browser.storage.session.set({ [judgedKey]: judged });
  else await browser.storage.session.remove(judgedKey);
}

/** The user has started watching, where it only happens when they do. */
export async function loadStarted(): Promise<boolean> {
  return (await browser.storage.session.get(startedKey))[startedKey] === true;
}

export async function storeStarted(started: boolean): Promise<void> {
  if (started) await browser.storage.session.set({ [startedKey]: true });
  else await browser.storage.session.remove(startedKey);
}

export function onStartedChanged(listener: () => void): () => void {
  const handle = (changes: Record<string, Storage.StorageChange>, area: string) => {
    if (area === 'session' && changes[startedKey]) listener();
  };
  browser.storage.onChanged.addListener(handle);
  return () => browser.storage.onChanged.removeListener(handle);
}

const selectionKey = 'selection';

/** Of the view that was used last; in memory, like the hops it names. */
export async function loadSelection(): Promise<Selection | null> {
  return ((await browser.storage.session.get(selectionKey))[selectionKey] as Selection | undefined) ?? null;
}

export async function storeSelection(selection: Selection): Promise<void> {
  await browser.storage.session.set({ [selectionKey]: selection });
}

/** Null when nothing is stored. */
export async function loadEndpoints(): Promise<EndpointsByIssuer | null> {
  return ((await browser.storage.session.get(endpointsKey))[endpointsKey] as EndpointsByIssuer | undefined) ?? null;
}

export async function storeEndpoints(endpoints: EndpointsByIssuer): Promise<void> {
  await browser.storage.session.set({ [endpointsKey]: endpoints });
}

/** Addresses on their way to the page that reads them; they may hold secrets, so they stand in no address of ours. */
const linksKey = 'links';

export async function storeLink(address: string): Promise<void> {
  await browser.storage.session.set({ [linksKey]: [...(await loadLinks()), address] });
}

/** Nothing is left behind. */
export async function takeLinks(): Promise<readonly string[]> {
  const links = await loadLinks();
  if (links.length > 0) await browser.storage.session.remove(linksKey);
  return links;
}

async function loadLinks(): Promise<readonly string[]> {
  return ((await browser.storage.session.get(linksKey))[linksKey] as readonly string[] | undefined) ?? [];
}
