/** When a view looks anew at what is recorded: one look at a time, in slices, and none that nobody would see. */
import type { Sliced } from '../model/sliced.ts';
import { restAfter } from './pace.ts';
import { inSlices, type Turns } from './slices.ts';

export interface Looking<T> {
  /** One look, at what is recorded as of this moment: what is recorded meanwhile is for the next one. */
  begin(): Sliced<T>;
  /** Milliseconds after which the same must be looked at again because time alone may change it; null: it has settled. */
  show(result: T): number | null;
  /** False while nobody would see the result. */
  isSeen(): boolean;
}

/** Until the first one is shown there is nothing to scroll or to press, and every pause puts it off: below what counts as a long task. */
const firstSliceMs = 30;

export class Rounds<T> {
  readonly #looking: Looking<T>;
  readonly #turns: Turns;
  /** Something changed that no look has begun with. */
  #isDue = false;
  #isResting = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;
  #hasShown = false;
  /** The look that is under way: only it may show anything. */
  #now: object | null = null;

  constructor(looking: Looking<T>, turns: Turns) {
    this.#looking = looking;
    this.#turns = turns;
  }

  /**
   * More was recorded. A look that is under way is finished and shown first, and a rest follows it: a flood that never rests is
   * seen as it was a moment ago, and leaves the reader their turns.
   */
  changed(): void {
    this.#isDue = true;
    if (this.#now === null && !this.#isResting) this.#rest(restAfter(0));
  }

  /**
   * What is shown, and what a look under way would show, is no longer true or no longer asked for: that look is given up, and another
   * begins at once. Even unseen, because what was forgotten must be gone everywhere.
   */
  anew(): void {
    void this.#look();
  }

  /** To be told when somebody may see it again: what is due is looked at without a rest. */
  seen(): void {
    if (this.#isDue && this.#now === null && this.#looking.isSeen()) void this.#look();
  }

  #rest(ms: number): void {
    clearTimeout(this.#timer);
    this.#isResting = true;
    this.#timer = setTimeout(() => {
      this.#isResting = false;
      this.seen();
    }, ms);
  }

  async #look(): Promise<void> {
    clearTimeout(this.#timer);
    clearTimeout(this.#again);
    this.#isResting = false;
    this.#isDue = false;
    const own = {};
    this.#now = own;
    const isOver = () => this.#now !== own;
    let workedMs = 0;
    try {
      const done = await inSlices(this.#looking.begin(), isOver, this.#turns, this.#hasShown ? undefined : firstSliceMs);
      // Between its end and here it may have become untrue, too.
      if (!done || isOver()) return;
      workedMs = done.workedMs;
      const began = this.#turns.now();
      const againMs = this.#looking.show(done.result);
      this.#hasShown = true;
      workedMs += this.#turns.now() - began;
      if (againMs !== null) this.#again = setTimeout(() => this.changed(), againMs);
    } finally {
      if (!isOver()) {
        this.#now = null;
        this.#rest(restAfter(workedMs));
      }
    }
  }
}
