/** The gate in front of everything that leaves the browser. */
import { type About, leavingOf } from './leaving.ts';
import type { Capture } from './model/capture.ts';
import type { Recording } from './model/recording.ts';
import { extensionVersion } from './platform/about.ts';
import type { LeaveFormat, Leaving } from './session/leaving.ts';
import { exchange as words } from './words/en/exchange.ts';

export function leave(recording: Recording, format: LeaveFormat, about: About | null = null): Leaving<string> {
  return leavingOf(recording, format, extensionVersion(), about);
}

/** A part of it onto the clipboard; gives what to tell the user. */
export async function copyOut(capture: Capture, part: 'curl' | 'finding', about: About): Promise<string> {
  const say = words();
  const leaving = leave({ capture, story: null, second: null }, part, about);
  if (leaving.kind === 'refused') return say.notCopied;
  return navigator.clipboard.writeText(leaving.text).then(
    () => (part === 'curl' ? say.curlCopied : say.findingCopied),
    () => say.nothingCopied,
  );
}
