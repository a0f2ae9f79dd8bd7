import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installWithApt } from '../../drivers/apt.ts';
import { onPath } from '../../drivers/on-path.ts';
import { freePort, type Running, serve } from './serve.ts';

const find = () => onPath('apache2') ?? onPath('httpd');

/** Where distributions keep its modules. */
const places = [
  '/usr/lib/apache2/modules',
  '/usr/lib64/httpd/modules',
  '/usr/lib/httpd/modules',
  '/usr/libexec/apache2',
  '/opt/homebrew/lib/httpd/modules',
];

export async function apache(origin: number): Promise<Running | null> {
  const binary = find() ?? (installWithApt(['apache2'], () => find() !== null) ? find() : null);
  const modules = places.find((folder) => existsSync(join(folder, 'mod_http2.so')));
  if (binary === null || modules === undefined) return null;
  const [h1, h2] = [await freePort(), await freePort()];
  const load = ['mpm_event', 'unixd', 'authz_core', 'dir', 'http2', 'proxy', 'proxy_http']
    .map((name) => ({ name, file: join(modules, `mod_${name}.so`) }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => `LoadModule ${name}_module ${file}`)
    .join('\n');
  const close = await serve('apache', {
    binary,
    ports: [h1, h2],
    arguments: (folder, file) => ['-X', '-d', folder, '-f', file],
    configuration: (folder) => `${load}
ServerName localhost
PidFile ${folder}/httpd.pid
DefaultRuntimeDir ${folder}
ErrorLog ${folder}/error.log
${process.getuid?.() === 0 ? 'User #65534\nGroup #65534' : ''}
Listen 127.0.0.1:${h1}
Listen 127.0.0.1:${h2}
DocumentRoot ${folder}
DirectoryIndex index.html
<Directory ${folder}>
  Require all granted
</Directory>
Protocols h2c http/1.1
ProxyPass /answer http://127.0.0.1:${origin}/answer
`,
  });
  const version = /Apache\/([\d.]+)/.exec(spawnSync(binary, ['-v'], { encoding: 'utf8' }).stdout)?.[1] ?? '?';
  return { id: 'apache', name: 'Apache httpd', version, h1, h2, proxies: true, close };
}
