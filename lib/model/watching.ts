/** Whether anything is listened to. */
import type { Settings } from './settings.ts';

type Chosen = Pick<Settings, 'watch' | 'paused'>;

/** `started`: by the user, since the browser began. A recording for support listens whatever else was chosen. */
export function isOn({ watch, paused }: Chosen, started: boolean, recordingForSupport: boolean): boolean {
  return recordingForSupport || (watch === 'always' ? !paused : started);
}

/** What it is called when it is not on. */
export function restOf({ watch }: Chosen): 'paused' | 'off' {
  return watch === 'always' ? 'paused' : 'off';
}
