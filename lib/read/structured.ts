/** What an app packs into one value: an address, JSON, a list of parameters, base64 of these. Parts in, no opinion. */
import { isObject } from './json.ts';
import { looksLikeJwt, readJwt } from './jwt.ts';
import { decodePercent, readFragmentPairs, readUrl } from './url.ts';

export type Shape = 'address' | 'json' | 'parameters' | 'text';

export interface Part {
  /** Name of the member or parameter, empty where it has none. */
  readonly name: string;
  readonly value: string;
}

export interface Structured {
  readonly shape: Shape;
  readonly parts: readonly Part[];
  /** A signature or a seal stands beside it, or it is encrypted: whoever changes it is found out. */
  readonly sealed: boolean;
}

const deepest = 6;
/** More is no state. */
const longest = 20_000;
/** 96 bits in base64; a shorter one seals nothing. */
const shortestSeal = 16;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Null when it is not base64, or not text that somebody wrote. */
export function textOfBase64(value: string): string | null {
  // The length is one of no base64 (RFC 4648 section 4), padded or not: to be told so by an exception costs more than all of this.
  if (value.length < 8 || value.length % 4 === 1 || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(value)) return null;
  try {
    const text = utf8.decode(Uint8Array.from(atob(value.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0)));
    return /\p{Cc}/u.test(text.replaceAll(/[\t\r\n]/g, '')) ? null : text;
  } catch {
    return null;
  }
}

function leaves(name: string, value: unknown, depth: number): readonly Part[] {
  if (depth > deepest || value === null || typeof value === 'boolean') return [];
  if (typeof value === 'string') return value === '' ? [] : [{ name, value }];
  if (typeof value === 'number') return [{ name, value: String(value) }];
  if (Array.isArray(value)) return value.flatMap((one) => leaves(name, one, depth + 1));
  return isObject(value) ? Object.entries(value).flatMap(([key, one]) => leaves(key, one, depth + 1)) : [];
}

function jsonIn(text: string): readonly Part[] | null {
  if (!/^\s*[[{]/.test(text)) return null;
  try {
    return leaves('', JSON.parse(text), 0);
  } catch {
    return null;
  }
}

/** `scheme://...` or a path. Addresses keep this shape when their letters are replaced. */
export const isAddress = (text: string) => /^[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/?#]+/i.test(text) || isPath(text);
const isPath = (text: string) => /^\/(?:[\w.~%-]+(?:\/[\w.~%-]*)*)?(?:[?#]\S*)?$/.test(text);

function addressParts(text: string): readonly Part[] {
  const { base, query } = readUrl(text);
  const segments = base.split('/').slice(base.includes('://') ? 3 : 1);
  return [
    ...segments.filter((value) => value !== '').map((value) => ({ name: '', value })),
    ...[...(query ?? []), ...readFragmentPairs(text)].map(({ name, value }) => ({ name, value: value === '' ? name : value })),
  ];
}

const parametersShape = /^[\w.-]{1,40}=[^&=]*(?:&[\w.-]{1,40}=[^&=]*)*$/;

function shaped(text: string): Omit<Structured, 'sealed'> | null {
  const json = jsonIn(text);
  if (json) return { shape: 'json', parts: json };
  if (isAddress(text)) return { shape: 'address', parts: addressParts(text) };
  if (!parametersShape.test(text) || textOfBase64(text) !== null) return null;
  // What base64 is filled up with looks like a parameter without a value.
  return /=$/.test(text) ? null : { shape: 'parameters', parts: readFragmentPairs(`#${text}`).map(({ name, value }) => ({ name, value })) };
}

/** Payload and signature of what frameworks sign: `payload.signature`, `payload--signature`, with a time between them. */
function splitSeal(text: string): { readonly payload: string; readonly rest: readonly string[] } | null {
  const pieces = text.split(/\.|--|\|/);
  const [payload = '', ...rest] = pieces;
  const seal = rest.at(-1) ?? '';
  return rest.length > 0 && rest.length <= 3 && seal.length >= shortestSeal && /^[\w+/=-]+$/.test(seal) && !isAddress(text)
    ? { payload, rest }
    : null;
}

export function readStructured(value: string): Structured {
  const plain: Structured = { shape: 'text', parts: [{ name: '', value }], sealed: false };
  if (value.length > longest) return plain;
  if (looksLikeJwt(value)) {
    const jwt = readJwt(value);
    if (jwt.kind === 'signed') return { shape: 'json', parts: leaves('', jwt.claims, 0), sealed: !/\.$/.test(value) };
    if (jwt.kind === 'encrypted') return { ...plain, sealed: true };
  }
  const text = decodePercent(value);
  const found = shaped(text) ?? shaped(textOfBase64(text) ?? '');
  if (found) return { ...found, sealed: false };
  const seal = splitSeal(text);
  const inside = seal ? (shaped(seal.payload) ?? shaped(textOfBase64(seal.payload) ?? '')) : null;
  return inside && seal
    ? { ...inside, parts: [...inside.parts, ...seal.rest.map((one) => ({ name: '', value: one }))], sealed: true }
    : plain;
}
