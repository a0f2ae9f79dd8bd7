/** How much room a text takes where HTTP/2 compresses it (RFC 7541 section 5.2, appendix B). */
import { bytesOf } from './size.ts';

/** Bits of each printable character, from the space to the tilde. */
const bits = [
  6, 10, 10, 12, 13, 6, 8, 11, 10, 10, 8, 11, 8, 6, 6, 6, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 7, 8, 15, 6, 12, 10, 13, 6, 7, 7, 7, 7, 7, 7, 7, 7,
  7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8, 7, 8, 13, 19, 13, 14, 6, 15, 5, 6, 5, 6, 5, 6, 6, 6, 5, 7, 7, 6, 6, 6, 5, 6, 7, 6, 5, 5, 6,
  7, 7, 7, 7, 7, 15, 11, 14, 13,
];
/** Characters beyond them take between 13 and 30; a text of them is sent as it is. */
const otherBits = 24;

export function compressedBytes(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += bits[text.charCodeAt(i) - 32] ?? otherBits;
  // Senders take the shorter of the two.
  return Math.min(Math.ceil(sum / 8), bytesOf(text));
}
