/** Which tabs belong to private windows. Firefox says it with every request, Chromium with none (measured, 156). */
import type { Tabs } from 'webextension-polyfill';
import type { PrivateEvent } from '../model/event.ts';
import { browser, isFirefox } from './browser.ts';

/** Chromium's name for the cookie store of private windows. */
const privateStore = '1';

export class PrivateTabs {
  readonly #sink: (event: PrivateEvent) => void;
  readonly #known = new Set<number>();

  constructor(sink: (event: PrivateEvent) => void) {
    this.#sink = sink;
  }

  /** Must be called in the worker's first turn. */
  start(): void {
    if (!isFirefox) browser.tabs.onCreated.addListener(this.#created);
  }

  stop(): void {
    browser.tabs.onCreated.removeListener(this.#created);
  }

  /** Those that were open before the worker was. */
  async load(): Promise<void> {
    if (!isFirefox) for (const tab of await browser.tabs.query({})) this.#created(tab);
  }

  /** Everything recorded was forgotten, and this with it. */
  announce(): void {
    for (const tab of this.#known) this.#sink({ kind: 'private', at: Date.now(), tab });
  }

  /** The cookie store to ask, null for the browser's own choice. */
  storeOf(tab: number, container: string | null): string | null {
    return container ?? (this.#known.has(tab) ? privateStore : null);
  }

  readonly #created = ({ id, incognito }: Tabs.Tab) => {
    if (!incognito || id === undefined || this.#known.has(id)) return;
    this.#known.add(id);
    this.#sink({ kind: 'private', at: Date.now(), tab: id });
  };
}
