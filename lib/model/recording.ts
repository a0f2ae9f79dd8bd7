/** What a file holds: one recorded login or two to be compared, and what the person who recorded it has to say. */
import type { Capture } from './capture.ts';

/** The user's own words. Empty texts where nothing was said. */
export interface Story {
  /** Where support asked the user to go; an address as typed. */
  readonly site: string | null;
  /** What support wanted to see, in support's words. */
  readonly goal: string | null;
  readonly did: string;
  readonly saw: string;
}

/** How the second attempt differed from the first. Closed list, explained in docs/formats.md. */
export type Again = 'private-window' | 'same-window';

export interface SecondAttempt {
  readonly how: Again;
  readonly capture: Capture;
}

export interface Recording {
  readonly capture: Capture;
  readonly story: Story | null;
  readonly second: SecondAttempt | null;
}
