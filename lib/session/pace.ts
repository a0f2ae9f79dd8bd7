/** How often a view looks anew at what is recorded. Pure. */

/** Events come in bursts; one analysis per frame or two is enough for the eye. */
const shortestMs = 60;
/** Nobody reads faster than this, and what is shown must not be older. */
const longestMs = 2_000;
/** Of the time, so much stays for the reader's own presses, and for the pages that the events come from. */
const restPerWork = 4;

/** Milliseconds to wait after a look that took `tookMs`. */
export function restAfter(tookMs: number): number {
  return Math.min(longestMs, Math.max(shortestMs, tookMs * restPerWork));
}
