/** Writing a changed value the way the old one was written. */

const ways: readonly ((value: string) => string)[] = [
  (value) => value,
  (value) => encodeURIComponent(value.toWellFormed()),
  (value) => encodeURIComponent(value.toWellFormed()).replaceAll('%20', '+'),
  (value) => encodeURI(value.toWellFormed()),
  (value) => new URLSearchParams([['', value]]).toString().slice(1),
  (value) => value.replaceAll(' ', '+'),
];

/** `raw` decodes to `decoded`; gives what decodes to `changed` and is encoded in the same style. */
export function encodeLike(raw: string, decoded: string, changed: string): string {
  const way = ways.find((one) => one(decoded) === raw);
  if (way) return way(changed);
  const aligned = alignedWith(raw, decoded, changed);
  return aligned ?? encodeURIComponent(changed.toWellFormed());
}

/** Character by character, where both have as many and all are ASCII. */
function alignedWith(raw: string, decoded: string, changed: string): string | null {
  if (decoded.length !== changed.length || /[^\x20-\x7e]/.test(decoded + changed)) return null;
  const pieces = raw.match(/%[0-9a-f]{2}|[\s\S]/gi) ?? [];
  if (pieces.length !== decoded.length) return null;
  return pieces
    .map((piece, i) => {
      const now = changed[i] ?? '';
      if (now === decoded[i]) return piece;
      return piece.length === 3 ? `%${now.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}` : now;
    })
    .join('');
}

/** Empty when it is none. */
export function fromBase64(text: string): string {
  try {
    return atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return '';
  }
}
