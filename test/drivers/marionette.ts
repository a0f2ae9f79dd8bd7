/** Firefox's own remote protocol over TCP: `length:json` both ways, a request is [0, id, name, parameters], an answer [1, id, error, result]. */
import { connect, type Socket } from 'node:net';
import { until, within } from './wait.ts';

const answerMs = 60_000;

interface Waiting {
  readonly done: (value: unknown) => void;
  readonly failed: (error: Error) => void;
}

interface RemoteError {
  readonly error: string;
  readonly message: string;
}

export interface Marionette {
  /** One command. Rejects with the browser's own error name and words. */
  send(name: string, parameters?: Readonly<Record<string, unknown>>): Promise<unknown>;
  /** Runs a function in the current page. Arguments and result travel as JSON. */
  content<A extends readonly unknown[], T>(script: (...args: A) => T | Promise<T>, args: A): Promise<T>;
  /** Runs a function with the browser's own rights. */
  chrome<A extends readonly unknown[], T>(script: (...args: A) => T | Promise<T>, args: A): Promise<T>;
  close(): void;
}

const isRemoteError = (value: unknown): value is RemoteError => typeof value === 'object' && value !== null && 'error' in value;

function dial(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.on('error', reject);
  });
}

/** Connects to a Firefox that listens on a port and opens the one session it has. */
export async function connectMarionette(port: number): Promise<Marionette> {
  const socket = await until(`Firefox to listen on port ${port}`, () => dial(port), answerMs);
  const waiting = new Map<number, Waiting>();
  let buffer = Buffer.alloc(0);
  let lastId = 0;
  let greet: () => void = () => undefined;
  const greeted = new Promise<void>((resolve) => {
    greet = resolve;
  });
  const take = (message: unknown) => {
    if (!Array.isArray(message)) return greet();
    const [, id, error, result] = message as [number, number, unknown, unknown];
    const answer = waiting.get(id);
    waiting.delete(id);
    if (isRemoteError(error)) answer?.failed(new Error(`${error.error}: ${error.message}`));
    else answer?.done(result);
  };
  socket.on('data', (data) => {
    buffer = Buffer.concat([buffer, data]);
    for (;;) {
      const colon = buffer.indexOf(58);
      if (colon < 0) return;
      const end = colon + 1 + Number(buffer.subarray(0, colon).toString());
      if (buffer.length < end) return;
      const text = buffer.subarray(colon + 1, end).toString();
      buffer = buffer.subarray(end);
      take(JSON.parse(text));
    }
  });
  const giveUp = () => {
    for (const { failed } of waiting.values()) failed(new Error('Firefox closed the connection.'));
    waiting.clear();
  };
  socket.on('close', giveUp);
  socket.on('error', giveUp);
  await within('Firefox to greet', greeted, answerMs);

  const send = (name: string, parameters: Readonly<Record<string, unknown>> = {}): Promise<unknown> =>
    within(
      `Firefox to answer ${name}`,
      new Promise((done, failed) => {
        waiting.set(++lastId, { done, failed });
        const text = JSON.stringify([0, lastId, name, parameters]);
        socket.write(`${Buffer.byteLength(text)}:${text}`);
      }),
      answerMs,
    );
  const run = async <A extends readonly unknown[], T>(
    context: 'content' | 'chrome',
    script: (...args: A) => T | Promise<T>,
    args: A,
  ): Promise<T> => {
    await send('Marionette:SetContext', { value: context });
    const answer = (await send('WebDriver:ExecuteAsyncScript', {
      args,
      newSandbox: true,
      script: `const all = [...arguments], end = all.pop();
        (async () => (${script})(...all))().then((value) => end({ value }), (error) => end({ error: String(error) }));`,
    })) as { readonly value: { readonly value?: T; readonly error?: string } };
    if (answer.value.error !== undefined) throw new Error(answer.value.error);
    return answer.value.value as T;
  };
  return {
    send,
    content: (script, args) => run('content', script, args),
    chrome: (script, args) => run('chrome', script, args),
    close: () => socket.destroy(),
  };
}
