import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { challengeOf, isDigest, isVerifier } from '../../../lib/read/pkce.ts';
import { sha256 } from '../../../lib/read/sha256.ts';

const ofNode = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('sha256', () => {
  it('is what Node says, around the ends of blocks', () => {
    for (const length of [0, 1, 31, 55, 56, 57, 63, 64, 65, 119, 120, 127, 128, 129, 1000]) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 37 + length) & 0xff);
      expect(hex(sha256(bytes)), `${length} bytes`).toBe(ofNode(bytes));
    }
  });

  it('is what Node says of any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => hex(sha256(bytes)) === ofNode(bytes)));
  });
});

describe('PKCE', () => {
  it('makes the challenge of RFC 7636 appendix B', () => {
    expect(challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
  });

  it('takes the bytes of what is no ASCII, and lone surrogates', () => {
    expect(challengeOf('ü')).toBe(createHash('sha256').update('ü').digest('base64url'));
    expect(challengeOf('\ud800')).toHaveLength(43);
  });

  it('knows a verifier and a digest by their shape', () => {
    expect([42, 43, 128, 129].map((length) => isVerifier('a'.repeat(length)))).toEqual([false, true, true, false]);
    expect(isVerifier(`${'a'.repeat(42)}~`)).toBe(true);
    expect(isVerifier(`${'a'.repeat(42)}+`)).toBe(false);
    expect([42, 43, 44].map((length) => isDigest('a'.repeat(length)))).toEqual([false, true, false]);
    expect(isDigest(`${'a'.repeat(42)}=`)).toBe(false);
    expect(isDigest(`${'a'.repeat(42)}~`)).toBe(false);
  });
});
