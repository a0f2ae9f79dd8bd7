/** Long work on the thread of a page, in slices: between two of them the page draws, scrolls and hears its reader. */
import type { Sliced } from '../model/sliced.ts';

/** A frame has 16.7 ms; the rest of it is for whoever waits. */
const longestMs = 12;

export interface Pauses {
  /** Asked after every pause: true where nobody wants the result any more. */
  readonly isOver: () => boolean;
  /** Fulfilled when everybody else has had a turn. */
  readonly pause?: () => Promise<void>;
  readonly sliceMs?: number;
}

/** `workedMs`: without the pauses. Null when it was over before its end. */
export async function inSlices<T>(
  work: Sliced<T>,
  { isOver, pause = afterOthers, sliceMs = longestMs }: Pauses,
): Promise<{ readonly result: T; readonly workedMs: number } | null> {
  let workedMs = 0;
  for (;;) {
    const began = performance.now();
    let step = work.next();
    while (!step.done && performance.now() - began < sliceMs) step = work.next();
    workedMs += performance.now() - began;
    if (step.done) return { result: step.value, workedMs };
    await pause();
    if (isOver()) return null;
  }
}

/** A message to oneself waits in the line with everybody else's tasks. A timer would wait 4 ms longer, each time. */
function afterOthers(): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}
