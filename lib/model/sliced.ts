/** Work that may be interrupted: it stops at places where others may get their turn. Whoever has all the time runs it to its end. */

export type Sliced<T> = Generator<undefined, T, undefined>;

export function toItsEnd<T>(work: Sliced<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** So many of what takes microseconds are gone through between two stops. */
export const stride = 64;
