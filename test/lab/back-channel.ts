/** Requests from server to server: every name leads to this computer, and the lab's own authority is trusted. */
import { request as httpsRequest } from 'node:https';
import { backChannelAgent } from './seen.ts';

export type BackChannel = typeof fetch;

const timeoutMs = 10_000;
/** Statuses whose answers have no body; `Response` refuses one. */
const bodyless: ReadonlySet<number> = new Set([204, 205, 304]);

async function bodyOf(init: RequestInit): Promise<Buffer | null> {
  if (init.body === undefined || init.body === null) return null;
  return Buffer.from(await new Response(init.body).arrayBuffer());
}

/** A `fetch` for the libraries of the lab's servers. Rejects when the server can not be reached or hangs up. */
export function backChannel(caPem: string): BackChannel {
  return async (input: string | URL | Request, init: RequestInit = {}) => {
    const url = input instanceof Request ? input.url : input;
    const headers = new Headers(init.headers);
    if (init.body instanceof URLSearchParams && !headers.has('content-type'))
      headers.set('content-type', 'application/x-www-form-urlencoded;charset=UTF-8');
    headers.set('user-agent', backChannelAgent);
    const body = await bodyOf(init);
    return new Promise<Response>((resolve, reject) => {
      const request = httpsRequest(
        url,
        {
          method: init.method ?? 'GET',
          headers: Object.fromEntries(headers),
          ca: caPem,
          timeout: timeoutMs,
          lookup: (_name, options, found) => {
            if (options.all) found(null, [{ address: '127.0.0.1', family: 4 }]);
            else found(null, '127.0.0.1', 4);
          },
        },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('error', reject);
          answer.on('end', () => {
            const status = answer.statusCode ?? 502;
            const pairs = Object.entries(answer.headers).flatMap(([name, value]): [string, string][] =>
              value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
            );
            resolve(new Response(bodyless.has(status) ? null : Buffer.concat(parts), { status, headers: pairs }));
          });
        },
      );
      request.on('timeout', () => request.destroy(new Error(`No answer within ${timeoutMs} ms.`)));
      request.on('error', reject);
      request.end(body ?? undefined);
    });
  };
}
