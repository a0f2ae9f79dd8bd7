/** A real nginx with its default limits, in front of the lab's http port: once with HTTP/1.1 and once with HTTP/2. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installWithApt } from '../drivers/apt.ts';
import { onPath } from '../drivers/on-path.ts';
import { until } from '../drivers/wait.ts';
import type { Certificate } from './certificate.ts';

export interface NginxOptions {
  readonly certificate: Certificate;
  /** Where the lab answers plain http. */
  readonly backend: number;
  readonly port: number;
  readonly portH2: number;
}

export interface RunningNginx {
  close(): Promise<void>;
}

/** Path of nginx, null when this computer has none that works. */
export function findNginx(): string | null {
  const found = onPath(process.platform === 'win32' ? 'nginx.exe' : 'nginx');
  return found && spawnSync(found, ['-v'], { stdio: 'ignore' }).status === 0 ? found : null;
}

/** The same, after installing it where that can be done without asking. */
export function findOrInstallNginx(): string | null {
  return findNginx() ?? (installWithApt(['nginx-light', 'nginx'], () => findNginx() !== null) ? findNginx() : null);
}

/** Sizes are left at their defaults: they are what the scenarios are about. */
function configuration(folder: string, { backend, port, portH2 }: NginxOptions): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join('\n  ');
  const server = (listen: string) => `server {
    listen ${listen};
    ssl_certificate ${folder}/server.pem;
    ssl_certificate_key ${folder}/server.key;
    location / {
      proxy_pass http://127.0.0.1:${backend};
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-Proto https;
    }
  }`;
  return `daemon off;
master_process off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 256; }
http {
  access_log off;
  ${temporary}
  ${server(`127.0.0.1:${port} ssl`)}
  ${server(`127.0.0.1:${portH2} ssl http2`)}
}
`;
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

/** Starts nginx. Rejects with nginx's own words when it does not come up. */
export async function startNginx(binary: string, options: NginxOptions): Promise<RunningNginx> {
  const folder = mkdtempSync(join(tmpdir(), 'roundtrip-nginx-'));
  mkdirSync(join(folder, 'logs'));
  writeFileSync(join(folder, 'server.pem'), options.certificate.pem);
  writeFileSync(join(folder, 'server.key'), options.certificate.key, { mode: 0o600 });
  writeFileSync(join(folder, 'nginx.conf'), configuration(folder, options));
  const process: ChildProcess = spawn(binary, ['-p', folder, '-e', join(folder, 'error.log'), '-c', join(folder, 'nginx.conf')], {
    stdio: 'ignore',
  });
  const close = async () => {
    if (process.exitCode === null && process.signalCode === null) {
      const gone = new Promise<void>((resolve) => process.once('exit', () => resolve()));
      process.kill('SIGTERM');
      await gone;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await until(
      'nginx to listen',
      async () => {
        if (process.exitCode !== null) throw new Error(readFileSync(join(folder, 'error.log'), 'utf8').trim());
        return (await listens(options.port)) && (await listens(options.portH2));
      },
      10_000,
    );
  } catch (error) {
    await close();
    throw error;
  }
  return { close };
}
