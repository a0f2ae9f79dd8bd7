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

/**
 * More bits than the value can hold if each of its characters was drawn from the usual alphabet it seems to be of. Of one
 * short sample nothing more can be said: which characters it happens not to have is chance. Hexadecimal digits count as
 * letters and digits, so that a stand-in of the same kind of characters counts alike.
 */
export function mostBits(text: string): number {
  if (isRepeated(text)) return 0;
  return Math.ceil([...text].length * Math.log2(usualAlphabet(text)));
}

/** The same piece again and again: `aaaa`, `abcabc`. */
function isRepeated(text: string): boolean {
  return text.length > 1 && `${text}${text}`.indexOf(text, 1) < text.length;
}

function usualAlphabet(text: string): number {
  if (/^\d*$/.test(text)) return 10;
  if (/^(?:[a-z\d]+|[A-Z\d]+)$/.test(text)) return 36;
  if (/^[A-Za-z\d]+$/.test(text)) return 62;
  return /^[\w+/=.~-]+$/.test(text) ? 66 : 95;
}
