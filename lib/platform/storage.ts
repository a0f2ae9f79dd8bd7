/** Two shelves: secrets in memory (storage.session), settings on disk (storage.local). */
import type { Storage } from 'webextension-polyfill';
import type { EndpointsByIssuer } from '../model/endpoints.ts';
import type { CaptureEvent } from '../model/event.ts';
import type { Guide } from '../model/guide.ts';
import type { Selection } from '../model/selection.ts';
import { readSettings, type Settings } from '../model/settings.ts';
import type { Judged } from '../model/tally.ts';
import { browser } from './browser.ts';
import { slot } from './slot.ts';

const eventPrefix = 'e/';

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
