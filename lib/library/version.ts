/** Which Roundtrip this is. */
import { readFileSync } from 'node:fs';

/** Its sources run as they are, in a clone; an installed package holds what was compiled from them. */
export const inClone = import.meta.url.endsWith('.ts');

let version: string | null = null;

/** From its package file, which lies at the same distance from the sources and from what is compiled. */
export function toolVersion(): string {
  version ??= String((JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version?: unknown }).version);
  return version;
}
