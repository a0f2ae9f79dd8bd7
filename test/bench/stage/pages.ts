/**
 * A loopback server whose pages ask for a thousand things, time that themselves and tell the server. What comes next is in the answer to
 * that, so a page is not asked for anything while it runs.
 */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { within } from '../../drivers/wait.ts';

export interface Load {
  /** What the page asks for, one kind after the other. */
  readonly kinds: readonly ('images' | 'fetches' | 'mixed')[];
  readonly requests: number;
  /** The server answers after this time. */
  readonly latencyMs: number;
}

/** The smallest GIF. */
const image = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const patienceMs = 180_000;

/** Runs in the page. */
async function measure(load: Load, id: string): Promise<void> {
  const ask = async (kind: string, n: number) => {
    const url = `/${kind}?page=${id}&n=${n}&wait=${load.latencyMs}`;
    if (kind === 'fetch') {
      await (await fetch(url)).arrayBuffer();
      return;
    }
    await new Promise<void>((done, failed) => {
      const one = new Image();
      one.onload = () => done();
      one.onerror = () => failed(new Error('an image did not come'));
      one.src = url;
    });
  };
  // What comes with the page itself is over.
  await new Promise((done) => setTimeout(done, 150));
  const times: number[] = [];
  for (const kind of load.kinds) {
    const startedAt = performance.now();
    await Promise.all(
      Array.from({ length: load.requests }, (_, n) => ask(kind === 'fetches' || (kind === 'mixed' && n % 2 === 0) ? 'fetch' : 'image', n)),
    );
    times.push(performance.now() - startedAt);
  }
  location.replace(await (await fetch('/done', { method: 'POST', body: JSON.stringify(times) })).text());
}

export interface Pages {
  readonly origin: string;
  /** Where the tab begins that runs them all. */
  readonly start: string;
  /** The next document of that tab: milliseconds per kind. */
  run(load: Load): Promise<readonly number[]>;
  close(): Promise<void>;
}

export async function servePages(): Promise<Pages> {
  let ready: ((response: ServerResponse) => void) | null = null;
  let waiting: ServerResponse | null = null;
  let finished: (times: readonly number[]) => void = () => undefined;
  let load: Load | null = null;
  let count = 0;
  /** The tab has nothing to do until its next document is asked for. */
  const park = (response: ServerResponse) => {
    if (ready) ready(response);
    else waiting = response;
    ready = null;
  };
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const say = (type: string, body: string | Buffer) =>
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
    if (url.pathname === '/image' || url.pathname === '/fetch') {
      const answer = () => (url.pathname === '/image' ? say('image/gif', image) : say('text/plain', '.'));
      const wait = Number(url.searchParams.get('wait'));
      if (wait > 0) setTimeout(answer, wait);
      else answer();
    } else if (url.pathname === '/start') {
      say(
        'text/html',
        '<!doctype html><script>fetch("/done", { method: "POST" }).then((r) => r.text()).then((next) => location.replace(next))</script>',
      );
    } else if (url.pathname === '/page') {
      say(
        'text/html',
        `<!doctype html><title>${count}</title><script>(${measure})(${JSON.stringify(load)}, ${JSON.stringify(String(count))})</script>`,
      );
    } else if (url.pathname === '/done') {
      let body = '';
      request.on('data', (chunk: Buffer) => {
        body += chunk.toString();
      });
      request.on('end', () => {
        if (body !== '') finished(JSON.parse(body) as number[]);
        park(response);
      });
    } else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    start: `${origin}/start`,
    run: (next) =>
      within(
        'the page to be measured',
        (async () => {
          const response = waiting ?? (await new Promise<ServerResponse>((resolve) => (ready = resolve)));
          waiting = null;
          load = next;
          const times = new Promise<readonly number[]>((resolve) => (finished = resolve));
          response.end(`/page?n=${++count}`);
          return times;
        })(),
        patienceMs,
      ),
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
