/** The gate in front of everything that leaves the browser. */
import { type About, leavingOf } from './leaving.ts';
import type { Recording } from './model/recording.ts';
import { extensionVersion } from './platform/about.ts';
import type { LeaveFormat, Leaving } from './session/leaving.ts';

export function leave(recording: Recording, format: LeaveFormat, about: About | null = null): Leaving {
  return leavingOf(recording, format, extensionVersion(), about);
}
