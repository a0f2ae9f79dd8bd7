/** Where the metadata of an issuer stands: OpenID Connect Discovery section 4 puts it behind the path, RFC 8414 section 3 in front of it. */
import { addressOf, originOf } from './url.ts';

const wellKnown = /\/\.well-known\/(?:openid-configuration|oauth-authorization-server)/;

/** The issuer whose metadata stands at this address, without a slash at the end; null for other addresses. */
export function issuerFor(url: string): string | null {
  const origin = originOf(url);
  const path = addressOf(url)?.path ?? '';
  const found = wellKnown.exec(path);
  if (origin === null || !found) return null;
  const before = path.slice(0, found.index);
  const behind = path.slice(found.index + found[0].length);
  return before !== '' && behind !== '' ? null : trimSlash(origin + before + behind);
}

/** Null when it can not be said: a template for all tenants, or an address of another kind. */
export function isIssuerOf(issuer: string, url: string): boolean | null {
  const expected = issuerFor(url);
  return expected === null || /[{}]/.test(issuer) ? null : trimSlash(issuer) === expected;
}

function trimSlash(text: string): string {
  return text.replace(/(?<!\/)\/+$/, '');
}

/** What is wrong with such an address by itself. Closed list. */
export type AddressFault = 'twice' | 'double-slash' | 'placeholder' | 'endpoint';

export function addressFault(url: string): AddressFault | null {
  const path = addressOf(url)?.path ?? '';
  if (path.split('/.well-known/').length > 2) return 'twice';
  if (/\/(?:undefined|null|NaN|\[object)(?:\/|$)|[{}]|%7[BD]/i.test(path)) return 'placeholder';
  if (path.includes('//')) return 'double-slash';
  return /\/(?:authorize|auth|token|login)\/\.well-known\//i.test(path) ? 'endpoint' : null;
}
