/** JWTs keep who they are for and when they were made; never the person's claims, never the signature. */
import { readJwt } from '../../read/jwt.ts';

/** What is asked of the one who takes the rest of a file apart. */
interface Texts {
  readonly standIns: { of(value: string): string };
  name(name: string): string;
  value(name: string, value: string, depth: number): string;
}

export function redactJwt(jwt: string, text: Texts): string {
  const read = readJwt(jwt);
  const hide = (part: string) => (part === '' ? '' : text.standIns.of(part));
  const [, payload = '', ...rest] = jwt.split('.');
  if (read.kind === 'encrypted')
    return [toBase64Url({ alg: read.header['alg'], enc: read.header['enc'] }), hide(payload), ...rest.map(hide)].join('.');
  if (read.kind !== 'signed') return text.standIns.of(jwt);
  const claims: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(read.claims)) {
    if (/^(?:exp|iat|nbf|auth_time)$/.test(name) && typeof value === 'number') claims[name] = value;
    else if (/^(?:iss|aud|azp|client_id)$/.test(name))
      claims[name] = typeof value === 'string' ? text.value(name === 'iss' ? 'iss' : 'client_id', value, 1) : null;
    else if (typeof value === 'string') claims[text.name(name)] = text.value(name, value, 1);
  }
  return [toBase64Url({ alg: read.header['alg'], typ: read.header['typ'] }), toBase64Url(claims), ...rest.map(hide)].join('.');
}

function toBase64Url(part: unknown): string {
  const bytes = new TextEncoder().encode(JSON.stringify(part));
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
