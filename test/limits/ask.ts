/** One request to a server on this computer, over HTTP/1.1 by hand and over HTTP/2 without TLS, and what came of it. */
import { connect as connectH2, sensitiveHeaders } from 'node:http2';
import { connect } from 'node:net';

export interface Asked {
  readonly target: string;
  /** Without Host. */
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** A status, or the end of the connection without one. */
export type Came = number | 'broken';

const patienceMs = 5_000;

export function askH1(port: number, { target, headers }: Asked): Promise<Came> {
  const lines = [`GET ${target} HTTP/1.1`, 'Host: localhost', ...headers.map(([name, value]) => `${name}: ${value}`)];
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let said = '';
    const end = () => {
      clearTimeout(timer);
      socket.destroy();
      const status = /^HTTP\/1\.\d (\d{3})/.exec(said)?.[1];
      resolve(status === undefined ? 'broken' : Number(status));
    };
    const timer = setTimeout(end, patienceMs);
    socket.setEncoding('latin1');
    socket.on('connect', () => socket.write(`${lines.join('\r\n')}\r\n\r\n`));
    socket.on('data', (text) => {
      said += String(text);
      if (/^HTTP\/1\.\d \d{3}/.test(said)) end();
    });
    socket.on('error', end);
    socket.on('close', end);
  });
}

export function askH2(port: number, { target, headers }: Asked): Promise<Came> {
  return new Promise((resolve) => {
    const session = connectH2(`http://127.0.0.1:${port}`, { maxSendHeaderBlockLength: 4_194_304, maxSessionMemory: 64 });
    let status: Came = 'broken';
    let over = false;
    const end = () => {
      if (over) return;
      over = true;
      clearTimeout(timer);
      session.destroy();
      resolve(status);
    };
    const timer = setTimeout(end, patienceMs);
    session.on('error', end);
    session.on('close', end);
    session.on('connect', () => {
      const fields: Record<string, string | string[]> = {};
      for (const [name, value] of headers) {
        const known = fields[name];
        fields[name] = known === undefined ? value : [...(Array.isArray(known) ? known : [known]), value];
      }
      try {
        const stream = session.request({ ':method': 'GET', ':path': target, ':authority': 'localhost', ...fields, [sensitiveHeaders]: [] });
        stream.on('response', (answer) => {
          status = Number(answer[':status']);
          end();
        });
        stream.on('error', end);
        stream.on('close', end);
        stream.resume();
      } catch {
        end();
      }
    });
  });
}
