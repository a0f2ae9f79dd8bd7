import { addressOf } from '../../lib/read/url.ts';

/** The part of an address that people know a site by. */
export function hostOf(url: string | null): string {
  const address = url === null ? null : addressOf(url);
  if (!address) return '…';
  return address.origin === `${address.scheme}://${address.host}` ? address.host : `${address.host}:${address.port}`;
}
