/** What public/stored.js asked for while the rest of a view was still on its way: reading takes as long as loading. */
import type { Storage } from 'webextension-polyfill';
import { browser } from './browser.ts';

type Change = readonly [changes: Record<string, Storage.StorageChange>, area: string];

interface Early {
  /** All of storage.session. */
  readonly session: Promise<Readonly<Record<string, unknown>>>;
  /** In their order, since before that was asked for. */
  readonly changes: readonly Change[];
  /** What listens for them. */
  hear(...change: Change): void;
}

const early = (globalThis as { readonly early?: Early }).early ?? null;
let isRead = false;

/** Once: it gets old. Null in a page that did not ask early. */
export function earlySession(): Early['session'] | null {
  if (early === null || isRead) return null;
  isRead = true;
  return early.session;
}

/** Whoever listens from here on is told first what changed until now, in the same turn. */
export function earlyChanges(listener: (...change: Change) => void): void {
  if (early === null) return;
  browser.storage.onChanged.removeListener(early.hear);
  for (const change of early.changes) listener(...change);
}
