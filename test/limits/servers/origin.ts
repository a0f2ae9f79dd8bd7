/** What stands behind the proxies: its answer's headers are as many bytes as the address asks for, line ends included. */
import { createServer, type Socket } from 'node:net';
import { filler } from '../quantities.ts';

export async function startOrigin(): Promise<{ readonly port: number; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let said = '';
    socket.setEncoding('latin1');
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (text) => {
      said += String(text);
      if (!said.includes('\r\n\r\n')) return;
      const size = Number(/[?&]n=(\d+)/.exec(said)?.[1] ?? 200);
      const around = ['HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\nSet-Cookie: c=', '\r\n\r\n'];
      socket.end(around.join(filler(size - around.join('').length)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  if (address === null || typeof address !== 'object') throw new Error('the origin has no port');
  return {
    port: address.port,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
