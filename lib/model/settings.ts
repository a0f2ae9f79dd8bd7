/** What the user chose. The only thing that stands on disk. */
export interface Settings {
  readonly paused: boolean;
  /** Pages the user marked as no login: origin and path. */
  readonly ignored: readonly string[];
}

export const defaultSettings: Settings = { paused: false, ignored: [] };
