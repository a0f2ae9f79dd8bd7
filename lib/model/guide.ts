/** A recording for support: a named stretch of time over what is watched anyway. */
import type { Again } from './recording.ts';

/** What support asks for, from a link. It is shown before it is accepted, and can grant nothing by itself. */
export interface Preset {
  /** Where to sign in: an http or https address. */
  readonly site: string | null;
  readonly goal: string | null;
  /** BCP 47. */
  readonly language: string | null;
}

export const noPreset: Preset = { site: null, goal: null, language: null };

export interface Attempt {
  readonly how: 'first' | Again;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** Epoch milliseconds: it ends then, whoever is looking. */
  readonly stopAt: number;
  /** Epoch milliseconds; null while it runs. */
  readonly stoppedAt: number | null;
  readonly stoppedBy: 'user' | 'settled' | 'limit' | null;
}

export interface Guide {
  readonly preset: Preset;
  readonly attempts: readonly [Attempt] | readonly [Attempt, Attempt];
  /** What the user has written so far. */
  readonly told: Told;
}

export interface Told {
  readonly did: string;
  readonly saw: string;
}

export const nothingTold: Told = { did: '', saw: '' };

/** Long enough to find a password; a forgotten recording ends by itself. */
export const longestAttemptMs = 10 * 60_000;

export function lastAttempt(guide: Guide): Attempt {
  return guide.attempts[1] ?? guide.attempts[0];
}

export function isRunning(guide: Guide | null, now: number): boolean {
  if (!guide) return false;
  const { stoppedAt, stopAt } = lastAttempt(guide);
  return stoppedAt === null && now < stopAt;
}

/** Null when it has ended before. */
export function stopped(guide: Guide, by: NonNullable<Attempt['stoppedBy']>, at: number): Guide | null {
  const last = lastAttempt(guide);
  if (last.stoppedAt !== null) return null;
  const ended: Attempt = { ...last, stoppedAt: Math.min(at, last.stopAt), stoppedBy: by };
  return { ...guide, attempts: guide.attempts.length === 2 ? [guide.attempts[0], ended] : [ended] };
}
