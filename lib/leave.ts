/** The gate in front of everything that leaves the browser, in the shape views know. */
import type { Recording } from './model/recording.ts';
import { extensionVersion } from './platform/about.ts';
import type { LeaveFormat, Leaving } from './session/leaving.ts';
import { prepare } from './transfer/leave.ts';

export function leave(recording: Recording, format: LeaveFormat): Leaving {
  return prepare(recording, format, { version: extensionVersion(), createdAt: new Date() });
}
