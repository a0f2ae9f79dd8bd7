/** Long work on the thread of a page, in slices: between two of them the page draws, scrolls and hears its reader. */
import type { Sliced } from '../model/sliced.ts';

/** A frame has 16.7 ms; the rest of it is for whoever waits. */
const longestMs = 12;

export interface Turns {
  /** Milliseconds since some moment in the past. */
  now(): number;
  /** Fulfilled when everybody else had a turn. */
  pause(): Promise<void>;
}

/** `isOver` is asked after every pause. Null when the work was over before its end; `workedMs`: without the pauses. */
export async function inSlices<T>(
  work: Sliced<T>,
  isOver: () => boolean,
  { now, pause }: Turns,
  sliceMs = longestMs,
): Promise<{ readonly result: T; readonly workedMs: number } | null> {
  let workedMs = 0;
  for (;;) {
    const began = now();
    let step = work.next();
    while (!step.done && now() - began < sliceMs) step = work.next();
    workedMs += now() - began;
    if (step.done) return { result: step.value, workedMs };
    await pause();
    if (isOver()) return null;
  }
}
