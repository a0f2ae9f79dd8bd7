/** Secrets as people and machines make them, each one a different one, and the ways they are written down on their way. */

/** A word that nobody uses, made of a number. */
export function letters(n: number): string {
  const consonants = 'bdfgklmnprstvz';
  let word = '';
  for (let rest = n * 31 + 4_177; rest > 0; rest = Math.floor(rest / (consonants.length * 5)))
    word += (consonants[rest % consonants.length] ?? '') + ('aeiou'[Math.floor(rest / consonants.length) % 5] ?? '');
  return word;
}

/** Look like words, so that no pattern gives them away. */
export const wordShapes: readonly ((n: number) => string)[] = [
  (n) => `hunter2kestrel${letters(n)}`,
  (n) => `correct-horse-battery-${letters(n)}`,
  (n) => `Tr0ub4dor${letters(n)}`,
  (n) => `Sommer2024${letters(n)}`,
  (n) => `anna.${letters(n)}`,
  (n) => `Jürgen Müller ${letters(n)}`,
  (n) => `${letters(n)}kestrel`,
];

export const plainShapes: readonly ((n: number) => string)[] = [
  (n) => `CANARY${letters(n)}`,
  (n) => `CANARYx9${letters(n)}Kq7Z`,
  (n) => `anna.${letters(n)}@mail.example`,
  (n) => `CANARY+/=${letters(n)} "&<'`,
];

const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
const base64Url = (text: string) => base64(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
const codes = (text: string, write: (code: number) => string) => Array.from(text, (c) => write(c.charCodeAt(0))).join('');
const jwt = (claims: unknown) => `${base64Url('{"alg":"RS256","typ":"JWT"}')}.${base64Url(JSON.stringify(claims))}.c2lnbmF0dXJl`;
const nest = (depth: number, text: string): string =>
  depth === 0 ? text : `https://in.example/go?to=${encodeURIComponent(nest(depth - 1, text))}`;

export const encodings: Readonly<Record<string, (secret: string) => string>> = {
  plain: (s) => s,
  percent: (s) => encodeURIComponent(s),
  'percent, every byte': (s) => [...new TextEncoder().encode(s)].map((byte) => `%${byte.toString(16)}`).join(''),
  'percent twice': (s) => encodeURIComponent(encodeURIComponent(s)),
  'percent three times': (s) => encodeURIComponent(encodeURIComponent(encodeURIComponent(s))),
  plus: (s) => encodeURIComponent(s).replaceAll('%20', '+'),
  base64,
  base64Url,
  'base64 of JSON': (s) => base64Url(JSON.stringify({ user: s, to: '/home' })),
  'base64 of user and password': (s) => base64(`anna:${s}`),
  'an address': (s) => `https://in.example/u/${encodeURIComponent(s)}?x=${encodeURIComponent(s)}#y=${encodeURIComponent(s)}`,
  'addresses five deep': (s) => nest(5, s),
  'JSON in JSON': (s) => JSON.stringify({ a: JSON.stringify({ b: [s] }), [s]: 1 }),
  'a claim': (s) => jwt({ sub: s, email: s, address: { street_address: s }, groups: [s], exp: 1_900_000_000 }),
  entities: (s) => codes(s, (code) => `&#${code};`),
  'unicode escapes': (s) => codes(s, (code) => `\\u${code.toString(16).padStart(4, '0')}`),
  hex: (s) => codes(s, (code) => code.toString(16).padStart(4, '0')),
  'upper case': (s) => s.toUpperCase(),
  'in quotes': (s) => `"${s}"`,
  'a scheme': (s) => `${s}:x`,
  'an unset setting': (s) => `\${${s}}`,
  'half redacted': (s) => `[redacted ${s}]`,
};
