/** The gate in front of everything that leaves the browser. */
import { leavingOf } from './leaving.ts';
import type { ExchangeId } from './model/exchange.ts';
import type { Recording } from './model/recording.ts';
import { extensionVersion } from './platform/about.ts';
import type { LeaveFormat, Leaving } from './session/leaving.ts';

/** `about`: a hop of the flow that a picture is to show. */
export function leave(recording: Recording, format: LeaveFormat, about: ExchangeId | null = null): Leaving<string> {
  return leavingOf(recording, format, extensionVersion(), about);
}
