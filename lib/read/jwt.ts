import { decodeJwt, decodeProtectedHeader } from 'jose';

export type Jwt =
  | { readonly kind: 'signed'; readonly header: Readonly<Record<string, unknown>>; readonly claims: Readonly<Record<string, unknown>> }
  | { readonly kind: 'encrypted'; readonly header: Readonly<Record<string, unknown>> }
  | { readonly kind: 'unreadable' };

const compact = /^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]*){2}(?:\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*)?$/;

/** Looks like a compact JWS or JWE: three or five base64url parts, the first of which is JSON. */
export function looksLikeJwt(text: string): boolean {
  return text.startsWith('ey') && compact.test(text);
}

/** Decodes, never verifies. */
export function readJwt(text: string): Jwt {
  if (!compact.test(text)) return { kind: 'unreadable' };
  try {
    const header = decodeProtectedHeader(text);
    if (text.split('.').length === 5) return { kind: 'encrypted', header: { ...header } };
    return { kind: 'signed', header: { ...header }, claims: decodeJwt(text) };
  } catch {
    return { kind: 'unreadable' };
  }
}
