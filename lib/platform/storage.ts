/** Two shelves: secrets in memory (storage.session), settings on disk (storage.local). */
import type { Storage } from 'webextension-polyfill';
import type { EndpointsByIssuer } from '../model/endpoints.ts';
import type { CaptureEvent } from '../model/event.ts';
import type { Guide } from '../model/guide.ts';
import type { Selection } from '../model/selection.ts';
import { readSettings, type Settings } from '../model/settings.ts';
import type { Judged } from '../model/tally.ts';
import { browser } from './browser.ts';
import { earlyChanges, earlySession } from './early.ts';
import { slot } from './slot.ts';
import { eventsOn, fromShelf, isShelfKey, keyFrom, shelfKey, shelved } from './stored-event.ts';

/** By their keys. */
export async function loadEntries(): Promise<ReadonlyMap<string, CaptureEvent>> {
  return eventsOn(await (earlySession() ?? browser.storage.session.get(null)));
}

export async function loadEvents(): Promise<CaptureEvent[]> {
  return [...(await loadEntries()).values()];
}

export async function storeEvents(entries: ReadonlyMap<string, CaptureEvent>): Promise<void> {
  await browser.storage.session.set(Object.fromEntries([...entries].map(([key, event]) => [shelfKey(key), shelved(event)])));
}

export async function removeEvents(keys: readonly string[]): Promise<void> {
  await browser.storage.session.remove(keys.map(shelfKey));
}

export async function clearEvents(): Promise<void> {
  const all = await browser.storage.session.get(null);
  await browser.storage.session.remove(Object.keys(all).filter(isShelfKey));
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
      if (!isShelfKey(key)) continue;
      if (change.newValue === undefined) removed.push(keyFrom(key));
      else set.push([keyFrom(key), fromShelf(change.newValue)]);
    }
    if (set.length + removed.length > 0) listener({ set, removed });
  };
  earlyChanges(handle);
  browser.storage.onChanged.addListener(handle);
  return () => browser.storage.onChanged.removeListener(handle);
}

/** What the extension itself wrote there, or nothing. */
const asStored = <T>(stored: unknown): T | null => (stored as T | undefined) ?? null;

export const { load: loadSettings, store: storeSettings, onChanged: onSettingsChanged } = slot<Settings>('local', 'settings', readSettings);

/** In memory, like what it is about. */
export const { load: loadGuide, store: storeGuide, onChanged: onGuideChanged } = slot<Guide | null>('session', 'guide', asStored);

/** What the engine said of it, in numbers and sentences. */
export const { load: loadJudged, store: storeJudged } = slot<Judged | null>('session', 'judged', asStored);

/** The user has started watching, where it only happens when they do. In memory, so that closing the browser ends it. */
export const {
  load: loadStarted,
  store: storeStarted,
  onChanged: onStartedChanged,
} = slot<boolean>('session', 'started', (stored) => stored === true);

/** Of the view that was used last; in memory, like the hops it names. */
export const { load: loadSelection, store: storeSelection } = slot<Selection | null>('session', 'selection', asStored);

/** In memory: they tell which providers somebody uses. */
export const { load: loadEndpoints, store: storeEndpoints } = slot<EndpointsByIssuer | null>('session', 'endpoints', asStored);

/** Addresses on their way to the page that reads them; they may hold secrets, so they stand in no address of ours. */
const links = slot<readonly string[] | null>('session', 'links', asStored);

export async function storeLink(address: string): Promise<void> {
  await links.store([...((await links.load()) ?? []), address]);
}

/** Nothing is left behind. */
export async function takeLinks(): Promise<readonly string[]> {
  const taken = (await links.load()) ?? [];
  if (taken.length > 0) await links.store(null);
  return taken;
}
