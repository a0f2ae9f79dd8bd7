import { diagram } from '../../lib/words/en/diagram.ts';

interface Named {
  readonly name: string;
}

/** `nginx, Apache httpd +6` */
export function serverNames(servers: readonly Named[], most: number): string {
  const named = servers.slice(0, most).map(({ name }) => name);
  const left = servers.length - named.length;
  return `${named.join(', ')}${left > 0 ? diagram().more(left) : ''}`;
}
