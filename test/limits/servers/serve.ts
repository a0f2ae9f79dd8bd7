/** A server program as a child in a folder of its own: started, waited for, ended by its id. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../../drivers/wait.ts';

export interface Running {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly h1: number;
  readonly h2: number | null;
  /** Where an answer with as many bytes of Set-Cookie as asked for goes through it; null where it is no proxy. */
  readonly proxies: boolean;
  close(): Promise<void>;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, failed) => {
    const server = createServer();
    server.on('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : failed(new Error('no free port'))));
    });
  });
}

export function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

export interface Program {
  readonly binary: string;
  /** The text of its configuration, given the folder it may write to. */
  readonly configuration: (folder: string) => string;
  readonly arguments: (folder: string, file: string) => readonly string[];
  readonly ports: readonly number[];
}

/** Starts the program and hands back what ends it. Rejects with the program's own words when it does not come up. */
export async function serve(name: string, program: Program): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), `roundtrip-limits-${name}-`));
  // A server started by root reads it as somebody else. Nothing in it is secret.
  chmodSync(folder, 0o755);
  const file = join(folder, 'server.conf');
  const log = join(folder, 'error.log');
  writeFileSync(log, '');
  writeFileSync(join(folder, 'index.html'), 'taken\n');
  writeFileSync(file, program.configuration(folder));
  const child = spawn(program.binary, [...program.arguments(folder, file)], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2_000);
  });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.on('error', (error) => {
    said += error.message;
  });
  const close = async () => {
    if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
      child.kill('SIGTERM');
      await gone;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await until(
      `${name} to listen`,
      async () => {
        if (child.exitCode !== null) throw new Error(`it ended: ${said}${readFileSync(log, 'utf8')}`.trim());
        return (await Promise.all(program.ports.map(listens))).every(Boolean);
      },
      10_000,
    );
  } catch (error) {
    await close();
    throw error;
  }
  return close;
}
