/** The lab's ports: one for TLS, one for http, one with a certificate nobody trusts, one for each loopback app. */
import { createServer as createHttp, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import type { Certificate } from './certificate.ts';
import { type Handler, hostOf, sendHtml } from './http.ts';
import { page } from './page.ts';
import type { SeenRequests } from './seen.ts';

export interface Listener {
  readonly port: number;
  close(): Promise<void>;
}

function listening(server: Server, wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(wanted, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** Listens on the wanted port, or on any free one when that is taken. Zero: any. */
export async function open(server: Server, wanted = 0): Promise<Listener> {
  const port = await listening(server, wanted).catch(() => listening(server, 0));
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers with the handler of the request's host name. Errors become a page that says so, and a line on stderr. */
export function router(handlers: ReadonlyMap<string, Handler>, seen: SeenRequests): (req: IncomingMessage, res: ServerResponse) => void {
  return (req, res) => {
    seen.watch(req, res);
    const handler = handlers.get(hostOf(req));
    if (!handler) return sendHtml(res, 404, page({ title: 'No such host in this lab', site: hostOf(req), body: '' }));
    Promise.resolve()
      .then(() => handler(req, res))
      .catch((error: unknown) => {
        console.error(`${req.method} ${req.headers.host}${req.url}:`, error);
        if (!res.headersSent) sendHtml(res, 500, page({ title: 'The lab itself failed', site: hostOf(req), outcome: 'error', body: '' }));
      });
  };
}

/** Node's own limits are left as they are: 16 KiB for request line and headers. */
export function tlsServer(certificate: Certificate, answer: ReturnType<typeof router>): Server {
  return createHttps({ key: certificate.key, cert: certificate.pem }, answer);
}

export function httpServer(answer: ReturnType<typeof router>): Server {
  return createHttp(answer);
}

/** The same site with a certificate that no authority of the browser has signed. */
export async function untrustedServer(answer: ReturnType<typeof router>): Promise<Server> {
  const stranger = await generate([{ name: 'commonName', value: 'Nobody' }], { keyType: 'ec', algorithm: 'sha256' });
  return createHttps({ key: stranger.private, cert: stranger.cert }, answer);
}

/** A port that was free a moment ago, and that nobody uses. */
export async function freePort(): Promise<number> {
  const listener = await open(createHttp());
  await listener.close();
  return listener.port;
}
