/** How a value that nobody may guess was made, where that shows. Only weakness shows; strength does not. */
import { mostBits } from '../read/entropy.ts';
import { isAddress, readStructured, type Shape } from '../read/structured.ts';

export type Guessable =
  | { readonly how: 'words' } // what examples have in its place
  | { readonly how: 'clock' } // a UUID made from the time and the machine
  | { readonly how: 'short'; readonly bits: number }
  | { readonly how: 'readable'; readonly shape: Shape; readonly bits: number };

/** RFC 6749 section 10.10 wants 128. Below this one, guessing is a matter of hours. */
const fewestBits = 64;

/** Words of examples and of the protocol. Other words may be somebody's random ones. */
const words: ReadonlySet<string> = new Set([
  ...['abc', 'any', 'app', 'application', 'auth', 'authentication', 'bar', 'baz', 'callback', 'change', 'client', 'code', 'csrf'],
  ...['custom', 'data', 'default', 'demo', 'dummy', 'example', 'fixed', 'foo', 'generated', 'google', 'hello', 'here', 'insert', 'login'],
  ...['me', 'my', 'nonce', 'null', 'oauth', 'oauth2', 'oidc', 'openid', 'param', 'placeholder', 'protection', 'random', 'redirect'],
  ...['replace', 'request', 'sample', 'secret', 'secure', 'security', 'session', 'some', 'something', 'state', 'static', 'string'],
  ...['test', 'testing', 'this', 'to', 'token', 'true', 'undefined', 'unique', 'user', 'value', 'web', 'with', 'world', 'xsrf', 'xyz'],
  ...['your', 'a', 'an', 'the', 'is', 'in', 'of', 'for', 'from'],
]);

function isWords(value: string): boolean {
  const pieces = value.match(/[A-Z]?[a-z]+\d?|[A-Z]+\d?|\d+|[^A-Za-z\d]+/g) ?? [];
  const named = pieces.filter((piece) => /[a-z]/i.test(piece));
  return named.length > 0 && pieces.join('').length === value.length && pieces.every(isWordPiece);
}

const isWordPiece = (piece: string) =>
  /^[\W_]+$/.test(piece) ||
  /^\d{1,3}$/.test(piece) ||
  /^12345\d*$/.test(piece) ||
  words.has(piece.toLowerCase()) ||
  words.has(piece.toLowerCase().replace(/\d$/, ''));

/** Seconds, milliseconds or microseconds close to the moment the value was seen. */
function isTime(digits: string, seenAt: number): boolean {
  const unit = { 10: 1_000, 13: 1, 16: 0.001 }[digits.length];
  return unit !== undefined && Math.abs(Number(digits) * unit - seenAt) < 86_400_000;
}

const withoutTimes = (text: string, seenAt: number) => text.replaceAll(/\d+/g, (digits) => (isTime(digits, seenAt) ? '' : digits));

/** A name, an address or an e-mail address: nobody drew it by chance. */
const isWritten = (value: string) =>
  isAddress(value) || /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(value) || /^[A-Z]?[a-z]{1,12}(?:[-_. ][A-Za-z]?[a-z]{1,12})*$/.test(value);

export function guessable(value: string, seenAt: number): Guessable | null {
  const short = mostBits(withoutTimes(value, seenAt));
  if (short < fewestBits && !isAddress(value)) return { how: 'short', bits: short };
  if (isWords(value)) return { how: 'words' };
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-[16][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(value)) return { how: 'clock' };
  const { shape, parts, sealed } = readStructured(value);
  // Nobody can write what has to be signed, whatever it holds.
  if (sealed || shape === 'text') return null;
  const inside = parts.flatMap((part) => (isAddress(part.value) ? readStructured(part.value).parts : [part]));
  const bits = inside.filter((part) => !isWritten(part.value)).reduce((sum, part) => sum + mostBits(withoutTimes(part.value, seenAt)), 0);
  return bits < fewestBits ? { how: 'readable', shape, bits } : null;
}
