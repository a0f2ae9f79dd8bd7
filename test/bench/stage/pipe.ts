/**
 * Chromium's own remote protocol over a pipe, attached to nothing but what it is told to. Puppeteer attaches to every page and worker,
 * which doubles what their requests cost.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { within } from '../../drivers/wait.ts';

type Message = {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
};

interface Waiting {
  readonly done: (value: unknown) => void;
  readonly failed: (error: Error) => void;
}

const answerMs = 60_000;

export interface Pipe {
  readonly process: ChildProcess;
  /** One command; `session`: to an attached page, else to the browser. */
  send<T = object>(method: string, params?: object, session?: string): Promise<T>;
}

export function startWithPipe(executable: string, args: readonly string[]): Pipe {
  // It writes to the fourth stream and reads from the third; messages end with a zero.
  const process = spawn(executable, ['--remote-debugging-pipe', ...args], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const [, , , down, up] = process.stdio as unknown as [null, null, null, Writable, Readable];
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let rest = Buffer.alloc(0);
  up.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const { id, result, error } = JSON.parse(rest.subarray(0, end).toString()) as Message;
      rest = rest.subarray(end + 1);
      const answer = waiting.get(id ?? 0);
      waiting.delete(id ?? 0);
      if (error) answer?.failed(new Error(error.message));
      else answer?.done(result);
    }
  });
  process.on('exit', () => {
    for (const { failed } of waiting.values()) failed(new Error('Chromium has ended.'));
    waiting.clear();
  });
  return {
    process,
    send: <T>(method: string, params: object = {}, session?: string) =>
      within(
        `Chromium to answer ${method}`,
        new Promise<unknown>((done, failed) => {
          waiting.set(++lastId, { done, failed });
          down.write(`${JSON.stringify({ id: lastId, method, params, ...(session ? { sessionId: session } : {}) })}\0`);
        }) as Promise<T>,
        answerMs,
      ),
  };
}
