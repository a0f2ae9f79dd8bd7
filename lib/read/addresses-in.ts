/** Web addresses that a parameter holds: as it is, encoded, or packed into JSON, a list of pairs or base64. */
import { isObject, readJsonObject } from './json.ts';
import { readJwt } from './jwt.ts';
import { textOfBase64 } from './structured.ts';
import { decodePercent, originOf, readPairs } from './url.ts';

const deepest = 4;
/** A parameter of an address is shorter. */
const longest = 20_000;

/** What nobody can change unseen is left out: a signed or encrypted token. */
export function addressesIn(text: string, depth = 0): readonly string[] {
  if (depth > deepest || text.length > longest) return [];
  const value = text.trim();
  if (/^\/\/[^/\\]/.test(value)) return originOf(`https:${value}`) === null ? [] : [`https:${value}`];
  if (/^https?:\/\//i.test(value)) return originOf(value) === null ? [] : [value];
  const pairs = /^[\w-]+=/.test(value) ? readPairs(value).flatMap((pair) => addressesIn(pair.value, depth + 1)) : [];
  if (pairs.length > 0) return pairs;
  const decoded = decodePercent(value);
  if (decoded !== value) return addressesIn(decoded, depth + 1);
  const json = readJsonObject(value);
  if (json) return stringsIn(json).flatMap((inner) => addressesIn(inner, depth + 1));
  if (value.includes('.')) {
    const jwt = readJwt(value);
    const open = jwt.kind === 'signed' && (jwt.header['alg'] === 'none' || value.endsWith('.'));
    return open ? stringsIn(jwt.claims).flatMap((inner) => addressesIn(inner, depth + 1)) : [];
  }
  const unpacked = textOfBase64(value);
  return unpacked === null ? [] : addressesIn(unpacked, depth + 1);
}

function stringsIn(object: Readonly<Record<string, unknown>>): string[] {
  return Object.values(object)
    .slice(0, 100)
    .flatMap((member) => (typeof member === 'string' ? [member] : isObject(member) ? stringsOf(member) : []));
}

const stringsOf = (object: Readonly<Record<string, unknown>>) => Object.values(object).filter((member) => typeof member === 'string');
