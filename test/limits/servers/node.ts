import { createServer } from 'node:http';
import { createServer as createH2 } from 'node:http2';
import type { AddressInfo } from 'node:net';
import type { Running } from './serve.ts';

/** The Node this runs on, which is the pinned one. */
export async function node(): Promise<Running> {
  const h1 = createServer((_, answer) => answer.writeHead(204).end());
  const h2 = createH2((_, answer) => answer.writeHead(204).end());
  const sessions = new Set<{ destroy(): void }>();
  h2.on('session', (session) => {
    sessions.add(session);
    session.on('error', () => undefined);
    session.on('close', () => sessions.delete(session));
  });
  h2.on('sessionError', () => undefined);
  await Promise.all([h1, h2].map((server) => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))));
  return {
    id: 'node',
    name: 'Node.js',
    version: process.versions.node,
    h1: (h1.address() as AddressInfo).port,
    h2: (h2.address() as AddressInfo).port,
    proxies: false,
    close: async () => {
      h1.closeAllConnections();
      for (const session of sessions) session.destroy();
      await Promise.all([h1, h2].map((server) => new Promise<void>((resolve) => server.close(() => resolve()))));
    },
  };
}
