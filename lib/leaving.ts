/** What leaves, made and looked through, in the shape views know. Needs no browser: it runs in the page and beside it. */
import type { ExchangeId } from './model/exchange.ts';
import type { Recording } from './model/recording.ts';
import type { LeaveFormat, Leaving } from './session/leaving.ts';
import { prepare } from './transfer/leave.ts';
import { leavesOf } from './transfer/leaves.ts';

/** `about`: a hop of the flow that a picture is to show. */
export function leavingOf(recording: Recording, format: LeaveFormat, version: string, about: ExchangeId | null = null): Leaving<string> {
  const prepared = prepare(recording, format, { version, createdAt: new Date(), about });
  if (prepared.kind === 'refused') return { kind: 'refused', secrets: prepared.leaks };
  const { fileName, mime, text, hidden } = prepared;
  return { kind: 'ready', format, fileName, mime, text, leaves: leavesOf(recording), replaced: hidden };
}
