/** What an API says in WWW-Authenticate (RFC 6750 section 3, RFC 9449 section 7.1, RFC 9470). */
import type { Headers } from '../model/exchange.ts';
import { header } from './headers.ts';

export type ChallengeError =
  | 'invalid_request'
  | 'invalid_token'
  | 'insufficient_scope'
  | 'insufficient_claims'
  | 'insufficient_user_authentication'
  | 'invalid_dpop_proof'
  | 'use_dpop_nonce';

const errors: readonly ChallengeError[] = [
  'invalid_request',
  'invalid_token',
  'insufficient_scope',
  'insufficient_claims',
  'insufficient_user_authentication',
  'invalid_dpop_proof',
  'use_dpop_nonce',
];

/** Null when no challenge names one of them. */
export function challengeError(headers: Headers): ChallengeError | null {
  const found = header(headers, 'www-authenticate');
  const text = found.kind === 'present' ? found.all.join(', ') : '';
  const code = /\berror="?([a-z_]+)/i.exec(text)?.[1]?.toLowerCase();
  return errors.find((e) => e === code) ?? null;
}

export interface Credentials {
  /** As written: servers may insist on the usual spelling. */
  readonly scheme: string;
  readonly token: string;
}

/** The token of an Authorization header, RFC 6750 section 2.1 or RFC 9449 section 7.1; null for any other. */
export function tokenShown(headers: Headers): Credentials | null {
  const found = header(headers, 'authorization');
  const match = found.kind === 'present' ? /^(bearer|dpop)\s+(\S+)\s*$/i.exec(found.value) : null;
  return match?.[1] && match[2] ? { scheme: match[1], token: match[2] } : null;
}
