/** Tabs in which a login runs, and until when. */
export interface WatchesHost {
  /** A login begins to run in this tab. */
  opened(tab: number): void;
  released(tab: number): void;
  /** Milliseconds after the answer: long enough for token requests, landing page and a restart. */
  quietMs(): number;
  /** Epoch milliseconds. */
  now(): number;
  later(task: () => void, delayMs: number): void;
}

/** Calls with a token kept per login and after each refusal: what an API takes tells what its refusals mean. */
const mostCalls = 10;

interface Watch {
  /** Epoch milliseconds. */
  until: number;
  answered: boolean;
  /** Calls with a token that may still be kept. */
  calls: number;
}

export class Watches {
  readonly #host: WatchesHost;
  readonly #watched = new Map<number, Watch>();
  #lookPlanned = false;

  constructor(host: WatchesHost) {
    this.#host = host;
  }

  get size(): number {
    return this.#watched.size;
  }

  has(tab: number): boolean {
    return this.#watched.has(tab);
  }

  /** Epoch milliseconds; null where no login runs. */
  until(tab: number): number | null {
    return this.#watched.get(tab)?.until ?? null;
  }

  open(tab: number, until: number): void {
    const watch = this.#watched.get(tab);
    if (watch) {
      watch.until = Math.max(watch.until, until);
      watch.answered = false;
      watch.calls = mostCalls;
      return;
    }
    this.#watched.set(tab, { until, answered: false, calls: mostCalls });
    this.#host.opened(tab);
    this.#lookAgain();
  }

  /** The answer is there: the watch ends soon, unless another request begins. */
  settle(tab: number, at: number): void {
    const watch = this.#watched.get(tab);
    if (!watch) return;
    watch.until = at + this.#host.quietMs();
    watch.answered = true;
    this.#lookAgain();
  }

  /** A login's own call keeps its tab's watch open. */
  extend(tab: number, at: number): void {
    const watch = this.#watched.get(tab);
    const until = at + this.#host.quietMs();
    if (watch?.answered) watch.until = Math.max(watch.until, until);
    else if (!watch && tab >= 0) this.open(tab, until);
  }

  /** One more call with a token may be kept. */
  mayCall(tab: number): boolean {
    const watch = this.#watched.get(tab);
    return watch !== undefined && watch.calls-- > 0;
  }

  /** What an API takes after a refusal tells what it refused. */
  refused(tab: number): void {
    const watch = this.#watched.get(tab);
    if (watch) watch.calls = mostCalls;
  }

  releaseSettled(): void {
    const now = this.#host.now();
    for (const [tab, watch] of this.#watched) if (watch.until <= now) this.release(tab);
    if (this.#watched.size > 0) this.#lookAgain();
  }

  release(tab: number): void {
    if (this.#watched.delete(tab)) this.#host.released(tab);
  }

  #lookAgain(): void {
    if (this.#lookPlanned) return;
    this.#lookPlanned = true;
    this.#host.later(() => {
      this.#lookPlanned = false;
      this.releaseSettled();
    }, this.#host.quietMs());
  }
}
