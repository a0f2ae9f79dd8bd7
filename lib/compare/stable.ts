/** The part of a name or an address that is the same in every login. */
import { addressOf, decodePercent } from '../read/url.ts';
import { isName, isRoute, wordsBefore } from '../redact/policy.ts';

/**
 * A cookie or parameter name, fit to be shown: what was made up for one login, or counts pieces of one cookie, is `*`.
 */
export function stableName(name: string): string {
  if (!isName(name)) return `${wordsBefore(name)}*`;
  const stem = name.replace(/(?:[._-]|(?<=[a-z])C)\d{1,4}$/, '');
  return stem === name ? name : `${stem}*`;
}

/** A path with ids and tokens left out. */
export function pathShape(path: string): string {
  return path
    .split('/')
    .map((segment) => {
      const word = decodePercent(segment.split(';', 1)[0] ?? '');
      return word === '' || isRoute(word) ? word : '*';
    })
    .join('/');
}

/** A native app's listener has another port in every login (RFC 8252 section 7.3). */
export function withoutLoopbackPort(address: string): string {
  const read = addressOf(address);
  if (read?.scheme !== 'http' || !/^(?:127(?:\.\d{1,3}){3}|\[::1\]|localhost)$/.test(read.host)) return address;
  return address.replace(/^(http:\/\/(?:\[::1\]|[^/?#:]*)):\d+/i, '$1');
}
