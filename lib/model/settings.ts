/** What the user chose. The only thing that stands on disk. */
export interface Settings {
  /** `recording`: nothing is listened to until the user starts it, and only until they stop it or the browser closes. */
  readonly watch: 'always' | 'recording';
  /** Watching always, and paused for now. */
  readonly paused: boolean;
  /** Pages the user marked as no login: origin and path. */
  readonly ignored: readonly string[];
  /** Milliseconds without anything new after which a login counts as over. */
  readonly quietMs: number;
  /** Milliseconds for which a login that is over is kept; null: until the browser closes. */
  readonly keepMs: number | null;
  /** Answers of OAuth endpoints are read, where the browser shows them. */
  readonly bodies: boolean;
  /** Also those of other sites than the page's own: the provider's token endpoint usually is one. */
  readonly thirdPartyBodies: boolean;
  /** The browser tells when a login failed. */
  readonly notify: boolean;
  /** BCP 47, of what end users read; `browser`: as the browser speaks. */
  readonly language: 'browser' | 'en' | 'de';
  readonly theme: 'system' | 'light' | 'dark';
}

export const defaultSettings: Settings = {
  watch: 'always',
  paused: false,
  ignored: [],
  quietMs: 30_000,
  keepMs: null,
  bodies: false,
  thirdPartyBodies: true,
  notify: false,
  language: 'browser',
  theme: 'system',
};
