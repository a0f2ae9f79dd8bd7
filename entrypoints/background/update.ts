/** A new version waits while a login runs: taking it forgets what is in memory. */

/** Shorter than the 30 s after which a browser ends a background that does nothing; ended, it would be replaced at once (Chrome). */
const stirMs = 20_000;

export interface UpdateHost {
  /** A login runs in some tab. */
  isBusy(): boolean;
  takeUpdate(): void;
  /** Any call to the browser: it keeps the background alive. */
  stir(): void;
  later(task: () => void, delayMs: number): void;
}

export class UpdateGuard {
  readonly #host: UpdateHost;
  #waiting = false;

  constructor(host: UpdateHost) {
    this.#host = host;
  }

  /** The browser has a new version. */
  offered(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    this.#look();
  }

  #look(): void {
    if (!this.#host.isBusy()) {
      this.#host.takeUpdate();
      return;
    }
    this.#host.stir();
    this.#host.later(() => this.#look(), stirMs);
  }
}
