import { spawnSync } from 'node:child_process';
import { installWithApt } from '../../drivers/apt.ts';
import { onPath } from '../../drivers/on-path.ts';
import { freePort, type Running, serve } from './serve.ts';

const find = () => onPath('haproxy');

export async function haproxy(origin: number): Promise<Running | null> {
  const binary = find() ?? (installWithApt(['haproxy'], () => find() !== null) ? find() : null);
  if (binary === null) return null;
  const [h1, h2] = [await freePort(), await freePort()];
  const close = await serve('haproxy', {
    binary,
    ports: [h1, h2],
    arguments: (_, file) => ['-db', '-f', file],
    configuration: () => `defaults
  mode http
  timeout client 5s
  timeout server 5s
  timeout connect 5s
frontend test
  bind 127.0.0.1:${h1}
  bind 127.0.0.1:${h2} proto h2
  http-request return status 200 unless { path_beg /answer }
  default_backend origin
backend origin
  server origin 127.0.0.1:${origin}
`,
  });
  const version = /version ([\d.]+)/i.exec(spawnSync(binary, ['-v'], { encoding: 'utf8' }).stdout)?.[1] ?? '?';
  return { id: 'haproxy', name: 'HAProxy', version, h1, h2, proxies: true, close };
}
