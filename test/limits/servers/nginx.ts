import { spawnSync } from 'node:child_process';
import { findOrInstallNginx } from '../../lab/nginx.ts';
import { freePort, type Running, serve } from './serve.ts';

export async function nginx(origin: number): Promise<Running | null> {
  const binary = findOrInstallNginx();
  if (binary === null) return null;
  const [h1, h2] = [await freePort(), await freePort()];
  const close = await serve('nginx', {
    binary,
    ports: [h1, h2],
    arguments: (folder, file) => ['-p', folder, '-e', `${folder}/error.log`, '-c', file],
    configuration: (folder) => {
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
        .map((name) => `${name}_temp_path ${folder}/${name};`)
        .join(' ');
      const server = (listen: string) => `server { listen ${listen};
    location / { return 204; }
    location /answer { proxy_pass http://127.0.0.1:${origin}; } }`;
      return `daemon off; master_process off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events { worker_connections 256; }
http { access_log off; ${temporary}
  ${server(`127.0.0.1:${h1}`)}
  ${server(`127.0.0.1:${h2} http2`)}
}
`;
    },
  });
  const version = /nginx\/([\d.]+)/.exec(spawnSync(binary, ['-v'], { encoding: 'utf8' }).stderr)?.[1] ?? '?';
  return { id: 'nginx', name: 'nginx', version, h1, h2, proxies: true, close };
}
