/** What leaves, made and looked through, in the shape views know. Needs no browser: it runs in the page and beside it. */
import type { ExchangeId } from './model/exchange.ts';
import type { Recording } from './model/recording.ts';
import type { LeaveFormat, Leaving } from './session/leaving.ts';
import { prepare } from './transfer/leave.ts';
import { leavesOf } from './transfer/leaves.ts';
import { inEnglish } from './words/speaking.ts';

/** What a picture, a command or a finding is about. */
export interface About {
  /** The hop, or a hop of the flow. */
  readonly hop: ExchangeId;
  /** Of a finding: its check. */
  readonly check?: string;
}

export function leavingOf(recording: Recording, format: LeaveFormat, version: string, about: About | null = null): Leaving<string> {
  const prepared = inEnglish(() =>
    prepare(recording, format, { version, createdAt: new Date(), about: about?.hop ?? null, check: about?.check ?? null }),
  );
  if (prepared.kind === 'refused') return { kind: 'refused', secrets: prepared.leaks };
  const { fileName, mime, text, hidden } = prepared;
  return { kind: 'ready', format, fileName, mime, text, leaves: leavesOf(recording), replaced: hidden };
}
