/** What an app packs into one value (JSON, an address, parameters, base64 of these), changed inside, so that it stays what it is. */
import { readStructured, textOfBase64 } from '../../read/structured.ts';

/** Characters of base64 that encodings alter have to stay where they are, or a comparison would say something else. */
const mostTries = 60;

const isLike = (made: string, value: string) => made.replaceAll(/[A-Za-z0-9]/g, 'x') === value.replaceAll(/[A-Za-z0-9]/g, 'x');

/** Null where it is nothing of that kind, or would not stay as long. `change` keeps length and kinds of characters. */
export function packedLike(value: string, change: (text: string) => string): string | null {
  const { shape } = readStructured(value);
  if (shape === 'text') return null;
  const inside = textOfBase64(value);
  if (inside === null) return shape === 'json' && isJson(value) ? changedJson(value, change) : null;
  if (shape === 'json' && !isJson(inside)) return null;
  for (let tries = 0; tries < mostTries; tries++) {
    const text = shape === 'json' ? changedJson(inside, change) : change(inside);
    const made = inBase64(text, value);
    if (isLike(made, value)) return made;
  }
  return null;
}

function inBase64(text: string, like: string): string {
  const made = btoa(String.fromCharCode(...new TextEncoder().encode(text)));
  const unpadded = /=$/.test(like) ? made : made.replaceAll('=', '');
  return /[-_]/.test(like) ? unpadded.replaceAll('+', '-').replaceAll('/', '_') : unpadded;
}

/** All of it: what stands beside JSON, such as a seal, is not looked at here. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A string with the colon that makes it a name, a number, or a word of JSON. */
const tokens = /(?<!\\)"((?:[^"\\]|\\.)*)"(\s*:)?|-?\d+|[a-z]+/g;
const escapes = /(\\u[0-9a-fA-F]{4}|\\.)/;

/** Where it stands, so that spaces stay as they are. Names are changed as well: some apps have users’ names there. */
function changedJson(text: string, change: (text: string) => string): string {
  return text.replaceAll(tokens, (token, inside: string | undefined, colon = '') => {
    if (inside === undefined) return /\d/.test(token) ? token.replace(/\d+/, change) : token;
    const parts = inside.split(escapes).map((part, index) => (index % 2 === 1 ? part : change(part)));
    return `"${parts.join('')}"${colon}`;
  });
}
