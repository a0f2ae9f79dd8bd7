/** The key of all the lab's providers, and what a faulty one signs with it. */
import { createSign, generateKeyPairSync } from 'node:crypto';
import type { Claims } from '../model.ts';

/** One for all: making one takes longer than all the rest. */
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

export const signingKey = { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'lab' } as const;

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The same JWT with other claims, and a signature that is good. */
export function withOtherClaims(jwt: string, change: (claims: Claims) => Claims): string {
  const [header = '', claims = ''] = jwt.split('.');
  const changed = `${header}.${part(change(JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as Claims))}`;
  return `${changed}.${createSign('RSA-SHA256').update(changed).sign(privateKey, 'base64url')}`;
}

/** An answer whose ID token says something else. Answers without one stay as they are. */
export const withClaims =
  (change: (claims: Claims) => Claims) =>
  (location: string): string =>
    location.replace(/([#&]id_token=)([^&]+)/, (_, before: string, jwt: string) => before + withOtherClaims(jwt, change));
