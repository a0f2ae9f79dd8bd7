import type { Storage } from 'webextension-polyfill';
import { browser } from './browser.ts';

/** One value in the browser's storage. */
export interface Slot<T> {
  load(): Promise<T>;
  /** Null leaves nothing behind. */
  store(value: T): Promise<void>;
  /** Returns what ends it. */
  onChanged(listener: (value: T) => void): () => void;
}

/** `session` is memory and gone with the browser, `local` is the disk. `read` takes whatever stands there: undefined when nothing does. */
export function slot<T>(area: 'session' | 'local', key: string, read: (stored: unknown) => T): Slot<T> {
  const shelf = () => browser.storage[area];
  return {
    load: async () => read((await shelf().get(key))[key]),
    store: (value) => (value === null ? shelf().remove(key) : shelf().set({ [key]: value })),
    onChanged(listener) {
      const handle = (changes: Record<string, Storage.StorageChange>, changed: string) => {
        const change = changed === area ? changes[key] : undefined;
        if (change) listener(read(change.newValue));
      };
      browser.storage.onChanged.addListener(handle);
      return () => browser.storage.onChanged.removeListener(handle);
    },
  };
}
