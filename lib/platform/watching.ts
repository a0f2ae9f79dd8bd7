/** The one switch: what it turns depends on whether Roundtrip watches always or only when started. */
import { isOn } from '../model/watching.ts';
import { loadSettings, loadStarted, storeSettings, storeStarted } from './storage.ts';

export async function setWatching(on: boolean): Promise<void> {
  const settings = await loadSettings();
  if (settings.watch === 'recording') await storeStarted(on);
  else await storeSettings({ ...settings, paused: !on });
}

/** Says whether it is on now. A recording for support is not ended by it. */
export async function toggleWatching(): Promise<boolean> {
  const [settings, started] = await Promise.all([loadSettings(), loadStarted()]);
  const on = !isOn(settings, started, false);
  await setWatching(on);
  return on;
}
