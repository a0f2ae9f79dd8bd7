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
  return writtenLike(raw, decoded, changed) ?? encodeURIComponent(changed.toWellFormed());
}

/** Null where the style can not be kept. */
export function writtenLike(raw: string, decoded: string, changed: string): string | null {
  const way = ways.find((one) => one(decoded) === raw);
  return way ? way(changed) : alignedWith(raw, decoded, changed);
}

const encoder = new TextEncoder();

const escapes = (char: string) =>
  Array.from(encoder.encode(char), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

/** Character by character, where both have as many. */
function alignedWith(raw: string, decoded: string, changed: string): string | null {
  const before = [...decoded];
  const after = [...changed];
  if (before.length !== after.length) return null;
  let written = '';
  let at = 0;
  for (const [index, char] of before.entries()) {
    const now = after[index] ?? '';
    const escaped = escapes(char);
    const piece = raw.slice(at, at + escaped.length);
    if (piece.toUpperCase() === escaped) {
      const next = escapes(now);
      written += now === char ? piece : /[a-f]/.test(piece) ? next.toLowerCase() : next;
      at += piece.length;
    } else if (raw.startsWith(char, at)) {
      written += now;
      at += char.length;
    } else if (char === ' ' && now === ' ' && raw[at] === '+') {
      written += '+';
      at++;
    } else return null;
  }
  return at === raw.length ? written : null;
}

/** Empty when it is none. */
export function fromBase64(text: string): string {
  try {
    return atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return '';
  }
}

/** In the alphabet and with the padding of `like`. */
export function toBase64Like(like: string, bytes: string): string {
  const written = btoa(bytes);
  const safe = /[-_]/.test(like) ? written.replaceAll('+', '-').replaceAll('/', '_') : written;
  return like.endsWith('=') || like.length % 4 === 0 ? safe : safe.replace(/(?<!=)=+$/, '');
}
