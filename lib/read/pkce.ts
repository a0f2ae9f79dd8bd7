/** What RFC 7636 says about the values of PKCE. */
import { sha256 } from './sha256.ts';

/** Section 4.2: BASE64URL-ENCODE(SHA256(ASCII(code_verifier))), without padding. */
export function challengeOf(verifier: string): string {
  const digest = sha256(new TextEncoder().encode(verifier));
  return btoa(String.fromCharCode(...digest))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/(?<!=)=+$/, '');
}

/** Section 4.1: 43 to 128 unreserved characters; a challenge of method `plain` is one. */
export function isVerifier(value: string): boolean {
  return /^[A-Za-z0-9._~-]{43,128}$/.test(value);
}

/** Section 4.2: 32 bytes in base64url. */
export function isDigest(value: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(value);
}
