/** A browser for measuring: extensions are switched on and off in it, and pages run in it with nothing attached to them. */
import type { BrowserName, PageFunction } from '../../drivers/driver.ts';

export interface Installed {
  readonly id: string;
  /** Address of its pages, with a slash at the end. */
  readonly base: string;
}

export interface Beginning {
  /** Epoch milliseconds: the browser made the worker or the page. */
  readonly madeAt: number;
  /** Milliseconds from there until all listeners were registered. */
  readonly listeningMs: number;
}

export interface Stage {
  readonly name: BrowserName;
  readonly version: string;
  install(folder: string): Promise<Installed>;
  /** Opens a page of the extension, runs a script in it with a user's gesture, and closes it. */
  inPage<A extends readonly unknown[], T>(extension: Installed, path: string, script: PageFunction<A, T>, ...args: A): Promise<T>;
  /** Gives access to all sites, as a user would. `product` is Roundtrip, watching from then on. */
  grant(product: Installed): Promise<void>;
  /** Asks the background, which has to be running, about its beginning. */
  beginningOf(product: Installed): Promise<Beginning>;
  killBackground(extension: Installed): Promise<void>;
  switch(extension: Installed, on: boolean): Promise<void>;
  /** A tab in front, of which nothing is asked. */
  openTab(url: string): Promise<void>;
  close(): Promise<void>;
}
