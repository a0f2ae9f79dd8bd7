/** The one switch. */
import { loadSettings, storeSettings } from './storage.ts';

/** Says whether it is on now. */
export async function toggleWatching(): Promise<boolean> {
  const settings = await loadSettings();
  await storeSettings({ ...settings, paused: !settings.paused });
  return settings.paused;
}
