/** What the page with the engine and the background say to each other. */
import type { Case, Tallies } from '../model/tally.ts';

/** `question` counts them, so that an answer that comes too late is known as one. */
export interface Question {
  readonly question: number;
  readonly of: Case;
}

/** `case`: the engine is up and asks for one. `tallies`: null when the engine broke. */
export type JudgeMessage =
  | { readonly kind: 'case' }
  | { readonly kind: 'tallies'; readonly question: number; readonly tallies: Tallies | null };

export function isJudgeMessage(value: unknown): value is JudgeMessage {
  return typeof value === 'object' && value !== null && 'kind' in value && (value.kind === 'case' || value.kind === 'tallies');
}
