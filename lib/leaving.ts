/** What leaves, made and looked through, in the shape views know. Needs no browser: it runs in the page and beside it. */
import type { Recording } from './model/recording.ts';
import type { LeaveFormat, Leaving } from './session/leaving.ts';
import type { WriteOptions } from './transfer/capture-file.ts';
import { prepare } from './transfer/leave.ts';
import { leavesOf } from './transfer/leaves.ts';

export function leavingOf(recording: Recording, format: LeaveFormat, options: WriteOptions): Leaving {
  const prepared = prepare(recording, format, options);
  if (prepared.kind === 'refused') return { kind: 'refused', secrets: prepared.leaks };
  const { fileName, mime, text, hidden } = prepared;
  return { kind: 'ready', format, fileName, mime, text, leaves: leavesOf(recording), replaced: hidden };
}
