/** Size of the smallest usual alphabet that holds every character seen. */
function alphabet(text: string): number {
  if (/^\d+$/.test(text)) return 10;
  if (/^[0-9a-f]+$/.test(text) || /^[0-9A-F]+$/.test(text)) return 16;
  if (/^[a-z]+$/.test(text) || /^[A-Z]+$/.test(text)) return 26;
  if (/^[a-z0-9]+$/.test(text) || /^[A-Z0-9]+$/.test(text)) return 36;
  if (/^[A-Za-z0-9]+$/.test(text)) return 62;
  return 64;
}

/**
 * Upper bound of the bits in a value: length times the bits of its alphabet, and never more than what the number
 * of different characters allows. Strength is never shown from one sample; only weakness is.
 */
export function estimateBits(text: string): number {
  if (text === '') return 0;
  const distinct = new Set(text).size;
  return Math.floor(text.length * Math.min(Math.log2(alphabet(text)), distinct === 1 ? 0 : Math.log2(distinct) + 1.5));
}
