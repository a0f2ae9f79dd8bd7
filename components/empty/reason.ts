import type { SessionState } from '../../lib/session/state.ts';

/** Why there is nothing to show. The first that applies is the one that helps. */
export type EmptyReason = 'starting' | 'no-access' | 'paused' | 'off' | 'hidden' | 'no-login';

export function emptyReason({ watching, analysis }: SessionState, hidden: number): EmptyReason {
  if (watching === 'no-access') return 'no-access';
  if (hidden > 0) return 'hidden';
  if (watching === 'paused' || watching === 'off') return watching;
  return watching === 'starting' || analysis === null ? 'starting' : 'no-login';
}
