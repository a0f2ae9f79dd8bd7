/** A capture file as it is written, for tests that look into it. */
import type { Recording } from '../../lib/model/recording.ts';
import { type LeavingFormat, prepare } from '../../lib/transfer/leave.ts';

export interface Written {
  /** Empty when it was refused. */
  readonly text: string;
  readonly leaks: number;
}

export function written(recording: Recording, format: LeavingFormat = 'capture'): Written {
  const prepared = prepare(recording, format, { version: '0.1.0', createdAt: new Date(0) });
  return prepared.kind === 'ready' ? { text: prepared.text, leaks: 0 } : { text: '', leaks: prepared.leaks };
}
