/** Many files over all cores, told in the order in which they were named. */
import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Input, OnRead } from '../library/read-file.ts';
import { inClone } from '../library/version.ts';
import { analyzeFile, type Result, type Task } from './analyze-file.ts';

/** Said by a thread: how far it is with its file, or what came of it. */
export type FromThread =
  | { readonly kind: 'read'; readonly read: number; readonly of: number }
  | { readonly kind: 'done'; readonly result: Result };

export interface Watcher {
  read(file: number, name: string, read: number, of: number): void;
  done(): void;
}

/** Every thread has to start the engine and to warm it up: less than this is read sooner than that. */
const worthBytes = 100_000_000;
/** What is done and not yet told is held in memory; nobody runs ahead further than this, in files for every thread. */
const ahead = 8;

/** `worth`: bytes from which on threads are started. */
export async function* inOrder(
  inputs: readonly Input[],
  task: Task,
  watcher: Watcher,
  worth = worthBytes,
): AsyncGenerator<readonly [index: number, result: Result]> {
  const sizes = await Promise.all(inputs.map(({ path }) => (path === null ? 0 : stat(path).then(({ size }) => size))));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const hands = Math.min(availableParallelism(), inputs.filter(({ path }) => path !== null).length);
  if (hands < 2 || bytes < worth) {
    for (const [index, input] of inputs.entries()) {
      const result = await analyzeFile(input, task, (read, of) => watcher.read(index, input.name, read, of));
      watcher.done();
      yield [index, result];
    }
    return;
  }
  const crew = new Crew(task, hands);
  try {
    const results: Promise<Result>[] = [];
    for (const index of inputs.keys()) {
      for (let next = results.length; next < Math.min(inputs.length, index + hands * ahead); next++) {
        const input = inputs[next];
        if (!input) break;
        const result = crew.do(input, (read, of) => watcher.read(next, input.name, read, of)).finally(() => watcher.done());
        // It is waited for in its turn.
        result.catch(() => {});
        results.push(result);
      }
      const result = results[index];
      if (result) yield [index, await result];
    }
  } finally {
    await crew.end();
  }
}

class Crew {
  readonly #task: Task;
  readonly #most: number;
  readonly #threads: Worker[] = [];
  readonly #free: Worker[] = [];
  readonly #waiting: ((thread: Worker) => void)[] = [];

  constructor(task: Task, most: number) {
    this.#task = task;
    this.#most = most;
  }

  async do(input: Input, onRead: OnRead): Promise<Result> {
    // Standard input belongs to the program itself.
    if (input.path === null) return analyzeFile(input, this.#task, onRead);
    const thread = await this.#thread();
    try {
      return await new Promise<Result>((resolve, reject) => {
        thread.removeAllListeners();
        thread.on('message', (said: FromThread) => (said.kind === 'done' ? resolve(said.result) : onRead(said.read, said.of)));
        thread.on('error', reject);
        thread.postMessage(input);
      });
    } finally {
      const next = this.#waiting.shift();
      if (next) next(thread);
      else this.#free.push(thread);
    }
  }

  async #thread(): Promise<Worker> {
    const free = this.#free.pop();
    if (free) return free;
    if (this.#threads.length >= this.#most) return new Promise((resolve) => this.#waiting.push(resolve));
    const thread = new Worker(new URL(inClone ? './thread.mjs' : './thread-work.js', import.meta.url), { workerData: this.#task });
    this.#threads.push(thread);
    return thread;
  }

  async end(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.terminate()));
  }
}
