/** What the lab's servers answered: the other half of the truth when a scenario is proven. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { beforeHeaders, hostOf } from './http.ts';

export interface SeenRequest {
  readonly host: string;
  readonly method: string;
  /** Path and query as sent. */
  readonly target: string;
  /** Names of the cookies that came with it. */
  readonly cookies: readonly string[];
  readonly referer: string | null;
  /** Size of the body that came with it. */
  readonly bodyBytes: number;
  readonly status: number;
  readonly location: string | null;
  /** Headers of the answer, names in lower case. */
  readonly answered: Readonly<Record<string, unknown>>;
  /** A server of the lab asked, not the browser. */
  readonly backChannel: boolean;
}

/** Says in a request that a server sends it. */
export const backChannelAgent = 'roundtrip-lab-server';

const keep = 5_000;

export class SeenRequests {
  readonly #list: SeenRequest[] = [];

  /** Notes the exchange when its answer has left. */
  watch(req: IncomingMessage, res: ServerResponse): void {
    const { method = 'GET', url = '/', headers } = req;
    const host = hostOf(req);
    const cookies = (headers.cookie ?? '').split(';').map((pair) => pair.split('=')[0]?.trim() ?? '');
    let answered: Readonly<Record<string, unknown>> = {};
    beforeHeaders(res, () => {
      answered = { ...res.getHeaders() };
    });
    res.once('close', () => {
      this.#list.push({
        host,
        method,
        target: url,
        cookies: cookies.filter((name) => name !== ''),
        referer: headers.referer ?? null,
        bodyBytes: Number(headers['content-length'] ?? 0),
        status: res.statusCode,
        location: typeof answered['location'] === 'string' ? answered['location'] : null,
        answered,
        backChannel: headers['user-agent'] === backChannelAgent,
      });
      if (this.#list.length > keep) this.#list.shift();
    });
  }

  /** Exchanges of one host, oldest first; the browser's own only. */
  at(host: string): readonly SeenRequest[] {
    return this.#list.filter((seen) => seen.host === host && !seen.backChannel);
  }

  /** The last request of the browser to a path of a host, null when there was none. */
  last(host: string, path: string): SeenRequest | null {
    return this.at(host).findLast((seen) => seen.target.split('?')[0] === path) ?? null;
  }

  clear(): void {
    this.#list.length = 0;
  }
}
