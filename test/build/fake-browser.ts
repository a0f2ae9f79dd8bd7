/** A stand-in for what the recorder asks of its browser: memory that outlives it, and a clock that only tests move. */
import type { CaptureEvent } from '../../lib/model/event.ts';
import { Recorder } from '../../lib/record/recorder.ts';

export class FakeBrowser {
  readonly stored = new Map<string, CaptureEvent>();
  readonly watched = new Set<number>();
  /** Addresses that providers named. */
  readonly endpoints = new Set<string>();
  readonly touched: CaptureEvent[] = [];
  #tasks: { readonly at: number; readonly run: () => void }[] = [];
  /** Calls of the browser's storage. */
  writes = 0;
  removals = 0;
  now = 0;
  quietMs = 30_000;
  #life = 0;

  /** A new life of the worker: it knows what is stored, and nothing else. Tasks of the old one are gone with it. */
  wake(): Recorder {
    const recorder = this.begin();
    recorder.restore(this.stored.values());
    return recorder;
  }

  /** The same before it has read what is stored. */
  begin(): Recorder {
    const life = ++this.#life;
    this.#tasks = [];
    this.watched.clear();
    return new Recorder({
      write: async (entries) => {
        this.writes++;
        for (const [key, event] of entries) this.stored.set(key, structuredClone(event));
      },
      remove: async (keys) => {
        this.removals++;
        for (const key of keys) this.stored.delete(key);
      },
      touched: (event) => this.touched.push(event),
      watchTab: (tab) => this.watched.add(tab),
      releaseTab: (tab) => this.watched.delete(tab),
      knowsEndpoint: (url) => this.endpoints.has(url),
      quietMs: () => this.quietMs,
      now: () => this.now,
      later: (run, delayMs) => {
        if (life === this.#life) this.#tasks.push({ at: this.now + delayMs, run });
      },
    });
  }

  /** Moves the clock and runs what became due. */
  pass(to: number): void {
    for (;;) {
      const next = this.#tasks.filter((task) => task.at <= to).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#tasks = this.#tasks.filter((task) => task !== next);
      this.now = Math.max(this.now, next.at);
      next.run();
    }
    this.now = Math.max(this.now, to);
  }
}
