/** HAR files as other programs write them, entry by entry, for what a drawn trace can not say. */
import type { Capture } from '../../lib/model/capture.ts';
import type { Exchange } from '../../lib/model/exchange.ts';
import { fromHar } from '../../lib/normalize/from-har.ts';

export interface EntryParts {
  readonly url?: unknown;
  readonly request?: Readonly<Record<string, unknown>>;
  readonly response?: Readonly<Record<string, unknown>> | null;
  readonly entry?: Readonly<Record<string, unknown>>;
}

/** An ordinary entry with some parts replaced; `undefined` takes a part away. */
export function entry(parts: EntryParts = {}): Record<string, unknown> {
  return {
    startedDateTime: '2026-01-01T00:00:00.000Z',
    time: 40,
    timings: { send: 1, wait: 30, receive: 9 },
    ...parts.entry,
    request: {
      method: 'GET',
      url: parts.url ?? 'https://app.example/',
      httpVersion: 'HTTP/1.1',
      headers: [],
      cookies: [],
      ...parts.request,
    },
    response:
      parts.response === null
        ? undefined
        : {
            status: 200,
            statusText: 'OK',
            httpVersion: 'HTTP/1.1',
            headers: [],
            cookies: [],
            redirectURL: '',
            content: { size: 0, mimeType: 'text/html' },
            ...parts.response,
          },
  };
}

export function harOf(entries: readonly unknown[], log: Readonly<Record<string, unknown>> = {}): unknown {
  return { log: { version: '1.2', creator: { name: 'WebInspector', version: '537.36' }, entries, ...log } };
}

export function readHar(entries: readonly unknown[], log: Readonly<Record<string, unknown>> = {}): Capture {
  const read = fromHar(harOf(entries, log));
  if (read.kind !== 'read') throw new Error(read.because);
  return read.capture;
}

export function readOne(parts: EntryParts, log: Readonly<Record<string, unknown>> = {}): Exchange {
  const [exchange] = readHar([entry(parts)], log).exchanges;
  if (!exchange) throw new Error('nothing was read');
  return exchange;
}

export const header = (name: string, value: string) => ({ name, value });
