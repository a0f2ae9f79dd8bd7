/** The gate in front of everything that leaves the browser. */
import { leavingOf } from './leaving.ts';
import type { Recording } from './model/recording.ts';
import { extensionVersion } from './platform/about.ts';
import type { LeaveFormat, Leaving } from './session/leaving.ts';

export const leave = (recording: Recording, format: LeaveFormat): Leaving => leavingOf(recording, format, extensionVersion());
