/** BCP 47: the languages that views speak. */
export type Language = 'en' | 'de';

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
  /** `j`, `k` and `/` move about in the timeline. */
  readonly singleKeys: boolean;
  /** The browser tells when a login failed. */
  readonly notify: boolean;
  /** Of everything the views say; `browser`: as the browser speaks. */
  readonly language: 'browser' | Language;
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
  singleKeys: true,
  notify: false,
  language: 'browser',
  theme: 'system',
};

/** What may be chosen. A number between them is no choice of ours. */
export const quietChoicesMs = [10_000, 30_000, 120_000] as const;
export const keepChoicesMs = [900_000, 3_600_000, null] as const;

/** More than anybody marks by hand; a longer list is not ours. */
const mostIgnored = 1_000;

const oneOf = <T>(choices: readonly T[], value: unknown, otherwise: T): T => (choices.includes(value as T) ? (value as T) : otherwise);
const yesNo = (value: unknown, otherwise: boolean): boolean => (typeof value === 'boolean' ? value : otherwise);

/** What stands on disk may be of another version, or broken: what is not known becomes the default. */
export function readSettings(stored: unknown): Settings {
  if (typeof stored !== 'object' || stored === null) return defaultSettings;
  const found: Partial<Record<keyof Settings, unknown>> = stored;
  const { ignored } = found;
  return {
    watch: oneOf(['always', 'recording'], found.watch, defaultSettings.watch),
    paused: yesNo(found.paused, defaultSettings.paused),
    ignored: Array.isArray(ignored) ? ignored.filter((one) => typeof one === 'string').slice(0, mostIgnored) : defaultSettings.ignored,
    quietMs: oneOf(quietChoicesMs, found.quietMs, defaultSettings.quietMs),
    keepMs: oneOf(keepChoicesMs, found.keepMs, defaultSettings.keepMs),
    bodies: yesNo(found.bodies, defaultSettings.bodies),
    thirdPartyBodies: yesNo(found.thirdPartyBodies, defaultSettings.thirdPartyBodies),
    singleKeys: yesNo(found.singleKeys, defaultSettings.singleKeys),
    notify: yesNo(found.notify, defaultSettings.notify),
    language: oneOf(['browser', 'en', 'de'], found.language, defaultSettings.language),
    theme: oneOf(['system', 'light', 'dark'], found.theme, defaultSettings.theme),
  };
}
