import type { Exchange, Gap } from './exchange.ts';

/** Where a capture came from. Nothing behind `normalize` may depend on it, other than through gaps. */
export type SourceKind = 'live' | 'har' | 'file' | 'saml-tracer' | 'link';

/** Whose rules hold: browsers built from the same source obey the same ones. */
export type Browser = 'chrome' | 'firefox' | 'safari';

export type ProductName = 'Chrome' | 'Chromium' | 'Edge' | 'Brave' | 'Opera' | 'Samsung Internet' | 'Firefox' | 'Safari';

/** The browser by the name people know it by, for a reader; nothing is judged by it. */
export interface Product {
  readonly name: ProductName;
  /** Numbers and dots. */
  readonly version: string | null;
}

export interface Source {
  readonly kind: SourceKind;
  /** Program and version that wrote the file or made the recording. */
  readonly creator: string | null;
  readonly browser: Browser | null;
  readonly product: Product | null;
  /** Entries the source held, broken ones included. */
  readonly entries: number;
}

/** An entry that could not be read, and why, in one phrase. */
export interface Skipped {
  readonly entry: number;
  readonly because: string;
}

/** Third-party cookie policy of the browser, where it could be read. */
export type ThirdPartyCookies = 'allowed' | 'blocked' | 'partitioned' | 'trackers-blocked' | null;

export interface Settings {
  readonly thirdPartyCookies: ThirdPartyCookies;
}

/** The computer the browser ran on, as far as the source says. */
export interface Machine {
  /** Operating system and architecture in the browser's words: `linux x86-64`, `Windows NT 10.0; Win64; x64`. */
  readonly platform: string | null;
  /** Minutes east of UTC. */
  readonly zoneOffsetMinutes: number | null;
}

export const unknownMachine: Machine = { platform: null, zoneOffsetMinutes: null };

export interface Capture {
  readonly source: Source;
  readonly machine: Machine;
  /** Sorted by start, then by position in the source. */
  readonly exchanges: readonly Exchange[];
  /** What the capture as a whole could not see. */
  readonly gaps: readonly Gap[];
  /** Epoch milliseconds: when the recorder began anew after it was cut off (`worker-restarted`). Empty where that is not known. */
  readonly restartedAt: readonly number[];
  readonly skipped: readonly Skipped[];
  readonly settings: Settings;
  /** True while more may come: then what has not happened yet is not missing. */
  readonly live: boolean;
  /** Epoch milliseconds: the moment this capture describes (its last event for files, now when live). */
  readonly asOf: number;
}
