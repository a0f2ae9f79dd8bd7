import { describe, expect, it } from 'vitest';
import { compressedBytes } from '../../../lib/read/hpack.ts';

describe('compressed texts', () => {
  // RFC 7541 appendix C.4 to C.6 writes these out byte by byte.
  it.each([
    ['www.example.com', 12],
    ['no-cache', 6],
    ['custom-key', 8],
    ['custom-value', 9],
    ['private', 5],
    ['Mon, 21 Oct 2013 20:13:21 GMT', 22],
    ['https://www.example.com', 17],
    ['foo=ASDJKHQKBZXOQWEOPIUAXQWEOIU; max-age=3600; version=1', 45],
  ])('%s takes %i bytes', (text, bytes) => expect(compressedBytes(text)).toBe(bytes));

  it('is never longer than the text itself', () => {
    expect(compressedBytes('\\\\\\\\')).toBe(4);
    expect(compressedBytes('é')).toBe(2);
    expect(compressedBytes('')).toBe(0);
  });
});
